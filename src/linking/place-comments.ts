import type { Author, Comment, Source, Thread, Version } from "../model/comment.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { CommentDraft, QuoteDraft } from "../model/draft.ts";
import { compareStrings, quoteId, versionId } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Origin } from "../model/origin.ts";
import type { Quote } from "../model/quote.ts";
import { quoteSayingOf } from "../model/quote-correction.ts";
import { sliceSpan } from "../model/span.ts";
import { toOrigin } from "../text/offset-map.ts";
import { Addressees } from "./addressees.ts";
import { ChangeBuilder } from "./change-builder.ts";
import { keepCovered } from "./corrected-quotes.ts";
import { stubOf } from "./stub.ts";
import { withRelating } from "./with-relating.ts";

/** A draft whose id is settled, with what a text that differs from the stored one would mean. */
export interface IdentifiedDraft extends CommentDraft {
  readonly id: string;
  /**
   * `extraction`: another reading of the same words, of which the longest is shown; `cut`: the same words
   * with other ends, which a person set and which are shown.
   */
  readonly difference: "edit" | "extraction" | "cut";
  /** Keys of the paragraphs by which a comment without a native id is met again; null when it has an id. */
  readonly paragraphKeys: readonly string[] | null;
}

export interface Placement {
  readonly change: ChangeBuilder;
  readonly diagnostics: readonly Diagnostic[];
  /** The `seq` that the next new comment takes. */
  readonly nextSeq: number;
}

/**
 * Plans where imported comments stand beside those stored: new, known, edited, or read another way.
 *
 * Placing the same drafts again plans nothing. A text that another source brought before gains a further
 * origin. A comment that differs only in what changes by itself (score, reactions, status) is updated; a text
 * that differs becomes a further version. A parent that nobody has seen becomes a stub, and a stub that turns
 * up is filled in. Where words and not the format say who is answered, the parent is that person's comment.
 * Comments whose words, author, parent or reactions changed wait for extraction again, and with them those
 * that answer or quote them.
 *
 * @param nextSeq - the `seq` of the first new comment.
 */
