import { AppError } from "../errors.ts";
import { type CypherToken, tokenizeCypher } from "./cypher-tokens.ts";

/**
 * Words that begin a clause or a command that a reader has no use for: they write, reach files, or steer the
 * engine.
 */
const refusedWords: ReadonlySet<string> = new Set([
  ...["create", "merge", "delete", "detach", "set", "remove", "foreach", "insert", "drop", "alter", "rename"],
  ...["load", "csv", "copy", "import", "export", "attach", "install", "periodic", "use", "session", "begin"],
  ...[
    "commit",
    "rollback",
    "profile",
    "explain",
    "cypher",
    "show",
    "terminate",
    "start",
    "stop",
    "grant",
    "deny",
  ],
  ...["revoke", "enable", "deallocate", "reallocate", "dryrun", "transactions"],
]);

/** Procedures that read the graph and nothing else, in lower case. */
const allowedProcedures: ReadonlySet<string> = new Set([
  ...["db.labels", "db.relationshiptypes", "db.propertykeys"],
  ...["grafeo.search.text", "db.index.fulltext.querynodes"],
]);

/** Functions with a dot in their name: those of times and points. Any other may be a plug-in's. */
const functionRoots: ReadonlySet<string> = new Set([
  ...["date", "datetime", "localdatetime", "time", "localtime", "duration", "point"],
]);

/** Operators of the embedded engine's plans that read the graph. A plan with any other is refused. */
const readingOperators: ReadonlySet<string> = new Set([
  ...[
    "Return",
    "Project",
    "Filter",
    "Aggregate",
    "Sort",
    "Skip",
    "Limit",
    "Distinct",
    "Union",
    "Unwind",
    "Empty",
  ],
  ...["NodeScan", "Expand", "ShortestPath", "Join", "LeftJoin", "AntiJoin", "SemiJoin", "CrossJoin", "Apply"],
  ...["Discriminant", "Bind", "CallProcedure"],
]);

/** Operators of Neo4j's plans that read the graph, without what stands in parentheses after the name. */
const neo4jReadingOperators: ReadonlySet<string> = new Set([
  ...[
    "ProduceResults",
    "Projection",
    "Filter",
    "Argument",
    "EmptyRow",
    "EmptyResult",
    "Eager",
    "CacheProperties",
  ],
  ...["AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan"],
  ...[
    "SubtractionNodeByLabelsScan",
    "NodeIndexScan",
    "NodeIndexSeek",
    "NodeUniqueIndexSeek",
    "MultiNodeIndexSeek",
  ],
  ...["NodeIndexSeekByRange", "NodeUniqueIndexSeekByRange", "NodeIndexContainsScan", "NodeIndexEndsWithScan"],
  ...["NodeByIdSeek", "NodeByElementIdSeek", "NodeCountFromCountStore", "RelationshipCountFromCountStore"],
  ...["DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan", "DirectedRelationshipTypeScan"],
  ...["UndirectedRelationshipTypeScan", "DirectedUnionRelationshipTypesScan"],
  ...[
    "UndirectedUnionRelationshipTypesScan",
    "DirectedRelationshipIndexScan",
    "UndirectedRelationshipIndexScan",
  ],
  ...[
    "DirectedRelationshipIndexSeek",
    "UndirectedRelationshipIndexSeek",
    "DirectedRelationshipIndexSeekByRange",
  ],
  ...["UndirectedRelationshipIndexSeekByRange", "DirectedRelationshipIndexContainsScan"],
  ...["UndirectedRelationshipIndexContainsScan", "DirectedRelationshipIndexEndsWithScan"],
  ...[
    "UndirectedRelationshipIndexEndsWithScan",
    "DirectedRelationshipByIdSeek",
    "UndirectedRelationshipByIdSeek",
  ],
  ...["DirectedRelationshipByElementIdSeek", "UndirectedRelationshipByElementIdSeek", "ProjectEndpoints"],
  ...[
    "Expand",
    "OptionalExpand",
    "VarLengthExpand",
    "Optional",
    "ShortestPath",
    "StatefulShortestPath",
    "Repeat",
  ],
  ...["RepeatTrail", "BidirectionalRepeat", "NullifyMetadata", "Apply", "SemiApply", "AntiSemiApply"],
  ...[
    "LetSemiApply",
    "LetAntiSemiApply",
    "SelectOrSemiApply",
    "SelectOrAntiSemiApply",
    "LetSelectOrSemiApply",
  ],
  ...[
    "LetSelectOrAntiSemiApply",
    "ConditionalApply",
    "AntiConditionalApply",
    "RollUpApply",
    "CartesianProduct",
  ],
  ...["NodeHashJoin", "ValueHashJoin", "NodeLeftOuterHashJoin", "NodeRightOuterHashJoin", "TriadicSelection"],
  ...["TriadicBuild", "TriadicFilter", "AssertSameNode", "Union", "OrderedUnion", "PreserveOrder", "Unwind"],
  ...["Distinct", "OrderedDistinct", "EagerAggregation", "OrderedAggregation", "Sort", "PartialSort", "Top"],
  ...["PartialTop", "Limit", "ExhaustiveLimit", "Skip", "ProcedureCall", "PartitionedAllNodesScan"],
  ...["PartitionedNodeByLabelScan", "PartitionedUnwind"],
]);

/** An operator of a plan, and what it works on. */
export interface PlanOperator {
  readonly name: string;
  readonly detail: string;
}

