import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../errors.ts";
import type { Change } from "../../model/change.ts";
import { applyWrites } from "../apply-writes.ts";
import { migrations } from "../cypher-files.ts";
import { planMigrations, storedMigrations } from "../migrate.ts";
import { Engine, engineFailure } from "./engine.ts";
import { freeName, isUnwritable, moveGraph } from "./files.ts";
import type { Journal, JournalPlace } from "./journal.ts";
import { engineId, migrateGraph, readMeta, saveMeta } from "./schema.ts";

type Tell = (message: string) => void;

/** How long a reader of the engine's own file is waited for, in milliseconds. We make none, so it is soon gone. */
const engineWaitMs = 30_000;

/**
 * The graph as the writer has it open: an engine's file that has applied a journal up to a place.
 *
 * A node `(:StoreMeta {id: "store"})` holds the place and is written in the transaction of each change, so
 * file and place never part.
 */
export class Graph {
  readonly engine: Engine;
  /** What is noted of each migration that the graph has, in order. */
  readonly migrations: readonly string[];
  #place: JournalPlace;

  private constructor(engine: Engine, { place, applied }: Prepared) {
    this.engine = engine;
    this.migrations = applied;
    this.#place = place;
  }

  /** Up to where the journal is applied. */
  get place(): JournalPlace {
    return this.#place;
  }

  /**
   * Opens the graph of a journal and applies what it lacks.
   *
   * A file that is damaged, or belongs to another journal, is moved aside, never deleted, and made again.
   */
  static async open(path: string, journal: Journal, tell: Tell): Promise<Graph> {
    const isNew = !existsSync(path);
    let engine: Engine | null = null;
    let why = "does not belong to its journal";
    try {
      engine = await openEngine(path);
      const ready = await prepared(engine, journal, path);
      if (ready) return await new Graph(engine, ready).#catchUp(journal, tell);
    } catch (error) {
      if (isNew || error instanceof AppError || isUnwritable(error)) {
        closeBroken(engine);
        throw error;
      }
      why = `is damaged (${String((error as Error).message)})`;
    }
    closeBroken(engine);
    const name = await freeName(path, ".damaged");
    await moveGraph(path, name);
    tell(`${path} ${why}; it is kept as ${name} and made again from the journal`);
    return await Graph.create(path, journal, tell);
  }

  /** Makes the graph of a journal in a new file. */
  static async create(path: string, journal: Journal, tell: Tell): Promise<Graph> {
    const engine = await openEngine(path);
    try {
      const ready = await prepared(engine, journal, path);
      if (!ready) throw new Error(`${path} was not new`);
      return await new Graph(engine, ready).#catchUp(journal, tell);
    } catch (error) {
      closeBroken(engine);
      throw error;
    }
  }

  /**
   * Applies a change in one transaction, together with the place that it reaches.
   *
   * @param beforeCommit - runs when all writes went well; if it rejects, nothing is applied.
   */
  async apply(change: Change, place: JournalPlace, beforeCommit: () => Promise<void>): Promise<void> {
    await this.engine.transaction(async (runner) => {
      await applyWrites(runner, change, engineId);
      await saveMeta(runner, { ...place });
    }, beforeCommit);
    this.#place = place;
  }

  async #catchUp(journal: Journal, tell: Tell): Promise<Graph> {
    const { size, from } = { size: journal.end, from: this.#place.offset };
    if (size - from > 1_000_000) tell(`applying ${Math.round((size - from) / 1e6)} MB of the journal`);
    let torn: number | null = null;
    let last: JournalPlace = this.#place;
    for await (const { change, place } of journal.entries(this.#place, (start) => {
      torn = start;
    })) {
      try {
        await this.apply(change, place, async () => {});
      } catch (error) {
        // The last line may be of a change that failed and could not be taken back before a crash.
        if (!(error instanceof AppError) || place.offset !== journal.end) throw error;
        torn = last.offset;
      }
      last = place;
    }
    if (torn !== null) {
      tell(
        `the journal ended in ${journal.end - torn} bytes of a change that was never finished; they are cut off`,
      );
      await journal.cutTo(torn);
    }
    return this;
  }

  close(): void {
    this.engine.close();
  }
}

/**
 * Closes what is given up. The engine may refuse that of a damaged file or a full disk; why it is given up
 * says more.
 */
function closeBroken(engine: Engine | null): void {
  try {
    engine?.close();
  } catch {}
}

async function openEngine(path: string): Promise<Engine> {
  for (let waitedMs = 0; ; waitedMs += 50) {
    try {
      return Engine.openFile(path);
    } catch (error) {
      const failure = engineFailure(error);
      if (failure === "damaged") throw error;
      if (failure === "unwritable")
        throw new AppError("store.unwritable", `cannot write ${path}: ${String(error)}`, {
          hint: "Choose a directory that you may write to with --store.",
          cause: error,
        });
      if (waitedMs >= engineWaitMs)
        throw new AppError("store.locked", `another program has ${path} open`, {
          hint: "End the other program and try again.",
          cause: error,
        });
      await delay(50);
    }
  }
}

/** Where the journal is applied up to, and the migrations. */
interface Prepared {
  readonly place: JournalPlace;
  readonly applied: readonly string[];
}

/**
 * Brings the file's schema up to date; null when the graph is not of this journal.
 *
 * @throws AppError as `planMigrations`, before anything is written.
 */
async function prepared(engine: Engine, journal: Journal, path: string): Promise<Prepared | null> {
  const meta = await readMeta(engine);
  const stored = storedMigrations(meta);
  const plan = planMigrations(stored, migrations(engineId), path);
  const place: JournalPlace = meta
    ? { generation: Number(meta.generation), offset: Number(meta.offset), sum: String(meta.sum) }
    : journal.start;
  if (!(await journal.holds(place))) return null;
  return { place, applied: await migrateGraph(engine, plan, { applied: stored, place: { ...place } }) };
}
