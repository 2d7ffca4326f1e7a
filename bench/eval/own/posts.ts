import { overlap, type Span } from "../../../src/model/span.ts";

/** A sentence of the numbered files. A quoted one repeats words written before. */
interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly isQuoted: boolean;
}

/** A post of the numbered files, in file order; `id` is the part of a sentence's number before the dot. */
export interface Post {
  readonly id: string;
  readonly author: string;
  readonly sentences: readonly Sentence[];
}

const postLine = /^(p\d+) (.+?)(?:, answers p\d+ .*)?, [^,]*$/u;
const sentenceLine = /^(p\d+\.\d+) (> )?(.*)$/u;

/**
 * Reads a file of numbered sentences as `npm run bench number-gold` writes it.
 *
 * @throws Error when a line is none of a thread, a post or a sentence.
 */
export function readPosts(text: string): readonly Post[] {
  const posts: { id: string; author: string; sentences: Sentence[] }[] = [];
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("# ")) continue;
    const sentence = sentenceLine.exec(line);
    const post = postLine.exec(line);
    const last = posts.at(-1);
    if (sentence && last)
      last.sentences.push({
        id: sentence[1] ?? "",
        text: sentence[3] ?? "",
        isQuoted: sentence[2] !== undefined,
      });
    else if (post) posts.push({ id: post[1] ?? "", author: post[2] ?? "", sentences: [] });
    else throw new Error(`neither a post nor a sentence: ${line}`);
  }
  return posts;
}

/** The post that a sentence's number names. */
export function postOf(sentenceId: string): string {
  return sentenceId.slice(0, sentenceId.indexOf("."));
}

/** A sentence with its place in the text of its comment. */
export interface PlacedSentence extends Sentence {
  readonly span: Span;
}

/**
 * Finds the sentences of a post in its text, one after the other. White space may differ.
 *
 * @throws Error when a sentence is not there: the numbered file is then older than the text.
 */
export function placeSentences({ id, sentences }: Post, text: string): readonly PlacedSentence[] {
  let at = 0;
  return sentences.map((sentence) => {
    const words = sentence.text.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
    const pattern = new RegExp(words.join("\\s+"), "gu");
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found)
      throw new Error(`${sentence.id} does not stand in the text of ${id}: number the gold set anew`);
    at = found.index + found[0].length;
    return { ...sentence, span: { start: found.index, end: at } };
  });
}

/** The sentence with which a span shares most characters, the earlier of equals; null where it shares none. */
export function nearestSentence(sentences: readonly PlacedSentence[], span: Span): PlacedSentence | null {
  let best: PlacedSentence | null = null;
  let most = 0;
  for (const sentence of sentences) {
    const shared = overlap(sentence.span, span);
    if (shared > most) [best, most] = [sentence, shared];
  }
  return best;
}
