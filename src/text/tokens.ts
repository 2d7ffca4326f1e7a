import { remember } from "./remember.ts";
import { cutSuffix, spellAlike } from "./spelling.ts";

/** A word of a text with its place. `norm` is lower case with straight apostrophes. */
export interface Token {
  readonly text: string;
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

// Letters, digits and their marks; apostrophes only inside. Hyphens part words, so "process-based" is two.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/**
 * The words of a text in order, contractions whole ("don't"), compounds in parts ("process", "based").
 *
 * @param offset - added to the places, for a text that was cut out of a longer one. Default 0.
 */
export function tokenize(text: string, offset = 0): readonly Token[] {
  return surrogate.test(text) ? tokenizeByPattern(text, offset) : tokenizeByUnit(text, offset);
}

/** What {@link tokenize} gives by definition; several times slower. */
function tokenizeByPattern(text: string, offset = 0): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const start = offset + match.index;
    tokens.push({ text: match[0], norm: foldWord(match[0]), start, end: start + match[0].length });
  }
  return tokens;
}

/** A character of two UTF-16 units has one of these; the units alone do not tell what it is. */
const surrogate = /[\ud800-\udfff]/;

function tokenizeByUnit(text: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    at = behindWord(text, start);
    if (at === start) at++;
    else {
      const word = text.slice(start, at);
      tokens.push({ text: word, norm: foldWord(word), start: offset + start, end: offset + at });
    }
  }
  return tokens;
}

/** Where the word ends that begins at `start`, or `start` where none begins. */
function behindWord(text: string, start: number): number {
  const first = kindAt(text, start);
  if (first !== Kind.letter && first !== Kind.digit) return start;
  let at = start + 1;
  while (isInWord(kindAt(text, at))) at++;
  while (kindAt(text, at) === Kind.apostrophe) {
    let end = at + 1;
    for (let kind = kindAt(text, end); kind === Kind.letter || kind === Kind.mark; kind = kindAt(text, end))
      end++;
    if (end === at + 1) break;
    at = end;
  }
  return at;
}

/** What a UTF-16 unit is to a word. */
const Kind = { unknown: 0, other: 1, letter: 2, digit: 3, mark: 4, underscore: 5, apostrophe: 6 } as const;

const isInWord = (kind: number): boolean => kind >= Kind.letter && kind <= Kind.underscore;

/** The kind of each unit that was met. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  if (at >= text.length) return Kind.other;
  const unit = text.charCodeAt(at);
  const known = kinds[unit] ?? Kind.unknown;
  if (known !== Kind.unknown) return known;
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/\p{L}/u.test(character)) return Kind.letter;
  if (/\p{N}/u.test(character)) return Kind.digit;
  if (/\p{M}/u.test(character)) return Kind.mark;
  if (character === "_") return Kind.underscore;
  return /['’]/.test(character) ? Kind.apostrophe : Kind.other;
}

const foldWord = (word: string): string => (hasPlainLetters.test(word) ? word : foldOther(word));
/** Most words: there is nothing to fold in them. */
const hasPlainLetters = /^[a-z]+$/;
const foldOther = remember(foldText);

const straight: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "\u00a0": " ",
  "\u202f": " ",
};

/**
 * The text in lower case with plain quotes, dashes and spaces, **as long as the text itself**.
 *
 * Cue patterns run on this form, so they need one spelling each, and what they find has its place in the text.
 * A letter whose lower case is longer ("İ") stays as it is.
 */
export function foldText(text: string): string {
  const plain = text.replace(/[‘’ʼ“”„«»‐‑–—\u00a0\u202f]/g, (mark) => straight[mark] ?? mark);
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  let folded = "";
  for (const char of plain) {
    const low = char.toLowerCase();
    folded += low.length === char.length ? low : char;
  }
  return folded;
}

/**
 * The stem of a word, for likeness only: "trained", "training" and "trains" are "train".
 *
 * A few suffix rules after plural and spelling folding. It errs ("news" is "new") and is never shown.
 */
export function stem(word: string): string {
  const base = spellAlike(foldText(word).replace(/'s?$/, ""));
  return cutSuffix(base);
}

/**
 * The normal form of a phrase, equal for variants that differ in case, hyphens, plural, possessive or spelling.
 *
 *     "Process-based methods"  ->  "process based method"
 *     "LLMs"                   ->  "llm"
 *     "generalisation"         ->  "generalization"
 */
export function normalForm(phrase: string): string {
  if (hasPlainLetters.test(phrase)) return normalWordOf(phrase);
  return phrase
    .normalize("NFKC")
    .split(/[\s\u00a0\-‐‑–—_/]+/u)
    .map(normalWordOf)
    .filter((word) => word !== "")
    .join(" ");
}

const normalWordOf = remember(normalWord);

function normalWord(word: string): string {
  if (hasPlainLetters.test(word)) return spellAlike(word);
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, "").replace(/['’]s$/u, "");
  // A plural acronym is known by its case: "AIs" is "ai" though "bus" is not "bu".
  if (/^\p{Lu}{2,}s$/u.test(bare)) return foldText(bare.slice(0, -1));
  return spellAlike(foldText(bare));
}
