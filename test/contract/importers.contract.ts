import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/errors.ts";
import type { Input } from "../../src/importers/importer.ts";
import type { CommentDraft } from "../../src/model/draft.ts";
import { checkRecord } from "../support/check-records.ts";
import { detectImporter } from "../support/detect-importer.ts";
import { retainedBytes } from "../support/heap.ts";
import { type Fixture, fixtures, readFixture } from "../support/importer-fixtures.ts";
import {
  type ImportedRecords,
  importAll,
  importOptions,
  memoryFolder,
  memoryInput,
} from "../support/inputs.ts";
import type { FolderContent, ImporterCase } from "./importer-case.ts";

/** How deep replies are nested: deeper than any call stack. */
const depth = 40_000;
/** A text of some 750 characters, so that holding texts shows in the memory. */
const longText = "A claim of usual length, with a reason that follows from it. ".repeat(12).trim();

/** Reads what every importer promises. */
export function importerContract(one: ImporterCase): void {
  const { importer, wrap, breakRecord, nest } = one;
  const fixture = readFixture(one);

  const inputOf = (content: FolderContent, pieceBytes: number, name = fixture.name): Input => {
    const [file] = Object.values(content);
    return one.isFolder
      ? memoryFolder(content, { name, pieceBytes })
      : memoryInput(file ?? "", { name, pieceBytes });
  };
  const read = (content: FolderContent, pieceBytes = 1000): Promise<ImportedRecords> =>
    importAll(importer, inputOf(content, pieceBytes), one.options);
  const readBytes = (bytes: Uint8Array): Promise<ImportedRecords> =>
    importAll(
      importer,
      one.isFolder
        ? memoryFolder(Object.fromEntries(Object.keys(fixture.content).map((path) => [path, bytes])))
        : memoryInput(bytes, { name: fixture.name, pieceBytes: 1000 }),
      one.options,
    );

  describe(`importer ${importer.id}`, () => {
    it("has a fixture with what it is read as", () => {
      expect(Object.keys(fixture.content), `no input in ${fixtures}${importer.id}`).not.toEqual([]);
      expect(existsSync(`${fixtures}${importer.id}/expected.json`)).toBe(true);
    });

    it("reads its fixture as expected", async () => {
      const { records } = await read(fixture.content);
      const expected = `${fixtures}${importer.id}/expected.json`;
      await expect(`${JSON.stringify(records, null, 1)}\n`).toMatchFileSnapshot(expected);
    });

    it("reads the same records twice, however the bytes are cut", async () => {
      const first = await read(fixture.content);
      expect(await read(fixture.content)).toEqual(first);
      expect(await read(fixture.content, 3)).toEqual(first);
    });

    it("is chosen for its fixture by the content alone", async () => {
      const chosen = await detectImporter(inputOf(fixture.content, 50_000, "unnamed"), null);
      expect(chosen.id).toBe(importer.id);
    });

    it("reads Windows line ends as it reads others, with places in the file as it is", async () => {
      const windows = mapFiles(fixture.content, (text) => text.replace(/\r?\n/gu, "\r\n"));
      const after = await read(windows);
      expect(textsOf(after)).toEqual(textsOf(await read(fixture.content)));
      expectSpans(one, after, windows);
    });

    it("gives spans that hold words, and places in the input that hold the same words", async () => {
      expectSpans(one, await read(fixture.content), fixture.content);
    });

    it("reads the rest when one record is broken, and says where", async (context) => {
      if (breakRecord === null) return context.skip("the format has no records");
      const whole = textsOf(await read(fixture.content));
      const broken = await read(breakRecord(fixture.content));
      const left = textsOf(broken);
      expect(left.length).toBeLessThan(whole.length);
      expect(whole.filter((text) => left.includes(text))).toEqual(left);
      expect(left.length).toBeGreaterThan(0);
      const problems = broken.diagnostics.filter(({ severity }) => severity === "error");
      expect(problems).toHaveLength(1);
      expect(problems[0]?.code).toMatch(/^import\./u);
      expect(problems[0]?.place).toMatch(/\d/u);
    });

    it("reads what stands before the place where a file is cut off", async () => {
      const whole = JSON.stringify(textsOf(await read(fixture.content)));
      for (const share of [0.5, 0.75, 0.95]) {
        const part = await importAll(importer, cutInput(one, fixture, share), one.options);
        const texts = textsOf(part);
        expect(texts.length, `cut at ${share}`).toBeGreaterThan(0);
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
      const error = await readBytes(bytes).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code, hint: expect.stringMatching(/\w/u) });
    });

    it.each([
      ["our own JSONL", '{"id":"1","text":"Cats are better."}\n{"id":"2","text":"No."}\n'],
      ["JSON of another kind", '{"name":"app","version":"1.0.0","files":["a","b"],"x":{"y":[1,2,{}]}}'],
      ["a list of JSON", '[{"a":1},{"a":2},[[]],null,3]'],
      ["XML of another kind", '<?xml version="1.0"?><feed><entry id="1"><title>A</title></entry></feed>'],
      ["a table", "a,b\n1,2\n"],
      ["code", "function f() {\n  return 1;\n}\n"],
      ["one letter", "x"],
    ])("is not confused by %s, even when it is told to read it", async (_, text) => {
      const wrong = mapFiles(fixture.content, () => text);
      try {
        expectSpans(one, await read(wrong), wrong);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        expect(error.code).toMatch(/^import\./u);
      }
    });

    it.each([
      ["a change of writing direction", "We \u202eshould not\u202c do this."],
      ["surrogates without a partner", "Broken \ud83d words \udc00 here."],
      ["HTML", "<script>alert(1)</script> <b>Bold</b> claims & <img src=x onerror=alert(1)>."],
      ["entities", "&lol9; &#0; &lt;script&gt; &amp;amp; are words."],
      ["emoji and combining marks", "Fami\u0301lia 👨‍👩‍👧‍👦 Z̷a̷l̷g̷o̷ says hello."],
      ["10,000 nested quote marks", `${">".repeat(10_000)} deep.`],
      ["10,000 nested brackets", `${"[".repeat(10_000)}deep${"]".repeat(10_000)}.`],
      ["names of object members", "__proto__ constructor toString are words."],
    ])("reads hostile text: %s", async (_, text) => {
      const wrapped = mapFiles(wrap([text]), toWellFormed);
      const imported = await read(wrapped, 100_000);
      expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(textsOf(imported).join("\n")).toContain(toWellFormed(text));
      expectSpans(one, imported, wrapped);
    });

    it("refuses a NUL in the file and puts a sign for one that is escaped", async () => {
      const wrapped = wrap(["Before \0 after."]);
      const reading = read(wrapped);
      if (Object.values(wrapped).some((text) => text.includes("\0")))
        await expect(reading).rejects.toMatchObject({ code: "import.binary" });
      else expect(textsOf(await reading).join("\n")).toContain("Before \ufffd after.");
    });

    it("expands no entity that the document declares", async (context) => {
      const content = wrap(["An entity here: LAUGHS"]);
      if (!Object.values(content).some((text) => /^\s*<(?:\?xml|!doctype|\w)/iu.test(text)))
        return context.skip("the format is not written in tags");
      const bomb = mapFiles(content, (text) => declareBomb(text).replace("LAUGHS", "&lol9;"));
      const imported = await read(bomb);
      expect(textsOf(imported).join("").length).toBeLessThan(1000);
    });

    it(`reads ${depth} replies that are nested in each other`, async (context) => {
      if (nest === null) return context.skip("the format does not nest replies");
      const imported = await importAll(importer, inputOf(nest(depth), 65_536), one.options);
      expect(imported.comments.length + imported.graph.length).toBeGreaterThanOrEqual(depth);
      expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    }, 300_000);

    it("holds no more of a long input than of a short one", async (context) => {
      if (one.holdsWhole !== undefined) return context.skip(one.holdsWhole);
      const short = await retainedWhileReading(20);
      const long = await retainedWhileReading(4000);
      expect(long.records).toBeGreaterThanOrEqual(4000);
      expect(long.bytes - short.bytes).toBeLessThan(long.inputBytes / 2);
    }, 300_000);

    /**
     * What the importer holds while the last of so many records come out, beyond the input itself: the least of
     * several looks, because what else the program builds and drops comes and goes.
     */
    async function retainedWhileReading(count: number) {
      const content = wrap(Array.from({ length: count }, (_, index) => `${index}. ${longText}`));
      const input = inputOf(content, 16_384);
      // What is compiled and built once does not count.
      await readLast(inputOf(wrap(Array.from({ length: 200 }, () => longText)), 16_384));
      const before = retainedBytes();
      const held: number[] = [];
      let records = 0;
      for await (const _ of importer.read(input, { ...importOptions, ...one.options }))
        if (++records >= count * 0.8 && records % (count / 10) === 0) held.push(retainedBytes() - before);
      return { bytes: Math.max(0, Math.min(...held)), records, inputBytes: input.bytes };
    }

    async function readLast(input: Input): Promise<void> {
      for await (const _ of importer.read(input, { ...importOptions, ...one.options }));
    }

    it("reads any text with spans that slice back", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyPiece, { minLength: 1, maxLength: 60 }), async (pieces) => {
          const text = pieces.join("");
          fc.pre(/\S/u.test(text));
          const wrapped = wrap([text]);
          expectSpans(one, await read(wrapped), wrapped);
        }),
        { numRuns: 100, seed: 5 },
      );
    });
  });
}

