import { AppError } from "../../errors.ts";

/** Where a graph is: what a store's URL says. */
export interface Neo4jPlace {
  /** The URL as it may be shown: it holds no password. */
  readonly url: string;
  /** What the driver connects to: scheme, host, port and routing context, and nothing else. */
  readonly address: string;
  readonly user: string;
  /** Null for the database that the server chooses for the user. */
  readonly database: string | null;
}

const usualPort = 7687;
const usualUser = "neo4j";

/**
 * Reads `neo4j://user@host:7687/database`.
 *
 * With `+s` the connection is over TLS, with `+ssc` also where the server signed its certificate itself.
 * The driver takes `user@` and `/database` without a word and drops them, so the URL is taken apart here. The user
 * is `neo4j` and the port 7687 where none stands; without a database the server's default is used.
 *
 * @throws AppError `store.url-invalid` for anything else, and for a password, which is never repeated.
 */
export function parseNeo4jUrl(text: string): Neo4jPlace {
  const shown = withoutPassword(text);
  const invalid = (what: string, hint = "Write it as neo4j://user@host:7687/database.") =>
    new AppError("store.url-invalid", `${shown}: ${what}`, { hint });
  if (!URL.canParse(text)) throw invalid("this is no URL");
  const url = new URL(text);
  const scheme = url.protocol.slice(0, -1);
  if (url.password !== "")
    throw invalid(
      "a password does not belong into a URL",
      "Leave it out and set ELENCHUS_NEO4J_PASSWORD to it.",
    );
  if (url.hostname === "") throw invalid("it names no host");
  if (url.hash !== "") throw invalid("it has a part after #");
  if (url.search !== "" && scheme.startsWith("bolt"))
    throw invalid("only neo4j:// takes a routing context", "Leave out what stands after the question mark.");
  const database = decoded(url.pathname.replace(/^\/|\/$/gu, ""));
  if (database === null || (database !== "" && !/^[a-z][a-z0-9.-]{2,62}$/iu.test(database)))
    throw invalid("the name of a database has 3 to 63 letters, digits, dots and dashes");
  const user = decoded(url.username);
  if (user === null) throw invalid("the name of the user is not well escaped");
  const host = `${url.hostname}:${url.port === "" ? usualPort : url.port}`;
  return {
    url: `${scheme}://${encodeURIComponent(user || usualUser)}@${host}/${database}${url.search}`,
    address: `${scheme}://${host}${url.search}`,
    user: user || usualUser,
    database: database === "" ? null : database,
  };
}

/** A URL that may be printed. */
function withoutPassword(url: string): string {
  return url.replace(/(:\/\/[^/?#]*?):[^/?#]*@/u, "$1:…@");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
