import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { agreementLines } from "./train/agreement-lines.ts";
import { crossValidateRefinements, learnRefinements } from "./train/refinements.ts";
import { trainedFiles } from "./train/trained-files.ts";
import { trainingThreads } from "./train/training-threads.ts";

/**
 * Trains the weights that the extractor ships from the data in `training/`, and writes them, byte for byte
 * the same each time. `--check` writes nothing and exits 1 where a file differs from what the data give.
 */
for (const line of await agreementLines()) console.log(line);
console.log(crossValidateRefinements(await learnRefinements(await trainingThreads())));
const isCheck = process.argv.includes("--check");
const root = fileURLToPath(new URL("../", import.meta.url));
for (const { path, text } of await trainedFiles()) {
  const before = await readFile(`${root}${path}`, "utf8").catch(() => "");
  console.log(`${before === text ? "same" : isCheck ? "differs" : "written"}  ${path}`);
  if (before === text) continue;
  if (isCheck) process.exitCode = 1;
  else await writeFile(`${root}${path}`, text);
}
