import { AppError } from "../errors.ts";
import { compareStrings } from "../model/id.ts";
import { findClashes, findUnanswered, type Positions } from "./debate/clashes.ts";
import { gather, type Material } from "./debate/material.ts";
import { speakerOf } from "./debate/participants.ts";
import {
  type Bystander,
  type Clash,
  DebateInput,
  DebateOutput,
  type Participant,
  type Side,
} from "./debate/shapes.ts";
import { describeSides } from "./debate/side-labels.ts";
import { partition } from "./debate/sides.ts";
import { type FoundSubject, findSubject } from "./debate/subjects.ts";
import { loadClaims } from "./load/claims.ts";
import type { Query } from "./query.ts";
import type { RelationItem } from "./shapes.ts";
import { openView } from "./view/view-reader.ts";

export { DebateInput, DebateOutput };

export const debate: Query<typeof DebateInput, typeof DebateOutput> = {
  id: "debate",
  describes: "Who stands where about two subjects, and where they clash.",
  input: DebateInput,
  output: DebateOutput,
  /**
   * @throws AppError `query.no-match`; `query.invalid` where both subjects are one concept;
   * `query.unknown-layer`.
   */
  async run(whole, { a: askedA, b: askedB, limit: most, extractor = null, relations: which = "sure" }) {
    const store = await openView(whole, extractor, which);
    const [a, b] = [await findSubject(store, askedA), await findSubject(store, askedB)];
    refuseOneConcept(a, b);
    const material = await gather(store, a, b, which);
    const placed = place(material);
    const positions: Positions = { sideOf: placed.sideOf, repliesTo: material.repliesTo };
    const allClashes = findClashes(material.relations, positions);
    const claimIds = [...material.claimIds].sort(byDiscussion(material, allClashes));
    const shownIds = new Set(claimIds.slice(0, most));
    const isShown = (relation: RelationItem): boolean =>
      shownIds.has(relation.from.claimId) && shownIds.has(relation.to.claimId);
    const relations = material.relations.filter(isShown);
    const clashes = allClashes.filter((clash) => isShown(clash.relation));
    const items = await loadClaims(store, [...shownIds]);
    return {
      a: a.subject,
      b: b.subject,
      sides: describeSides(placed.first, placed.second, material, { a: a.subject.label, b: b.subject.label }),
      apart: placed.apart,
      claims: items.map((claim) => {
        const speaker = speakerOf(claim.words).id;
        return {
          ...claim,
          about: material.aboutOf(claim.id),
          participantId: speaker,
          side: placed.sideOf(speaker),
          leaning: material.leanings.get(claim.id) ?? { a: 0, b: 0 },
        };
      }),
      relations,
      clashes,
      unanswered: findUnanswered(relations, positions).map((relation) => relation.id),
      suggestions: material.suggestions.filter(isShown).length,
      counts: {
        claims: { shown: items.length, total: claimIds.length },
        relations: { shown: relations.length, total: material.relations.length },
        clashes: { shown: clashes.length, total: allClashes.length },
      },
      note: noteOn([a, b]),
    };
  },
};

function refuseOneConcept(a: FoundSubject, b: FoundSubject): void {
  const ids = new Set(a.subject.concepts.map((concept) => concept.id));
  if (!b.subject.concepts.some((concept) => ids.has(concept.id))) return;
  throw new AppError("query.invalid", `"${a.subject.asked}" and "${b.subject.asked}" name one concept`, {
    hint: "Name two subjects; `elenchus concepts` lists what there is.",
  });
}

/** Says which subjects are no concepts and were searched for, and which have more claims than were looked at. */
function noteOn(subjects: readonly FoundSubject[]): string | null {
  const quoted = (those: readonly FoundSubject[]): string =>
    those.map(({ subject }) => `"${subject.asked}"`).join(" or ");
  const searched = subjects.filter(({ subject }) => subject.how === "text");
  const cut = subjects.filter(({ isCut }) => isCut);
  const notes = [
    ...(searched.length === 0
      ? []
      : [`No concept is called ${quoted(searched)}; the claims were found by these words.`]),
    ...(cut.length === 0
      ? []
      : [`Of the claims about ${quoted(cut)} only the most discussed were looked at.`]),
  ];
  return notes.length === 0 ? null : notes.join(" ");
}

interface Placed {
  readonly first: readonly Participant[];
  readonly second: readonly Participant[];
  readonly apart: readonly Bystander[];
  readonly sideOf: Positions["sideOf"];
}

/** Puts the participants on two sides; those with the most claims stand first. */
function place({ participants, bonds }: Material): Placed {
  const people = [...participants.values()].map(({ id, towardA, towardB }) => ({
    id,
    leaning: towardA - towardB,
  }));
  const { first, second, apart } = partition(people, bonds);
  const sides = new Map<string, Side["id"]>([
    ...first.map((id) => [id, "first"] as const),
    ...second.map((id) => [id, "second"] as const),
  ]);
  const bonded = new Set(bonds.filter(({ weight }) => weight !== 0).flatMap(({ from, to }) => [from, to]));
  const pick = (ids: readonly string[]): readonly Participant[] =>
    ids
      .flatMap((id) => participants.get(id) ?? [])
      .sort((left, right) => right.claims - left.claims || compareStrings(left.id, right.id));
  return {
    first: pick(first),
    second: pick(second),
    apart: pick(apart).map((it) => ({ ...it, why: bonded.has(it.id) ? "other-dispute" : "no-position" })),
    sideOf: (id) => sides.get(id) ?? null,
  };
}

/** Claims in clashes first, then those with the most relations in the debate, then by id. */
function byDiscussion({ relations }: Material, clashes: readonly Clash[]): (a: string, b: string) => number {
  const weight = new Map<string, number>();
  const across = new Set(clashes.map((clash) => clash.relation.id));
  for (const { id, from, to } of relations)
    for (const claimId of [from.claimId, to.claimId])
      weight.set(claimId, (weight.get(claimId) ?? 0) + (across.has(id) ? 1000 : 1));
  return (left, right) => (weight.get(right) ?? 0) - (weight.get(left) ?? 0) || compareStrings(left, right);
}