export async function placeComments(
  drafts: readonly IdentifiedDraft[],
  source: Source,
  known: Known,
  nextSeq: number,
): Promise<Placement> {
  const ids = [
    ...new Set(drafts.flatMap((draft) => [draft.id, ...(draft.parentId ? [draft.parentId] : [])])),
  ];
  const comments = new Map((await known.comments(ids)).map((comment) => [comment.id, comment]));
  const versions = new Map<string, Version[]>();
  for (const version of await known.versions(ids))
    versions.set(version.commentId, [...(versions.get(version.commentId) ?? []), version]);
  const authorIds = drafts.flatMap((draft) => peopleOf(draft).map(({ id }) => id));
  const authors = new Map(
    (await known.authors([...new Set(authorIds)])).map((author) => [author.id, author]),
  );
  const stored = new Map(comments);

  const change = new ChangeBuilder();
  const diagnostics: Diagnostic[] = [];
  const dirty = new Set<string>();
  /** Comments of which only the reactions changed. */
  const reacted = new Set<string>();
  const saved = new Map<string, Comment>();
  const people = new Map<string, Author>();
  const threads = new Map<string, Thread>();
  const threadIds = [...new Set(drafts.flatMap(({ threadId }) => threadId ?? []))];
  const knownThreads = await known.existing("threads", threadIds);
  const quotesOf = new Map<string, readonly Quote[]>();
  const storedQuotes = await quotesByComment(drafts, known);
  const sources = new Map((await known.sources()).map((one) => [one.id, one]));
  const addressees = await Addressees.read(drafts, known);
  let seq = nextSeq;

  for (const given of drafts) {
    const before = comments.get(given.id);
    const draft = { ...given, parentId: addressees.find(given, before?.seq ?? seq) ?? given.parentId };
    const ownVersions = versions.get(draft.id) ?? [];
    const version = versionOf(
      draft,
      source,
      before && before.status !== "stub" ? kindOf(draft.difference) : "original",
    );
    for (const person of peopleOf(draft)) {
      const named = authors.get(person.id);
      if (named && (named.name === person.name || named.name !== nameInId(person.id))) continue;
      authors.set(person.id, person);
      people.set(person.id, person);
    }
    if (given.parentId && !comments.has(given.parentId)) {
      const stub = stubOf(given.parentId, draft.threadId, source.id, seq++);
      comments.set(stub.id, stub);
      saved.set(stub.id, stub);
    }

    const isNew = before === undefined || before.status === "stub";
    // A tombstone of a comment that is known adds no text to it.
    const isNewText = (isNew || draft.text.length > 0) && !ownVersions.some((one) => one.id === version.id);
    const isShown =
      isNew ||
      (isNewText && becomesCurrent(draft, before, version.text)) ||
      (draft.difference === "cut" && before.version !== version.id);
    const after = isNew
      ? newComment(draft, source, version, before?.seq ?? seq++)
      : merged(before, draft, isShown ? version : null, {
          isNewest: sourcesOf(before, ownVersions).every(
            (id) => (sources.get(id)?.rank ?? -1) <= source.rank,
          ),
          isOfFormat: (sources.get(before.order.source) ?? source).format === source.format,
        });

    if (isNewText) {
      for (const earlier of draft.earlier) {
        const older = versionOf({ ...draft, text: earlier.text, offsets: [] }, source, "original");
        if (older.id === version.id || ownVersions.some((one) => one.id === older.id)) continue;
        const dated = { ...older, at: earlier.at, origin: null };
        ownVersions.push(dated);
        change.add("save-versions", dated);
      }
      ownVersions.push(version);
      versions.set(draft.id, ownVersions);
      change.add("save-versions", version);
    }
    const met = ownVersions.findIndex((one) => one.id === version.id);
    const same = ownVersions[met];
    if (!isNewText && same !== undefined && version.origin !== null && isElsewhere(same, version.origin)) {
      const further = { ...version.origin, offsets: version.offsets };
      const wider = { ...same, alsoIn: [...(same.alsoIn ?? []), further] };
      ownVersions[met] = wider;
      change.add("save-versions", wider);
    }
    const isMarkedAnew =
      !isShown && draft.difference === "cut" && isOtherwiseMarked(draft.quotes, storedQuotes.get(draft.id));
    if (isShown || isMarkedAnew)
      quotesOf.set(
        draft.id,
        draft.quotes.map((quote) => quoteOf(quote, draft, version, source)),
      );
    if (draft.paragraphKeys && (isNew || isNewText))
      change.add("save-paragraphs", { commentId: draft.id, keys: draft.paragraphKeys });
    if (draft.threadId && (isNew || before.threadId !== after.threadId)) {
      const thread = { id: draft.threadId, title: draft.threadTitle };
      // A comment that does not repeat the title does not take it away.
      if (thread.title !== null || !(threads.has(thread.id) || knownThreads.has(thread.id)))
        threads.set(thread.id, thread);
    }

    addressees.add(after, authors.get(after.authorId ?? "")?.name ?? null);
    if (before === undefined || !isSame(before, after)) {
      comments.set(after.id, after);
      saved.set(after.id, after);
    }
    const isEdit = isNewText && draft.difference === "edit";
    if (
      isNew ||
      isShown ||
      isMarkedAnew ||
      isEdit ||
      before.authorId !== after.authorId ||
      before.parentId !== after.parentId
    )
      dirty.add(after.id);
    else if (!isSame(before.reactions, after.reactions)) reacted.add(after.id);
    if (saved.has(draft.id) && before && !stored.has(draft.id) && !isNew && isNewText)
      diagnostics.push(duplicate(draft, source));
  }

  change.add("save-authors", ...people.values());
  change.add("save-threads", ...threads.values());
  change.add("save-comments", ...saved.values());
  for (const [id, quotes] of quotesOf) {
    const old = stored.get(id);
    if (old && old.status !== "stub") change.add("remove-quotes", { commentId: id });
    change.add("save-quotes", ...quotes);
  }
  const marked = [...quotesOf].filter(([id, quotes]) => stored.has(id) && quotes.length > 0);
  for (const correction of marked.length > 0 ? await known.allCorrections() : [])
    change.add(
      "save-corrections",
      ...marked.flatMap(([id, quotes]) => keepCovered(correction, comments.get(id), quotes) ?? []),
    );
  const old = [...dirty].filter((id) => stored.has(id));
  const touched = [...old, ...reacted, ...(old.length > 0 ? await known.children(old) : [])];
  const waiting = [...(await withRelating(touched, known))].sort(compareStrings);
  change.add("forget-extracted", ...waiting.map((commentId) => ({ commentId })));
  return { change, diagnostics, nextSeq: seq };
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

/** Whether an importer marks other quotes than it did. Those that were found since do not count. */
function isOtherwiseMarked(drafts: readonly QuoteDraft[], stored: readonly Quote[] = []): boolean {
  const marked = stored.filter(({ how }) => how !== "inline" && how !== "matched");
  const before = new Set(marked.map(({ span, speakerName }) => `${span.start} ${span.end} ${speakerName}`));
  const isSame = ({ span, speaker }: QuoteDraft) => before.has(`${span.start} ${span.end} ${speaker}`);
  return before.size !== drafts.length || !drafts.every(isSame);
}

/** The sources that brought a comment or a text of it. */
function sourcesOf({ order }: Comment, versions: readonly Version[]): readonly string[] {
  const origins = versions.flatMap(({ origin, alsoIn = [] }) => [origin, ...alsoIn]);
  return [order.source, ...origins.flatMap((origin) => origin?.sourceId ?? [])];
}

/** Whether an origin is of a source that is not known to hold a text. */
function isElsewhere({ origin, alsoIn = [] }: Version, { sourceId }: Origin): boolean {
  return ![origin, ...alsoIn].some((one) => one?.sourceId === sourceId);
}

/** Who a draft names: its author, and the readers who reacted, of whom it gives no more than an id. */
function peopleOf(draft: CommentDraft): readonly Author[] {
  const readers = draft.reactions.flatMap(({ by }) => (by === null ? [] : [{ id: by, name: nameInId(by) }]));
  return [...(draft.author ? [{ id: draft.author.id, name: draft.author.name }] : []), ...readers];
}

/** The native part of `<host>:<native id>`. */
function nameInId(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function versionOf(draft: CommentDraft, source: Source, kind: Version["kind"]): Version {
  const id = versionId(draft.text);
  return {
    id,
    commentId: draft.id ?? "",
    text: draft.text,
    at: draft.editedAt ?? draft.createdAt,
    kind,
    origin: draft.text.length > 0 ? wholeOrigin(draft, source) : null,
    offsets: draft.offsets,
  };
}

const kindOf = (difference: IdentifiedDraft["difference"]): Version["kind"] =>
  difference === "edit" ? "edit" : "extraction";

function wholeOrigin(draft: CommentDraft, source: Source): Origin {
  const { record, field, offsets, text } = draft;
  const range = toOrigin(offsets, { start: 0, end: text.length });
  return { sourceId: source.id, file: source.file, record, field, ...range };
}

function newComment(draft: IdentifiedDraft, source: Source, version: Version, seq: number): Comment {
  return {
    id: draft.id,
    authorId: draft.author?.id ?? null,
    threadId: draft.threadId,
    parentId: draft.parentId,
    createdAt: draft.createdAt,
    editedAt: draft.editedAt,
    order: { source: source.id, index: draft.index },
    seq,
    text: version.text,
    version: version.id,
    url: draft.url,
    score: draft.score,
    status: draft.status,
    reactions: draft.reactions,
    origin: version.origin,
  };
}

/**
 * A stored comment with what a draft adds: what the store does not know yet, and what changes by itself (score,
 * status, reactions), of which the newest source of the comment has the last word.
 */
function merged(
  before: Comment,
  draft: IdentifiedDraft,
  version: Version | null,
  { isNewest, isOfFormat }: { readonly isNewest: boolean; readonly isOfFormat: boolean },
): Comment {
  // Another format may not know of reactions; the same one says so when they are gone.
  const reactions = draft.reactions.length > 0 || isOfFormat ? draft.reactions : before.reactions;
  return {
    ...before,
    authorId: before.authorId ?? draft.author?.id ?? null,
    threadId: before.threadId ?? draft.threadId,
    parentId: before.parentId ?? draft.parentId,
    createdAt: before.createdAt ?? draft.createdAt,
    editedAt: draft.editedAt ?? before.editedAt,
    url: before.url ?? draft.url,
    ...(isNewest
      ? { score: draft.score ?? before.score, status: draft.status, reactions }
      : { score: before.score ?? draft.score }),
    ...(version ? { text: version.text, version: version.id, origin: version.origin } : {}),
  };
}

/**
 * Whether a text that differs from the stored one is the one to show.
 *
 * Of two extractions the longer lost less. Of two edits the later stands, and without dates the one imported last.
 */
function becomesCurrent(draft: IdentifiedDraft, before: Comment, text: string): boolean {
  if (draft.difference === "extraction") return text.length > before.text.length;
  if (draft.difference === "cut") return true;
  // A tombstone has no words of its own: what was said before it stays readable.
  if (text.length === 0) return false;
  const [now, then] = [draft.editedAt ?? draft.createdAt, before.editedAt ?? before.createdAt];
  return now === null || then === null || now >= then;
}

function quoteOf(quote: QuoteDraft, draft: IdentifiedDraft, version: Version, source: Source): Quote {
  const { record, field, offsets } = draft;
  return {
    id: quoteId(draft.id, version.id, quote.span.start, quote.span.end),
    commentId: draft.id,
    version: version.id,
    span: quote.span,
    text: sliceSpan(version.text, quote.span),
    how: quote.how,
    score: Math.round(quote.score * 1000) / 1000,
    speaker: null,
    speakerName: quote.speaker,
    source: null,
    sourceId: quote.source,
    answer: null,
    origin: { sourceId: source.id, file: source.file, record, field, ...toOrigin(offsets, quote.span) },
  };
}

function duplicate(draft: IdentifiedDraft, source: Source): Diagnostic {
  return {
    severity: "note",
    code: "import.duplicate-id",
    message: "the id occurs twice with different texts; both are kept as versions of one comment",
    place: draft.record ? `${source.file}:${draft.record}` : source.file,
    commentId: draft.id,
    span: null,
  };
}

function isSame(a: Comment | Comment["reactions"], b: Comment | Comment["reactions"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
