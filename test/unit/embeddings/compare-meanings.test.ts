import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareMeanings } from "../../../src/embeddings/compare-meanings.ts";
import type { SentenceModel } from "../../../src/embeddings/sentence-model.ts";
import { textDigest, VectorShelf } from "../../../src/embeddings/vector-shelf.ts";
import { ownIdentity, tagOf } from "../../../src/process-identity.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-vectors-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A model that turns a text by as many degrees as it is long, and remembers what it read. */
function fakeModel() {
  const read: string[] = [];
  const model: SentenceModel = {
    digest: "fake".padEnd(64, "0"),
    vectorOf: async (text) => {
      read.push(text);
      const angle = (text.length * Math.PI) / 180;
      return Float32Array.of(Math.cos(angle), Math.sin(angle));
    },
    close: async () => {},
  };
  return { model, read };
}

async function compare(text: string, others: readonly string[]) {
  const { model, read } = fakeModel();
  const told: string[] = [];
  const shelf = new VectorShelf(folder, model.digest);
  const signal = new AbortController().signal;
  const onRead = (done: number, all: number) => told.push(`${done} of ${all}`);
  const cosines = await compareMeanings(text, others, { model, shelf, onRead, signal });
  return { cosines: cosines.map((value) => Math.round(value * 1000) / 1000), read, told };
}

const files = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".vectors"));
const file = async (): Promise<string> => join(folder, (await files())[0] ?? "");

describe("comparing what texts mean", () => {
  it("gives the cosine with each text in its order, and reads each text once", async () => {
    const { cosines, read, told } = await compare("a", ["a", "b".repeat(61), "a", "c".repeat(91)]);
    expect(cosines).toEqual([1, 0.5, 1, 0]);
    expect(read).toHaveLength(3);
    expect(told).toEqual(["3 of 3"]);
  });

  it("reads nothing again that it read before, and the same comes out", async () => {
    const texts = Array.from({ length: 149 }, (_, at) => "x".repeat(at + 1));
    const before = await compare("a", texts);
    expect(before.told).toEqual(["64 of 150", "128 of 150", "150 of 150"]);
    const after = await compare("a", texts);
    expect(after.read).toEqual([]);
    expect(after.cosines).toEqual(before.cosines);
  });

  it("trusts nothing of a file that is cut off or other than it was written, and makes it again", async () => {
    const texts = ["bb", "ccc"];
    const damages = [
      async (path: string) => truncate(path, (await stat(path)).size - 3),
      async (path: string) => truncate(path, 5),
      async (path: string) => truncate(path, 0),
      async (path: string) => writeFile(path, "something else altogether"),
      async (path: string) => {
        const bytes = await readFile(path);
        bytes[40] = (bytes[40] ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
    ];
    for (const damage of damages) {
      const { cosines } = await compare("a", texts);
      await damage(await file());
      const again = await compare("a", texts);
      expect(again.read).toEqual(["a", ...texts]);
      expect(again.cosines).toEqual(cosines);
      expect((await compare("a", texts)).read).toEqual([]);
      expect(await files()).toHaveLength(1);
    }
  });

  it("keeps what all add that add at once, in few files that appear whole", async () => {
    const { model } = fakeModel();
    const name = (at: number): string => textDigest(`${at}`);
    const vectorOf = (at: number): Float32Array => Float32Array.of(at, -at);
    const adders = Array.from({ length: 4 }, async (_, adder) => {
      const shelf = new VectorShelf(folder, model.digest);
      for (let at = adder; at < 100; at += 4) await shelf.add(new Map([[name(at), vectorOf(at)]]));
    });
    await Promise.all(adders);
    const all = Array.from({ length: 100 }, (_, at) => at);
    const found = await new VectorShelf(folder, model.digest).read(new Set(all.map(name)));
    expect(all.map((at) => found.get(name(at)))).toEqual(all.map(vectorOf));
    expect((await files()).length).toBeLessThan(20);
    const inFolder = await readdir(join(folder, "fake000000000000"));
    expect(inFolder.filter((one) => !one.endsWith(".vectors"))).toEqual([]);
  });

  it("takes away what a killed run left of a file, whatever it was to hold", async () => {
    const shelf = join(folder, "fake000000000000");
    await mkdir(shelf);
    const killed = tagOf({ ...(await ownIdentity()), started: "1" });
    await writeFile(join(shelf, `vectors.${killed}-00000000.part`), "half");
    await compare("a", ["b"]);
    expect((await readdir(shelf)).filter((one) => !one.endsWith(".vectors"))).toEqual([]);
  });

  it("holds none of the words", async () => {
    await compare("secret words", []);
    expect((await readFile(await file())).includes("secret")).toBe(false);
    expect(textDigest("secret words")).toMatch(/^[0-9a-f]{32}$/u);
  });

  it("says where vectors cannot be kept", async () => {
    await writeFile(join(folder, "fake000000000000"), "a file in place of the folder");
    await expect(compare("a", [])).rejects.toMatchObject({ code: "embeddings.cache-invalid" });
  });

  it("stops when it is told to, and keeps what it read", async () => {
    const { model } = fakeModel();
    const shelf = new VectorShelf(folder, model.digest);
    const stop = new AbortController();
    const texts = Array.from({ length: 200 }, (_, at) => "x".repeat(at + 1));
    const onRead = () => stop.abort();
    await expect(
      compareMeanings("a", texts, { model, shelf, onRead, signal: stop.signal }),
    ).rejects.toThrow();
    expect((await compare("a", texts)).read).toHaveLength(137);
  });
});
