import type { Comment, FurtherOrigin, Source, Version } from "../../model/comment.ts";
import { compareStrings } from "../../model/id.ts";
import type { Known } from "../../model/known.ts";
import type { Quote } from "../../model/quote.ts";
import { toOrigin } from "../../text/offset-map.ts";
import { stubOf } from "../stub.ts";
import { byComment, type ForgetPlan, planRemoval, type Rewritten } from "./plan-removal.ts";

/**
 * Plans how an input is forgotten: the comments that only it brought, and its texts of those that others
 * brought too.
 *
 * A text without an origin (an earlier one, or none) counts as that of the source which brought the comment
 * first. A text that another source holds too stays, with its place there. A comment that another source's
 * comment answers stays as a stub, as if it had never been seen.
 */
export async function planForgetSource(source: Source, known: Known): Promise<ForgetPlan> {
  const ids = await known.commentsOfSource(source.id);
  const versions = byComment(await known.versions(ids));
  const gone: Comment[] = [];
  const rewritten: Rewritten[] = [];
  for (const comment of await known.comments(ids)) {
    const all = versions.get(comment.id) ?? [];
    const kept = all.flatMap((version) => withoutSource(version, source.id, comment));
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

/** A text as the other sources hold it; none where no other does. */
function withoutSource(version: Version, sourceId: string, { order }: Comment): readonly Version[] {
  const { origin, alsoIn = [], ...text } = version;
  const others = alsoIn.filter((one) => one.sourceId !== sourceId);
  if ((origin?.sourceId ?? order.source) !== sourceId) return [{ ...text, origin, ...further(others) }];
  const [first, ...rest] = others;
  if (first === undefined) return [];
  const { offsets, ...place } = first;
  return [{ ...text, origin: place, offsets, ...further(rest) }];
}

const further = (alsoIn: readonly FurtherOrigin[]): Pick<Version, "alsoIn"> =>
  alsoIn.length > 0 ? { alsoIn } : {};

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
  const left = new Map(kept.map((version) => [version.id, version]));
  const gone = all.flatMap(({ id }) => (left.has(id) ? [] : id));
  const versions = all.flatMap((version) => {
    const now = left.get(version.id);
    return now && (now.origin !== version.origin || now.alsoIn?.length !== version.alsoIn?.length)
      ? [now]
      : [];
  });
  const shown = left.get(comment.version) ?? best;
  const quotes = await known.quotes([comment.id]);
  const placed = [...(await known.locutions([comment.id])), ...quotes];
  const isLost =
    shown.id !== comment.version ||
    shown.origin?.sourceId !== comment.origin?.sourceId ||
    placed.some(({ version }) => gone.includes(version));
  const order =
    comment.order.source === source.id && shown.origin
      ? { ...comment.order, source: shown.origin.sourceId }
      : comment.order;
  return {
    comment: { ...comment, order, text: shown.text, version: shown.id, origin: shown.origin },
    gone,
    versions,
    quotes: isLost
      ? quotes.flatMap((quote) => (quote.version === shown.id ? placedIn(quote, shown) : []))
      : null,
  };
}

/** A quote with its place in the input that its text now comes from. */
function placedIn(quote: Quote, { origin, offsets }: Version): Quote {
  return { ...quote, origin: origin && { ...origin, ...toOrigin(offsets, quote.span) } };
}

const stubFor = ({ id, seq }: Comment, { threadId, order }: Comment): Comment =>
  stubOf(id, threadId, order.source, seq);
