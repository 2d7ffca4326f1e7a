import { readdirSync, readFileSync } from "node:fs";
import { AppError } from "../errors.ts";
import { parameterNames, splitStatements } from "./cypher-tokens.ts";
import type { Parameters } from "./store.ts";

const root = new URL("../../cypher/", import.meta.url);

/** A file of `cypher/`: its statements, and the parameters that they name. */
export interface CypherFile {
  readonly id: string;
  readonly statements: readonly string[];
  readonly parameters: readonly string[];
}

const cache = new Map<string, CypherFile>();

/**
 * Reads `cypher/<folder>/<id>.<engine>.cypher` where there is one, else `cypher/<folder>/<id>.cypher`.
 *
 * A file holds one statement, or several that end with semicolons and run in order with the same parameters.
 *
 * @throws Error when no folder has the file: ids are the product's own.
 */
export function cypherFile(folders: readonly string[], id: string, engine: string): CypherFile {
  const key = `${folders.join("+")}/${id}.${engine}`;
  const known = cache.get(key);
  if (known) return known;
  for (const folder of folders)
    for (const name of [`${id}.${engine}.cypher`, `${id}.cypher`]) {
      const text = readIfThere(new URL(`${folder}/${name}`, root));
      if (text === null) continue;
      const file = { id, statements: splitStatements(text), parameters: parameterNames(text) };
      cache.set(key, file);
      return file;
    }
  throw new Error(`no file ${id}.cypher in cypher/${folders.join(", cypher/")}`);
}

/** The migrations of an engine, by number: `V001__indexes.cypher`, or with `.<engine>` before the ending. */
export function migrations(engine: string): readonly (CypherFile & { readonly version: number })[] {
  const names = readdirSync(new URL("migrations/", root))
    .map((name) => /^(V(\d+)__\w+)(?:\.(\w+))?\.cypher$/u.exec(name))
    .filter((match) => match !== null && (match[3] === undefined || match[3] === engine));
  const found = new Map(names.map((match) => [match?.[1] ?? "", Number(match?.[2])]));
  return [...found]
    .map(([id, version]) => ({ ...cypherFile(["migrations"], id, engine), version }))
    .sort((a, b) => a.version - b.version);
}

/**
 * Refuses a query whose parameters are not all given.
 *
 * @throws AppError `query.parameter-missing`, naming them.
 */
export function requireParameters(
  place: string,
  names: readonly string[],
  given: Parameters,
): asserts given is Parameters {
  const missing = names.filter((name) => !Object.hasOwn(given, name) || given[name] === undefined);
  if (missing.length === 0) return;
  throw new AppError(
    "query.parameter-missing",
    `${place} needs ${missing.map((name) => `$${name}`).join(", ")}`,
    { hint: "Give each parameter a value: --param name=value." },
  );
}

function readIfThere(url: URL): string | null {
  try {
    return readFileSync(url, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
