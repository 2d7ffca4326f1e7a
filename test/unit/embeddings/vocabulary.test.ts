import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readVocabulary } from "../../../src/embeddings/vocabulary.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-vocabulary-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return readVocabulary(path);
}

const vocab = { "[UNK]": 0, "[CLS]": 1, "[SEP]": 2, night: 3 };
const tokenizer = (more: object) => JSON.stringify({ model: { type: "WordPiece", vocab }, ...more });

describe("a vocabulary", () => {
  it("is read from tokenizer.json with what it says of case, accents and length", async () => {
    const normalizer = { type: "BertNormalizer", lowercase: true, strip_accents: null };
    const read1 = await read("a.json", tokenizer({ normalizer, truncation: { max_length: 128 } }));
    expect(read1).toMatchObject({ isLowerCase: true, hasAccents: false, mostPieces: 128 });
    expect(read1.pieces.get("night")).toBe(3);
    const cased = { type: "Sequence", normalizers: [{ ...normalizer, lowercase: false }] };
    expect(await read("b.json", tokenizer({ normalizer: cased }))).toMatchObject({
      isLowerCase: false,
      hasAccents: true,
      mostPieces: 256,
    });
  });

  it("is read from vocab.txt, whose capitals tell whether case counts", async () => {
    const lines = "[UNK]\n[CLS]\n[SEP]\nnight\n";
    expect(await read("vocab.txt", lines)).toMatchObject({ isLowerCase: true, hasAccents: false });
    const cased = await read("cased.txt", `${lines.replaceAll("\n", "\r\n")}Night\r\n`);
    expect(cased).toMatchObject({ isLowerCase: false, hasAccents: true });
    expect(cased.pieces.get("Night")).toBe(4);
  });

  it.each([
    ["broken JSON", "{"],
    ["JSON that is no tokenizer", "{}"],
    ["a tokenizer of another kind", tokenizer({ model: { type: "BPE", vocab, merges: [] } })],
    ["a vocabulary without the pieces of a frame", "night\n"],
  ])("is refused when it is %s", async (name, text) => {
    await expect(read(`${name}.json`, text)).rejects.toMatchObject({ code: "embeddings.vocabulary-invalid" });
    await expect(readVocabulary(join(folder, "nothing"))).rejects.toMatchObject({
      code: "embeddings.vocabulary-invalid",
    });
  });
});
