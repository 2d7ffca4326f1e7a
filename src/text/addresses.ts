/**
 * Web and mail addresses and file names. Punctuation behind one is not part of it.
 *
 * Every part is bounded and starts at the edge of a run, so that a text of a million dots costs no more than any
 * other.
 */
const address = new RegExp(
  [
    /(?:https?:\/\/|www\.)[^\s<>"“”]{0,2000}[^\s<>"“”.,;:!?'’)\]}…*_]/,
    /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/,
    /(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.(?:com|org|net|edu|gov|io|ai|dev|txt|html?|json|js|ts|py|md|pdf)\b(?:\/[^\s<>"“”]{0,2000}[^\s<>"“”.,;:!?'’)\]}])?/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

/** Every address has one of these: slashes, an "at", or a dot with something behind it. */
const hint = /\/\/|@|\.\S/u;

/** The text with each address written over by `mark`, one code unit: as long as the text, so places stay. */
export function maskAddresses(text: string, mark: string): string {
  // Most sentences have no address, and the pattern is tried at each of their letters.
  if (!hint.test(text)) return text;
  return text.replace(address, (found) => mark.repeat(found.length));
}
