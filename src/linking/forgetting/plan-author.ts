import type { Author, Comment, Source, Version } from "../../model/comment.ts";
import { versionId } from "../../model/id.ts";
import type { Known } from "../../model/known.ts";
import type { Quote } from "../../model/quote.ts";
import { quoteSayingOf } from "../../model/quote-correction.ts";
import { keepMerged } from "./keep-merged.ts";
import { byComment, type ForgetPlan, planRemoval, type Rewritten } from "./plan-removal.ts";
import { redact, removedWords } from "./redact.ts";

/** Whose words go: the entries of a person, and what they wrote. */
interface Forgotten {
  readonly ids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
}

/**
 * Plans how entries of a person are forgotten: what they wrote, and their words where others quote them.
 *
 * A comment that others answer stays as a tombstone, without words or author, so that the answers keep their
 * place. In other people's comments the quotes that are known to be theirs, by place, by id or by the name
 * that the format gives, are replaced by `[removed]`; of the texts of such a comment only the current one
 * stays, since nobody knows where in the others the words stand. Reactions and stances of theirs go, and
 * sources that held only their comments. Other entries of the person stay, and stay one person.
 *
 * Not found are words that others repeat without a mark of quotation, and the name in other people's sentences.
 */
export async function planForgetAuthor(entries: readonly Author[], known: Known): Promise<ForgetPlan> {
  const own: Comment[] = [];
  for await (const comment of known.timeline(entries.map(({ id }) => id))) own.push(comment);
  const forgotten: Forgotten = {
    ids: new Set(entries.map(({ id }) => id)),
    names: new Set(entries.map(({ name }) => name)),
    comments: new Set(own.map(({ id }) => id)),
  };
  const others = new Set(await known.children([...forgotten.comments]));
  for (const entry of entries) for (const id of await known.commentsNaming(entry)) others.add(id);
  const rewritten = await rewrittenAmong(
    known,
    forgotten,
    [...others].filter((id) => !forgotten.comments.has(id)).sort(),
  );
  const plan = await planRemoval(known, { gone: own, emptied: tombstone, rewritten });
  plan.change.add("remove-authors", ...entries.map(({ id }) => ({ id })));
  const corrections = await correctionsNaming(known, forgotten);
  plan.change.add("remove-corrections", ...corrections.map((id) => ({ id })));
  plan.change.append(await keepMerged(forgotten.ids, known));
  await addSources(known, forgotten, own, plan);
  return plan;
}

/** Corrections that keep a quote for the person's, be it as it stood before. */
async function correctionsNaming(known: Known, { ids, names }: Forgotten): Promise<readonly string[]> {
  const isTheirs = (speaker: string | null) => speaker !== null && ids.has(speaker);
  return (await known.allCorrections()).flatMap((correction) => {
    const saying = quoteSayingOf(correction);
    const isNamed =
      saying !== null &&
      (isTheirs(saying.speaker) ||
        saying.before.some(
          ({ speaker, speakerName }) => isTheirs(speaker) || (speakerName !== null && names.has(speakerName)),
        ));
    return isNamed ? [correction.id] : [];
  });
}

function tombstone(comment: Comment): Comment {
  return {
    ...comment,
    authorId: null,
    editedAt: null,
    text: "",
    version: versionId(""),
    url: null,
    score: null,
    status: "removed",
    reactions: [],
    origin: null,
  };
}

/** Other people's comments that hold words or reactions of the person, without them. */
async function rewrittenAmong(
  known: Known,
  person: Forgotten,
  ids: readonly string[],
): Promise<readonly Rewritten[]> {
  const [comments, quotes, versions] = [
    await known.comments(ids),
    byComment(await known.quotes(ids)),
    byComment(await known.versions(ids)),
  ];
  return comments.flatMap((before): Rewritten[] => {
    const reactions = before.reactions.filter(({ by }) => by === null || !person.ids.has(by));
    const comment = { ...before, reactions };
    const all = quotes.get(comment.id) ?? [];
    const forgotten = all.filter((quote) => isOf(quote, person));
    if (forgotten.length > 0) {
      const texts = versions.get(comment.id) ?? [];
      const current = texts.find(({ id }) => id === comment.version) ?? wholeVersion(comment);
      const redacted = redact(comment, current, all, forgotten);
      const { quotes: left, version } = redacted;
      const gone = texts.map(({ id }) => id);
      return [{ comment: redacted.comment, gone, versions: [version], quotes: left }];
    }
    if (reactions.length === before.reactions.length) return [];
    return [{ comment, gone: [], versions: [], quotes: null }];
  });
}

/** Whether a quote holds words of the person: nobody else's are meant, and place, id or name is theirs. */
function isOf({ speaker, speakerName, source }: Quote, { ids, names, comments }: Forgotten): boolean {
  if (speaker !== null) return ids.has(speaker);
  if (speakerName !== null && names.has(speakerName)) return true;
  return source !== null && comments.has(source.commentId);
}

function wholeVersion({ id, version, text, createdAt, origin }: Comment): Version {
  return { id: version, commentId: id, text, at: createdAt, kind: "original", origin, offsets: [] };
}

/** Sources without comments go; a page of the person that tombstones still refer to loses what tells of them. */
async function addSources(
  known: Known,
  { ids }: Forgotten,
  own: readonly Comment[],
  { change, removed }: ForgetPlan,
): Promise<void> {
  const going = new Set(removed);
  const left: Source[] = [];
  for (const source of await known.sources()) {
    const isTheirs = source.authorId !== null && ids.has(source.authorId);
    const isTouched = isTheirs || own.some(({ order }) => order.source === source.id);
    const isEmpty =
      isTouched && (await known.commentsOfSource(source.id)).every((commentId) => going.has(commentId));
    if (isEmpty) change.add("remove-sources", { id: source.id });
    else left.push(isTheirs ? anonymous(source) : source);
  }
  const [first, ...others] = left;
  // An open source makes any later run link what is left, should this one be cut off.
  if (first) change.add("save-sources", { ...first, isComplete: false }, ...others);
}

function anonymous(source: Source): Source {
  const host = source.host === source.file ? removedWords : source.host;
  return { ...source, file: removedWords, host, authorId: null, bioKey: null };
}
