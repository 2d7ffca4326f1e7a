/** Operators of either engine that read all nodes or relationships of a kind. */
const scan =
  /^\W*(?:NodeScan|NodeByLabelScan|NodeIndexScan|AllNodesScan|\w*RelationshipTypeScan|\w*RelationshipsScan)\b/u;

/** Corrections are made by hand, so there are few to read. */
const byHand = /:Correction\b/u;

/** The lines of a plan that read all of something. */
export function scansIn(plan: readonly string[]): readonly string[] {
  return plan
    .filter((line, index) => scan.test(line) && !byHand.test(line) && !isNarrowed(plan, index))
    .map((line) => line.trim());
}

/**
 * Whether a scan of the embedded engine is none: it writes the index that a filter uses beside the filter,
 * above the scan, and what an earlier part has found as a scan of `(l:*)`.
 */
function isNarrowed(plan: readonly string[], index: number): boolean {
  if (/:\*\)/u.test(plan[index] ?? "")) return true;
  for (let above = index - 1; /^\s*Filter\b/u.test(plan[above] ?? ""); above -= 1)
    if (/\[(?:index|seek): \w+\]/u.test(plan[above] ?? "")) return true;
  return false;
}

/** Queries that rank or count everything, and so read everything, on every engine. */
const everything = [
  ...["author-total", "claims-ranked", "claims-ranked-by-kind", "comments-of-sources", "concept-total"],
  ...["disputed-claims", "summary-counts", "top-authors", "top-concepts"],
  ...["layer-claims-ranked", "layer-disputed-claims", "layer-summary-counts", "layer-top-authors"],
];

/**
 * The queries that read all of something, by engine. Neither finds an id by its end, nor by an index what a
 * list holds; the embedded engine indexes whole values of nodes and nothing else.
 */
export const scanning: { readonly [engine: string]: ReadonlySet<string> } = {
  neo4j: new Set([...everything, "comments-by-url", "ids-with-ending", "concepts-by-label"]),
  embedded: new Set([
    ...everything,
    ...["comments-by-url", "ids-with-ending", "concepts-by-label", "ids-with-prefix", "relation-by-id"],
  ]),
};

/** Values with which a query can be planned: lists for names in the plural. */
export function someParameters(names: readonly string[]) {
  const known: Readonly<Record<string, string | number>> = {
    limit: 5,
    index: 3,
    from: 0,
    to: 5,
    type: "REFINES",
    least: 0.45,
  };
  const isList = (name: string): boolean =>
    /s$/u.test(name) || ["rejected", "accepted", "shared"].includes(name);
  return Object.fromEntries(names.map((name) => [name, known[name] ?? (isList(name) ? ["x"] : "x")]));
}
