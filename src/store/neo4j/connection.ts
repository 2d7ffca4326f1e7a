import {
  auth,
  bookmarkManager,
  type Driver,
  driver,
  type ManagedTransaction,
  type Session,
  session,
} from "neo4j-driver";
import { AppError } from "../../errors.ts";
import type { CypherRunner } from "../apply-writes.ts";
import { migrations } from "../cypher-files.ts";
import { storeFailure } from "./failures.ts";
import { indexedProperties, withIndexHints } from "./index-hints.ts";
import type { Neo4jPlace } from "./neo4j-url.ts";
import { engineId } from "./statements.ts";
import { driverParameters, plainRow } from "./values.ts";

/** Connections at most: requests of a page beyond them wait their turn. */
const maxConnections = 20;
const connectWithinMs = 5000;
/** How long the driver itself tries again after a deadlock or a broken connection. */
const retryMs = 4000;
const oldestVersion = 5;

/** One driver on one database. Reads see what was written through it, on a cluster too: bookmarks go along. */
export class Connection {
  readonly place: Neo4jPlace;
  /** What the server calls itself: `Neo4j/5.26.30`. */
  server = "";
  readonly #driver: Driver;
  readonly #bookmarks = bookmarkManager();

  private constructor(place: Neo4jPlace, opened: Driver) {
    this.place = place;
    this.#driver = opened;
  }

  /**
   * Connects, and makes sure that there is a Neo4j that serves the user and the database.
   *
   * @param password - null where none is set, which suits a server without authentication.
   * @throws AppError `store.unreachable`, `store.unauthorized`, `store.database-unknown`,
   *   `store.version-unsupported`.
   */
  static async open(place: Neo4jPlace, password: string | null): Promise<Connection> {
    const token = password === null ? undefined : auth.basic(place.user, password);
    const opened = driver(place.address, token, {
      maxConnectionPoolSize: maxConnections,
      connectionTimeout: connectWithinMs,
      connectionAcquisitionTimeout: connectWithinMs * 2,
      maxTransactionRetryTime: retryMs,
      disableLosslessIntegers: true,
      notificationFilter: { minimumSeverityLevel: "OFF" },
      userAgent: "elenchus",
    });
    const connection = new Connection(place, opened);
    try {
      await connection.#verify();
      return connection;
    } catch (error) {
      await opened.close();
      throw storeFailure(error, place);
    }
  }

  async #verify(): Promise<void> {
    const { agent = "" } = await this.#driver.getServerInfo(this.#database());
    const [, major] = /^Neo4j\/(\d+)/u.exec(agent) ?? [];
    if (major === undefined || Number(major) < oldestVersion)
      throw new AppError("store.version-unsupported", `${this.place.url} is ${agent || "no Neo4j"}`, {
        hint: `Use Neo4j ${oldestVersion} or newer.`,
      });
    this.server = agent;
    await this.ping();
  }

  /** Asks the database for nothing, and so whether it answers. */
  async ping(): Promise<void> {
    const asking = this.session();
    try {
      await asking.run("RETURN 1 AS one").then(({ records }) => records);
    } finally {
      await asking.close();
    }
  }

  /** Runs reads in one transaction, again if it meets something transient. */
  async read<Result>(work: (runner: CypherRunner) => Promise<Result>): Promise<Result> {
    return await this.#within(this.session(), (one) => one.executeRead((tx) => work(runnerOf(tx))));
  }

  /** Runs reads and writes in one transaction, again if it meets something transient: `work` may run twice. */
  async write<Result>(work: (runner: CypherRunner) => Promise<Result>): Promise<Result> {
    return await this.#within(this.session(session.WRITE), (one) =>
      one.executeWrite((tx) => work(runnerOf(tx))),
    );
  }

  /** Runs a statement that makes or drops an index or a constraint. */
  async runSchema(statement: string): Promise<void> {
    await this.write(async (runner) => {
      await runner.run(statement, {});
    });
  }

  /** A session of the driver, for what the methods above do not cover. Whoever opens it closes it. */
  session(mode: typeof session.READ | typeof session.WRITE = session.READ): Session {
    return this.#driver.session({
      ...this.#database(),
      defaultAccessMode: mode,
      bookmarkManager: this.#bookmarks,
    });
  }

  async #within<Result>(one: Session, work: (one: Session) => Promise<Result>): Promise<Result> {
    try {
      return await work(one);
    } finally {
      await one.close();
    }
  }

  #database(): { database: string } | Record<string, never> {
    return this.place.database === null ? {} : { database: this.place.database };
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }
}

function runnerOf(transaction: ManagedTransaction): CypherRunner {
  return {
    run: async (cypher, parameters) => {
      const { records } = await transaction.run(hinted(cypher), driverParameters(parameters));
      return records.map(plainRow);
    },
  };
}

const hintedStatements = new Map<string, string>();

/** A statement of ours with index hints; each is worked out once. */
function hinted(cypher: string): string {
  const known = hintedStatements.get(cypher);
  if (known !== undefined) return known;
  const indexed = indexedProperties(migrations(engineId).flatMap(({ statements }) => statements));
  const result = withIndexHints(cypher, indexed);
  hintedStatements.set(cypher, result);
  return result;
}
