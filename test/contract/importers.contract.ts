import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/errors.ts";
import { detectImporter } from "../../src/importers/detect.ts";
import type { Importer } from "../../src/importers/importer.ts";
import { toOrigin } from "../../src/text/offset-map.ts";
import { type ImportedRecords, importAll, memoryInput } from "../support/inputs.ts";

/** What the contract must know of a format to make bad inputs of it. */
export interface ImporterCase {
  readonly importer: Importer;
  /** An input of the format that holds the text as a comment's words. */
  wrap(text: string): string;
  /** The fixture with one record broken in its middle; null where a format has no records to break. */
  readonly breakRecord: ((content: string) => string) | null;
}

const fixtures = fileURLToPath(new URL("../fixtures/importers/", import.meta.url));

/** Reads what every importer promises. */
export function importerContract({ importer, wrap, breakRecord }: ImporterCase): void {
  const folder = `${fixtures}${importer.id}`;
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith("input.")) : undefined;
  const read = (content: string | Uint8Array, pieceBytes = 1000): Promise<ImportedRecords> =>
    importAll(importer, memoryInput(content, { name: file ?? "input", pieceBytes }));

  describe(`importer ${importer.id}`, () => {
    it("has a fixture with what it is read as", () => {
      expect(file, `no input.* in ${folder}`).toBeDefined();
      expect(existsSync(`${folder}/expected.json`)).toBe(true);
    });
    const content = file === undefined ? "" : readFileSync(`${folder}/${file}`, "utf8");

    it("reads its fixture as expected", async () => {
      const { records } = await read(content);
      await expect(`${JSON.stringify(records, null, 1)}\n`).toMatchFileSnapshot(`${folder}/expected.json`);
    });

    it("reads the same records twice, however the bytes are cut", async () => {
      const first = await read(content);
      expect(await read(content)).toEqual(first);
      expect(await read(content, 3)).toEqual(first);
    });

    it("is chosen for its fixture by the content alone", async () => {
      const input = memoryInput(content, { name: "unnamed", pieceBytes: 50_000 });
      expect((await detectImporter(input, null)).id).toBe(importer.id);
    });

    it("reads Windows line ends as it reads others, with places in the file as it is", async () => {
      const windows = content.replaceAll("\n", "\r\n");
      const before = await read(content);
      const after = await read(windows);
      expect(textsOf(after)).toEqual(textsOf(before));
      expectSpans(after, windows);
    });

    it("gives spans that hold words, and places in the input that hold the same words", async () => {
      expectSpans(await read(content), content);
    });

    it("reads the rest when one record is broken, and says where", async (context) => {
      if (breakRecord === null) return context.skip("the format has no records");
      const whole = await read(content);
      const broken = await read(breakRecord(content));
      expect(broken.records.length).toBe(whole.records.length);
      const problems = broken.diagnostics.filter(({ severity }) => severity === "error");
      expect(problems).toHaveLength(1);
      expect(problems[0]?.code).toMatch(/^import\./u);
      expect(problems[0]?.place).toMatch(/\d/u);
    });

    it("reads what stands before the place where a file is cut off", async () => {
      const bytes = Buffer.from(content);
      const whole = JSON.stringify(textsOf(await read(content)));
      for (const share of [0.5, 0.75, 0.95]) {
        const part = await read(bytes.subarray(0, Math.floor(bytes.length * share)));
        const texts = textsOf(part);
        expect(texts.length).toBeGreaterThan(0);
        expect(whole).toContain(JSON.stringify(texts.slice(0, -1)).slice(1, -1));
      }
    });

    it.each([
      ["an empty input", new Uint8Array(0), "import.empty"],
      ["white space", Buffer.from(" \n\n\t"), "import.empty"],
      ["NUL bytes", Uint8Array.from([0x61, 0, 1, 2, 0]), "import.binary"],
      ["an archive", Buffer.from("PK\x03\x04 and more"), "import.binary"],
      ["bytes that are not UTF-8", Buffer.from([0x22, 0xe9, 0x74, 0xe9, 0x22]), "import.encoding"],
    ])("refuses %s with a code and a hint", async (_, bytes, code) => {
      const error = await read(bytes).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code, hint: expect.stringMatching(/\w/u) });
    });

    it.each([
      ["a change of writing direction", "We \u202eshould not\u202c do this."],
      ["surrogates without a partner", "Broken \ud83d words \udc00 here."],
      ["HTML", "<script>alert(1)</script> <b>Bold</b> claims & <img src=x onerror=alert(1)>."],
      ["emoji and combining marks", "Fami\u0301lia 👨‍👩‍👧‍👦 Z̷a̷l̷g̷o̷ says hello."],
      ["10,000 nested quote marks", `${">".repeat(10_000)} deep.`],
      ["10,000 nested brackets", `${"[".repeat(10_000)}deep${"]".repeat(10_000)}.`],
      ["names of object members", "__proto__ constructor toString are words."],
    ])("reads hostile text: %s", async (_, text) => {
      const wrapped = Buffer.from(wrap(text));
      const imported = await read(wrapped, 100_000);
      expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(textsOf(imported).join("\n")).toContain(Buffer.from(text).toString());
      expectSpans(imported, wrapped.toString());
    });

    it("reads any text with spans that slice back", async () => {
      const piece = fc.oneof(
        { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z]{1,9}$/) },
        fc.constantFrom(
          " ",
          ". ",
          "\n",
          "\n\n",
          "\r\n",
          "\u00a0",
          "😀",
          "e\u0301",
          "“",
          "”",
          "- ",
          "  • ",
          "1. ",
          "you wrote:\n\n",
          "---",
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), async (pieces) => {
          const text = pieces.join("");
          fc.pre(/\S/u.test(text));
          const wrapped = wrap(text);
          expectSpans(await read(wrapped), wrapped);
        }),
        { numRuns: 100 },
      );
    });
  });
}

/** The words that an import brings, in order. */
function textsOf({ comments, feeds, graph }: ImportedRecords): readonly string[] {
  return [
    ...comments.map(({ text }) => text),
    ...feeds.flatMap(({ text, blocks }) => blocks.map(({ span }) => text.slice(span.start, span.end))),
    ...graph.map(({ element }) => ("text" in element ? element.text : element.id)),
  ];
}

/** Checks each span against its text, and each place against the input where the input holds the text as it is. */
function expectSpans({ comments, feeds, graph }: ImportedRecords, content: string): void {
  for (const { text, quotes } of comments)
    for (const { span } of quotes) {
      expect(span.start).toBeLessThan(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  for (const { text, offsets, blocks, starts } of feeds) {
    if (blocks.length > 0) expect(starts[0]).toBe(0);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    let end = 0;
    for (const { span } of blocks) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
      const origin = toOrigin(offsets, span);
      const words = content.slice(origin.start, origin.end).replace(/\r\n?/gu, "\n");
      expect(words).toBe(text.slice(span.start, span.end));
    }
  }
  for (const record of graph) {
    if (record.array !== "locutions" && record.array !== "quotes") continue;
    const { text, span } = record.element;
    expect(text.length).toBe(span.end - span.start);
  }
}
