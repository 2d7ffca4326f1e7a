import type { Parameters, Value } from "./store.ts";

/**
 * Half of a surrogate pair alone, which JSON may hold and a span that cuts an emoji makes. UTF-8 has no form for
 * it, so an engine would put U+FFFD there. U+FFFF, which no text means, introduces its four digits instead.
 *
 *     "\ud83d!"  ->  "\uffffd83d!"
 */
const unkept = /[\ud800-\udfff\uffff]/u;
const everyUnkept = new RegExp(unkept, "gu");
const kept = /\uffff([0-9a-f]{4})/gu;

/**
 * Parameters whose strings every engine keeps; the same object where nothing has to change, which is nearly
 * always.
 */
export function keepable(parameters: Parameters): Parameters {
  return isKeepable(parameters) ? parameters : (withDigits(parameters) as Parameters);
}

/** The string that `keepable` took. */
export function restoreString(text: string): string {
  return text.replace(kept, (_match, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function isKeepable(value: Value): boolean {
  if (typeof value === "string") return !unkept.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isKeepable);
}

function withDigits(value: Value): Value {
  if (typeof value === "string")
    return value.replace(everyUnkept, (unit) => `\uffff${unit.charCodeAt(0).toString(16)}`);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withDigits);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withDigits(one)]));
}
