import { compareStrings } from "../../model/id.ts";
import type { Leaning } from "../leaning.ts";
import type { RelationItem, Words } from "../shapes.ts";
import { speakerOf } from "./participants.ts";
import type { Participant, Side } from "./shapes.ts";

/** Members that a label names before it says how many more there are. */
const mostNamed = 2;
const mostCentral = 3;

/** Describes the sides that have members: how they lean, what to call them, which claims carry them. */
export function describeSides(
  first: readonly Participant[],
  second: readonly Participant[],
  debate: {
    readonly claimIds: readonly string[];
    readonly relations: readonly RelationItem[];
    readonly words: ReadonlyMap<string, readonly Words[]>;
    readonly leanings: ReadonlyMap<string, Leaning>;
  },
  subjects: { readonly a: string; readonly b: string },
): readonly Side[] {
  const sides = (
    [
      ["first", first],
      ["second", second],
    ] as const
  )
    .filter(([, members]) => members.length > 0)
    .map(([id, members]) => ({ id, members, ...leanOf(members) }));
  const labels = sides.map((side) => leaningLabel(side, subjects));
  return sides.map((side, index) => {
    const label = labels[index] ?? "";
    const isClear = label !== "" && labels.indexOf(label) === labels.lastIndexOf(label);
    const names = nameMembers(side.members);
    return {
      ...side,
      label: isClear ? label : label === "" ? names : `${label}: ${names}`,
      central: centralClaims(side.members, debate),
    };
  });
}

function leanOf(members: readonly Participant[]): Pick<Side, "towardA" | "towardB"> {
  const toward = (key: "towardA" | "towardB"): "for" | "against" | null => {
    const sum = members.reduce((total, member) => total + member[key], 0);
    return sum > 0 ? "for" : sum < 0 ? "against" : null;
  };
  return { towardA: toward("towardA"), towardB: toward("towardB") };
}

function leaningLabel(
  side: Pick<Side, "towardA" | "towardB">,
  subjects: { readonly a: string; readonly b: string },
): string {
  const parts = [
    ...(side.towardA === null ? [] : [`${side.towardA} ${subjects.a}`]),
    ...(side.towardB === null ? [] : [`${side.towardB} ${subjects.b}`]),
  ];
  return parts.join(", ");
}

function nameMembers(members: readonly Participant[]): string {
  const names = members.slice(0, mostNamed).map((member) => member.name);
  const more = members.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(" and ");
}

/**
 * The members' claims that carry their side: those at which relations of the debate end, which counts two each, or
 * start, and those that judge a subject, which counts two.
 */
function centralClaims(
  members: readonly Participant[],
  {
    claimIds,
    relations,
    words,
    leanings,
  }: {
    readonly claimIds: readonly string[];
    readonly relations: readonly RelationItem[];
    readonly words: ReadonlyMap<string, readonly Words[]>;
    readonly leanings: ReadonlyMap<string, Leaning>;
  },
): readonly string[] {
  const ids = new Set(members.map((member) => member.id));
  const drawn = new Map<string, number>();
  for (const { from, to } of relations) {
    drawn.set(to.claimId, (drawn.get(to.claimId) ?? 0) + 2);
    drawn.set(from.claimId, (drawn.get(from.claimId) ?? 0) + 1);
  }
  for (const [id, { a, b }] of leanings) if (a !== 0 || b !== 0) drawn.set(id, (drawn.get(id) ?? 0) + 2);
  return claimIds
    .filter((id) => drawn.has(id) && (words.get(id) ?? []).some((it) => ids.has(speakerOf(it).id)))
    .sort((a, b) => (drawn.get(b) ?? 0) - (drawn.get(a) ?? 0) || compareStrings(a, b))
    .slice(0, mostCentral);
}