const anyPiece = fc.oneof(
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

function mapFiles(content: FolderContent, change: (text: string) => string): FolderContent {
  return Object.fromEntries(Object.entries(content).map(([path, text]) => [path, change(text)]));
}

/** What a text becomes when it is written to a file. */
function toWellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** The fixture with its longest file, in which the comments stand, cut off. */
function cutInput({ isFolder }: ImporterCase, { name, content }: Fixture, share: number): Input {
  const longest = Object.keys(content).reduce((a, b) =>
    (content[b]?.length ?? 0) > (content[a]?.length ?? 0) ? b : a,
  );
  const bytes = Buffer.from(content[longest] ?? "");
  const cut = bytes.subarray(0, Math.floor(bytes.length * share));
  return isFolder
    ? memoryFolder({ ...content, [longest]: cut }, { name, pieceBytes: 1000 })
    : memoryInput(cut, { name, pieceBytes: 1000 });
}

/** Declares ten entities, each ten of the one before: 10^9 laughs when expanded. */
function declareBomb(xml: string): string {
  const entities = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY lol${i + 1} "${(i === 0 ? "ha" : `&lol${i};`).repeat(10)}">`,
  );
  const declaration = /^\s*<\?xml[^>]*\?>/u.exec(xml)?.[0] ?? "";
  return `${declaration}<!DOCTYPE lolz [${entities.join("")}]>${xml.slice(declaration.length)}`;
}

/** The words that an import brings, in order. What a map states of its comments is in their words. */
function textsOf({ comments, feeds, graph }: ImportedRecords): readonly string[] {
  return [
    ...comments.map(({ text }) => text),
    ...feeds.flatMap(({ text, blocks }) => blocks.map(({ span }) => text.slice(span.start, span.end))),
    ...(comments.length > 0
      ? []
      : graph.map(({ element }) => ("text" in element ? element.text : element.id))),
  ];
}

/** Checks each record by itself, and against the input where it says where its words stand. */
function expectSpans(one: ImporterCase, imported: ImportedRecords, content: FolderContent): void {
  const file = content.input ?? "";
  const ofComment = (comment: CommentDraft): string | null =>
    one.source === null || comment.offsets.length === 0 ? null : one.source(content, comment);
  for (const record of imported.records) checkRecord(record, { file, ofComment });
}
