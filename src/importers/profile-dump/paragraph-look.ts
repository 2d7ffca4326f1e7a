/** Fewer words without a full stop are a signature or a heading. */
export const fewestWords = 4;
/** So much of a reply is its beginning, in which it says what it takes up. In UTF-16 units. */
const replyStart = 500;

/** Whether words break off without a full stop. Addresses, formulas and code do not count: they never have one. */
export function isUnfinished(text: string): boolean {
  return (
    /^["“'‘]?\p{L}/u.test(text) &&
    /\p{L}["”'’]?$/u.test(text) &&
    (wordsOf(text).length >= fewestWords || /^["“]/u.test(text)) &&
    !isTitle(text) &&
    !/https?:|[=<>{}|\\]|\w\(|\w[._/]\w\S*$/u.test(text)
  );
}

/** Whether a paragraph is an address and nothing else. */
export function isAddress(text: string): boolean {
  return /^<?https?:\/\/\S+$/u.test(text);
}

/**
 * Whether the beginning of a reply puts a word or a few of a paragraph between quotation marks, where the paragraph
 * has none. Both with straight marks.
 */
export function takesUpTerm(reply: string, paragraph: string): boolean {
  const words = paragraph.toLowerCase();
  return [...reply.slice(0, replyStart).matchAll(/"([^"]{3,60})"/gu)].some(([, term = ""]) => {
    const at = words.indexOf(term.toLowerCase().replace(/[.,!?]$/u, ""));
    return at >= 0 && words[at - 1] !== '"';
  });
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u);
}

/** Whether all longer words have capitals, as in a title. */
function isTitle(text: string): boolean {
  const words = wordsOf(text).filter((word) => /^\p{L}{4,}/u.test(word));
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}
