import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSentenceModel } from "../../../src/embeddings/sentence-model.ts";
import { runtimeFolder, runtimeSkip } from "../../support/shared.ts";
import { tinyModel } from "../../support/tiny-model.ts";

const vocabulary = "[CLS]\n[SEP]\n[UNK]\nnight\nsleeper\ntrain\nclock\n";
/** The pieces of the frame and the unknown say nothing; two words are nearly one. */
const table = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
  [1, 0, 0],
  [0.9, 0.1, 0],
  [0, 1, 0],
  [0, 0, 1],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-model-"));
  await writeFile(join(folder, "vocab.txt"), vocabulary);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(bytes: Uint8Array, cwd = runtimeFolder) {
  const model = join(folder, "model.onnx");
  await writeFile(model, bytes);
  return openSentenceModel({ model, vocabulary: join(folder, "vocab.txt") }, cwd);
}

describe.skipIf(runtimeSkip)(`a sentence model in ONNX${runtimeSkip ? ` (${runtimeSkip})` : ""}`, () => {
  it("gives the mean of the pieces' vectors, of length 1, the same whenever it is asked", async () => {
    const model = await open(tinyModel(table));
    const vector = await model.vectorOf("night train");
    const wanted = [Math.SQRT1_2, Math.SQRT1_2, 0];
    expect([...vector]).toEqual(wanted.map((value) => expect.closeTo(value, 3)));
    expect(await model.vectorOf("night train")).toEqual(vector);
    expect(await model.vectorOf("%")).toEqual(Float32Array.of(0, 0, 0));
    await model.close();
  });

  it("takes what a model pools itself", async () => {
    const model = await open(tinyModel(table, { isPooled: true }));
    const [x = 0, y = 0] = await model.vectorOf("sleeper");
    expect(x / y).toBeCloseTo(9, 4);
    expect(Math.hypot(x, y)).toBeCloseTo(1, 5);
    await model.close();
  });

  it("has another digest where anything about it differs", async () => {
    const digests = new Set<string>();
    for (const bytes of [tinyModel(table), tinyModel(table, { isPooled: true }), tinyModel(table)]) {
      const model = await open(bytes);
      digests.add(model.digest);
      await model.close();
    }
    expect(digests.size).toBe(2);
  });

  it("is refused when it is no model, or takes something else than a text", async () => {
    const refused = { code: "embeddings.model-invalid" };
    await expect(open(Buffer.from("not a model"))).rejects.toMatchObject(refused);
    await expect(open(tinyModel(table, { input: "pixels" }))).rejects.toMatchObject(refused);
    const files = { model: join(folder, "nothing.onnx"), vocabulary: join(folder, "vocab.txt") };
    await expect(openSentenceModel(files, runtimeFolder)).rejects.toMatchObject(refused);
  });
});

describe("without onnxruntime-web", () => {
  it.skipIf(runtimeSkip === null && process.env.ELENCHUS_ONNXRUNTIME === undefined)(
    "says what to install",
    async () => {
      await expect(open(tinyModel(table), folder)).rejects.toMatchObject({
        code: "embeddings.runtime-missing",
        hint: expect.stringContaining("npm install onnxruntime-web"),
      });
    },
  );
});
