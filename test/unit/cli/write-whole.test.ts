import { execFileSync } from "node:child_process";
import { lstat, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../../src/cli/write-whole.ts";

describe("writeWhole", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-whole-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("lets two write the same file at once, and leaves the whole of the one that ended last", async () => {
    const path = join(folder, "out.jsonl");
    let goOn: () => void = () => {};
    const waiting = new Promise<void>((done) => {
      goOn = done;
    });
    const slow = writeWhole(
      path,
      (async function* () {
        yield "slow 1\n";
        await waiting;
        yield "slow 2\n";
      })(),
    );
    await writeWhole(
      path,
      (async function* () {
        yield "quick\n";
      })(),
    );
    expect(await readFile(path, "utf8")).toBe("quick\n");
    goOn();
    await slow;
    expect(await readFile(path, "utf8")).toBe("slow 1\nslow 2\n");
    expect(await readdir(folder)).toEqual(["out.jsonl"]);
  });

  it("writes to a pipe and by a link, and takes the place of neither", async () => {
    const [pipe, link, file] = [join(folder, "pipe"), join(folder, "link"), join(folder, "file")];
    execFileSync("mkfifo", [pipe]);
    await writeFile(file, "before");
    await symlink("file", link);
    const pieces = async function* () {
      yield "one ";
      yield "two";
    };
    const [read] = await Promise.all([readFile(pipe, "utf8"), writeWhole(pipe, pieces())]);
    expect(read).toBe("one two");
    expect((await lstat(pipe)).isFIFO()).toBe(true);
    await writeWhole(link, pieces());
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, "utf8")).toBe("one two");
  });

  it("writes to a pipe until its reader has seen enough", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const endless = async function* () {
      for (;;) yield "one line of very many\n".repeat(1000);
    };
    const glance = async () => {
      const file = await open(pipe, "r");
      await file.read(Buffer.alloc(8));
      await file.close();
    };
    await Promise.all([glance(), writeWhole(pipe, endless())]);
  });

  it("takes no failure of what it writes for a reader who has seen enough", async () => {
    const failing = async function* () {
      yield "half\n";
      throw Object.assign(new Error("the server went away"), { code: "EPIPE" });
    };
    const path = join(folder, "out.jsonl");
    await writeFile(path, "before");
    await expect(writeWhole(path, failing())).rejects.toMatchObject({ code: "export.unwritable" });
    expect(await readFile(path, "utf8")).toBe("before");
    expect(await readdir(folder)).toEqual(["out.jsonl"]);
  });

  it("leaves nothing of a file that could not be written whole", async () => {
    const failing = async function* () {
      yield "half\n";
      throw new Error("no more");
    };
    await expect(writeWhole(join(folder, "out.jsonl"), failing())).rejects.toThrow("no more");
    expect(await readdir(folder)).toEqual([]);
  });
});
