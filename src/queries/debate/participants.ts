import type { StanceRow } from "../load/stances.ts";
import type { RelationItem, Words } from "../shapes.ts";
import type { Bond } from "./sides.ts";

/** Who said some words, as a debate counts people. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly isKnown: boolean;
  readonly commentId: string | null;
}

/**
 * Who speaks: an author, or somebody unknown, who is a participant of their own in each comment. There is no
 * shared unknown person: two comments may quote two people.
 */
export function speakerOf(words: Words): Speaker {
  const { speaker, isQuoted, commentId } = words;
  if (speaker !== null) return { id: speaker.id, name: speaker.name, isKnown: true, commentId: null };
  return isQuoted
    ? { id: `quoted:${commentId}`, name: "quoted, speaker unknown", isKnown: false, commentId }
    : { id: `unnamed:${commentId}`, name: "author unknown", isKnown: false, commentId };
}

/** How much a stance weighs beside a relation that is sure: words more than buttons, buttons more than votes. */
const stanceWeights: Readonly<Record<string, number>> = {
  human: 1,
  relation: 0.8,
  delta: 0.6,
  reaction: 0.5,
  vote: 0.25,
};
const otherStanceWeight = 0.5;
/** Support of another person's claim weighs less than a disagreement of the same confidence. */
const supportWeight = 0.5;

/**
 * Who disagrees and who agrees with whom, from relations into claims of others and from stances toward them.
 *
 * A stance that several sentences show counts once, and one `against` that a `disagrees-with` of the same
 * person on the same claim already says is left out. Words that only report somebody join their speaker to
 * nobody.
 *
 * @param wordsByClaim - all locutions of the claims of the debate.
 */
export function bondsOf(
  relations: readonly RelationItem[],
  stances: readonly StanceRow[],
  wordsByClaim: ReadonlyMap<string, readonly Words[]>,
): readonly Bond[] {
  const bonds: Bond[] = [];
  const said = new Set<string>();
  for (const { kind, from, to, confidence } of relations) {
    // What a report answers, or is answered in it, is between others.
    if (from.attribution === "reported" || to.attribution === "reported") continue;
    const [speaker, other] = [speakerOf(from).id, speakerOf(to).id];
    if (kind === "disagrees-with") said.add(`${speaker}\u001f${to.claimId}`);
    if (speaker === other) continue;
    if (kind === "disagrees-with") bonds.push({ from: speaker, to: other, weight: -confidence });
    if (kind === "supports") bonds.push({ from: speaker, to: other, weight: supportWeight * confidence });
  }
  for (const { authorId, stance, method, targetId } of distinct(stances)) {
    if (stance === "neutral" || (stance === "against" && said.has(`${authorId}\u001f${targetId}`))) continue;
    const size = stanceWeights[method] ?? otherStanceWeight;
    const holders = (wordsByClaim.get(targetId) ?? []).filter((words) => words.attribution !== "reported");
    const speakers = new Set(holders.map((words) => speakerOf(words).id));
    for (const other of speakers)
      if (other !== authorId)
        bonds.push({ from: authorId, to: other, weight: stance === "for" ? size : -size });
  }
  return bonds;
}

/** Each stance of a person toward a claim once for each method, however many words show it. */
function distinct(stances: readonly StanceRow[]): readonly StanceRow[] {
  const keyed = new Map(
    stances.map((row) => [[row.authorId, row.targetId, row.stance, row.method].join("\u001f"), row]),
  );
  return [...keyed.values()];
}