/**
 * Refuses a query whose words could write, reach files or run procedures that are not known to read only.
 *
 * Looks at tokens, so words in strings, comments, property names (`n.set`), labels (`:Set`), map keys (`{set: 1}`)
 * and backticks pass. It errs on the side of refusing; the engine's own plan is looked at too
 * (`refuseOperators`), and the graph is open for reading alone.
 *
 * @throws AppError `query.not-read-only`; `query.invalid` when there is nothing, or more than one statement.
 */
export function refuseWords(cypher: string): void {
  const tokens = [...tokenizeCypher(cypher)];
  refuseEscapes(cypher, tokens);
  while (tokens.at(-1)?.text === ";" && tokens.at(-1)?.kind === "sign") tokens.pop();
  if (tokens.length === 0)
    throw new AppError("query.invalid", "the query is empty", { hint: "Give a query that ends in RETURN." });
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "name" && refusedWords.has(token.text.toLowerCase()) && !isOnlyAName(tokens, index))
      throw notReadOnly(token.text.toUpperCase());
    if (token.kind === "name" && token.text.toLowerCase() === "call" && !isOnlyAName(tokens, index))
      refuseCall(tokens, index + 1);
    if (isSign(token, "(")) refuseFunction(tokens, index);
    if (isSign(token, "\\")) throw notReadOnly("a backslash outside a string");
    if (token.kind === "string" && /\\u+00(?:22|27|5c|60)/iu.test(token.text))
      throw notReadOnly("a quotation mark written as an escape");
  }
  if (tokens.some((token) => isSign(token, ";")))
    throw new AppError("query.invalid", "the query holds more than one statement", {
      hint: "Send one statement at a time.",
    });
}

/**
 * Refuses a plan of Neo4j in which an operator does more than read the graph.
 *
 * @throws AppError `query.not-read-only`.
 */
export function refusePlan(plan: readonly PlanOperator[]): void {
  for (const { name, detail } of plan) {
    if (!neo4jReadingOperators.has(name)) throw notReadOnly(name);
    if (name === "ProcedureCall") refuseProcedure(detail.replace(/\(.*$/su, "").trim());
  }
}

/**
 * Refuses a plan of the embedded engine in which an operator does more than read the graph.
 *
 * @param plan - the lines of the engine's EXPLAIN, one operator each, indented.
 * @throws AppError `query.not-read-only`.
 */
export function refuseOperators(plan: readonly string[]): void {
  for (const line of plan) {
    const [, operator = line.trim(), detail = ""] = /^\s*(\w+)\s*(?:\((.*))?/su.exec(line) ?? [];
    if (!readingOperators.has(operator)) throw notReadOnly(operator);
    if (operator !== "CallProcedure") continue;
    refuseProcedure(detail.replace(/\).*$/su, "").trim());
  }
}

function refuseProcedure(name: string): void {
  if (!allowedProcedures.has(name.toLowerCase())) throw notReadOnly(`the procedure ${name}`);
}

/**
 * Neo4j puts characters in the place of `\uXXXX` before it looks at anything else, so that an escape in a
 * comment or in a name in backticks may end it. In strings an analyst may want one, and those that could end
 * one are refused.
 */
function refuseEscapes(cypher: string, tokens: readonly CypherToken[]): void {
  const strings = tokens.filter(({ kind }) => kind === "string");
  for (const { index } of cypher.matchAll(/\\u/gu))
    if (!strings.some(({ start, text }) => start <= index && index < start + text.length))
      throw notReadOnly("an escaped character outside a string");
}

/**
 * After a dot stands a property, after a colon a label or type, after AS an alias, before a colon in a map a
 * key.
 */
function isOnlyAName(tokens: readonly CypherToken[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (isSign(before, ".") || isSign(before, ":") || isSign(before, "|")) return true;
  if (before?.kind === "name" && before.text.toLowerCase() === "as") return true;
  return isSign(after, ":") && (isSign(before, "{") || isSign(before, ","));
}

/** `CALL {` and `CALL (x) {` are subqueries, whose words are looked at like all others. */
function refuseCall(tokens: readonly CypherToken[], from: number): void {
  const next = tokens[from];
  if (isSign(next, "{") || isSign(next, "(")) return;
  let name = "";
  for (let index = from; isNamePart(tokens[index]) || isSign(tokens[index], "."); index += 1) {
    // Two names without a dot between them: the second is the next word of the query.
    if (isNamePart(tokens[index]) && isNamePart(tokens[index - 1]) && index > from) break;
    name += tokens[index]?.text;
  }
  refuseProcedure(name);
}

/** A function with a dot in its name may be a plug-in's and do anything. */
function refuseFunction(tokens: readonly CypherToken[], parenthesis: number): void {
  let first = parenthesis - 1;
  if (!isNamePart(tokens[first])) return;
  while (isSign(tokens[first - 1], ".") && isNamePart(tokens[first - 2])) first -= 2;
  if (first === parenthesis - 1) return;
  const root = tokens[first]?.text.toLowerCase() ?? "";
  const name = tokens
    .slice(first, parenthesis)
    .map(({ text }) => text)
    .join("");
  if (!functionRoots.has(root) && !allowedProcedures.has(name.toLowerCase()))
    throw notReadOnly(`the function ${name}`);
}

const isNamePart = (token: CypherToken | undefined): boolean =>
  token?.kind === "name" || token?.kind === "quoted";

const isSign = (token: CypherToken | undefined, text: string): boolean =>
  token?.kind === "sign" && token.text === text;

function notReadOnly(what: string): AppError {
  return new AppError("query.not-read-only", `the query may only read the graph, and uses ${what}`, {
    hint: "Leave it out; a name that only looks like a command passes in backticks.",
  });
}
