import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { localServerLacks, startLocalServer, temporaryHome } from "./local-server.ts";

/** A Neo4j for tests: what to open it with, and how to end it. */
export interface ProvidedNeo4j {
  /** As `--store` takes it. */
  readonly url: string;
  readonly password: string;
  /** How it was come by. */
  readonly from: string;
  end(): Promise<void>;
}

const image = "neo4j:5.26.30-community";

/**
 * A real Neo4j, from the first of these that works: the server at `ELENCHUS_TEST_NEO4J` (whose database is emptied
 * by the tests), a container, Neo4j from Maven Central. Else the reason why there is none.
 *
 * @throws Error when there is none and `ELENCHUS_REQUIRE` names `neo4j`.
 */
export async function provideNeo4j(): Promise<ProvidedNeo4j | { readonly skip: string }> {
  const given = fromEnvironment() ?? (await fromContainer());
  if (given) return given;
  const lack = await localServerLacks();
  if (lack === null) return await fromMaven();
  const skip = `no ELENCHUS_TEST_NEO4J, no container engine, and ${lack}`;
  if ((process.env.ELENCHUS_REQUIRE ?? "").split(",").includes("neo4j"))
    throw new Error(`ELENCHUS_REQUIRE names neo4j, but there is ${skip}`);
  return { skip };
}

function fromEnvironment(): ProvidedNeo4j | null {
  const url = process.env.ELENCHUS_TEST_NEO4J;
  if (!url) return null;
  const password = process.env.ELENCHUS_TEST_NEO4J_PASSWORD ?? "";
  return { url, password, from: "ELENCHUS_TEST_NEO4J", end: async () => {} };
}

async function fromContainer(): Promise<ProvidedNeo4j | null> {
  const { getContainerRuntimeClient } = await import("testcontainers");
  const client = await getContainerRuntimeClient().catch(() => null);
  if (!client) return null;
  const { Neo4jContainer } = await import("@testcontainers/neo4j");
  const password = newPassword();
  const container = await new Neo4jContainer(image).withPassword(password).start();
  return {
    url: container.getBoltUri().replace("://", "://neo4j@"),
    password,
    from: `a container of ${image}`,
    end: async () => {
      await container.stop();
    },
  };
}

async function fromMaven(): Promise<ProvidedNeo4j> {
  const home = await temporaryHome();
  const server = await startLocalServer({ home, password: newPassword() });
  return {
    url: `neo4j://neo4j@127.0.0.1:${server.port}/neo4j`,
    password: server.password,
    from: "Maven Central",
    end: async () => {
      await server.kill();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export const newPassword = (): string => randomBytes(12).toString("hex");
