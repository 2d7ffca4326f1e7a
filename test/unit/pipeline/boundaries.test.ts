import { describe, expect, it } from "vitest";
import { paragraphKey } from "../../../src/text/keys.ts";
import { mapText } from "../../support/map-text.ts";
import type { MemoryKnown } from "../../support/memory-known.ts";

const paragraphs = [
  "The dam of the village is two metres too low for a flood such as that of 2021.",
  "We should raise it this summer, before the autumn rains come down the valley.",
  "I walked along the crest yesterday and saw that the spillway is blocked by wood.",
  "Somebody has to clear it, and the council says that it is not their duty.",
  "The money for both is there, because the road was cheaper than was planned.",
];
const dump = `Ann Example\n\nI'm a writer and researcher. Email: ann\n\nComments\n\n${paragraphs.join("\n\n")}\n`;

/** The boundaries file with comments of so many paragraphs. */
function boundaries(...counts: readonly number[]): string {
  const starts = counts.map((_, index) => counts.slice(0, index).reduce((sum, count) => sum + count, 0));
  return paragraphs.map((words, at) => `${starts.includes(at) ? "===\n" : ""}${at + 1} ${words}\n`).join("");
}

const files = (set?: string) => ({
  "dump.txt": dump,
  ...(set === undefined ? {} : { "dump.txt.boundaries": set }),
});

/** The comments by their text, oldest first: which paragraphs they hold. */
function cutsIn(known: MemoryKnown): readonly string[] {
  return [...known.commentMap.values()]
    .map(({ text }) =>
      text
        .split("\n\n")
        .map((words) => paragraphs.findIndex((one) => paragraphKey(one) === paragraphKey(words)) + 1)
        .join(" "),
    )
    .sort();
}

describe("boundaries set by hand", () => {
  it("cut a dump where a person says", async () => {
    const { known } = await mapText(files(boundaries(2, 2, 1)));
    expect(cutsIn(known)).toEqual(["1 2", "3 4", "5"]);
  });

  it("cut again what was mapped before, and leave nothing of the guesses", async () => {
    const { known } = await mapText(files());
    const again = await mapText(files(boundaries(2, 2, 1)), known);
    expect(cutsIn(again.known)).toEqual(["1 2", "3 4", "5"]);
    const fresh = await mapText(files(boundaries(2, 2, 1)));
    expect([...again.known.commentMap.keys()].sort()).toEqual([...fresh.known.commentMap.keys()].sort());
    expect([...again.known.locutionMap.keys()].sort()).toEqual([...fresh.known.locutionMap.keys()].sort());
    expect([...again.known.claimMap.keys()].sort()).toEqual([...fresh.known.claimMap.keys()].sort());
  });

  it("change nothing when they are mapped twice, and stay when the file is gone", async () => {
    const { known } = await mapText(files(boundaries(1, 3, 1)));
    expect((await mapText(files(boundaries(1, 3, 1)), known)).changes).toEqual([]);
    expect((await mapText(files(), known)).changes).toEqual([]);
    expect(cutsIn(known)).toEqual(["1", "2 3 4", "5"]);
  });

  it("join and split by turns", async () => {
    const { known } = await mapText(files(boundaries(5)));
    expect(cutsIn(known)).toEqual(["1 2 3 4 5"]);
    await mapText(files(boundaries(1, 1, 1, 1, 1)), known);
    expect(cutsIn(known)).toEqual(["1", "2", "3", "4", "5"]);
    await mapText(files(boundaries(4, 1)), known);
    expect(cutsIn(known)).toEqual(["1 2 3 4", "5"]);
  });

  it("stand above what another dump says of the same comment", async () => {
    const other = `Ann Example\n\nI'm a writer and researcher. Email: ann\n\nComments\n\n${paragraphs.slice(0, 3).join("\n\n")}\n`;
    const { known } = await mapText({
      "other.txt": other,
      "other.txt.boundaries": `===\n${paragraphs
        .slice(0, 3)
        .map((words, at) => `${at + 1} ${words}\n`)
        .join("")}`,
    });
    await mapText(files(boundaries(2, 2, 1)), known);
    expect(cutsIn(known)).toEqual(["1 2", "3 4", "5"]);
  });

  it("mark quotes, whose words are no claims of the writer, and can be marked otherwise later", async () => {
    const marked = (...numbers: readonly number[]) =>
      `>\n${boundaries(2, 2, 1).replaceAll(/^(?=(\d+) )/gmu, (_, number: string) => (numbers.includes(Number(number)) ? "> " : ""))}`;
    const quoted = ({ quoteMap }: MemoryKnown) =>
      [...quoteMap.values()].map(({ text, score }) => [paragraphs.indexOf(text) + 1, score]).sort();
    const { known } = await mapText(files(marked(1, 3)));
    expect(quoted(known)).toEqual([
      [1, 1],
      [3, 1],
    ]);
    const speakers = ({ locutionMap }: MemoryKnown) =>
      [...locutionMap.values()].filter(({ text }) => text === paragraphs[0]).map(({ speaker }) => speaker);
    expect(speakers(known)).toEqual([null]);
    await mapText(files(marked(3)), known);
    expect(quoted(known)).toEqual([[3, 1]]);
    expect(speakers(known)).toEqual(["name:Ann Example"]);
    expect((await mapText(files(marked(3)), known)).changes).toEqual([]);
    await mapText(files(marked()), known);
    expect(quoted(known)).toEqual([]);
  });

  it("say that a quote is the writer's own of earlier", async () => {
    const own = boundaries(2, 2, 1).replace("\n3 ", "\n> me: 3 ");
    const { known } = await mapText(files(own));
    expect([...known.quoteMap.values()].map(({ speaker }) => speaker)).toEqual(["name:Ann Example"]);
  });
});
