const syllables = ["ba", "cor", "di", "fen", "go", "hal", "ju", "ker", "lo", "min", "nu", "pra"] as const;

/** Numbers from 0 to 1 that are the same for the same seed: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The word with a number: 1728 different ones. */
function word(number: number): string {
  const at = (place: number): string => syllables[Math.floor(number / 12 ** place) % 12] ?? "";
  return `${at(0)}${at(1)}${at(2)}`;
}

/** The label of the concept with a number: two words, different for 20,000 numbers and more. */
export function conceptLabel(index: number): string {
  return `${word(index % 150)} ${word(200 + Math.floor(index / 150))}`;
}

/** So many words, the first with a capital. Some words are far more frequent than others. */
export function sentence(next: () => number, length: number): string {
  const words = Array.from({ length }, () => word(Math.floor(1728 * next() ** 2))).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
