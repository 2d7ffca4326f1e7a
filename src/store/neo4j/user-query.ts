import { Neo4jError, type Session } from "neo4j-driver";
import { AppError } from "../../errors.ts";
import { requireParameters } from "../cypher-files.ts";
import { parameterNames } from "../cypher-tokens.ts";
import { type PlanOperator, refusePlan, refuseWords } from "../guard.ts";
import { mendQuery, tooSlow } from "../query-refusals.ts";
import type { Parameters, UserQueryOptions, UserQueryResult, Value } from "../store.ts";
import type { Connection } from "./connection.ts";
import { isMemory, isOutage, storeFailure } from "./failures.ts";
import { planOperators } from "./plan.ts";
import { driverParameters, plainValue } from "./values.ts";

/**
 * Runs a user's query in a transaction of its own, which ends at the limits and is never committed.
 *
 * A session for reading keeps nobody from reading files (`LOAD CSV`), so the words of the query and the
 * operators of its plan are looked at first. Memory is bounded by the server's own setting
 * (`db.memory.transaction.max`); `maxBytes` bounds the rows that are taken.
 *
 * @throws AppError `query.not-read-only`, `query.invalid`, `query.parameter-missing`, `query.timeout`,
 *   `query.memory`, `store.unreachable`.
 */
export async function runUserQuery(
  connection: Connection,
  cypher: string,
  parameters: Parameters,
  options: UserQueryOptions,
): Promise<UserQueryResult> {
  refuseWords(cypher);
  requireParameters("the query", parameterNames(cypher), parameters);
  const session = connection.session();
  try {
    return await within(options.timeoutMs, async () => {
      const plan = await explain(session, cypher, parameters, options.timeoutMs);
      refusePlan(plan);
      return await take(session, cypher, parameters, options);
    });
  } catch (error) {
    throw refusal(error, connection, options);
  } finally {
    // Ends the transaction; a server that is busy with it is not waited for.
    session.close().catch(() => {});
  }
}

/** The server looks at the clock only now and then, so ours ends what is over time. */
async function within<Result>(timeoutMs: number, work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow("the query", timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([work(), over]);
  } finally {
    clearTimeout(timer);
  }
}

/** The operators with which Neo4j would run a query. */
async function explain(
  session: Session,
  cypher: string,
  parameters: Parameters,
  timeout: number,
): Promise<readonly PlanOperator[]> {
  const { summary } = await session.run(`EXPLAIN\n${cypher}`, driverParameters(parameters), { timeout });
  return planOperators(summary);
}

/** Streams the rows and stops at the first that is not wanted any more. */
async function take(
  session: Session,
  cypher: string,
  parameters: Parameters,
  { timeoutMs, maxRows, maxBytes }: UserQueryOptions,
): Promise<UserQueryResult> {
  const transaction = await session.beginTransaction({ timeout: timeoutMs });
  const result = transaction.run(cypher, driverParameters(parameters));
  const columns = await result.keys();
  const rows: Value[][] = [];
  let bytes = 0;
  let isTruncated = false;
  for await (const record of result) {
    if (rows.length === maxRows) {
      isTruncated = true;
      break;
    }
    const row = columns.map((column) => plainValue(record.get(column)));
    bytes += row.reduce<number>((sum, value) => sum + bytesOf(value), 0);
    if (bytes > maxBytes) throw tooLarge(`its rows take more than ${Math.round(maxBytes / 1e6)} MB`);
    rows.push(row);
  }
  await transaction.rollback();
  return { columns: columns.map(String), rows, isTruncated };
}

/** About what a value takes in memory. */
function bytesOf(value: Value): number {
  if (typeof value === "string") return 2 * value.length + 16;
  if (typeof value !== "object" || value === null) return 8;
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + 16 + bytesOf(inner), 16);
}

function refusal(error: unknown, connection: Connection, { timeoutMs }: UserQueryOptions): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (/TransactionTimedOut|Transaction\.Terminated/u.test(error.code)) return tooSlow("the query", timeoutMs);
  if (isMemory(error)) return tooLarge("the server refused it more memory");
  if (isOutage(error) || !error.code.startsWith("Neo.ClientError.Statement."))
    return storeFailure(error, connection.place);
  if (error.code.endsWith("AccessMode"))
    return new AppError("query.not-read-only", `the query may only read the graph: ${error.message}`, {
      hint: "Leave out what writes.",
    });
  return new AppError("query.invalid", serverMessage(error.message), {
    hint: mendQuery,
  });
}

/**
 * The server's message with the place first, as `1:10`. It counts lines from the word EXPLAIN, which stands
 * before.
 */
function serverMessage(message: string): string {
  const place = / ?\(line (\d+), column (\d+) \(offset: \d+\)\)/u.exec(message);
  const text = message.split("\n")[0]?.replace(place?.[0] ?? "", "") ?? message;
  return place ? `${Math.max(1, Number(place[1]) - 1)}:${place[2]}: ${text}` : text;
}

function tooLarge(why: string): AppError {
  return new AppError("query.memory", `the query was stopped: ${why}`, {
    hint: "Ask for less: join patterns by a relationship, add LIMIT before what is large.",
  });
}
