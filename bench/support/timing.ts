import type { Change, WriteId } from "../../src/model/change.ts";
import { applyWrites, type CypherRunner } from "../../src/store/apply-writes.ts";
import { creations } from "../../src/store/create-rows.ts";
import { cypherFile } from "../../src/store/cypher-files.ts";

/**
 * What some work took, and its result.
 *
 * `seconds` is by the clock; `cpuSeconds` is what all threads of this process computed, which other programs
 * on the machine disturb less.
 */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ seconds: number; cpuSeconds: number; result: Result }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6, result };
}

/** The value below which a share of the values lies; the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Reads the SIZE of a bench: a share of the whole graph. */
export function readSize(text = "1"): number {
  const size = Number(text);
  if (!(size > 0)) throw new RangeError(`SIZE is a number above 0, not ${text}`);
  return size;
}

/** Reads an option of a bench that counts something: a whole number of at least 1. */
export function readCount(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new RangeError(`${name} is a whole number above 0, not ${text}`);
}

/** The time that each statement of the writes took. */
export class StatementTimes {
  readonly #milliseconds = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #purposes = new Map<string, number>();

  /** Applies a change as the stores do, and keeps the time of each statement. */
  async apply(runner: CypherRunner, change: Change, engine: string): Promise<void> {
    for (const { write } of change.writes) this.#name(write, engine);
    const run: CypherRunner["run"] = async (cypher, parameters) => {
      const started = performance.now();
      const rows = await runner.run(cypher, parameters);
      const took = performance.now() - started;
      addTo(this.#milliseconds, this.#names.get(cypher) ?? cypher, took);
      addTo(this.#purposes, purposeOf(cypher), took);
      return rows;
    };
    await applyWrites({ run }, change, engine);
  }

  #name(write: WriteId, engine: string): void {
    const { statements } = cypherFile(["writes"], write, engine);
    const created = creations[write] ? cypherFile(["creates"], write, engine).statements : [];
    const lists = [
      ["create", created],
      ["save", statements],
    ] as const;
    for (const [how, list] of lists)
      for (const [index, statement] of list.entries()) {
        const first = statement.replace(/^\s*(?:\/\/.*\n\s*)*/u, "").replaceAll(/\s+/gu, " ");
        this.#names.set(
          statement,
          `${how} ${write.replace("save-", "")} ${index + 1}/${list.length}  ${first.replace(/^UNWIND \$\w+ AS row /u, "").slice(0, 75)}`,
        );
      }
  }

  /** Prints what the statements are for, and the slowest with their share of all. */
  print(most: number): void {
    const total = [...this.#milliseconds.values()].reduce((sum, one) => sum + one, 0);
    console.log(`statements ${(total / 1000).toFixed(1)} s`);
    for (const [purpose, took] of this.#purposes)
      console.log(`  ${(took / 1000).toFixed(2).padStart(6)} s  ${purpose}`);
    console.log("the slowest:");
    const slowest = [...this.#milliseconds].sort((a, b) => b[1] - a[1]).slice(0, most);
    for (const [name, took] of slowest)
      console.log(
        `  ${(took / 1000).toFixed(2).padStart(6)} s ${((100 * took) / total).toFixed(0).padStart(3)} %  ${name}`,
      );
  }
}

function addTo(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function purposeOf(cypher: string): string {
  if (/ AS missing\b/u.test(cypher)) return "looking for ends that are not stored";
  if (/^\s*(?:\/\/.*\n\s*)*UNWIND \$ids\b/u.test(cypher)) return "looking for what is stored";
  if (/\bCREATE\b/u.test(cypher) && !/\bNOT EXISTS\b/u.test(cypher)) return "creating";
  return /\bDELETE\b/u.test(cypher) ? "taking away what was so before" : "saving";
}
