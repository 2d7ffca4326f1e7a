import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const example = fileURLToPath(new URL("../examples/debate.jsonl", import.meta.url));

/**
 * Times `--help` against a bare `node -e 0`, alternating in one run, and mapping the example into a fresh store.
 *
 * `npm run bench start-up [RUNS]`, by default 15. Prints the median of each and the ratio.
 */
export async function run([runs = "15"]: readonly string[]): Promise<void> {
  const bare: number[] = [];
  const help: number[] = [];
  const map: number[] = [];
  for (let i = 0; i < Number(runs); i++) {
    bare.push(time(["-e", "0"]));
    help.push(time([main, "--help"]));
  }
  for (let i = 0; i < 3; i++) {
    const folder = mkdtempSync(join(tmpdir(), "elenchus-bench-"));
    map.push(time([main, "map", example, "--store", join(folder, "store")]));
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`node -e 0        ${median(bare).toFixed(0)} ms`);
  console.log(
    `elenchus --help  ${median(help).toFixed(0)} ms, ${(median(help) / median(bare)).toFixed(2)} times`,
  );
  console.log(`map the example  ${median(map).toFixed(0)} ms, the whole process`);
}

function time(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
