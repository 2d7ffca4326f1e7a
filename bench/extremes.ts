import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mapFiles } from "../src/map-files.ts";
import { openStore } from "../src/store/registry.ts";
import { extremes, type GeneratedComment } from "./support/extremes.ts";
import { readCount } from "./support/timing.ts";

/** The sizes that are held against each other, as multiples of the smallest. */
const multiples = [1, 2, 4] as const;

/**
 * Maps inputs that are extreme in one way, at three sizes, and prints what each stage costs at each.
 *
 * `npm run bench -- extremes [KIND…] [--size N]`, by default all kinds, the smallest of 500. A stage whose cost
 * grows with the input doubles from column to column; the last column says how many times as much as the
 * smallest the largest costs. Costs are of the processor.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { size: { type: "string", default: "500" } },
    allowPositionals: true,
  });
  const size = readCount("--size", values.size);
  const kinds = positionals.length > 0 ? positionals : Object.keys(extremes);
  // What loads and compiles with the first comments belongs to no size.
  await stageCosts(extremes.sentences?.(size) ?? []);
  for (const kind of kinds) {
    const make = extremes[kind];
    if (make === undefined)
      throw new RangeError(`no kind ${kind}; there are ${Object.keys(extremes).join(", ")}`);
    const costs: ReadonlyMap<string, number>[] = [];
    for (const multiple of multiples) costs.push(await stageCosts(make(multiple * size)));
    print(`${kind} ${multiples.map((multiple) => multiple * size).join(" ")}`, costs);
  }
}

/** Milliseconds of the processor by stage, of mapping comments into an empty store. */
async function stageCosts(comments: readonly GeneratedComment[]): Promise<ReadonlyMap<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  const costs = new Map<string, number>();
  try {
    const file = join(folder, "extreme.jsonl");
    await writeFile(
      file,
      comments.map((comment) => `${JSON.stringify({ ...comment, markup: "md" })}\n`).join(""),
    );

    let before = process.cpuUsage();
    await mapFiles([file], await openStore(join(folder, "store")), {
      workers: 1,
      maxRecordBytes: 2 ** 27,
      onStep: ({ stage }) => {
        const { user, system } = process.cpuUsage(before);
        before = process.cpuUsage();
        costs.set(stage, (costs.get(stage) ?? 0) + (user + system) / 1000);
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return costs;
}

function print(title: string, costs: readonly ReadonlyMap<string, number>[]): void {
  console.log(title);
  for (const stage of costs.at(-1)?.keys() ?? []) {
    const ms = costs.map((cost) => cost.get(stage) ?? 0);
    const times = (ms.at(-1) ?? 0) / (ms[0] || 1);
    console.log(
      `  ${stage.padEnd(12)} ${ms.map((one) => `${one.toFixed(0).padStart(8)} ms`).join("")}  ${times.toFixed(1).padStart(5)} times`,
    );
  }
}
