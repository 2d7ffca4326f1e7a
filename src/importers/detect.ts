import { AppError } from "../errors.ts";
import { readHead } from "../text/decode.ts";
import type { Importer, Input } from "./importer.ts";
import * as registry from "./registry.ts";

/** Below this an importer's guess is not worth trying. */
export const leastCertainty = 0.2;

/** All importers, in the order of the registry. */
export const importers: readonly Importer[] = Object.values(registry);

/** An importer and how sure it is of an input, 0 to 1. */
export interface Guess {
  readonly importer: Importer;
  readonly certainty: number;
}

/**
 * The importers that an input may be for, the surest first and equals in the order of the registry; none when
 * nothing is worth trying. A file is judged by its first 64 KiB, a folder or archive by the paths in it.
 *
 * @throws AppError `import.empty` or `import.binary` when there is no text to look at.
 */
export async function rankImporters(input: Input): Promise<readonly Guess[]> {
  const paths = input.files?.map(({ name }) => name) ?? null;
  const head = paths === null ? await readHead(input.open(), input.name) : "";
  return importers
    .map((importer) => ({
      importer,
      certainty: paths === null ? importer.sniff(head, input.name) : (importer.sniffFolder?.(paths) ?? 0),
    }))
    .filter(({ certainty }) => certainty >= leastCertainty)
    .sort((a, b) => b.certainty - a.certainty);
}

/**
 * The importer of an id.
 *
 * @throws AppError `import.format-unknown` when there is none.
 */
export function namedImporter(id: string): Importer {
  const named = importers.find((importer) => importer.id === id);
  if (named) return named;
  throw new AppError("import.format-unknown", `there is no format "${id}"`, {
    hint: `Name one of: ${listIds()}.`,
  });
}

/** The refusal of an input that fits no format, with what was looked at. */
export async function formatUnknown(input: Input): Promise<AppError> {
  const hint = `Name the format with --from, one of: ${listIds()}.`;
  if (input.files !== null) {
    const names = input.files.slice(0, namesShown).map(({ name }) => name);
    const more = input.files.length > names.length ? `, … (${input.files.length} in all)` : "";
    const message = `${input.name}: the files in it are those of no format: ${names.join(", ")}${more}`;
    return new AppError("import.format-unknown", message, { hint });
  }
  const head = await readHead(input.open(), input.name);
  const start = head.trimStart().split("\n", 1)[0]?.slice(0, 40) ?? "";
  const looked = `its name and first ${head.length} characters`;
  const guesses = (await rankImporters(input)).map(
    ({ importer, certainty }) => `${importer.id} (${certainty.toFixed(1)})`,
  );
  const verdict = guesses.length > 0 ? `are no sure sign of ${guesses.join(" or ")}` : "fit no format";
  return new AppError(
    "import.format-unknown",
    `${input.name}: ${looked} ${verdict}; it begins ${JSON.stringify(start)}`,
    { hint },
  );
}

/** Files of a folder that a message names. */
const namesShown = 5;

function listIds(): string {
  return importers.map(({ id }) => id).join(", ");
}
