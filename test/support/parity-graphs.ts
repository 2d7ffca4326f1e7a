import fc from "fast-check";
import type { Row, Value } from "../../src/store/store.ts";

/**
 * What a property holds: the two engines are compared on properties of one type each, as the schemas have
 * them.
 */
export type PropertyType = "string" | "int" | "float" | "boolean" | "strings" | "ints";

/** A node of a random graph; `id` is its own in the whole graph. */
interface RandomNode {
  readonly label: string;
  readonly properties: Row;
}

interface RandomRelationship {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Row;
}

export interface RandomGraph {
  readonly nodes: readonly RandomNode[];
  readonly relationships: readonly RandomRelationship[];
}

/** Labels with some of the properties that docs/data-model.md lists. */
export const labels: Readonly<Record<string, Readonly<Record<string, PropertyType>>>> = {
  Claim: { id: "string", text: "string", key: "string" },
  Comment: {
    id: "string",
    text: "string",
    createdAt: "string",
    seq: "int",
    score: "float",
    terms: "strings",
  },
  Author: { id: "string", name: "string" },
  Concept: { id: "string", prefLabel: "string", labels: "strings", salience: "float" },
  Source: { id: "string", rank: "int", isComplete: "boolean", captured: "string" },
  Version: { id: "string", offsets: "ints", at: "string" },
};

/** Relationship types with the labels at their ends and some of their properties. */
export const relationshipTypes: readonly {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, PropertyType>>;
}[] = [
  ...["SUPPORTS", "DISAGREES_WITH", "REFINES"].map((type) => ({
    type,
    from: "Claim",
    to: "Claim",
    properties: { confidence: "float", speaker: "string", evidence: "strings" } as const,
  })),
  { type: "REPLIES_TO", from: "Comment", to: "Comment", properties: {} },
  { type: "WROTE", from: "Author", to: "Comment", properties: {} },
  { type: "HOLDS", from: "Author", to: "Claim", properties: { stance: "string", createdAt: "string" } },
  { type: "ABOUT", from: "Claim", to: "Concept", properties: {} },
  { type: "MENTIONS", from: "Comment", to: "Concept", properties: { version: "string", end: "int" } },
  { type: "BROADER", from: "Concept", to: "Concept", properties: {} },
  { type: "HAS_VERSION", from: "Comment", to: "Version", properties: {} },
];

/**
 * Words in several scripts, alike at their beginnings, with quotes, spaces, and characters beyond 16 bits.
 *
 * None has a character from U+E000 to U+FFFF: such a one stands before those beyond by its code point, which
 * is how both engines sort stored words, and after them by its code units, which is how Neo4j sorts words
 * that it made itself.
 */
export const words = [
  "a",
  "ab",
  "abc",
  "B",
  "Äther",
  "äther",
  "naïve reward",
  "reward",
  "Rewards 2",
  "日本語",
  "日本",
  "😀 ok",
  'it\'s "so"',
  "",
  " x ",
] as const;

const string = fc.constantFrom(...words);
const int = fc.integer({ min: -3, max: 12 });
/** Sums of quarters are exact in any order. None is whole: the driver sends whole numbers as integers. */
const float = fc.integer({ min: -4, max: 8 }).map((whole) => whole + 0.25);
const values: Readonly<Record<PropertyType, fc.Arbitrary<Value>>> = {
  string,
  int,
  float,
  boolean: fc.boolean(),
  strings: fc.array(string, { maxLength: 4 }),
  ints: fc.array(int, { maxLength: 4 }),
};

/** Properties of which each, but for `id`, may be null: then it is absent. */
function propertiesOf(types: Readonly<Record<string, PropertyType>>): fc.Arbitrary<Row> {
  return fc.record(
    Object.fromEntries(
      Object.entries(types)
        .filter(([name]) => name !== "id")
        .map(([name, type]) => [name, fc.option(values[type], { freq: 4 })]),
    ),
  );
}

const node = fc
  .constantFrom(...Object.keys(labels))
  .chain((label) => propertiesOf(labels[label] ?? {}).map((properties) => ({ label, properties })));

const relationship = fc.constantFrom(...relationshipTypes).chain((one) =>
  fc.record({
    one: fc.constant(one),
    properties: propertiesOf(one.properties),
    from: fc.nat(),
    to: fc.nat(),
  }),
);

/** Graphs of 3 to 12 nodes with loops, rings and parallel relationships. */
export const randomGraph: fc.Arbitrary<RandomGraph> = fc
  .tuple(
    fc.array(node, { minLength: 3, maxLength: 12, size: "max" }),
    fc.array(relationship, { maxLength: 40, size: "max" }),
  )
  .map(([nodes, relationships]) => {
    const named = nodes.map(({ label, properties }, at) => ({
      label,
      properties: { ...properties, id: `n${at}` },
    }));
    const pick = (label: string, at: number): string | null => {
      const able = named.filter((one) => one.label === label);
      return able[at % Math.max(able.length, 1)]?.properties.id ?? null;
    };
    return {
      nodes: named,
      relationships: relationships.flatMap(({ one, properties, from, to }, at) => {
        const ends = [pick(one.from, from), pick(one.to, to)] as const;
        if (ends[0] === null || ends[1] === null) return [];
        return [{ type: one.type, from: ends[0], to: ends[1], properties: { ...properties, id: `r${at}` } }];
      }),
    };
  });

/** The statements that make a graph: one `UNWIND` for each label and each type. */
export function loading({
  nodes,
  relationships,
}: RandomGraph): readonly { cypher: string; rows: readonly Row[] }[] {
  return [
    ...Object.keys(labels).map((label) => ({
      cypher: `UNWIND $rows AS row CREATE (n:${label}) SET n = row.properties`,
      rows: nodes.filter((one) => one.label === label).map(({ properties }) => ({ properties })),
    })),
    ...relationshipTypes.map(({ type, from, to }) => ({
      cypher: `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
      rows: relationships
        .filter((one) => one.type === type)
        .map(({ from: start, to: end, properties }) => ({ from: start, to: end, properties })),
    })),
  ].filter(({ rows }) => rows.length > 0);
}
