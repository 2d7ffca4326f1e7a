import type { Author, Comment, Source, Thread, Version } from "../model/comment.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { QuoteDraft } from "../model/draft.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Origin } from "../model/origin.ts";
import type { Quote } from "../model/quote.ts";
import { ChangeBuilder } from "./change-builder.ts";
import { keepCovered } from "./corrected-quotes.ts";
import {
  becomesCurrent,
  type IdentifiedDraft,
  merged,
  nameInId,
  newComment,
  peopleOf,
  quoteOf,
  versionOf,
} from "./drafted-comment.ts";
import { readBeside, type StoredBeside } from "./stored-beside.ts";
import { stubOf } from "./stub.ts";
import { withRelating } from "./with-relating.ts";

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
  const placing = new Placing(source, await readBeside(drafts, known), nextSeq);
  for (const draft of drafts) placing.place(draft);
  return await placing.finish(known);
}

/** How the text of a draft stands to those that its comment has. */
interface MetText {
  readonly version: Version;
  readonly isNew: boolean;
  /** Whether it is the one to show from now on. */
  readonly isShown: boolean;
}

/** Places the drafts of one source, one after the other. */
class Placing {
  readonly #source: Source;
  readonly #stored: StoredBeside;
  readonly #comments: Map<string, Comment>;
  readonly #versions: Map<string, readonly Version[]>;
  readonly #authors: Map<string, Author>;
  readonly #change = new ChangeBuilder();
  readonly #diagnostics: Diagnostic[] = [];
  /** Comments that wait for extraction again. */
  readonly #dirty = new Set<string>();
  /** Comments of which only the reactions changed. */
  readonly #reacted = new Set<string>();
  readonly #saved = new Map<string, Comment>();
  readonly #people = new Map<string, Author>();
  readonly #threads = new Map<string, Thread>();
  /** The quotes of comments that are marked anew. */
  readonly #quotes = new Map<string, readonly Quote[]>();
  #seq: number;

  constructor(source: Source, stored: StoredBeside, nextSeq: number) {
    this.#source = source;
    this.#stored = stored;
    this.#comments = new Map(stored.comments);
    this.#versions = new Map(stored.versions);
    this.#authors = new Map(stored.authors);
    this.#seq = nextSeq;
  }

