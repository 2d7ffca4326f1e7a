import type { Comment, Version } from "../model/comment.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Offsets } from "../model/origin.ts";
import type { Quote } from "../model/quote.ts";
import { keepLatest } from "./keep-latest.ts";

/** A stored comment with what extraction needs of it. */
export interface ShelvedComment {
  readonly comment: Comment;
  /** Joins the current text to the input. */
  readonly offsets: Offsets;
  readonly quotes: readonly Quote[];
  /** The texts that an edit changed into the current one, oldest first. */
  readonly earlier: readonly Version[];
  /** The fingerprints of the layers that read the comment, sorted. */
  readonly fingerprints: readonly string[];
  readonly language: string | null;
}

/** How many comments stay at hand; the least recently used goes first. */
const capacity = 2000;

/**
 * Reads comments from the store in lists and keeps the last ones, because replies ask for the same parents again.
 *
 * What a run is about to change it holds until that is written; the shelf never writes.
 */
export class CommentShelf {
  readonly #known: Known;
  readonly #shelved = new Map<string, ShelvedComment | null>();
  /** Comments that are not written yet as they are here, so that the store would tell what is past. */
  readonly #held = new Map<string, ShelvedComment>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Reads the comments that are not at hand, in one request a kind. */
  async fetch(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#shelved.has(id) && !this.#held.has(id));
    if (missing.length === 0) return;
    const [comments, versions, quotes, extracted] = await Promise.all([
      this.#known.comments(missing),
      this.#known.versions(missing),
      this.#known.quotes(missing),
      this.#known.extracted(missing),
    ]);
    const versionsOf = new Map<string, Version[]>();
    for (const version of versions) {
      const list = versionsOf.get(version.commentId);
      if (list) list.push(version);
      else versionsOf.set(version.commentId, [version]);
    }
    const quotesOf = new Map<string, Quote[]>();
    for (const quote of quotes) {
      const list = quotesOf.get(quote.commentId);
      if (list) list.push(quote);
      else quotesOf.set(quote.commentId, [quote]);
    }
    const extractedOf = new Map(extracted.map((one) => [one.commentId, one]));
    const found = new Map(comments.map((comment) => [comment.id, comment]));
    for (const id of missing) {
      const comment = found.get(id);
      const texts = versionsOf.get(id) ?? [];
      this.#put(
        id,
        comment
          ? {
              comment,
              offsets: texts.find((version) => version.id === comment.version)?.offsets ?? [],
              earlier: editedTexts(texts, comment.version),
              quotes: quotesOf.get(id) ?? [],
              fingerprints: extractedOf.get(id)?.fingerprints ?? [],
              language: extractedOf.get(id)?.language ?? null,
            }
          : null,
      );
    }
  }

  /** The comment, or null when the store has none of this id. */
  async get(id: string): Promise<ShelvedComment | null> {
    const held = this.#held.get(id);
    if (held) return held;
    if (!this.#shelved.has(id)) await this.fetch([id]);
    const shelved = this.#shelved.get(id) ?? null;
    this.#put(id, shelved);
    return shelved;
  }

  /** Keeps a comment at hand as it will be, until `release` says that it is written. */
  hold(shelved: ShelvedComment): void {
    this.#held.set(shelved.comment.id, shelved);
  }

  /** Puts a comment that is written by now among the others. */
  release(id: string): void {
    const held = this.#held.get(id);
    if (held) this.#put(id, held);
    this.#held.delete(id);
  }

  #put(id: string, shelved: ShelvedComment | null): void {
    keepLatest(this.#shelved, id, shelved, capacity);
  }
}

/** A further extraction of the same words is no edit, and tells of none. */
function editedTexts(versions: readonly Version[], current: string): readonly Version[] {
  if (versions.find(({ id }) => id === current)?.kind === "extraction") return [];
  const rank = ({ kind }: Version): number => (kind === "original" ? 0 : 1);
  return versions
    .filter(({ id, kind, text }) => id !== current && kind !== "extraction" && text !== "")
    .toSorted(
      (a, b) => compareStrings(a.at ?? "", b.at ?? "") || rank(a) - rank(b) || compareStrings(a.id, b.id),
    );
}
