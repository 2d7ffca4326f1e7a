/**
 * The words of a sentence model: what each piece of a word is called, and how texts are written before they
 * are cut.
 */
export interface Vocabulary {
  /** The number of each piece; one that goes on inside a word begins with `##`. */
  readonly pieces: ReadonlyMap<string, number>;
  /** Whether texts are read in lower case, and without accents. */
  readonly isLowerCase: boolean;
  readonly hasAccents: boolean;
  /** Pieces of a text, those at its ends included, that the model reads at most. */
  readonly mostPieces: number;
}

/** Pieces that stand before and behind every text, and for what the vocabulary lacks. */
export const framing = { start: "[CLS]", end: "[SEP]", unknown: "[UNK]" } as const;

/** Longer words are unknown, as in the tokenizer of BERT. */
const longestWord = 100;
/** More than any model reads; what follows is not looked at. */
const longestText = 64_000;

const ideographs =
  /[\u2e80-\u2eff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu;
/** Unicode counts some signs of ASCII ("$", "+", "~") as symbols; here they are marks. */
const mark = /[\p{P}!-/:-@[-`{-~]/u;

/**
 * Cuts a text into the pieces that a sentence model knows, as their numbers: WordPiece, as in BERT.
 *
 *     "Night trains!"   [CLS] night trains ! [SEP]
 *     "unaffable"       [CLS] una ##ffa ##ble [SEP]
 *
 * Linear in the text, of which 64,000 characters are read.
 *
 * @see Devlin and others 2019, "BERT", arXiv:1810.04805; Schuster and Nakajima 2012, "Japanese and Korean
 *   voice search".
 */
export function wordPieces(text: string, vocabulary: Vocabulary): readonly number[] {
  const { pieces, mostPieces } = vocabulary;
  const numberOf = (piece: string): number => pieces.get(piece) ?? pieces.get(framing.unknown) ?? 0;
  const found = [numberOf(framing.start)];
  for (const word of wordsAndMarks(text, vocabulary)) {
    if (found.length >= mostPieces - 1) break;
    found.push(...(piecesOf(word, pieces) ?? [numberOf(framing.unknown)]));
  }
  return [...found.slice(0, mostPieces - 1), numberOf(framing.end)];
}

function wordsAndMarks(text: string, { isLowerCase, hasAccents }: Vocabulary): readonly string[] {
  const spaced = text
    .slice(0, longestText)
    .replaceAll(/[\t\n\r]/gu, " ")
    .replaceAll(/[\p{C}\ufffd]/gu, "")
    .replaceAll(ideographs, " $& ");
  const plain = hasAccents ? spaced : spaced.normalize("NFD").replaceAll(/\p{Mn}/gu, "");
  const words: string[] = [];
  for (const word of (isLowerCase ? plain.toLowerCase() : plain).split(/\s+/u)) {
    let part = "";
    for (const sign of word) {
      if (!mark.test(sign)) {
        part += sign;
        continue;
      }
      if (part !== "") words.push(part);
      words.push(sign);
      part = "";
    }
    if (part !== "") words.push(part);
  }
  return words;
}

/** The longest known piece again and again; null where no piece goes on. */
function piecesOf(word: string, pieces: ReadonlyMap<string, number>): readonly number[] | null {
  const signs = [...word];
  if (signs.length > longestWord) return null;
  const found: number[] = [];
  for (let start = 0; start < signs.length; ) {
    let end = signs.length;
    let number: number | undefined;
    for (; end > start; end--) {
      const piece = (start === 0 ? "" : "##") + signs.slice(start, end).join("");
      number = pieces.get(piece);
      if (number !== undefined) break;
    }
    if (number === undefined) return null;
    found.push(number);
    start = end;
  }
  return found;
}