  place(given: IdentifiedDraft): void {
    const { addressees } = this.#stored;
    const before = this.#comments.get(given.id);
    const draft = { ...given, parentId: addressees.find(given, before?.seq ?? this.#seq) ?? given.parentId };
    this.#addPeople(draft);
    if (given.parentId) this.#addStub(given.parentId, draft.threadId);
    // A stub has no words yet: whoever brings some is the first.
    const met = before === undefined || before.status === "stub" ? null : before;
    const text = this.#meetText(draft, met);
    const after =
      met === null
        ? newComment(draft, this.#source, text.version, before?.seq ?? this.#seq++)
        : this.#merged(met, draft, text);
    if (text.isNew) this.#addText(draft, text.version);
    else this.#addOrigin(text.version);
    const isMarkedAnew = this.#markQuotes(draft, text);
    if (draft.paragraphKeys && (met === null || text.isNew))
      this.#change.add("save-paragraphs", { commentId: draft.id, keys: draft.paragraphKeys });
    if (met === null || met.threadId !== after.threadId) this.#addThread(draft);
    addressees.add(after, this.#authors.get(after.authorId ?? "")?.name ?? null);
    if (before === undefined || !isSame(before, after)) this.#save(after);

    const isEdit = text.isNew && draft.difference === "edit";
    if (
      met === null ||
      isMarkedAnew ||
      isEdit ||
      met.authorId !== after.authorId ||
      met.parentId !== after.parentId
    )
      this.#dirty.add(after.id);
    else if (!isSame(met.reactions, after.reactions)) this.#reacted.add(after.id);
    const isOfThisRun = this.#saved.has(draft.id) && !this.#stored.comments.has(draft.id);
    if (met !== null && isOfThisRun && text.isNew) this.#diagnostics.push(duplicate(draft, this.#source));
  }

  async finish(known: Known): Promise<Placement> {
    const change = this.#change;
    const stored = this.#stored.comments;
    change.add("save-authors", ...this.#people.values());
    change.add("save-threads", ...this.#threads.values());
    change.add("save-comments", ...this.#saved.values());
    for (const [id, quotes] of this.#quotes) {
      const old = stored.get(id);
      if (old && old.status !== "stub") change.add("remove-quotes", { commentId: id });
      change.add("save-quotes", ...quotes);
    }
    const marked = [...this.#quotes].filter(([id, quotes]) => stored.has(id) && quotes.length > 0);
    for (const correction of marked.length > 0 ? await known.allCorrections() : [])
      change.add(
        "save-corrections",
        ...marked.flatMap(([id, quotes]) => keepCovered(correction, this.#comments.get(id), quotes) ?? []),
      );
    const old = [...this.#dirty].filter((id) => stored.has(id));
    const touched = [...old, ...this.#reacted, ...(old.length > 0 ? await known.children(old) : [])];
    const waiting = [...(await withRelating(touched, known))].sort(compareStrings);
    change.add("forget-extracted", ...waiting.map((commentId) => ({ commentId })));
    return { change, diagnostics: this.#diagnostics, nextSeq: this.#seq };
  }

  /** A person of whom only the id was known is given the name. */
  #addPeople(draft: IdentifiedDraft): void {
    for (const person of peopleOf(draft)) {
      const named = this.#authors.get(person.id);
      if (named && (named.name === person.name || named.name !== nameInId(person.id))) continue;
      this.#authors.set(person.id, person);
      this.#people.set(person.id, person);
    }
  }

  #addStub(id: string, threadId: string | null): void {
    if (!this.#comments.has(id)) this.#save(stubOf(id, threadId, this.#source.id, this.#seq++));
  }

  #save(comment: Comment): void {
    this.#comments.set(comment.id, comment);
    this.#saved.set(comment.id, comment);
  }

  #meetText(draft: IdentifiedDraft, met: Comment | null): MetText {
    const texts = this.#versions.get(draft.id) ?? [];
    const changed = draft.difference === "edit" ? "edit" : "extraction";
    const version = versionOf(draft, this.#source, met === null ? "original" : changed);
    // A tombstone of a comment that is known adds no text to it.
    const isNew = (met === null || draft.text.length > 0) && !texts.some(({ id }) => id === version.id);
    const isShown =
      met === null ||
      (isNew && becomesCurrent(draft, met, version.text)) ||
      (draft.difference === "cut" && met.version !== version.id);
    return { version, isNew, isShown };
  }

  #merged(met: Comment, draft: IdentifiedDraft, { version, isShown }: MetText): Comment {
    const { sources } = this.#stored;
    const source = this.#source;
    return merged(met, draft, isShown ? version : null, {
      isNewest: sourcesOf(met, this.#versions.get(draft.id) ?? []).every(
        (id) => (sources.get(id)?.rank ?? -1) <= source.rank,
      ),
      isOfFormat: (sources.get(met.order.source) ?? source).format === source.format,
    });
  }

  /** Adds a text to its comment, behind those that the draft had before an edit. */
  #addText(draft: IdentifiedDraft, version: Version): void {
    const texts = [...(this.#versions.get(draft.id) ?? [])];
    for (const earlier of draft.earlier) {
      const older = versionOf({ ...draft, text: earlier.text, offsets: [] }, this.#source, "original");
      if (older.id === version.id || texts.some(({ id }) => id === older.id)) continue;
      const dated = { ...older, at: earlier.at, origin: null };
      texts.push(dated);
      this.#change.add("save-versions", dated);
    }
    texts.push(version);
    this.#versions.set(draft.id, texts);
    this.#change.add("save-versions", version);
  }

  /** Notes that this source brought a text too which another one brought before. */
  #addOrigin({ commentId, id, origin, offsets }: Version): void {
    const texts = this.#versions.get(commentId) ?? [];
    const same = texts.find((one) => one.id === id);
    if (same === undefined || origin === null || !isElsewhere(same, origin)) return;
    const wider = { ...same, alsoIn: [...(same.alsoIn ?? []), { ...origin, offsets }] };
    this.#versions.set(
      commentId,
      texts.map((one) => (one === same ? wider : one)),
    );
    this.#change.add("save-versions", wider);
  }

  /** Marks the quotes of the text that is shown; says whether they may be others than before. */
  #markQuotes(draft: IdentifiedDraft, { version, isShown }: MetText): boolean {
    const isCutAnew =
      draft.difference === "cut" && isOtherwiseMarked(draft.quotes, this.#stored.quotes.get(draft.id));
    if (!isShown && !isCutAnew) return false;
    this.#quotes.set(
      draft.id,
      draft.quotes.map((quote) => quoteOf(quote, draft, version, this.#source)),
    );
    return true;
  }

  #addThread({ threadId, threadTitle }: IdentifiedDraft): void {
    if (!threadId) return;
    // A comment that does not repeat the title does not take it away.
    if (threadTitle !== null || !(this.#threads.has(threadId) || this.#stored.threads.has(threadId)))
      this.#threads.set(threadId, { id: threadId, title: threadTitle });
  }
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
