import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { profileDump } from "../../../src/importers/profile-dump.ts";
import type { FeedDraft } from "../../../src/model/draft.ts";
import type { Span } from "../../../src/model/span.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";
import { sharedPath, sharedSkip } from "../../support/shared.ts";

const page = readFileSync(
  fileURLToPath(new URL("../../fixtures/importers/profile-dump/input.txt", import.meta.url)),
  "utf8",
);
const readFeed = async (text: string, author: string | null = null): Promise<FeedDraft> => {
  const { feeds } = await importAll(profileDump, memoryInput(text, { name: "page.txt", pieceBytes: 4096 }), {
    author,
  });
  const [feed] = feeds;
  if (!feed) throw new Error("no feed");
  return feed;
};
const wordsOf = ({ text }: FeedDraft, span: Span | undefined): string => text.slice(span?.start, span?.end);
const beginning = (feed: FeedDraft, index: number): string =>
  wordsOf(feed, feed.blocks[index]?.span).slice(0, 12);
const commentsOf = (feed: FeedDraft): readonly string[] => feed.starts.map((start) => beginning(feed, start));

describe("profile-dump", () => {
  it("takes name, biography, headings and pager off", async () => {
    const feed = await readFeed(page);
    expect(feed.author).toBe("Marta Quill");
    expect(feed.bio).toMatch(/^I'm a soil researcher/u);
    expect(feed.text).toMatch(/^Thanks, that clears it up!/u);
    expect(feed.text).not.toMatch(/Wiki Contributions|Notes on Living Soil|Load More/u);
  });

  it("takes them off where they stand one a line, above comments whose paragraphs blank lines set apart", async () => {
    const [header = "", ...rest] = page.split(/(?<=Wiki Contributions)\s+/u);
    const tight = `${header.replaceAll(/\n+/gu, "\n")}\n${rest.join("\n\n").replace(/\n+(?=Load More\s*$)/u, "\n")}`;
    expect(tight).toContain("\nWiki Contributions\nThanks, that");
    const [loose, found] = [await readFeed(page), await readFeed(tight)];
    expect(found).toMatchObject({ author: loose.author, bio: loose.bio, text: loose.text });
    expect(commentsOf(found)).toEqual(commentsOf(loose));
  });

  it("keeps a biography of several lines whole", async () => {
    const wrapped =
      "Ann Example\n\nI'm a writer and researcher.\nEmail: ann\n\nComments\n\nI agree.\n\nYou are right.\n";
    expect(await readFeed(wrapped)).toMatchObject({
      author: "Ann Example",
      bio: "I'm a writer and researcher.\nEmail: ann",
    });
  });

  it("takes the author that the caller names", async () => {
    expect((await readFeed(page, "M. Q.")).author).toBe("M. Q.");
  });

  it("names nobody when the page names nobody, and keeps the biography", async () => {
    const anonymous = page.replace("Marta Quill\n\n", "");
    expect(await readFeed(anonymous)).toMatchObject({
      author: null,
      bio: expect.stringMatching(/^I'm a soil/u),
    });
  });

  it("cuts a profile page into the ten comments that such a page lists", async () => {
    expect((await readFeed(page)).starts).toHaveLength(10);
  });

  it("begins comments where a turn opens, and with the quote that it answers", async () => {
    const comments = commentsOf(await readFeed(page));
    expect(comments).toEqual(
      expect.arrayContaining([
        "Thanks, that",
        "Digging dest",
        "Nice photos!",

        "Hmm, I’m not",
        "Good questio",
        "the slugs co",
      ]),
    );
    for (const never of ["On sand I ag", "In other wor", "Sorry if I s", "(I’m leaving", "If you mean "])
      expect(comments).not.toContain(never);
  });

  it("keeps lists whole, behind the paragraph that introduces them", async () => {
    const feed = await readFeed(page);
    const lists = feed.blocks.flatMap((block, index) => (block.isList ? [{ ...block, index }] : []));
    expect(lists.map(({ span }) => wordsOf(feed, span).split("\n").length)).toEqual([2, 3]);
    for (const { index, boundaryScore } of lists) {
      expect(boundaryScore).toBeLessThan(0.01);
      expect(feed.starts).not.toContain(index);
    }
  });

  it("takes for quotes what a block quote left a space behind, what breaks off, and nothing that speaks for itself", async () => {
    const feed = await readFeed(page);
    const quotes = feed.blocks
      .filter(({ quoteScore }) => quoteScore >= 0.5)
      .map(({ span }) => wordsOf(feed, span));
    expect(quotes).toContain("Digging destroys more fungi than any pesticide on the market today.");
    expect(quotes).toContain("the slugs come with the straw, not in spite of it");
    expect(quotes.some((words) => words.includes("(I’m leaving out"))).toBe(false);
  });

  it('takes the list after "you wrote:" for a quote', async () => {
    const feed = await readFeed(
      `${page}\n\nIn the post you wrote:\n\n  • Soil is alive.\n  • Soil is a machine.\n\nWhich of the two?`,
    );
    const list = feed.blocks.findLast(({ isList }) => isList);
    expect(list?.quoteScore).toBeGreaterThan(0.9);
  });

  it("reads a page with a paragraph a line as it reads one with empty lines", async () => {
    const dense = page.replace(/\n\s*\n/gu, "\n");
    const [feed, denseFeed] = [await readFeed(page), await readFeed(dense)];
    expect(denseFeed.blocks.map(({ key }) => key)).toEqual(feed.blocks.map(({ key }) => key));
    expect(denseFeed.text).toBe(feed.text);
  });

  it("gives one key to a paragraph in two extractions", async () => {
    const other = page
      .replace("The survey you link counts", "The survey you link https://survey.example/a?b counts")
      .replaceAll("’", "'")
      .replaceAll("  • ", "- ");
    const [feed, otherFeed] = [await readFeed(page), await readFeed(other)];
    expect(otherFeed.blocks.map(({ key }) => key)).toEqual(feed.blocks.map(({ key }) => key));
  });

  it("cuts nothing at long gaps where they stand between all paragraphs", async () => {
    const feed = await readFeed(page);
    const loose = await readFeed(page.replace(/\n\s*\n/gu, "\n\n\n\n"));
    expect(commentsOf(loose)).toEqual(commentsOf(feed));
  });

  it.each([
    [
      "a verb whose rest stands there",
      "Rent control always lowers the supply of flats.",
      "Vienna did, and its supply grew.",
    ],
    [
      "a word of it between quotation marks",
      "A flat is a commodity like any other thing.",
      "The word “commodity” does a lot of work here.",
    ],
    [
      "a question that is answered",
      "Who would build anything under such a law?",
      "For the same reason that people build today.",
    ],
    [
      "the middle of a sentence",
      "and so the landlords leave the city",
      "Some of them sold, and the tenants bought.",
    ],
  ])("takes for quotes what the next paragraph takes up by %s", async (_, quote, answer) => {
    const feed = await readFeed(
      `${page.replace(/\s*Load More\s*$/u, "")}\n\nRents are too high.\n\n${quote}\n\n${answer}\n\nLoad More\n`,
    );
    const scored = feed.blocks.map(({ span, quoteScore }) => [wordsOf(feed, span), quoteScore] as const);
    expect(scored.find(([words]) => words === quote)?.[1]).toBeGreaterThan(0.25);
    expect(scored.find(([words]) => words === answer)?.[1]).toBeLessThan(0.25);
  });

  it("takes no address, title or signature for a quote", async () => {
    const lines = ["https://rents.example/vienna", "The Future Of Renting", "Quill"];
    const feed = await readFeed(
      `${page.replace(/\s*Load More\s*$/u, "")}\n\n${lines.join("\n\n")}\n\nI agree with that.\n`,
    );
    for (const { span, quoteScore } of feed.blocks)
      if (lines.includes(wordsOf(feed, span))) expect(quoteScore).toBeLessThan(0.5);
  });

  it("leads from each block to its place in the file", async () => {
    const feed = await readFeed(page);
    for (const { span } of feed.blocks) {
      const origin = toOrigin(feed.offsets, span);
      expect(page.slice(origin.start, origin.end)).toBe(wordsOf(feed, span));
    }
  });

  it.each([
    ["rules", "One.\n\nMore of one.\n\n---\n\nTwo.\n\n-----\n\nThree."],
    [
      "lines of metadata",
      "Ann | 2025-03-31 14:57:05 UTC | #1\n\nOne.\n\nMore of one.\n\nAnn | 2025-04-01 09:00:00 UTC | #2\n\nTwo.\n\nAnn | 2025-04-02 09:00:00 UTC | #3\n\nThree.",
    ],
    [
      "permalinks",
      "https://site.example/posts/x?commentId=1\n\nOne.\n\nMore of one.\n\nhttps://site.example/posts/x?commentId=2\n\nTwo.\n\nhttps://site.example/posts/x?commentId=3\n\nThree.",
    ],
    ["long gaps", "One.\n\nMore of one.\n\n\n\nTwo.\n\n\n\nThree."],
  ])("cuts at %s where a dump has them, and nowhere else", async (_, text) => {
    const feed = await readFeed(text);
    expect(feed.blocks.map(({ span }) => wordsOf(feed, span))).toEqual([
      "One.",
      "More of one.",
      "Two.",
      "Three.",
    ]);
    expect(feed.starts).toEqual([0, 2, 3]);
    expect(feed.blocks.map(({ boundaryScore }) => boundaryScore)).toEqual([1, 0, 1, 1]);
  });

  it("does not take a rule inside a comment for the end of one", async () => {
    const feed = await readFeed("I think so.\n\n---\n\nFor example, this paragraph goes on.");
    expect(feed.starts).toEqual([0]);
  });

  it("says how many borders are guesses", async () => {
    const { diagnostics } = await importAll(profileDump, memoryInput(page, { name: "page.txt" }));
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: "note",
        code: "import.boundary-unsure",
        place: "page.txt",
        message: expect.stringContaining("9 of 9"),
      }),
    ]);
  });

  it("refuses a page longer than a record may be", async () => {
    await expect(
      importAll(profileDump, memoryInput(page, { name: "page.txt" }), { maxRecordBytes: 100 }),
    ).rejects.toMatchObject({
      code: "import.record-too-large",
      hint: expect.stringContaining("--max-record"),
    });
  });
});

