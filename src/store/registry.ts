import { stat } from "node:fs/promises";
import { AppError } from "../errors.ts";
import type { Store } from "./store.ts";

export interface OpenOptions {
  /** For a store behind a password. Default `ELENCHUS_NEO4J_PASSWORD` of the environment. */
  readonly password?: string;
  /** How long a run waits for a store whose server goes away, in milliseconds. Default 60 s. */
  readonly waitMs?: number;
}

type Opener = (url: string, rest: string, options: OpenOptions) => Promise<Store>;

const neo4j: Opener = async (url, _rest, { password = process.env.ELENCHUS_NEO4J_PASSWORD, ...options }) => {
  const { Neo4jStore } = await import("./neo4j/neo4j-store.ts");
  return new Neo4jStore(url, { password: password || null, ...options });
};

/** Opens the store that a URL names; the code of an engine is loaded only for its scheme. */
const schemes: Readonly<Record<string, Opener>> = {
  embedded: async (url, path) => {
    if (path.trim() === "" || (await leadsToFile(path))) throw noDirectory(url);
    const { EmbeddedStore } = await import("./embedded/embedded-store.ts");
    return new EmbeddedStore(path);
  },
  neo4j,
  "neo4j+s": neo4j,
  "neo4j+ssc": neo4j,
  bolt: neo4j,
  "bolt+s": neo4j,
  "bolt+ssc": neo4j,
};

/**
 * The store at a URL: `embedded:PATH`, or a bare path, which means the same; or `neo4j://user@host:7687/database`.
 *
 * Nothing is opened or made yet. Passwords do not belong into URLs.
 *
 * @throws AppError `store.url-invalid` for what no engine can read, a path of a file among it, `store.scheme-unknown` for a scheme that no
 *   engine has.
 */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  // One letter and a colon is a drive of Windows, not a scheme.
  const [, scheme = "embedded", rest = url] = /^([a-z][a-z0-9+.-]+):(.*)$/isu.exec(url) ?? [];
  const open = Object.hasOwn(schemes, scheme.toLowerCase()) ? schemes[scheme.toLowerCase()] : undefined;
  if (!open)
    throw new AppError("store.scheme-unknown", `no kind of store is called ${scheme}`, {
      hint: `Give a directory, or a URL that begins with one of ${Object.keys(schemes).join(", ")}.`,
    });
  return await open(url, rest, options);
}

/** Whether a path is that of a file, or leads through one. */
async function leadsToFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOTDIR";
  }
}

function noDirectory(url: string): AppError {
  return new AppError("store.url-invalid", `the store ${JSON.stringify(url)} names no directory`, {
    hint: "Give a directory, for example --store ./.elenchus/default.",
  });
}
