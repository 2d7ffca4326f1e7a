import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Input } from "../../../src/importers/importer.ts";
import { hashInput, openInput } from "../../../src/importers/input.ts";
import { zipOf, zstdBomb, zstdOf } from "../../support/archives.ts";
import { textOf } from "../../support/inputs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "archives-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const noStdin = Readable.from([]);
const lengthOf = async (input: Input): Promise<number> => {
  let length = 0;
  for await (const part of input.open()) length += part.length;
  return length;
};
let count = 0;
const save = async (content: string | Uint8Array, name = "file.bin"): Promise<string> => {
  const path = join(folder, `${count++}-${name}`);
  await writeFile(path, content);
  return path;
};
const openBytes = async (content: string | Uint8Array, name?: string) =>
  openInput(await save(content, name), noStdin);
/** The files of a folder or archive, each with what it holds. */
const contentsOf = async ({ files }: Input): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all((files ?? []).map(async (file) => [file.name, await textOf(file)])));
/** What is kept meanwhile. Other tests keep theirs in the folder of the machine, so this file has its own. */
const spools = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith("elenchus-")).sort();

/** "Zstandard words. " 20 times, compressed by the reference tool at its default level. */
const compressed = Buffer.from("KLUv/QRYxQAAiFpzdGFuZGFyZCB3b3Jkcy4gAQCBSJ1L2toHEA==", "base64");

describe("an archive", () => {
  it("is opened as the files in it, sorted, without the folder around them all", async () => {
    const bytes = zipOf([
      { path: "corpus/", content: "", method: 0 },
      { path: "corpus/utterances.jsonl", content: '{"id":"1"}' },
      { path: "corpus/a/meta.json", content: "{}", method: 0 },
    ]);
    const { input, leftOut, close } = await openBytes(bytes, "corpus.zip");
    expect(await contentsOf(input)).toEqual({ "a/meta.json": "{}", "utterances.jsonl": '{"id":"1"}' });
    expect(Object.keys(await contentsOf(input))).toEqual(["a/meta.json", "utterances.jsonl"]);
    expect(leftOut).toBe(0);
    await close();
    await close();
  });

  it("is read alike from a file, from standard input, and within gzip", async () => {
    const bytes = zipOf([{ path: "a.txt", content: "words" }]);
    const before = await spools();
    const opened = [
      await openBytes(bytes),
      await openBytes(gzipSync(bytes)),
      await openInput("-", Readable.from([bytes])),
    ];
    for (const { input } of opened) expect(await contentsOf(input)).toEqual({ "a.txt": "words" });
    for (const { close } of opened) await close();
    expect(await spools()).toEqual(before);
  });

  it("holds packed files and archives, which are opened too", async () => {
    const inner = zipOf([{ path: "deep.txt", content: "deep words" }]);
    const bytes = zipOf([
      { path: "a.jsonl.gz", content: gzipSync("packed words") },
      { path: "b.ndjson.zst", content: zstdOf("other words") },
      { path: "c.zip", content: inner },
    ]);
    const { input, close } = await openBytes(bytes);
    expect(await contentsOf(input)).toEqual({
      "a.jsonl": "packed words",
      "b.ndjson": "other words",
      "c.zip/deep.txt": "deep words",
    });
    await close();
  });

  it("leaves out and counts what is hidden or holds no text, and passes over links", async () => {
    const bytes = zipOf([
      { path: "a.txt", content: "words" },
      { path: "__MACOSX/a.txt", content: "x" },
      { path: ".DS_Store", content: "x" },
      { path: "picture.png", content: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) },
      { path: "link", content: "/etc/passwd", mode: 0o120777 },
    ]);
    const { input, leftOut, close } = await openBytes(bytes);
    expect(Object.keys(await contentsOf(input))).toEqual(["a.txt"]);
    expect(leftOut).toBe(3);
    await close();
  });

  it.each([
    ["climbs out", "../../evil.txt", "leads out of it"],
    ["climbs out in its middle", "a/../../evil.txt", "leads out of it"],
    ["is absolute", "/etc/evil.txt", "leads out of it"],
    ["names a drive", "C:/evil.txt", "leads out of it"],
  ])("is refused when a path in it %s", async (_, path, message) => {
    await expect(openBytes(zipOf([{ path, content: "words" }]))).rejects.toMatchObject({
      code: "import.unreadable",
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\w/u),
    });
  });

  it("is refused when it is encrypted, packed in another way, empty or damaged", async () => {
    const whole = zipOf([{ path: "a.txt", content: "words ".repeat(100) }]);
    const refusals = [
      [zipOf([{ path: "a.txt", content: "words", isEncrypted: true }]), "import.unreadable", "encrypted"],
      [zipOf([{ path: "a.txt", content: "words", method: 14 }]), "import.unreadable", "method 14"],
      [zipOf([]), "import.empty", "no text file"],
      [whole.subarray(0, whole.length / 2), "import.unreadable", "damaged"],
    ] as const;
    for (const [bytes, code, message] of refusals)
      await expect(openBytes(bytes)).rejects.toMatchObject({
        code,
        message: expect.stringContaining(message),
      });
  });

  it("is refused when it unfolds beyond all measure", async () => {
    const bomb = zipOf([{ path: "a.txt", content: Buffer.alloc(80 * 1024 * 1024, "a") }]);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(openBytes(bomb)).rejects.toMatchObject({
      code: "import.unreadable",
      message: expect.stringContaining("unfolds"),
    });
  });

  it("is refused when its files lie over each other", async () => {
    const content = Buffer.from(Array.from({ length: 4000 }, (_, i) => `${i * i}`).join(" "));
    const bytes = zipOf([{ path: "a.txt", content }]);
    // The directory lists the one file three times.
    const end = bytes.length - 22;
    const start = bytes.readUInt32LE(end + 16);
    const entry = bytes.subarray(start, end);
    const tail = Buffer.from(bytes.subarray(end));
    tail.writeUInt16LE(3, 8);
    tail.writeUInt16LE(3, 10);
    tail.writeUInt32LE(entry.length * 3, 12);
    const overlapping = Buffer.concat([bytes.subarray(0, start), entry, entry, entry, tail]);
    await expect(openBytes(overlapping)).rejects.toMatchObject({ code: "import.unreadable" });
  });
});