/** F1 of a set of guesses. */
function f1(guessed: ReadonlySet<number>, right: readonly number[]): number {
  const hits = right.filter((one) => guessed.has(one)).length;
  return (2 * hits) / (guessed.size + right.length);
}

// Lines of the dumps on which a comment begins (after the first), by reading them.
const starts: Readonly<Record<string, readonly number[]>> = {
  "000_eba034b432d4b919.txt": [49, 55, 107, 121, 170, 172, 176, 199, 205],
  "001_90064a2f4188b871.txt": [15, 28, 34, 46, 56, 62, 66, 70, 94],
  "003_3f5ab3880bae0419.txt": [19, 49, 71, 75, 83, 85, 91, 100, 112],
};

describe.skipIf(sharedSkip !== null)("profile-dump on real pages", () => {
  it.each(Object.entries(starts))("finds most of the borders in %s", async (file, lines) => {
    const content = readFileSync(sharedPath(`seeds/${file}`), "utf8");
    const feed = await readFeed(content);
    expect(feed.author).toBe("Steve Byrnes");
    expect(feed.starts).toHaveLength(10);
    const lineOf = (index: number): number =>
      content
        .slice(0, toOrigin(feed.offsets, feed.blocks[index]?.span ?? { start: 0, end: 0 }).start)
        .split("\n").length;
    expect(f1(new Set(feed.starts.slice(1).map(lineOf)), lines)).toBeGreaterThanOrEqual(0.6);
  });

  it("finds more than half of the quotes of the labelled page, with few mistakes", async () => {
    const content = readFileSync(sharedPath("seeds/000_eba034b432d4b919.txt"), "utf8");
    const gold = JSON.parse(readFileSync(sharedPath("gold/000.gold.json"), "utf8")) as {
      sentences: readonly { start: number; end: number; quote: number; boilerplate?: boolean }[];
    };
    const feed = await readFeed(content);
    const quoted = feed.blocks
      .filter(({ quoteScore }) => quoteScore >= 0.5)
      .map(({ span }) => toOrigin(feed.offsets, span));
    const labelled = gold.sentences.filter((one) => one.quote !== 1 && !one.boilerplate);
    const guessed = labelled.filter((one) =>
      quoted.some(({ start, end }) => start <= one.start && one.end <= end),
    );
    const hits = guessed.filter((one) => one.quote === 2).length;
    const right = labelled.filter((one) => one.quote === 2).length;
    expect((2 * hits) / (guessed.length + right)).toBeGreaterThanOrEqual(0.55);
  });

  it("gives the paragraphs that two dumps share one key", async () => {
    const [full, bare] = await Promise.all(
      ["000_eba034b432d4b919.txt", "002_97cfcbcacd5ae393.txt"].map((file) =>
        readFeed(readFileSync(sharedPath(`seeds/${file}`), "utf8")),
      ),
    );
    expect(bare?.author).toBeNull();
    const keys = new Set(full?.blocks.map(({ key }) => key));
    const missing = (bare?.blocks ?? []).filter(({ key }) => !keys.has(key));
    // Two headings that only the second extraction kept.
    expect(missing.map(({ span }) => (bare ? wordsOf(bare, span) : ""))).toEqual([
      "FAILURE MODE 1:",
      "FAILURE MODE 2:",
    ]);
  });
});
