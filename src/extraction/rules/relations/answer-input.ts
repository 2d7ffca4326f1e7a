import type { Statement } from "../../../model/claim.ts";
import type { ContextComment, ExtractionContext } from "../../../model/extraction.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { Resemblance } from "../../../text/resemblance.ts";
import type { AnswerInput } from "./passages.ts";
import { type Unit, unitsOf } from "./units.ts";

/** What a comment's relations are found in: its statements as units, and those of what it may answer. */
export function answerInput(
  comment: SegmentedComment,
  statements: readonly Statement[],
  context: ExtractionContext,
): AnswerInput {
  const units = unitsOf(comment, statements);
  const others = new Map<string, readonly Unit[]>();
  for (const other of [...context.ancestors, ...context.quoted])
    if (other.id !== comment.id && !others.has(other.id)) others.set(other.id, contextUnits(other));
  const parent: ContextComment | null =
    context.ancestors.find((ancestor) => ancestor.id === comment.parentId) ?? null;
  const resemblance = new Resemblance(
    [units, ...others.values()].flatMap((list) => list.map((unit) => unit.profile)),
  );
  return {
    comment,
    units,
    others,
    parent,
    ancestors: context.ancestors,
    resemblance,
    forum: context.forum ?? 0,
  };
}

/** Units of comments that are the context of many: those of a parent are asked for by each of its replies. */
const remembered = new WeakMap<ContextComment, readonly Unit[]>();

function contextUnits(comment: ContextComment): readonly Unit[] {
  const known = remembered.get(comment);
  if (known !== undefined) return known;
  const units = unitsOf(comment, comment.statements);
  remembered.set(comment, units);
  return units;
}
