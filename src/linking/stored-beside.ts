import type { Author, Comment, Source, Version } from "../model/comment.ts";
import { versionId } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Quote } from "../model/quote.ts";
import { quoteSayingOf } from "../model/quote-correction.ts";
import { Addressees } from "./addressees.ts";
import { type IdentifiedDraft, peopleOf } from "./drafted-comment.ts";

/** What is stored of the comments of some drafts, of those they answer and of all that they name. */
export interface StoredBeside {
  readonly comments: ReadonlyMap<string, Comment>;
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  readonly authors: ReadonlyMap<string, Author>;
  readonly threads: ReadonlySet<string>;
  readonly quotes: ReadonlyMap<string, readonly Quote[]>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly addressees: Addressees;
}

/** Reads what is stored beside some drafts. */
export async function readBeside(drafts: readonly IdentifiedDraft[], known: Known): Promise<StoredBeside> {
  const ids = [
    ...new Set(drafts.flatMap((draft) => [draft.id, ...(draft.parentId ? [draft.parentId] : [])])),
  ];
  const versions = new Map<string, readonly Version[]>();
  for (const version of await known.versions(ids))
    versions.set(version.commentId, [...(versions.get(version.commentId) ?? []), version]);
  const authorIds = drafts.flatMap((draft) => peopleOf(draft).map(({ id }) => id));
  const threadIds = [...new Set(drafts.flatMap(({ threadId }) => threadId ?? []))];
  return {
    comments: new Map((await known.comments(ids)).map((comment) => [comment.id, comment])),
    versions,
    authors: new Map((await known.authors([...new Set(authorIds)])).map((author) => [author.id, author])),
    threads: await known.existing("threads", threadIds),
    quotes: await quotesByComment(drafts, known),
    sources: new Map((await known.sources()).map((one) => [one.id, one])),
    addressees: await Addressees.read(drafts, known),
  };
}

/** The quotes that are stored of comments which a person cut, who may have marked other ones since. */
async function quotesByComment(
  drafts: readonly IdentifiedDraft[],
  known: Known,
): Promise<ReadonlyMap<string, readonly Quote[]>> {
  const cut = new Map(
    drafts.filter(({ difference }) => difference === "cut").map(({ id, text }) => [id, versionId(text)]),
  );
  const quotes = new Map<string, Quote[]>();
  for (const quote of cut.size > 0 ? await known.quotes([...cut.keys()]) : [])
    if (quote.how !== "human") quotes.set(quote.commentId, [...(quotes.get(quote.commentId) ?? []), quote]);
  // What a person says is none, or another's, an importer marks as before.
  for (const correction of cut.size > 0 ? await known.allCorrections() : []) {
    const { commentId, before } = quoteSayingOf(correction) ?? { commentId: "", before: [] };
    const stored = quotes.get(commentId) ?? [];
    const others = before.filter(
      ({ id, version }) => version === cut.get(commentId) && !stored.some((one) => one.id === id),
    );
    if (others.length > 0) quotes.set(commentId, [...stored, ...others]);
  }
  return quotes;
}
