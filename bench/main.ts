import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * `npm run bench NAME [ARGUMENTS]` runs `bench/NAME.ts`, which exports `run(args)`.
 *
 * Figures that depend on the machine are printed here and asserted nowhere. Wrong use lists the names and exits 2.
 */
interface Bench {
  run(args: readonly string[]): Promise<void>;
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const others = new Set(["main", "eval", "train", "neo4j-dev"]);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3))
  .filter((name) => !others.has(name))
  .sort();

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`${name === undefined ? "Which bench?" : `There is no bench "${name}".`} There are:`);
  for (const one of names) console.error(`  npm run bench ${one}`);
  process.exitCode = 2;
} else {
  const module: unknown = await import(pathToFileURL(`${folder}${name}.ts`).href);
  if (!isBench(module)) throw new Error(`bench/${name}.ts exports no run(args)`);
  await module.run(args);
}

function isBench(module: unknown): module is Bench {
  return typeof module === "object" && module !== null && "run" in module && typeof module.run === "function";
}
