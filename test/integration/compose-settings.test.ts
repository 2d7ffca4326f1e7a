import { expect, it } from "vitest";
import { neo4jSettings, readComposeFile } from "../support/compose-file.ts";
import { neo4jSkip, onNeo4j } from "../support/neo4j.ts";

it.skipIf(neo4jSkip !== null)("docker-compose.yml sets what this version of Neo4j knows", async () => {
  const service = readComposeFile().services.neo4j;
  if (!service) throw new Error("no service neo4j");
  const known = await onNeo4j((run) => run("SHOW SETTINGS YIELD name"));
  expect(known.length).toBeGreaterThan(100);
  const names = new Set(known.map(({ name }) => name));
  expect([...neo4jSettings(service).keys()].filter((name) => !names.has(name))).toEqual([]);
});
