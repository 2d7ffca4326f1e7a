import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const runs = 5;
const built = new URL("../../dist/", import.meta.url);
/** What every command that maps loads, extractor or not. */
const ground = ["model/extraction.js", "model/relation.js", "model/glossary.js"];
const weights = ["claims/weights.js", "relations/relation-weights.js", "stance/stance-weights.js"];
const whole = ["extract-by-rules.js"];

/**
 * How many milliseconds of the processor the built weights take to load, and all modules of the rules with
 * them, but not the tagger: the least of several new processes. Null where nothing is built.
 */
export function loadTimes(): { readonly weights: number; readonly rules: number } | null {
  if (!existsSync(fileURLToPath(built))) return null;
  return { weights: loadTime(weights), rules: loadTime(whole) };
}

function loadTime(files: readonly string[]): number {
  const urls = files.map((file) => new URL(`extraction/rules/${file}`, built).href);
  const before = ground.map((file) => new URL(file, built).href);
  const code = `
    for (const url of ${JSON.stringify(before)}) await import(url);
    const start = process.cpuUsage();
    for (const url of ${JSON.stringify(urls)}) await import(url);
    const { user, system } = process.cpuUsage(start);
    console.log((user + system) / 1000);`;
  const times = Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" })),
  );
  return Math.min(...times);
}
