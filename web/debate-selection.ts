import type { DebateOutput } from "#queries/debate.ts";
import type { RelationItem } from "#queries/shapes.ts";
import { count, listed } from "./format.ts";
import type { DebateFilter } from "./route.ts";

type DebateClaim = DebateOutput["claims"][number];

/** What of a debate is drawn, and out of how many. */
export interface DebateSelection {
  readonly claims: readonly DebateClaim[];
  readonly relations: readonly RelationItem[];
  /** Claims that the filter lets through, of which `claims` are the first. */
  readonly eligible: number;
  readonly total: number;
  readonly totalRelations: number;
}

/**
 * Chooses what to draw: the clashes with both their ends first, then claims with other relations, then the rest,
 * each in the order of the answer, until `filter.show` claims are chosen.
 */
export function selectDebate(debate: DebateOutput, filter: DebateFilter): DebateSelection {
  const hidden = new Set<string>(filter.hidden);
  const passes = (relation: RelationItem) =>
    !hidden.has(relation.kind) && relation.confidence >= filter.least;
  const relations = debate.relations.filter(passes);
  const known = new Map(debate.claims.map((claim) => [claim.id, claim]));
  const ends = ({ from, to }: RelationItem) => [from.claimId, to.claimId];
  const order = new Set<string>([
    ...debate.clashes
      .map(({ relation }) => relation)
      .filter(passes)
      .flatMap(ends),
    ...relations.flatMap(ends),
    ...(filter.hasLoners || relations.length === 0 ? debate.claims.map(({ id }) => id) : []),
  ]);
  const eligible = [...order].flatMap((id) => known.get(id) ?? []);
  const claims = eligible.slice(0, filter.show);
  const shown = new Set(claims.map(({ id }) => id));
  return {
    claims,
    relations: relations.filter((relation) => ends(relation).every((id) => shown.has(id))),
    eligible: eligible.length,
    total: debate.counts.claims.total,
    totalRelations: debate.counts.relations.total,
  };
}

/**
 * The columns of the drawing.
 *
 * With two sides they are the sides, and between them the claims of people on neither; without sides, the claims
 * about the one subject, about both or neither, and about the other. A column without claims is left out.
 */
export interface Column {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly side: "first" | "second" | null;
  readonly claimIds: ReadonlySet<string>;
}

export function columnsOf(debate: DebateOutput, claims: readonly DebateClaim[]): Column[] {
  const [first, second] = debate.sides;
  const ids = (keep: (claim: DebateClaim) => boolean) => new Set(claims.filter(keep).map(({ id }) => id));
  const columns: Column[] =
    first !== undefined && second !== undefined
      ? [
          {
            id: "first",
            title: first.label,
            detail: names(first.members),
            side: "first",
            claimIds: ids((it) => it.side === "first"),
          },
          {
            id: "apart",
            title: "On neither side",
            detail: names(debate.apart),
            side: null,
            claimIds: ids((it) => it.side === null),
          },
          {
            id: "second",
            title: second.label,
            detail: names(second.members),
            side: "second",
            claimIds: ids((it) => it.side === "second"),
          },
        ]
      : [
          {
            id: "a",
            title: `About ${debate.a.label}`,
            detail: "",
            side: null,
            claimIds: ids((it) => it.about.includes("a") && !it.about.includes("b")),
          },
          {
            id: "both",
            title: "About both, or neither",
            detail: "",
            side: null,
            claimIds: ids((it) => it.about.includes("a") === it.about.includes("b")),
          },
          {
            id: "b",
            title: `About ${debate.b.label}`,
            detail: "",
            side: null,
            claimIds: ids((it) => it.about.includes("b") && !it.about.includes("a")),
          },
        ];
  return columns.filter(({ claimIds }) => claimIds.size > 0);
}

/** The first few names; people whom somebody quoted without a name are counted instead. */
function names(people: readonly { readonly name: string; readonly isKnown: boolean }[]): string {
  const known = people.filter(({ isKnown }) => isKnown).map(({ name }) => name);
  const unknown = people.length - known.length;
  const shown = known.slice(0, 4);
  const others = known.length - shown.length;
  return listed([
    ...shown,
    ...(others > 0 ? [count(others, "other")] : []),
    ...(unknown > 0 ? [count(unknown, "unknown speaker")] : []),
  ]);
}
