import type { Statement } from "../../../model/claim.ts";
import type {
  ContextComment,
  ExtractionContext,
  ProposedRelation,
  ProposedStance,
} from "../../../model/extraction.ts";
import { relationKinds } from "../../../model/relation.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { Resemblance } from "../../../text/resemblance.ts";
import { answers } from "./answers.ts";
import type { Draft } from "./draft.ts";
import { hangOnFirst } from "./hub.ts";
import { neighbours } from "./neighbours.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Relations less probable than this are not drawn: a map with guesses in it is worse than one with gaps. */
const leastConfidence = 0.27;
/** The most that a rule may be sure of: no rule of ours is right nine times of ten. */
const mostConfidence = 0.85;

export interface ProposedRelations {
  readonly relations: readonly ProposedRelation[];
  readonly stances: readonly ProposedStance[];
}

/**
 * Draws how the statements of a comment answer other people's and hang on each other.
 *
 * Structure comes before similarity: quotes and the words after them, the head of a reply and its parent, the
 * connective that opens a sentence. Resemblance only chooses among the candidates that structure leaves. What
 * no rule joins with a probability of at least {@link leastConfidence} stays unjoined.
 *
 * Each ordered pair gets one relation, the most probable; of equal ones the stronger kind. The order is that of
 * the text. A pure function, linear in the claims of the comment times those of what it answers.
 */
export function proposeRelations(
  comment: SegmentedComment,
  statements: readonly Statement[],
  context: ExtractionContext,
): ProposedRelations {
  const units = unitsOf(comment, statements);
  const others = new Map<string, readonly Unit[]>();
  for (const other of [...context.ancestors, ...context.quoted])
    if (other.id !== comment.id && !others.has(other.id)) others.set(other.id, contextUnits(other));
  const parent: ContextComment | null =
    context.ancestors.find((ancestor) => ancestor.id === comment.parentId) ?? null;
  const resemblance = new Resemblance(
    [units, ...others.values()].flatMap((list) => list.map((unit) => unit.profile)),
  );
  const answering = answers({ comment, units, others, parent, ancestors: context.ancestors, resemblance });
  const sources = new Set(answering.filter(isDrawn).map(({ from }) => from));
  const hanging = hangOnFirst(units, comment.quotes, resemblance).filter(({ from }) => !sources.has(from));
  return written(choose([...answering, ...neighbours(units, resemblance), ...hanging]));
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

const placeKey = (unit: Unit): string =>
  `${unit.place.commentId} ${unit.place.version} ${unit.place.span.start} ${unit.place.span.end}`;

const isDrawn = ({ confidence }: Draft): boolean => confidence >= leastConfidence;

function choose(drafts: readonly Draft[]): readonly Draft[] {
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    if (!isDrawn(draft)) continue;
    const key = `${placeKey(draft.from)}>${placeKey(draft.to)}`;
    const known = best.get(key);
    if (known === undefined || isBetter(draft, known)) best.set(key, draft);
  }
  return [...best.values()];
}

function isBetter(a: Draft, b: Draft): boolean {
  if (a.confidence !== b.confidence) return a.confidence > b.confidence;
  return relationKinds.indexOf(a.kind) < relationKinds.indexOf(b.kind);
}

function written(drafts: readonly Draft[]): ProposedRelations {
  const stances: ProposedStance[] = [];
  const relations = drafts.map((draft): ProposedRelation => {
    const { kind, attack, method } = draft;
    const [from, to] = [draft.from.place, draft.to.place];
    if (draft.stance !== null) stances.push({ toward: to, stance: draft.stance, evidence: from });
    const confidence = Math.round(Math.min(mostConfidence, draft.confidence) * 1000) / 1000;
    return { kind, attack, from, to, confidence, method, evidence: [from, to] };
  });
  return { relations, stances };
}
