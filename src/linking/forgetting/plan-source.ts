import type { Comment, Source, Version } from "../../model/comment.ts";
import { compareStrings } from "../../model/id.ts";
import type { Known } from "../../model/known.ts";
import { stubOf } from "../stub.ts";
import { byComment, type ForgetPlan, planRemoval, type Rewritten } from "./plan-removal.ts";

/**
 * Plans how an input is forgotten: the comments that only it brought, and its texts of those that others brought too.
 *
 * A text without an origin (an earlier one, or none) counts as that of the source which brought the comment first. A
 * comment that another source's comment answers stays as a stub, as if it had never been seen. Which source brought a
 * text is known of the first one only: mapping another input that holds the same text again brings it back.
 */
export async function planForgetSource(source: Source, known: Known): Promise<ForgetPlan> {
  const ids = await known.commentsOfSource(source.id);
  const versions = byComment(await known.versions(ids));
  const gone: Comment[] = [];
  const rewritten: Rewritten[] = [];
  for (const comment of await known.comments(ids)) {
    const all = versions.get(comment.id) ?? [];
    const kept = all.filter(({ origin }) => (origin?.sourceId ?? comment.order.source) !== source.id);
    const [best] = kept.filter(({ text }) => text !== "").toSorted(isNewer);
    if (best) rewritten.push(await withoutTexts(known, source, comment, all, kept, best));
    else gone.push(comment);
  }
  const plan = await planRemoval(known, { gone, emptied: stubFor, rewritten });
  plan.change.add("remove-sources", { id: source.id });
  const [first] = (await known.sources()).filter(({ id }) => id !== source.id);
  // An open source makes any later run link what is left, should this one be cut off.
  if (first) plan.change.add("save-sources", { ...first, isComplete: false });
  return plan;
}

/** The newest text first; of two without a time, or of one time, the longer. */
function isNewer(a: Version, b: Version): number {
  return (
    compareStrings(b.at ?? "", a.at ?? "") || b.text.length - a.text.length || compareStrings(a.id, b.id)
  );
}

async function withoutTexts(
  known: Known,
  source: Source,
  comment: Comment,
  all: readonly Version[],
  kept: readonly Version[],
  best: Version,
): Promise<Rewritten> {
  const gone = all.filter((version) => !kept.includes(version)).map(({ id }) => id);
  const shown = kept.find(({ id }) => id === comment.version) ?? best;
  const placed = [...(await known.locutions([comment.id])), ...(await known.quotes([comment.id]))];
  const isLost = shown.id !== comment.version || placed.some(({ version }) => gone.includes(version));
  const order =
    comment.order.source === source.id && shown.origin
      ? { ...comment.order, source: shown.origin.sourceId }
      : comment.order;
  return {
    comment: { ...comment, order, text: shown.text, version: shown.id, origin: shown.origin },
    gone,
    version: null,
    quotes: isLost ? (await known.quotes([comment.id])).filter(({ version }) => version === shown.id) : null,
  };
}

const stubFor = ({ id, seq }: Comment, { threadId, order }: Comment): Comment =>
  stubOf(id, threadId, order.source, seq);
