import { once } from "node:events";
import { resolve } from "node:path";
import { localServerLacks, startLocalServer } from "../test/support/neo4j/local-server.ts";
import { newPassword } from "../test/support/neo4j/provide.ts";

/** `npm run neo4j:dev`: a Neo4j for development until Ctrl+C. It keeps its graph in `.elenchus/neo4j-dev`. */
const lack = await localServerLacks();
if (lack !== null) {
  console.error(`Cannot start Neo4j: ${lack}.`);
  process.exit(1);
}
console.error("Starting Neo4j; the first time it is fetched from Maven Central, 123 MB.");
const server = await startLocalServer({
  home: resolve(".elenchus/neo4j-dev"),
  password: process.env.ELENCHUS_NEO4J_PASSWORD || newPassword(),
  port: Number(process.env.ELENCHUS_NEO4J_PORT ?? 7687),
  isLongLived: true,
});
console.log(`export ELENCHUS_NEO4J_PASSWORD=${server.password}`);
console.log(`elenchus map FILE --store neo4j://neo4j@127.0.0.1:${server.port}/neo4j`);
const interrupt = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => interrupt.abort());
await once(interrupt.signal, "abort");
await server.stop();
