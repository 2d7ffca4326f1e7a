import type { Locution } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import { stanceId } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Quote } from "../model/quote.ts";
import { contains } from "../model/span.ts";
import type { ChangeBuilder } from "./change-builder.ts";
import { withRelating } from "./with-relating.ts";

/**
 * Plans other quotes for a comment: words that lie in one are said by whoever is quoted, all others by who
 * wrote it.
 *
 * Locutions change their speaker where they stand, with the relations that start on them and the stances that
 * these show, so that all layers tell it at once. The comment, and those that bear on it, wait for a new
 * extraction, which may cut the words otherwise.
 */
export async function planQuotes(
  known: Known,
  comment: Comment,
  quotes: readonly Quote[],
  change: ChangeBuilder,
): Promise<void> {
  const { id: commentId } = comment;
  change.add("remove-quotes", { commentId }).add("save-quotes", ...quotes);
  const moved = (await known.locutions([commentId]))
    .filter(({ version }) => version === comment.version)
    .map((locution) => ({ before: locution, after: saidIn(locution, comment, quotes) }))
    .filter(({ before, after }) => before.speaker !== after.speaker || before.quoteId !== after.quoteId);
  change.add("save-locutions", ...moved.map(({ after }) => after));
  const speaking = new Map(moved.map(({ after }) => [after.id, after]));
  const relations = (await known.relations([commentId])).flatMap((relation) => {
    const from = speaking.get(relation.from);
    if (!from) return [];
    const createdAt = from.speaker !== null && from.speaker === comment.authorId ? from.createdAt : null;
    return [{ ...relation, speaker: from.speaker, createdAt }];
  });
  change.add("save-relations", ...relations);
  for (const stance of await known.stancesOn([...new Set(relations.map(({ toClaim }) => toClaim))])) {
    const { method, evidence, target, extractor } = stance;
    const from = speaking.get(evidence ?? "");
    if (method !== "relation" || !from || from.speaker === stance.authorId) continue;
    change.add("remove-stances", { id: stance.id, targetKind: target.kind, targetId: target.id });
    if (from.speaker === null) continue;
    const id = stanceId(from.speaker, target.id, method, from.id, extractor);
    change.add("save-stances", { ...stance, id, authorId: from.speaker });
  }
  const touched = await withRelating([commentId, ...(await known.children([commentId]))], known);
  change.add("forget-extracted", ...[...touched].sort().map((id) => ({ commentId: id })));
}

function saidIn(locution: Locution, comment: Comment, quotes: readonly Quote[]): Locution {
  const quote = quotes.find(({ span }) => contains(span, locution.span)) ?? null;
  if (quote) return { ...locution, quoteId: quote.id, speaker: quote.speaker, createdAt: null };
  const createdAt = locution.quoteId === null ? locution.createdAt : comment.createdAt;
  return { ...locution, quoteId: null, speaker: comment.authorId, createdAt };
}
