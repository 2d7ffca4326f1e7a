import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownIdentity, tagOf } from "../../src/process-identity.ts";
import { writeAside } from "../../src/write-aside.ts";

const module = new URL("../../src/write-aside.ts", import.meta.url).href;

describe("what is written aside", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-aside-"));
    path = join(folder, "out.json");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = () => writeAside(path, (scratch) => writeFile(scratch, "whole"));

  /** A process that writes half a file aside, and then does nothing until it is killed. */
  async function startHalf() {
    const code = `
      const { writeAside } = await import(${JSON.stringify(module)});
      const { writeFile } = await import("node:fs/promises");
      await writeAside(${JSON.stringify(path)}, async (scratch) => {
        await writeFile(scratch, "half");
        process.stdout.write("half");
        await new Promise((done) => setTimeout(done, 600_000));
      });`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    return child;
  }

  it("stays while its process lives, and goes with the next write once that was killed", async () => {
    const child = await startHalf();
    await write();
    const [, left] = (await readdir(folder)).sort();
    expect(left).toMatch(/^out\.json\..*\.part$/u);
    child.kill("SIGKILL");
    await once(child, "exit");
    await write();
    expect(await readdir(folder)).toEqual(["out.json"]);
    expect(await readFile(path, "utf8")).toBe("whole");
  });

  it("goes alone: what another process or another path has, and what only looks alike, stays", async () => {
    const own = await ownIdentity();
    const [gone, elsewhere] = [tagOf({ ...own, started: "1" }), tagOf({ ...own, host: "x", machine: "y z" })];
    const kept = [
      `out.json.${tagOf(own)}-00000000.part`,
      `out.json.${elsewhere}-00000000.part`,
      `out.jsonl.${gone}-00000000.part`,
      `out.json.${gone}-00000000.part.txt`,
      "out.json.part",
      "out.json.my-own.part",
    ];
    for (const name of [...kept, `out.json.${gone}-00000000.part`]) await writeFile(join(folder, name), "");
    await mkdir(join(folder, `out.json.${gone}-11111111.part`, "tables"), { recursive: true });
    await write();
    expect((await readdir(folder)).sort()).toEqual([...kept, "out.json"].sort());
  });

  it("leaves nothing behind where it fails, and what stood there stays", async () => {
    await write();
    const half = async (scratch: string) => {
      await mkdir(scratch);
      await writeFile(join(scratch, "table.csv"), "half");
      throw new Error("no more");
    };
    await expect(writeAside(path, half)).rejects.toThrow("no more");
    expect(await readdir(folder)).toEqual(["out.json"]);
    expect(await readFile(path, "utf8")).toBe("whole");
  });
});
