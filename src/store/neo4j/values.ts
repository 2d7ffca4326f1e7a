import {
  type Record as DriverRecord,
  int,
  isInt,
  isNode,
  isPath,
  isRelationship,
  type Node,
  type Path,
  type Relationship,
} from "neo4j-driver";
import { keepable, restoreString } from "../lone-surrogates.ts";
import type { Parameters, Row, Value } from "../store.ts";

/**
 * Parameters as the driver sends them: it takes every number of JavaScript for a float, so whole ones are
 * wrapped.
 */
export function driverParameters(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(keepable(parameters)).map(([name, value]) => [name, driverValue(value)]),
  );
}

function driverValue(value: Value): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? int(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(driverValue);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, driverValue(inner)]));
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** A record as a row of plain values. */
export function plainRow(record: DriverRecord): Row {
  return Object.fromEntries(record.keys.map((key) => [String(key), plainValue(record.get(key))]));
}

/**
 * A value without the driver's own forms, in the forms that the embedded engine's rows have too: a node is its
 * properties with `_labels`, a relationship with `_type`, a path `{ nodes, edges }`. Times, durations and points
 * become text.
 */
export function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return restoreString(value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (isInt(value)) return value.toNumber();
  if (typeof value !== "object") return String(value);
  if (isNode(value)) return nodeValue(value);
  if (isRelationship(value)) return relationshipValue(value);
  if (isPath(value)) return pathValue(value);
  if (value instanceof Int8Array || value instanceof Uint8Array) return [...value];
  if (Object.getPrototypeOf(value) === Object.prototype) return mapValue(value);
  return String(value);
}

const mapValue = (map: object): { readonly [key: string]: Value } =>
  Object.fromEntries(Object.entries(map).map(([key, inner]) => [key, plainValue(inner)]));

const nodeValue = (node: Node): Value => ({ _labels: node.labels, ...mapValue(node.properties) });

const relationshipValue = (relationship: Relationship): Value => ({
  _type: relationship.type,
  ...mapValue(relationship.properties),
});

const pathValue = (path: Path): Value => ({
  nodes: [path.start, ...path.segments.map(({ end }) => end)].map(nodeValue),
  edges: path.segments.map(({ relationship }) => relationshipValue(relationship)),
});
