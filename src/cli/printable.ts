/**
 * Characters that would steer a terminal instead of being read: controls (a comment may hold an escape sequence
 * that hides or forges text), bidirectional marks and overrides (they turn words round), line and paragraph
 * separators, and halves of surrogate pairs. Tabs and line ends are text.
 */
const steering = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\ufeff]/gu;

/** Makes text safe to show in a terminal: what would steer it is written out, as `␛` or `<U+202E>`. */
export function printable(text: string): string {
  return text.replace(steering, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return "\u2421";
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** The same on one line: runs of spaces, tabs and line ends become one space. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim());
}

/** JSON that is safe in a terminal: the same value, with what would steer it escaped. */
export function printableJson(value: unknown, { indent = 2 } = {}): string {
  return JSON.stringify(value, null, indent).replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
