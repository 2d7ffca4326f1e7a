import type { TestProject } from "vitest/node";
import { type ProvidedNeo4j, provideNeo4j } from "./provide.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The Neo4j of each worker of a run, which all its test files share, or why there is none. */
    neo4j:
      | { readonly servers: readonly Pick<ProvidedNeo4j, "url" | "password">[] }
      | { readonly skip: string };
  }
}

/** Starts a Neo4j for each worker of the tests that need one, and ends them after all tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers: ProvidedNeo4j[] = [];
  const provided = await Promise.all(Array.from({ length: project.config.maxWorkers }, provideNeo4j));
  for (const one of provided) {
    if ("skip" in one) {
      console.warn(`Tests on Neo4j are skipped: ${one.skip}.`);
      project.provide("neo4j", { skip: one.skip });
      return async () => {};
    }
    console.warn(`Tests on Neo4j run on ${one.url}, from ${one.from}.`);
    servers.push(one);
  }
  project.provide("neo4j", { servers: servers.map(({ url, password }) => ({ url, password })) });
  return async () => {
    await Promise.all(servers.map((server) => server.end()));
  };
}
