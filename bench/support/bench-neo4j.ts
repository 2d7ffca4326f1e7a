import { readFile, rm } from "node:fs/promises";
import { auth, driver } from "neo4j-driver";
import { Connection } from "../../src/store/neo4j/connection.ts";
import { Neo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { parseNeo4jUrl } from "../../src/store/neo4j/neo4j-url.ts";
import { driverParameters } from "../../src/store/neo4j/values.ts";
import type { Parameters, Row } from "../../src/store/store.ts";
import { localServerLacks, startLocalServer, temporaryHome } from "../../test/support/neo4j/local-server.ts";
import { newPassword } from "../../test/support/neo4j/provide.ts";

/** A Neo4j of the bench's own. */
export interface BenchNeo4j {
  readonly store: Neo4jStore;
  /** The product's own connection, to run its statements one by one. */
  connect(): Promise<Connection>;
  /**
   * What server and this process have computed so far, in seconds; 0 for the server where the system does not
   * tell.
   */
  cpuSeconds(): Promise<number>;
  /** Runs one statement in a transaction of its own, past the product. */
  run(cypher: string, parameters?: Parameters): Promise<readonly Row[]>;
}

/**
 * Runs `work` on a Neo4j that is started for it and ended after it; where none can be started, says why.
 *
 * @param heap - how much memory its graph may take, as Java writes it: `2g`.
 * @param home - the files of its graph; default: new ones, which are taken away at the end.
 */
export async function withNeo4j(
  work: (server: BenchNeo4j) => Promise<void>,
  { heap, home }: { readonly heap: string; readonly home?: string },
): Promise<void> {
  const lack = await localServerLacks();
  if (lack !== null) return console.log(`no Neo4j here: ${lack}`);
  // Java takes these over the options of its command line.
  process.env._JAVA_OPTIONS = `-Xmx${heap}`;
  const folder = home ?? (await temporaryHome());
  const server = await startLocalServer({ home: folder, password: newPassword(), isLongLived: true });
  const url = `neo4j://neo4j@127.0.0.1:${server.port}/neo4j`;
  const place = parseNeo4jUrl(url);
  const opened = driver(place.address, auth.basic(place.user, server.password), {
    disableLosslessIntegers: true,
  });
  try {
    await work({
      store: new Neo4jStore(url, { password: server.password }),
      connect: () => Connection.open(place, server.password),
      cpuSeconds: async () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1e6 + (await cpuSecondsOf(server.pid));
      },
      run: async (cypher, parameters = {}) => {
        const session = opened.session({ database: "neo4j" });
        try {
          return (await session.run(cypher, driverParameters(parameters))).records.map((one) =>
            one.toObject(),
          );
        } finally {
          await session.close();
        }
      },
    });
  } finally {
    await opened.close();
    await server.stop();
    if (home === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** The processor's time of a process, from Linux's `/proc`, which counts in hundredths of a second. */
async function cpuSecondsOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name of the program may hold spaces and ends with the last bracket; user and system time are fields
  // 14 and 15.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/** Takes away all nodes and keeps the schema. */
export async function emptyGraph({ run }: BenchNeo4j): Promise<void> {
  await run("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS");
}

/** The heap that a graph of a size needs. */
export const heapFor = (size: number): string => (size > 0.1 ? "2g" : "1g");