describe("Zstandard", () => {
  it("is unpacked whatever the name says, frame after frame", async () => {
    const { input } = await openBytes(compressed);
    expect(await textOf(input)).toBe("Zstandard words. ".repeat(20));
    const two = Buffer.concat([zstdOf("one, "), compressed, zstdOf("x".repeat(300_000))]);
    expect(await textOf((await openBytes(two, "two.zst")).input)).toBe(
      `one, ${"Zstandard words. ".repeat(20)}${"x".repeat(300_000)}`,
    );
  });

  it("may claim a window of 2 GiB, as the archives of Reddit do", async () => {
    const { input } = await openBytes(zstdOf("words ".repeat(50_000), { windowLog: 31 }), "RC.zst");
    expect(input.name).toMatch(/RC$/u);
    expect(await textOf(input)).toBe("words ".repeat(50_000));
  });

  it("of several frames with such a window is refused and never read in part only", async () => {
    const two = Buffer.concat([zstdOf("one, ", { windowLog: 31 }), zstdOf("two", { windowLog: 31 })]);
    const { input } = await openBytes(two, "two.zst");
    await expect(textOf(input)).rejects.toMatchObject({ code: "import.unreadable" });
  });

  it("is refused when it is cut off or damaged", async () => {
    const whole = zstdOf("words ".repeat(50_000));
    const cut = await openBytes(whole.subarray(0, whole.length - 5));
    await expect(textOf(cut.input)).rejects.toMatchObject({ code: "import.unreadable" });
    const broken = Buffer.from(whole);
    broken[4] = 0xff;
    await expect(openBytes(broken)).rejects.toMatchObject({ code: "import.unreadable" });
  });

  it("is refused when it unfolds beyond all measure", async () => {
    const bomb = zstdBomb(1024);
    expect(bomb.length).toBeLessThan(5000);
    const { input } = await openBytes(bomb);
    await expect(lengthOf(input)).rejects.toMatchObject({
      code: "import.unreadable",
      message: expect.stringContaining("unfolds"),
    });
  });
});

describe("gzip", () => {
  it("is refused when it unfolds beyond all measure", async () => {
    const { input } = await openBytes(gzipSync(Buffer.alloc(80 * 1024 * 1024, "a")));
    await expect(lengthOf(input)).rejects.toMatchObject({ code: "import.unreadable" });
  });

  it("is refused when it is packed again and again", async () => {
    let bytes = Buffer.from("words");
    for (let i = 0; i < 6; i++) bytes = gzipSync(bytes);
    await expect(openBytes(bytes)).rejects.toMatchObject({ code: "import.unreadable" });
    expect(await textOf((await openBytes(gzipSync(gzipSync("words")), "a.txt.gz")).input)).toBe("words");
  });
});

describe("a folder", () => {
  it("is opened as the files in it, and one that cannot be opened does not harm the others", async () => {
    const top = join(folder, "dumps");
    await mkdir(join(top, "inner"), { recursive: true });
    await mkdir(join(top, ".git"));
    await writeFile(join(top, "b.txt"), "b");
    await writeFile(join(top, "inner", "a.txt"), "a");
    await writeFile(join(top, ".git", "config"), "x");
    await writeFile(join(top, ".hidden"), "x");
    await writeFile(join(top, "cut.zip"), zipOf([{ path: "x", content: "y" }]).subarray(0, 30));
    await symlink(top, join(top, "round"));
    const { input, leftOut } = await openInput(`${top}/`, noStdin);
    expect(input.name).toBe("dumps");
    expect(input.files?.map(({ name }) => name)).toEqual(["b.txt", "cut.zip", "inner/a.txt"]);
    expect(leftOut).toBe(1);
    const [good, cut] = input.files ?? [];
    if (!good || !cut) throw new Error("no files");
    expect(await textOf(good)).toBe("b");
    await expect(textOf(cut)).rejects.toMatchObject({ code: "import.unreadable" });
  });

  it("is named by its files' names and bytes, and so like an archive of it", async () => {
    const bytes = zipOf([
      { path: "x/a.txt", content: "a" },
      { path: "x/b.txt", content: "b" },
    ]);
    const top = join(folder, "same");
    await mkdir(top);
    await writeFile(join(top, "a.txt"), "a");
    await writeFile(join(top, "b.txt"), "b");
    const hashes = [];
    for (const { input } of [await openBytes(bytes), await openInput(top, noStdin)])
      hashes.push(await hashInput(input));
    expect(hashes[0]).toBe(hashes[1]);
    await writeFile(join(top, "b.txt"), "c");
    expect(await hashInput((await openInput(top, noStdin)).input)).not.toBe(hashes[0]);
  });

  it("is refused when there is no text in it", async () => {
    const top = join(folder, "none");
    await mkdir(top);
    await expect(openInput(top, noStdin)).rejects.toMatchObject({ code: "import.empty" });
  });
});
