import { type CypherToken, tokenizeCypher } from "../cypher-tokens.ts";

/** Words that end the pattern of a MATCH. */
const afterPattern = new Set([
  ...["where", "match", "optional", "with", "return", "set", "remove", "merge", "create", "delete", "detach"],
  ...["unwind", "call", "foreach", "order", "using", "union"],
]);

/**
 * Tells Neo4j to begin each `MATCH (x:Label {id: …})` at the index of that id.
 *
 * Neo4j keeps a plan that it made while the graph was nearly empty, when reading all of three claims was
 * cheap, and goes on with it for 10 s or more while the graph grows: saving 10,000 locutions then took 119 s.
 * The files of `cypher/` name where to begin by an id, and the embedded engine always begins there, so the
 * hint is added here and need not stand in files that it cannot read. Without SEEK a scan of the index would
 * satisfy the hint. Patterns inside subqueries are left to the planner.
 *
 * @param indexed - the properties that have an index, as `Label.property`.
 */
export function withIndexHints(statement: string, indexed: ReadonlySet<string>): string {
  const tokens = tokenizeCypher(statement);
  const depths = depthsOf(tokens);
  const isClause = (index: number) =>
    depths[index] === 0 && tokens[index]?.kind === "name" && afterPattern.has(lower(tokens[index]));
  let result = statement;
  // From the end, so that what is inserted moves nothing that is still to be looked at.
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    if (!isClause(index) || lower(tokens[index]) !== "match") continue;
    const start = startOf(tokens.slice(index + 1, index + 8), indexed);
    if (start === null) continue;
    let next = index + 1;
    while (next < tokens.length && !isClause(next)) next += 1;
    const end = tokens[next]?.start ?? statement.length;
    const variable = start.variable ?? `start${index}`;
    const hint = `USING INDEX SEEK ${variable}:${start.label}(${start.key})`;
    const open = start.open + 1;
    const pattern = `${start.variable === null ? variable : ""}${statement.slice(open, end).trimEnd()}`;
    result = `${result.slice(0, open)}${pattern}\n${hint}\n${result.slice(end)}`;
  }
  return result;
}

/** Reads `(x:Label {key:` or `(:Label {key:`, where such a property has an index. */
function startOf(tokens: readonly CypherToken[], indexed: ReadonlySet<string>) {
  const [open, ...rest] = tokens;
  const variable = rest[0]?.kind === "name" ? rest[0].text : null;
  const [colon, label, brace, key, value] = variable === null ? rest : rest.slice(1);
  if (!open || !label || !key || `${open.text}${colon?.text}${brace?.text}${value?.text}` !== "(:{:")
    return null;
  if (!indexed.has(`${label.text}.${key.text}`)) return null;
  return { open: open.start, variable, label: label.text, key: key.text };
}

/** How many brackets are open before each token. */
function depthsOf(tokens: readonly CypherToken[]): readonly number[] {
  let depth = 0;
  return tokens.map(({ kind, text }) => {
    const before = depth;
    if (kind === "sign" && "([{".includes(text)) depth += 1;
    if (kind === "sign" && ")]}".includes(text)) depth -= 1;
    return before;
  });
}

const lower = (token: CypherToken | undefined): string => token?.text.toLowerCase() ?? "";

/** The properties that the migrations give an index, as `Label.property`. */
export function indexedProperties(statements: readonly string[]): ReadonlySet<string> {
  const pattern = /FOR \((\w+):(\w+)\) (?:REQUIRE |ON \()\1\.(\w+)/u;
  return new Set(
    statements.flatMap((statement) => {
      const [, , label, key] = pattern.exec(statement) ?? [];
      return label === undefined ? [] : [`${label}.${key}`];
    }),
  );
}
