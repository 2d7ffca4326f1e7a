import { isRetryableError, Neo4jError } from "neo4j-driver";
import { AppError } from "../../errors.ts";
import type { Neo4jPlace } from "./neo4j-url.ts";

/** Whether the server, or the way to it, is gone for now: trying again later may help. */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof Neo4jError &&
    !isMemory(error) &&
    (isRetryableError(error) || error.code === "ServiceUnavailable" || error.code === "SessionExpired")
  );
}

/** Whether the server refused to take more memory for a transaction. It calls that transient, and it is not. */
export const isMemory = (error: unknown): boolean =>
  error instanceof Neo4jError && /MemoryPoolOutOfMemory|MemoryLimit|OutOfMemory/u.test(error.code);

/** Whether trying the same at once may do: a deadlock, or a server that is away for a moment. */
export const isTransient = (error: unknown): boolean =>
  error instanceof Neo4jError && isRetryableError(error) && !isMemory(error);

/**
 * What the driver says, as a refusal with its own code. Anything that the user cannot mend stays what it is.
 *
 * Neither the password nor the user's query is part of a message.
 */
export function storeFailure(error: unknown, place: Neo4jPlace): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const said = reasonOf(error);
  const failure = (code: ConstructorParameters<typeof AppError>[0], message: string, hint: string) =>
    new AppError(code, `${place.url}: ${message}`, { hint, cause: error });
  if (error.code === "Neo.ClientError.Security.CredentialsExpired")
    return failure(
      "store.unauthorized",
      "the password has to be changed before it can be used",
      "Change it with cypher-shell or Neo4j Browser, then set ELENCHUS_NEO4J_PASSWORD.",
    );
  if (error.code === "Neo.ClientError.Security.Forbidden")
    return failure(
      "store.unauthorized",
      `the user ${place.user} may not do this (${said})`,
      "Ask for the right to read, to write and to make indexes in this database.",
    );
  if (error.code.startsWith("Neo.ClientError.Security."))
    return failure(
      "store.unauthorized",
      `the server refused the user ${place.user} (${said})`,
      "Set ELENCHUS_NEO4J_PASSWORD to this user's password, and name the user before the @ of the URL.",
    );
  if (error.code.startsWith("Neo.ClientError.Database."))
    return failure(
      "store.database-unknown",
      `there is no such database (${said})`,
      "Name one that SHOW DATABASES lists, or none for the user's own.",
    );
  if (/responded HTTP/u.test(error.message))
    return failure(
      "store.unreachable",
      "this is the port for browsers",
      "Use the port for Bolt, by default 7687.",
    );
  if (isOutage(error) || error.code === "N/A")
    return failure(
      "store.unreachable",
      `Neo4j does not answer (${said})`,
      "Start it, or mend host and port; for a server with TLS write neo4j+s:// or, where it signed its certificate itself, neo4j+ssc://.",
    );
  return error;
}

/** The innermost reason that is told: the driver wraps "connection refused" in a paragraph of advice. */
function reasonOf(error: Error): string {
  let said = error.message;
  for (let at: unknown = error; at instanceof Error; at = at.cause) said = at.message;
  const [, cause] = /Caused by: (.+)/u.exec(said) ?? [];
  return (cause ?? said.split("\n")[0] ?? said).trim().replace(/\.$/u, "");
}
