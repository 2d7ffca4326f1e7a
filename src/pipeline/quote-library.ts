import { wordsWithSpans } from "../linking/word-match.ts";
import type { Comment } from "../model/comment.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import { PieceIndex } from "./piece-index.ts";

/** A thread's or a person's comments as words. */
interface Volume {
  readonly comments: readonly Moment[];
  /** Of the same comments, the words in the form in which copies are equal. */
  readonly pieces: PieceIndex;
}

type Moment = Pick<Comment, "id" | "createdAt" | "seq">;
type Page = Moment & { readonly words: string };

/** Bytes of the volumes at hand: the one that was used longest ago goes first. */
const mostSize = 2 ** 26;
/** The newest comments of a thread, or of a person, that are searched. */
const pagesPerVolume = 2000;
/**
 * A quote is looked up by pieces of so many words: long enough to be rare, short enough to survive a changed
 * word.
 */
const wordsPerPiece = 5;
/** The comments that hold the most pieces of a quote and are worth a close look. */
const mostComments = 5;

/**
 * Finds the comments of a whole thread, or all of one person's, that may hold the words of a quote.
 *
 * The closer look is `resolveQuotes`'s. Comments are read once for each thread or person; after that a quote costs
 * what it is long, and the comments that hold some of it.
 */
export class QuoteLibrary {
  readonly #known: Known;
  /** Each with its size when it was used last. */
  readonly #volumes = new Map<string, { readonly volume: Volume; readonly size: number }>();
  #size = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  /** Ids of comments of a thread before `reader` that hold most of `texts`' words, the fullest first. */
  async inThread(threadId: string, texts: readonly string[], reader: Comment): Promise<readonly string[]> {
    const volume = await this.#volume(`thread ${threadId}`, () => this.#threadPages(threadId));
    return fullest(volume, texts, reader);
  }

  /** Ids of a person's comments before `reader` that hold most of `texts`' words, the fullest first. */
  async byAuthor(authorId: string, texts: readonly string[], reader: Comment): Promise<readonly string[]> {
    const volume = await this.#volume(`author ${authorId}`, () => this.#authorPages(authorId));
    return fullest(volume, texts, reader);
  }

  async #volume(key: string, read: () => Promise<readonly Page[]>): Promise<Volume> {
    const kept = this.#volumes.get(key);
    const volume = kept?.volume ?? volumeOf(await read());
    const { size } = volume.pieces;
    this.#volumes.delete(key);
    this.#size += size - (kept?.size ?? 0);
    for (const [oldest, { size: freed }] of this.#volumes) {
      if (this.#size <= mostSize) break;
      this.#volumes.delete(oldest);
      this.#size -= freed;
    }
    this.#volumes.set(key, { volume, size });
    return volume;
  }

  async #threadPages(threadId: string): Promise<readonly Page[]> {
    const all = { createdAt: null, seq: Number.MAX_SAFE_INTEGER };
    return (await this.#known.thread(threadId, all, pagesPerVolume)).map(pageOf);
  }

  async #authorPages(authorId: string): Promise<readonly Page[]> {
    const pages: Page[] = [];
    for await (const comment of this.#known.timeline([authorId])) {
      pages.push(pageOf(comment));
      if (pages.length > pagesPerVolume) pages.shift();
    }
    return pages;
  }
}

function pageOf({ id, createdAt, seq, text }: Comment): Page {
  return { id, createdAt, seq, words: folded(text) };
}

function volumeOf(pages: readonly Page[]): Volume {
  return { comments: pages, pieces: new PieceIndex(pages.map(({ words }) => words)) };
}

const folded = (text: string): string =>
  wordsWithSpans(text)
    .map(({ key }) => key)
    .join(" ");

function fullest({ comments, pieces }: Volume, texts: readonly string[], reader: Comment): readonly string[] {
  const counts = new Uint32Array(comments.length);
  for (const piece of new Set(texts.flatMap(piecesOf)))
    for (const page of pieces.pagesWith(piece)) counts[page] = (counts[page] ?? 0) + 1;
  return comments
    .map((comment, page) => ({ comment, count: counts[page] ?? 0 }))
    .filter(({ comment, count }) => count > 0 && comment.id !== reader.id && inTime(comment, reader) < 0)
    .sort((a, b) => b.count - a.count || inTime(a.comment, b.comment))
    .slice(0, mostComments)
    .map(({ comment }) => comment.id);
}

/** Consecutive pieces of a text; what is left over counts when there is no whole one. */
function piecesOf(text: string): readonly string[] {
  const words = folded(text)
    .split(" ")
    .filter((word) => word !== "");
  const pieces: string[] = [];
  for (let at = 0; at + wordsPerPiece <= words.length; at += wordsPerPiece)
    pieces.push(words.slice(at, at + wordsPerPiece).join(" "));
  return pieces.length > 0 || words.length < 2 ? pieces : [words.join(" ")];
}

function inTime(a: Moment, b: Moment): number {
  const byTime = a.createdAt !== null && b.createdAt !== null ? compareStrings(a.createdAt, b.createdAt) : 0;
  return byTime || a.seq - b.seq;
}
