/**
 * The share of a model's likeness in the score of two claims; the rest is that of their characters. Of eleven
 * shares the least that comes within .02 of the best average precision on training/pairs/same.jsonl with a
 * model of the size of MiniLM (`npm run bench same-pairs MODEL.onnx` prints them all).
 */
const meaningShare = 0.7;

/**
 * How alike two claims are by characters and by meaning, 0 to 1.
 *
 * @param characters - 0 to 1 (likeness.ts).
 * @param meaning - the cosine of two vectors, -1 to 1; below 0 counts as 0. Null where no model was asked.
 */
export function blend(characters: number, meaning: number | null, share = meaningShare): number {
  return meaning === null ? characters : (1 - share) * characters + share * Math.max(0, meaning);
}
