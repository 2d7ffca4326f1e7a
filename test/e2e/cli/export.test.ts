import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { binary, elenchus, example, workFolder } from "./binary.ts";

const cwd = await workFolder();
beforeAll(async () => {
  expect((await elenchus(["map", example], { cwd })).code).toBe(0);
});

/** What an export prints, short enough to be compared in a message. */
async function exported(...words: readonly string[]) {
  const { code, stdout, stderr } = await elenchus(["export", ...words], { cwd });
  return { code, stderr, bytes: stdout.length, hash: createHash("sha256").update(stdout).digest("hex") };
}

describe("elenchus export", () => {
  it("gives the same bytes from two runs over the same input, and after a rebuild and a compaction", async () => {
    const first = await exported();
    await elenchus(["map", example, "--store", "second"], { cwd });
    expect(await exported("--to", "json", "--store", "second")).toEqual(first);
    expect((await elenchus(["store", "rebuild"], { cwd })).code).toBe(0);
    expect(await exported()).toEqual(first);
    const compacted = await elenchus(["store", "compact"], { cwd });
    expect([compacted.code, compacted.stderr]).toEqual([0, ""]);
    expect(await exported()).toEqual(first);
  });

  it("writes to a file that is whole, or not there", async () => {
    await elenchus(["export", "--output", "graph.json"], { cwd });
    const graph: unknown = JSON.parse(await readFile(join(cwd, "graph.json"), "utf8"));
    expect(graph).toMatchObject({ elenchus: 1, comments: expect.any(Array) });
    expect(readdirSync(cwd).filter((name) => name.endsWith(".part"))).toEqual([]);
    const ended = await elenchus(["export", "--output", "no/such/folder/graph.json"], { cwd });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(
      /^error export\.unwritable: cannot write .+\/no\/such\/folder\/graph\.json: ENOENT: no such file or directory\nhint {2}Make the folder/u,
    );
  });

  it.skipIf(!existsSync("/dev/full"))("says that there is no room where standard output is full", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [binary, "export"], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /^error export\.unwritable: cannot write to standard output: ENOSPC: no space left on device, write\nhint .+\n$/u,
    );
  });

  it("slices every locution and quote back to its words", async () => {
    const { stdout } = await elenchus(["export"], { cwd });
    const graph = JSON.parse(stdout) as {
      comments: { id: string; versions: { id: string; text: string }[] }[];
      locutions: Placed[];
      quotes: Placed[];
    };
    const texts = new Map(
      graph.comments.flatMap(({ id, versions }) =>
        versions.map((version) => [`${id} ${version.id}`, version.text]),
      ),
    );
    expect(graph.locutions.length + graph.quotes.length).toBeGreaterThan(100);
    for (const { commentId, version, span, text } of [...graph.locutions, ...graph.quotes])
      expect(texts.get(`${commentId} ${version}`)?.slice(span.start, span.end)).toBe(text);
  });

  it("leaves a full folder alone, and says that it is full", async () => {
    const first = await elenchus(["export", "--to", "neo4j-admin", "--output", "tables"], { cwd });
    expect(first.code).toBe(0);
    const before = readdirSync(join(cwd, "tables"));
    const { code, stderr } = await elenchus(["export", "--to", "neo4j-admin", "--output", "tables"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^error export\.unwritable: cannot write .+\/tables: the folder exists and is not empty\nhint .+--output/u,
    );
    expect(readdirSync(join(cwd, "tables"))).toEqual(before);
  });

  it("names the formats there are where one is unknown", async () => {
    const ended = await elenchus(["export", "--to", "pdf"], { cwd });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/export\.unknown-format.*\nhint {2}Name one of: json/);
  });
});

interface Placed {
  readonly commentId: string;
  readonly version: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}
