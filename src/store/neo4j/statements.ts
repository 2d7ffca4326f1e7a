import type { CypherRunner } from "../apply-writes.ts";
import { cypherFile, requireParameters } from "../cypher-files.ts";
import type { Parameters, Row } from "../store.ts";

/** The part of a file's name that marks what only Neo4j runs: `search-words.neo4j.cypher`. */
export const engineId = "neo4j";

/** Runs all statements of a file and gives the rows of the last. */
export async function runFile(
  runner: CypherRunner,
  folders: readonly string[],
  id: string,
  parameters: Parameters = {},
): Promise<readonly Row[]> {
  const { statements, parameters: names } = cypherFile(folders, id, engineId);
  requireParameters(`the query ${id}`, names, parameters);
  let rows: readonly Row[] = [];
  for (const statement of statements) rows = await runner.run(statement, parameters);
  return rows;
}
