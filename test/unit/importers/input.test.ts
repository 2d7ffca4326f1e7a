import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hashInput, openInput } from "../../../src/importers/input.ts";
import { textOf } from "../../support/inputs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "input-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const noStdin = Readable.from([]);
/** What is kept meanwhile. Other tests keep theirs in the folder of the machine, so this file has its own. */
const spools = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith("elenchus-")).sort();

describe("openInput", () => {
  it("opens a file that can be read twice", async () => {
    const path = join(folder, "a.txt");
    await writeFile(path, "hello");
    const { input } = await openInput(path, noStdin);
    expect(input).toMatchObject({ name: "a.txt", bytes: 5 });
    expect([await textOf(input), await textOf(input)]).toEqual(["hello", "hello"]);
  });

  it("keeps standard input in a file until it is closed, and then leaves nothing behind", async () => {
    const before = await spools();
    const { input, close } = await openInput(
      "-",
      Readable.from([Buffer.from("piped "), Buffer.from("words")]),
    );
    expect(input.name).toBe("stdin");
    expect([await textOf(input), await textOf(input)]).toEqual(["piped words", "piped words"]);
    expect(await spools()).toHaveLength(before.length + 1);
    await close();
    await close();
    expect(await spools()).toEqual(before);
  });

  it("leaves nothing behind when standard input breaks off", async () => {
    const before = await spools();
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("x");
        throw new Error("the pipe broke");
      })(),
    );
    await expect(openInput("-", broken)).rejects.toThrow("the pipe broke");
    expect(await spools()).toEqual(before);
  });

  it("unpacks gzip whatever the name says", async () => {
    const path = join(folder, "packed.txt");
    await writeFile(path, gzipSync("unpacked words"));
    const { input } = await openInput(path, noStdin);
    expect(await textOf(input)).toBe("unpacked words");
  });

  it("refuses gzip data that is cut off", async () => {
    const path = join(folder, "cut.gz");
    const packed = gzipSync(Array.from({ length: 5000 }, (_, i) => `line ${i}`).join("\n"));
    await writeFile(path, packed.subarray(0, packed.length / 2));
    const { input } = await openInput(path, noStdin);
    await expect(textOf(input)).rejects.toMatchObject({ code: "import.unreadable" });
  });

  it("says that there is no such file", async () => {
    await expect(openInput(join(folder, "none.txt"), noStdin)).rejects.toMatchObject({
      code: "import.not-found",
      message: expect.stringContaining("none.txt"),
      hint: expect.stringMatching(/path/u),
    });
  });

  it.skipIf(process.getuid?.() === 0)("says that a file may not be read", async () => {
    const path = join(folder, "secret.txt");
    await writeFile(path, "x");
    await chmod(path, 0);
    await expect(openInput(path, noStdin)).rejects.toMatchObject({ code: "import.unreadable" });
  });
});

describe("hashInput", () => {
  it("is equal for equal bytes, however they come", async () => {
    const paths = [join(folder, "one.txt"), join(folder, "two.gz")];
    await writeFile(paths[0] ?? "", "same words");
    await writeFile(paths[1] ?? "", gzipSync("same words"));
    const hashes = [];
    for (const path of paths) hashes.push(await hashInput((await openInput(path, noStdin)).input));
    expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/u);
    expect(hashes[0]).toBe(hashes[1]);
  });
});
