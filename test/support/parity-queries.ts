import fc from "fast-check";
import { parameterNames } from "../../src/store/cypher-tokens.ts";
import type { Parameters } from "../../src/store/store.ts";
import { labels, type PropertyType, relationshipTypes, words } from "./parity-graphs.ts";

/** A query without its parameters; `isOrdered` when every column takes part in its order. */
interface Text {
  readonly cypher: string;
  readonly isOrdered: boolean;
}

/** A read query with the parameters that it names. */
export interface RandomQuery extends Text {
  readonly parameters: Parameters;
}

/** A variable that stands for a node or a relationship, and the types of its properties. */
interface Bound {
  readonly name: string;
  /** Null for a relationship. */
  readonly label: string | null;
  readonly properties: Readonly<Record<string, PropertyType>>;
}

interface Pattern {
  readonly text: string;
  readonly bound: readonly Bound[];
}

/** Numbers that a query is made of, one a decision: smaller ones give simpler queries, so that failures shrink. */
class Choices {
  readonly #numbers: readonly number[];
  readonly #parameters: Record<string, string | number> = {};
  #isWritten = false;
  #at = 0;
  #names = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  below(count: number): number {
    const number = this.#numbers[this.#at % this.#numbers.length] ?? 0;
    this.#at += 1;
    return number % count;
  }

  of<Type>(first: Type, ...others: readonly Type[]): Type {
    return [first, ...others][this.below(others.length + 1)] ?? first;
  }

  /** False at the simplest, true once in `among`. */
  once(among: number): boolean {
    return this.below(among) === among - 1;
  }

  name(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  /** A value as it stands in a query: written out at the simplest, else a parameter. */
  value(value: string | number): string {
    if (this.once(2) && !this.#isWritten) {
      const name = this.name("p");
      this.#parameters[name] = value;
      return `$${name}`;
    }
    return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "\\'")}'`;
  }

  /** Runs `make` without parameters. */
  written(make: () => string): string {
    this.#isWritten = true;
    const text = make();
    this.#isWritten = false;
    return text;
  }

  /** The parameters that a query names. */
  parametersOf(cypher: string): Parameters {
    return Object.fromEntries(parameterNames(cypher).map((name) => [name, this.#parameters[name] ?? null]));
  }
}

/**
 * Reads in the part of Cypher that both engines share. Left out, with what docs/cypher.md says of each:
 *
 * - what the embedded engine lacks: quantified paths, `COLLECT { }`, slices of what the same clause collects;
 * - properties of more than one type, and comparisons between types (the schemas rule them out);
 * - `sum` over nothing, without `coalesce`; lists that hold null; `ORDER BY` over a name that is renamed;
 * - `EXISTS { }` and `COUNT { }` in the WHERE of an OPTIONAL MATCH: the embedded engine drops the rows that it
 *   should fill with null;
 * - null from a pattern comprehension: the embedded engine leaves it out of the list;
 * - `reverse` of a stored list: Neo4j refuses it;
 * - parameters in what groups are made by: the embedded engine refuses them;
 * - the order of characters beyond U+FFFF and of those just below (see `words`).
 */
export const randomQuery: fc.Arbitrary<RandomQuery> = fc
  .array(fc.nat({ max: 5039 }), { minLength: 48, maxLength: 48, size: "max" })
  .map((numbers) => {
    const choices = new Choices(numbers);
    const text = choices.of(
      matching,
      matching,
      grouping,
      collecting,
      unwinding,
      walking,
      uniting,
      nesting,
    )(choices);
    return { ...text, parameters: choices.parametersOf(text.cypher) };
  });

/** `MATCH … [OPTIONAL MATCH …] [WHERE …] RETURN …`, with or without an order and a page of it. */
function matching(c: Choices): Text {
  const { text, bound } = clauses(c);
  return ending(c, text, columns(c, bound));
}

/** Aggregates by a key, perhaps only some of the groups. */
function grouping(c: Choices): Text {
  const { text, bound } = clauses(c);
  const key = c.written(() => scalar(c, bound));
  const aggregate = aggregated(c, bound);
  const kept = c.of("", " WHERE total > 1", " WHERE total <= 2");
  return ending(c, `${text} WITH ${key} AS key, ${aggregate} AS value, count(*) AS total${kept}`, [
    "key",
    "value",
    "total",
  ]);
}

/** Lists that were collected, whole or in a later clause their size and members. */
function collecting(c: Choices): Text {
  const { text, bound } = clauses(c);
  const key = c.written(() => scalar(c, bound));
  const value = scalar(c, bound);
  const distinct = c.of("", "DISTINCT ");
  if (c.once(2))
    return { cypher: `${text} RETURN ${key} AS key, collect(${distinct}${value}) AS bag`, isOrdered: false };
  const cypher = `${text} WITH ${key} AS key, ${value} AS value ORDER BY key, value WITH key, collect(${distinct}value) AS list RETURN key, ${c.of("list", "size(list)", "head(list)", "last(list)", "list[0]", "list[1]", "list[0..2]", "reverse(list)", "tail(list)")} AS some`;
  return { cypher, isOrdered: false };
}

/** Rows from lists: of a property, written out, or a range. */
function unwinding(c: Choices): Text {
  const { text, bound } = clauses(c);
  const lists = bound.flatMap((one) => properties(one, "strings", "ints"));
  const list = c.of<string>(
    "[1, 2, 3]",
    `[${literal("string", c)}, ${literal("string", c)}]`,
    `range(0, ${c.below(4)})`,
    ...lists,
    ...lists.map((one) => `coalesce(${one}, [])`),
  );
  return ending(c, `${text} UNWIND ${list} AS item`, ["item", scalar(c, bound)]);
}

/** Paths of variable length, their lengths, nodes and relationships. */
function walking(c: Choices): Text {
  const [label, types] = c.of<readonly [string, readonly string[]]>(
    ["Claim", ["SUPPORTS"]],
    ["Claim", ["DISAGREES_WITH", "SUPPORTS"]],
    ["Claim", ["DISAGREES_WITH", "REFINES", "SUPPORTS"]],
    ["Comment", ["REPLIES_TO"]],
    ["Concept", ["BROADER"]],
  );
  const reach = c.of("*1..2", "*1..3", "*2", "*..2", "*0..2", "*3..4", "*1..4");
  const [left, right] = direction(c);
  const path = `p = (a:${label})${left}[:${types.join("|")}${reach}]${right}(b${c.of("", `:${label}`)})`;
  const bound = ["a", "b"].map((name) => ({ name, label, properties: labels[label] ?? {} }));
  const extra = c.of<string>(
    "length(p)",
    "[n IN nodes(p) | n.id]",
    "[r IN relationships(p) | type(r)]",
    "[r IN relationships(p) | r.id]",
    "size(nodes(p))",
    "all(n IN nodes(p) WHERE n.id >= 'n2')",
    "any(n IN nodes(p) WHERE n.id = 'n1')",
  );
  return ending(c, `MATCH ${path}${where(c, bound)}`, ["a.id", "b.id", extra]);
}

/** Two reads of the same columns, one under the other. */
function uniting(c: Choices): Text {
  const part = () => {
    const { text, bound } = clauses(c);
    return `${text} RETURN ${scalar(c, bound, "string")} AS c1, ${scalar(c, bound, "string")} AS c2`;
  };
  return { cypher: `${part()} ${c.of("UNION", "UNION ALL")} ${part()}`, isOrdered: false };
}

/** A subquery for each row, and patterns that are counted or looked for. */
function nesting(c: Choices): Text {
  const { text, bound } = clauses(c);
  const from = bound.find(({ label }) => label !== null);
  if (from === undefined) return ending(c, text, columns(c, bound));
  const inner = step(c, from);
  const value = aggregated(c, inner.bound);
  const kept = where(c, inner.bound);
  return c.of(
    () =>
      ending(
        c,
        `${text} CALL { WITH ${from.name} MATCH ${inner.text}${kept} RETURN ${value} AS found, count(*) AS many }`,
        [`${from.name}.id`, "found", "many"],
      ),
    () => ending(c, text, [`${from.name}.id`, `COUNT { MATCH ${inner.text}${kept} }`]),
    () => ({
      cypher: `${text} RETURN ${from.name}.id AS c1, [${inner.text} | ${inner.bound[c.below(2)]?.name ?? from.name}.id] AS bag`,
      isOrdered: false,
    }),
    () => ({
      cypher: `${text} RETURN ${from.name} {.id, ${c.of("many", "found")}: ${scalar(c, bound)}} AS c1, labels(${from.name}) AS c2`,
      isOrdered: false,
    }),
  )();
}

/** What is matched, perhaps with a second pattern that need not be there. */
function clauses(c: Choices): Pattern {
  const label = c.of("Claim", "Comment", "Concept", "Author", "Source", "Version");
  const start = { name: "a", label, properties: labels[label] ?? {} };
  let text = `(a:${label})`;
  let bound: readonly Bound[] = [start];
  let last: Bound = start;
  for (let steps = c.below(3); steps > 0; steps -= 1) {
    const next = step(c, last);
    text += next.text.slice(next.text.indexOf(")") + 1);
    bound = [...bound, ...next.bound];
    last = next.bound.at(-1) ?? last;
  }
  text = `MATCH ${text}${where(c, bound)}`;
  if (!c.once(3)) return { text, bound };
  const optional = step(c, start);
  return {
    text: `${text} OPTIONAL MATCH ${optional.text}${where(c, optional.bound, false)}`,
    bound: [...bound, ...optional.bound],
  };
}

/** A relationship that a node of this label can have, to a new variable. */
function step(c: Choices, from: Bound): Pattern {
  const able = relationshipTypes.filter((one) => one.from === from.label || one.to === from.label);
  const chosen = able[c.below(Math.max(able.length, 1))];
  const name = c.name("n");
  if (chosen === undefined)
    return {
      text: `(${from.name})--(${name})`,
      bound: [{ name, label: "Any", properties: { id: "string" } }],
    };
  const isForward = chosen.from === from.label && !(chosen.to === from.label && c.once(2));
  const [left, right] = c.once(4) ? ["-", "-"] : isForward ? ["-", "->"] : ["<-", "-"];
  const label = isForward ? chosen.to : chosen.from;
  const relationship = {
    name: c.name("r"),
    label: null,
    properties: { id: "string", ...chosen.properties } as const,
  };
  const node = { name, label, properties: labels[label] ?? {} };
  const shown = c.once(4) ? "" : `:${label}`;
  return {
    text: `(${from.name})${left}[${relationship.name}:${chosen.type}]${right}(${name}${shown})`,
    bound: [relationship, node],
  };
}

function direction(c: Choices): readonly [string, string] {
  return c.of<readonly [string, string]>(["-", "->"], ["<-", "-"], ["-", "-"]);
}

function where(c: Choices, bound: readonly Bound[], hasSubqueries = true): string {
  if (!c.once(2)) return "";
  const [first, second] = [condition(c, bound, hasSubqueries), condition(c, bound, hasSubqueries)];
  return ` WHERE ${c.of(first, `${first} AND ${second}`, `(${first} OR ${second})`, `NOT (${first})`)}`;
}

function condition(c: Choices, bound: readonly Bound[], hasSubqueries = true): string {
  const one = bound[c.below(bound.length)] ?? bound[0];
  if (one === undefined) return "true";
  const names = Object.keys(one.properties);
  const name = names[c.below(names.length)] ?? "id";
  const type = one.properties[name] ?? "string";
  const place = `${one.name}.${name}`;
  const able = relationshipTypes.find((other) => other.from === one.label);
  const ways: string[] = [`${place} IS NOT NULL`, `${place} IS NULL`];
  if (able !== undefined && hasSubqueries)
    ways.push(
      `EXISTS { (${one.name})-[:${able.type}]->(:${able.to}) }`,
      `NOT EXISTS { MATCH (${one.name})-[:${able.type}]->(x:${able.to}) WHERE x.id > 'n4' }`,
      `COUNT { (${one.name})-[:${able.type}]->() } >= ${c.below(3)}`,
    );
  if (type === "strings" || type === "ints") {
    const element = type === "strings" ? "string" : "int";
    ways.push(
      `${literal(element, c)} IN ${place}`,
      `size(${place}) > ${c.below(3)}`,
      `any(x IN ${place} WHERE x = ${literal(element, c)})`,
      `all(x IN ${place} WHERE x <> ${literal(element, c)})`,
      `none(x IN ${place} WHERE x > ${literal(element, c)})`,
    );
  } else if (type === "boolean") ways.push(place, `${place} = true`, `${place} <> true`, `NOT ${place}`);
  else {
    ways.push(
      `${place} ${c.of("=", "<>", "<", "<=", ">", ">=")} ${literal(type, c)}`,
      `${place} IN [${literal(type, c)}, ${literal(type, c)}]`,
    );
    if (type === "string")
      ways.push(
        `${place} ${c.of("STARTS WITH", "ENDS WITH", "CONTAINS")} ${literal("string", c)}`,
        `toLower(${place}) CONTAINS 'a'`,
        `size(${place}) > 2`,
        `${place} =~ '[aA].*'`,
      );
    else ways.push(`${literal(type, c)} < ${place} + 1`, `${place} * 2 >= ${literal(type, c)}`);
  }
  return ways[c.below(ways.length)] ?? "true";
}

function literal(type: "string" | "int" | "float", c: Choices): string {
  if (type === "int") return c.value(c.below(10) - 2);
  if (type === "float") return c.value(c.below(10) - 3 + 0.25);
  return c.value(words[c.below(words.length)] ?? "");
}

function properties(one: Bound, ...types: readonly PropertyType[]): readonly string[] {
  return Object.entries(one.properties)
    .filter(([, type]) => types.includes(type))
    .map(([name]) => `${one.name}.${name}`);
}

/** An expression of one value over some of the variables. */
function scalar(c: Choices, bound: readonly Bound[], wanted: "any" | "string" = "any"): string {
  const one = bound[c.below(bound.length)] ?? bound[0];
  if (one === undefined) return "1";
  const strings = properties(one, "string");
  const text = strings[c.below(strings.length)] ?? `${one.name}.id`;
  const ofStrings: readonly string[] = [
    text,
    `toUpper(${text})`,
    `coalesce(${text}, 'none')`,
    `substring(${text}, 0, 2)`,
    `left(${text}, 1)`,
    `right(${text}, 2)`,
    `replace(${text}, 'a', '日')`,
    `trim(${text})`,
    `reverse(${text})`,
    `${text} + '-' + ${one.name}.id`,
    `CASE WHEN ${condition(c, [one])} THEN 'yes' ELSE 'no' END`,
    `CASE ${text} WHEN ${literal("string", c)} THEN 'same' ELSE ${text} END`,
    one.label === null ? `type(${one.name})` : `head(labels(${one.name}))`,
  ];
  const numbers = properties(one, "int", "float");
  const integers = properties(one, "int");
  const others = [
    ...properties(one, "boolean"),
    ...numbers.flatMap((at) => [at, `${at} + 1`, `-${at} * 2`, `abs(${at})`, `sign(${at})`, `floor(${at})`]),
    ...integers.flatMap((at) => [`${at} % 3`, `${at} / 2`, `toString(${at})`, `toFloat(${at}) / 4`]),
    ...properties(one, "strings", "ints").flatMap((at) => [
      at,
      `size(${at})`,
      `head(${at})`,
      `last(${at})`,
      `${at}[1]`,
      `${at}[0..2]`,
      `tail(${at})`,
    ]),
    ...properties(one, "strings").flatMap((at) => [
      `[x IN ${at} WHERE x STARTS WITH 'a' | x + '!']`,
      `reduce(all = '', x IN ${at} | all + x)`,
      `single(x IN ${at} WHERE x = 'a')`,
    ]),
    ...properties(one, "ints").map((at) => `reduce(total = 0, x IN ${at} | total + x)`),
    `size(${text})`,
    `split(${text}, ' ')`,
    `${text} IS NULL`,
    condition(c, [one]),
  ];
  const all = wanted === "string" ? ofStrings : [...ofStrings, ...others];
  return all[c.below(all.length)] ?? text;
}

function aggregated(c: Choices, bound: readonly Bound[]): string {
  const one = bound[c.below(bound.length)] ?? bound[0];
  const numbers = bound.flatMap((other) => properties(other, "int", "float"));
  const strings = bound.flatMap((other) => properties(other, "string"));
  const text = strings[c.below(Math.max(strings.length, 1))] ?? "1";
  const ways = [
    "count(*)",
    `count(${text})`,
    `count(DISTINCT ${text})`,
    `min(${text})`,
    `max(${text})`,
    `count(DISTINCT ${one?.name ?? "a"})`,
    ...numbers.flatMap((at) => [
      `coalesce(sum(${at}), 0)`,
      `avg(${at})`,
      `min(${at})`,
      `max(${at})`,
      `percentileDisc(${at}, 0.5)`,
    ]),
  ];
  return ways[c.below(ways.length)] ?? "count(*)";
}

function columns(c: Choices, bound: readonly Bound[]): readonly string[] {
  return Array.from({ length: 1 + c.below(3) }, () => scalar(c, bound));
}

/** `RETURN` with columns `c1`, `c2` …, as they come, as a set, in order, or a page of that. */
function ending(c: Choices, text: string, values: readonly string[]): Text {
  const names = values.map((_, at) => `c${at + 1}`);
  const listed = values.map((value, at) => `${value} AS ${names[at]}`).join(", ");
  const returning = `${text} RETURN ${c.of("", "", "DISTINCT ")}${listed}`;
  if (c.once(2)) return { cypher: returning, isOrdered: false };
  const order = names.map((name) => `${name}${c.of("", " DESC")}`).join(", ");
  const [skip, limit] = [c.value(c.below(3)), c.value(1 + c.below(5))];
  const page = c.of("", ` LIMIT ${limit}`, ` SKIP ${skip}`, ` SKIP ${skip} LIMIT ${limit}`);
  return { cypher: `${returning} ORDER BY ${order}${page}`, isOrdered: true };
}
