import { AppError } from "../errors.ts";
import type { Parameters, Value } from "../store/store.ts";

/**
 * Reads `name=value`: what is JSON of a number, a truth value, null or a list is that; all else is text. A number
 * that must be text stands in quotation marks: `--param 'id="12"'`.
 *
 * @throws AppError `cli.usage` for a parameter without a name or given twice.
 */
export function parseParameters(given: readonly string[]): Parameters {
  const parameters = new Map<string, Value>();
  for (const entry of given) {
    const match = /^([A-Za-z_]\w*)=(.*)$/s.exec(entry);
    const [, name = "", value = ""] = match ?? [];
    if (match === null || parameters.has(name))
      throw new AppError(
        "cli.usage",
        `--param ${entry}: ${match === null ? "it has no name" : "it is given twice"}`,
        {
          hint: "Write --param name=value, once for each name.",
        },
      );
    parameters.set(name, parseValue(value));
  }
  return Object.fromEntries(parameters);
}

function parseValue(text: string): Value {
  if (!/^(?:-?\d|true$|false$|null$|\[|")/.test(text)) return text;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}
