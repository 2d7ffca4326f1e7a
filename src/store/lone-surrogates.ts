import type { Parameters, Value } from "./store.ts";

/**
 * Half of a surrogate pair alone, which JSON may hold and a span that cuts an emoji makes. UTF-8 has no form for
 * it, so an engine would put U+FFFD there. U+FFFF, which no text means, introduces its four digits instead.
 *
 *     "\ud83d!"  ->  "\uffffd83d!"
 */
const unkept = /[\ud800-\udfff\uffff]/gu;
const kept = /\uffff([0-9a-f]{4})/gu;

/** Parameters whose strings every engine keeps; the same object where nothing had to change. */
export function keepable(parameters: Parameters): Parameters {
  return mapStrings(parameters, (text) =>
    text.replace(unkept, (unit) => `\uffff${unit.charCodeAt(0).toString(16)}`),
  ) as Parameters;
}

/** The string that `keepable` took. */
export function restoreString(text: string): string {
  return text.replace(kept, (_match, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function mapStrings(value: Value, change: (text: string) => string): Value {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((one: Value) => mapStrings(one, change));
    return list.some((one, index) => one !== value[index]) ? list : value;
  }
  const entries = Object.entries(value).map(([key, one]) => [key, mapStrings(one, change)] as const);
  const map = value as { readonly [key: string]: Value };
  return entries.some(([key, one]) => one !== map[key]) ? Object.fromEntries(entries) : value;
}
