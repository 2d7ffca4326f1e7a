import type { TestProject } from "vitest/node";
import { provideNeo4j } from "./provide.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The Neo4j that all test files of a run share, or why there is none. */
    neo4j: { readonly url: string; readonly password: string } | { readonly skip: string };
  }
}

/** Starts one Neo4j for all test files that need one, and ends it after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const provided = await provideNeo4j();
  if ("skip" in provided) {
    console.warn(`Tests on Neo4j are skipped: ${provided.skip}.`);
    project.provide("neo4j", { skip: provided.skip });
    return async () => {};
  }
  const { url, password, from } = provided;
  console.warn(`Tests on Neo4j run on ${url}, from ${from}.`);
  project.provide("neo4j", { url, password });
  return () => provided.end();
}
