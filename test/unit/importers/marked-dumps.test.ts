import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { detectImporter } from "../../support/detect-importer.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

/**
 * Pages and feeds as browsers copy them. Marks that are no part of the dump say what is right: `⟦C ada|2023-03⟧` begins
 * ada's comment, a `⟦Q⟧` line is a quote, a `⟦F⟧` line the page's. They were set before any importer had read them.
 */
const folder = fileURLToPath(new URL("../../fixtures/dumps/", import.meta.url));
const names = readdirSync(folder).sort();

interface MarkedLine {
  readonly text: string;
  readonly start: number;
  readonly author: string | null;
  readonly at: string | null;
  readonly beginsComment: boolean;
  readonly isQuote: boolean;
}

function readMarks(file: string): { readonly dump: string; readonly lines: readonly MarkedLine[] } {
  let start = 0;
  let open: { readonly author: string; readonly at: string | null } | null = null;
  const lines = file.split("\n").map((line): MarkedLine => {
    const [, author, at = null] = /^⟦C ?([^⟧|]*)(?:\|([^⟧]*))?⟧/u.exec(line) ?? [];
    if (author !== undefined) open = { author, at };
    const [, marks = "", text = ""] = /^((?:⟦[^⟧]*⟧)*)(.*)$/u.exec(line) ?? [];
    const begins: typeof open = marks.includes("⟦F⟧") || text.trim() === "" ? null : open;
    if (begins !== null) open = null;
    const marked = { text, start, isQuote: marks.includes("⟦Q⟧"), beginsComment: begins !== null };
    start += text.length + 1;
    return { ...marked, author: begins?.author ?? null, at: begins?.at ?? null };
  });
  return { dump: lines.map(({ text }) => text).join("\n"), lines };
}

/** What an importer says of a dump: where comments begin, with author and time, and which lines are quoted. */
async function readDump(dump: string) {
  const input = memoryInput(dump, { name: "dump.txt", pieceBytes: 4096 });
  const importer = await detectImporter(input, null);
  const { comments, feeds } = await importAll(importer, input);
  const whole = (text: string) => ({ start: 0, end: text.length });
  const [feed] = feeds;
  const blocks = feed?.blocks.map((block) => ({ ...block, place: toOrigin(feed.offsets, block.span) })) ?? [];
  return {
    importer: importer.id,
    comments: [
      ...comments.map(({ text, offsets, author, createdAt }) => ({
        start: toOrigin(offsets, whole(text)).start,
        author: author?.name ?? null,
        at: createdAt,
      })),
      ...(feed?.starts ?? []).map((index) => ({
        start: blocks[index]?.place.start ?? -1,
        author: null,
        at: null,
      })),
    ],
    quotes: [
      ...comments.flatMap(({ quotes, offsets }) => quotes.map(({ span }) => toOrigin(offsets, span))),
      ...blocks.filter(({ quoteScore }) => quoteScore >= 0.5).map(({ place }) => place),
    ],
  };
}

type Counts = readonly [right: number, wrong: number, missed: number];

function compare(found: ReadonlySet<number>, wanted: ReadonlySet<number>): Counts {
  const right = [...found].filter((one) => wanted.has(one)).length;
  return [right, found.size - right, wanted.size - right];
}

function f1Of(all: readonly Counts[]): number {
  const [right = 0, wrong = 0, missed = 0] = [0, 1, 2].map((at) =>
    all.reduce((sum, one) => sum + (one[at] ?? 0), 0),
  );
  return (2 * right) / (2 * right + wrong + missed);
}

async function score(name: string) {
  const { dump, lines } = readMarks(readFileSync(`${folder}${name}`, "utf8"));
  const found = await readDump(dump);
  const lineAt = (start: number): number =>
    lines.findIndex((line) => line.start <= start && start <= line.start + line.text.length);
  const isIn = ({ start, text }: MarkedLine): boolean =>
    found.quotes.some(
      (quote) => Math.min(quote.end, start + text.length) - Math.max(quote.start, start) > text.length / 2,
    );
  const indexes = (has: (line: MarkedLine) => boolean): ReadonlySet<number> =>
    new Set(lines.flatMap((line, index) => (line.text.trim() !== "" && has(line) ? [index] : [])));
  const begun = new Set(found.comments.map(({ start }) => lineAt(start)));
  return {
    importer: found.importer,
    comments: compare(
      begun,
      indexes(({ beginsComment }) => beginsComment),
    ),
    quotes: compare(
      indexes(isIn),
      indexes(({ isQuote }) => isQuote),
    ),
    people: found.comments.map(({ start, author, at }) => [lines[lineAt(start)], author, at] as const),
  };
}

describe("a page copied from a browser", () => {
  it.each(names.filter((name) => !name.startsWith("feed")))(
    "gives all comments of %s, with author and time",
    async (name) => {
      const { importer, comments, people } = await score(name);
      expect(importer).toBe("pasted-page");
      expect(comments.slice(1)).toEqual([0, 0]);
      for (const [line, author, at] of people) {
        expect(author ?? "[deleted]").toBe(line?.author);
        expect(at?.slice(0, line?.at?.length) ?? null).toBe(line?.at);
      }
    },
  );

  it("shows the quotes that it marks, names or repeats", async () => {
    const pages = await Promise.all(names.filter((name) => !name.startsWith("feed")).map(score));
    expect(f1Of(pages.map(({ quotes }) => quotes))).toBeGreaterThan(0.9);
  });
});

describe("a feed without marks", () => {
  it("is cut, and its quotes are guessed, as well as before", async () => {
    const feeds = await Promise.all(names.filter((name) => name.startsWith("feed")).map(score));
    expect(new Set(feeds.map(({ importer }) => importer))).toEqual(new Set(["profile-dump"]));
    expect(f1Of(feeds.map(({ comments }) => comments))).toBeGreaterThan(0.8);
    expect(f1Of(feeds.map(({ quotes }) => quotes))).toBeGreaterThan(0.7);
  });
});
