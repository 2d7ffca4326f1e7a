import { foldText } from "../../../text/tokens.ts";

/** Phrases that speak for one thing: a name and its phrases, found anywhere or only at the start of a sentence. */
export interface PhraseGroup {
  readonly name: string;
  readonly phrases: readonly string[];
  readonly atStart: boolean;
}

interface Entry {
  readonly group: PhraseGroup;
  /** The words behind the first; `*` stands for any one word. */
  readonly rest: readonly string[];
}

// A colon is a word of its own, so that "edit:" differs from "edit".
const wordPattern = /[\p{L}\p{N}]+(?:'\p{L}+)*|:/gu;

/** The words of a text as phrases are matched against: lower case, straight apostrophes, no other marks. */
export function phraseWords(folded: string): readonly string[] {
  return folded.match(wordPattern) ?? [];
}

/** How many letters of a phrase's stem ("agree*") its words are looked up by. */
const stemKey = 3;

/**
 * Finds which groups of phrases occur in a sentence, in one pass over its words however many phrases there are.
 *
 * A `*` at the end of a phrase's only word stands for any rest of the word ("agree*"), and alone for any word. A
 * pattern of all phrases costs several times as much, because it tries each of them at each letter.
 */
export class Lexicon {
  readonly #byWord = new Map<string, Entry[]>();
  readonly #byStem = new Map<string, { readonly stem: string; readonly entry: Entry }[]>();

  constructor(groups: readonly PhraseGroup[]) {
    for (const group of groups) for (const phrase of group.phrases) this.#add(group, phrase);
  }

  #add(group: PhraseGroup, phrase: string): void {
    const isStem = /^[^\s*]+\*$/u.test(phrase);
    const [first = "", ...rest] = isStem
      ? [phrase.slice(0, -1)]
      : phrase.split(" ").flatMap((word) => (word === "*" ? word : phraseWords(foldText(word))));
    const entry = { group, rest };
    if (isStem) append(this.#byStem, first.slice(0, stemKey), { stem: first, entry });
    else append(this.#byWord, first, entry);
  }

  /** The names of the groups of which a phrase occurs. */
  find(words: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [at, word] of words.entries()) {
      for (const entry of this.#byWord.get(word) ?? []) take(found, entry, words, at);
      for (const { stem, entry } of this.#byStem.get(word.slice(0, stemKey)) ?? [])
        if (word.startsWith(stem)) take(found, entry, words, at);
    }
    return found;
  }
}

function take(found: Set<string>, { group, rest }: Entry, words: readonly string[], at: number): void {
  if (group.atStart && at > 0) return;
  if (rest.every((word, i) => word === words[at + 1 + i] || (word === "*" && at + 1 + i < words.length)))
    found.add(group.name);
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}
