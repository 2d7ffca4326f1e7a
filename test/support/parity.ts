import { expect } from "vitest";
import { Engine } from "../../src/store/embedded/engine.ts";
import { driverParameters, plainValue } from "../../src/store/neo4j/values.ts";
import type { Parameters, Row, Value } from "../../src/store/store.ts";
import { onNeo4j } from "./neo4j.ts";

type Run = (cypher: string, parameters?: Parameters) => Promise<readonly Row[]>;

/** Both engines behind one way to run Cypher, past the product. */
export interface Twins {
  readonly embedded: Run;
  /** Sessions on one server, each for one query at a time: planning random queries takes longest. */
  readonly neo4j: readonly [Run, Run, Run];
}

/** Opens the embedded engine on a new file beside the Neo4j of this run. */
export async function onTwins<Result>(
  path: string,
  work: (twins: Twins) => Promise<Result>,
): Promise<Result> {
  const engine = Engine.openFile(path);
  const session = (use: (run: Run) => Promise<Result>) =>
    onNeo4j((run) =>
      use(async (cypher, parameters = {}) =>
        (await run(cypher, driverParameters(parameters))).map((row) => plainValue(row) as Row),
      ),
    );
  try {
    return await session((one) =>
      session((two) =>
        session((three) =>
          work({
            embedded: (cypher, parameters = {}) => engine.run(cypher, parameters),
            neo4j: [one, two, three],
          }),
        ),
      ),
    );
  } finally {
    engine.close();
  }
}

/** How much was compared. */
export class Tally {
  questions = 0;
  rows = 0;

  /** Compares the rows that both engines gave to one question. */
  compare(embedded: readonly Row[], neo4j: readonly Row[], what: string, { isOrdered = false } = {}): void {
    this.questions += 1;
    this.rows += embedded.length;
    expect(canonical(neo4j, isOrdered), what).toEqual(canonical(embedded, isOrdered));
  }
}

/**
 * Rows as text, in an order of their own unless the query settles one.
 *
 * The keys of maps are sorted, and the lists in columns called `bag…`, whose order Cypher leaves open.
 */
function canonical(rows: readonly Row[], isOrdered: boolean): readonly string[] {
  const texts = rows.map((row) => JSON.stringify(mapValue(row, true)));
  return isOrdered ? texts : texts.sort();
}

function mapValue(map: { readonly [key: string]: Value }, isRow = false): Value {
  const entries = Object.entries(map).map(([key, value]): readonly [string, Value] => {
    const plain = sortedKeys(value);
    return [key, isRow && key.startsWith("bag") && isList(plain) ? asBag(plain) : plain];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortedKeys(value: Value): Value {
  if (isList(value)) return value.map(sortedKeys);
  return typeof value === "object" && value !== null ? mapValue(value) : value;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const asBag = (list: readonly Value[]): readonly Value[] =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
