import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { binary, elenchus, workFolder } from "./binary.ts";

const cwd = await workFolder();
const commands = [
  "map",
  "extract",
  "search",
  "concepts",
  "claims",
  "show",
  "similar",
  "debate",
  "trace",
  "query",
  "export",
  "serve",
  "demo",
  "sources",
  "authors",
];

it.skipIf(process.platform === "win32")(
  "`npm run build` leaves a command that may be run by its name",
  () => {
    expect(statSync(binary).mode & 0o111).toBe(0o111);
  },
);

describe("elenchus --help", () => {
  it("lists the commands and the exit codes", async () => {
    const { code, stdout, stderr } = await elenchus(["--help"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    for (const command of [...commands, "store", "formats"])
      expect(stdout).toMatch(new RegExp(`^  ${command} {2,}\\S`, "m"));
    expect(stdout).toContain("Exit codes: 0 done, 1 a bug of ours, 2 wrong usage, 3 refused");
    expect((await elenchus(["--version"], { cwd })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ...commands,
    "formats",
    "store status",
    "store rebuild",
    "store compact",
    "store copy",
    "sources remove",
    "authors forget",
  ])("shows an example for %s", async (command) => {
    const words = command.split(" ");
    const { code, stdout } = await elenchus([...words, "--help"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  elenchus ${command}`));
  });

  it("exits 2 on wrong usage and says what was meant", async () => {
    expect(await elenchus(["serch", "x"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("search"),
    });
    expect(await elenchus(["show"], { cwd })).toMatchObject({ code: 2 });
    expect(await elenchus(["concepts", "--limit", "0"], { cwd })).toMatchObject({ code: 2 });
    expect(await elenchus([], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining("Usage:") });
  });

  it("loads no stage, no engine and no schema", () => {
    const hook =
      "data:text/javascript,export async function load(url, context, next) { process._rawDebug(url); return next(url, context); }";
    const register = `data:text/javascript,import { register } from "node:module"; register(${JSON.stringify(hook)});`;
    const { stderr } = spawnSync(process.execPath, ["--import", register, binary, "--help"], {
      encoding: "utf8",
    });
    const loaded = stderr.split("\n").filter((url) => url.startsWith("file:"));
    expect(loaded.length).toBeGreaterThan(2);
    const own = loaded.filter((url) => url.includes("/dist/"));
    expect(own.length).toBeLessThanOrEqual(5);
    expect(own.filter((url) => !url.includes("/dist/cli/"))).toEqual([]);
    expect(loaded.filter((url) => /zod|grafeo|wink|express/.test(url))).toEqual([]);
  });

  // The promise is for Node 20. Later versions start bare in a third of the time (24 against 69 ms), of which
  // loading commander alone takes 1.4 times; `--help` measured 1.8 times there.
  const most = Number(process.versions.node.split(".")[0]) < 22 ? 1.5 : 2.5;

  // The shortest of several runs: what else the machine does only ever makes one longer.
  it(`takes at most ${most} times as long as node itself`, { retry: 3, timeout: 120_000 }, () => {
    const shortest = { bare: Number.POSITIVE_INFINITY, help: Number.POSITIVE_INFINITY };
    const time = (words: readonly string[]): number => {
      const start = performance.now();
      execFileSync(process.execPath, words, { stdio: "ignore" });
      return performance.now() - start;
    };
    for (let round = 0; round < 15; round += 1) {
      shortest.bare = Math.min(shortest.bare, time(["-e", "0"]));
      shortest.help = Math.min(shortest.help, time([binary, "--help"]));
    }
    expect(shortest.help / shortest.bare).toBeLessThanOrEqual(most);
  });
});
