import { AppError } from "../errors.ts";
import type { Change, Write } from "../model/change.ts";
import { creations } from "./create-rows.ts";
import { cypherFile } from "./cypher-files.ts";
import { parameterNames } from "./cypher-tokens.ts";
import { pick } from "./rows.ts";
import type { Parameters, Row } from "./store.ts";
import { writtenRows } from "./write-rows.ts";

/** Runs Cypher: an engine itself, or a transaction of it. */
export interface CypherRunner {
  run(cypher: string, parameters: Parameters): Promise<readonly Row[]>;
}

/** Rows in one statement: more gain nothing and hold more memory. */
const rowsPerStatement = 2000;

/**
 * Runs the writes of a change, in order.
 *
 * Records that are not stored are created by the statements of `cypher/creates`, which neither look for their
 * ends beforehand nor for what was so before; the others are saved by those of `cypher/writes`. Each
 * statement of a write runs for all its rows before the next, so that records of one write may refer to each
 * other.
 *
 * @param engine - whose variants of the files are run.
 * @param isTransient - tells the engine's errors after which the same may be tried again: they pass as they are.
 *   Default: none is.
 * @throws AppError `store.write-failed` when a record refers to one that is not stored, or the engine
 *   refuses. Part of the change may then have been run.
 */
export async function applyWrites(
  runner: CypherRunner,
  change: Change,
  engine: string,
  isTransient: (error: unknown) => boolean = () => false,
): Promise<void> {
  for (const write of change.writes) {
    const run: CypherRunner["run"] = async (statement, parameters) => {
      try {
        return await runner.run(statement, parameters);
      } catch (error) {
        if (isTransient(error)) throw error;
        throw failed(`${write.write}: ${String((error as Error).message)}`, error);
      }
    };
    const rows = writtenRows(write);
    const stored = await createNew({ run }, write, rows, engine);
    await save({ run }, write, stored, engine);
  }
}

/** Creates the records that are not stored; the rows of the others, in their order. */
async function createNew(
  runner: CypherRunner,
  write: Write,
  rows: readonly Row[],
  engine: string,
): Promise<readonly Row[]> {
  const creation = creations[write.write];
  if (!creation) return rows;
  const { askedBy, foundAs, creates = () => true } = creation;
  const [look = "", ...statements] = cypherFile(["creates"], write.write, engine).statements;
  const found = new Set<unknown>();
  for (const ids of batches([...new Set(rows.map(askedBy))]))
    for (const { id } of await runner.run(look, { ids })) found.add(id);
  const isNew = (row: Row): boolean => creates(row) && !found.has(foundAs(row));
  const lists = creation.lists(rows.filter(isNew));
  for (const statement of statements) {
    const { list } = planOf(statement);
    for (const batch of batches(lists[list] ?? []))
      await runCounted(runner, statement, { [list]: batch }, batch, () =>
        missing(runner, write, rows, engine),
      );
  }
  return rows.filter((row) => !isNew(row));
}

/** Creates or replaces the records of the rows, or takes them away. */
async function save(runner: CypherRunner, write: Write, rows: readonly Row[], engine: string): Promise<void> {
  const { statements } = cypherFile(["writes"], write.write, engine);
  const isCounted = statements.some((statement) => planOf(statement).isCounted);
  for (const statement of statements) {
    const { isCheck, fields } = planOf(statement);
    if (isCheck && isCounted) continue;
    for (const batch of batches(rows)) {
      const parameters = { rows: batch.map((row) => pick(row, ...fields)) };
      const [row] = await runCounted(runner, statement, parameters, batch, () =>
        missing(runner, write, rows, engine),
      );
      if (row?.missing !== undefined) throw notStored(write, row);
    }
  }
}

/** Runs a statement, which may say how many of the rows it saved: fewer when it did not find their ends. */
async function runCounted(
  runner: CypherRunner,
  statement: string,
  parameters: Parameters,
  batch: readonly Row[],
  why: () => Promise<Error>,
): Promise<readonly Row[]> {
  const result = await runner.run(statement, parameters);
  if (planOf(statement).isCounted && Number(result[0]?.saved ?? 0) < batch.length) throw await why();
  return result;
}

/** What the statements that look for missing ends say of rows that were not all saved. */
async function missing(
  runner: CypherRunner,
  write: Write,
  rows: readonly Row[],
  engine: string,
): Promise<Error> {
  for (const statement of cypherFile(["writes"], write.write, engine).statements) {
    const { isCheck, fields } = planOf(statement);
    if (!isCheck) continue;
    for (const batch of batches(rows)) {
      const [row] = await runner.run(statement, { rows: batch.map((one) => pick(one, ...fields)) });
      if (row) return notStored(write, row);
    }
  }
  return new Error(`${write.write} saved less than it was given`);
}

function notStored({ write }: Write, row: Row): AppError {
  return failed(`${write}: ${String(row.missing)} is not stored`);
}

/** What a statement takes and gives. */
interface StatementPlan {
  /** The parameter that it unwinds. */
  readonly list: string;
  /**
   * The fields that it names as `row.<field>`. Handing values to the engine costs more than most statements:
   * with whole rows saving took three times as long.
   */
  readonly fields: readonly string[];
  /** Whether it only looks for ends that are not stored. */
  readonly isCheck: boolean;
  /** Whether it says how many rows it saved. */
  readonly isCounted: boolean;
}

const plans = new Map<string, StatementPlan>();

function planOf(statement: string): StatementPlan {
  const known = plans.get(statement);
  if (known) return known;
  const plan = {
    list: parameterNames(statement)[0] ?? "",
    fields: [...new Set([...statement.matchAll(/\brow\.(\w+)/gu)].map(([, field]) => field ?? ""))],
    isCheck: / AS missing\b/u.test(statement),
    isCounted: / AS saved\b/u.test(statement),
  };
  plans.set(statement, plan);
  return plan;
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement)
    yield items.slice(start, start + rowsPerStatement);
}

function failed(message: string, cause?: unknown): AppError {
  return new AppError("store.write-failed", message, {
    hint: "Nothing of this change was stored; run the command again, and report it if that fails too.",
    cause,
  });
}
