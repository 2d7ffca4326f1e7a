import { describe, expect, it } from "vitest";
import { kialo } from "../../../src/importers/kialo.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";
import { mapText } from "../../support/map-text.ts";

const discussion = [
  "Discussion Title: Should the bridge be closed?",
  "",
  "1. The old bridge should be closed to cars, because it is unsafe.",
  "1.1. Pro: Its piles are rotten. The engineer said so.",
  "1.1.1. Con: The engineer sells bridges, and I disagree with the report.",
  "1.2. Con: -> See 1.1.1.",
  "1.3. Con: Without it the way to school is \\(twice\\) as long.",
  "",
].join("\r\n");

const read = (content: string) => importAll(kialo, memoryInput(content, { name: "bridge.txt" }));

/** Relations as `from kind to`, by the first words of the claims. */
const drawn = (
  claims: ReadonlyMap<string, { readonly text: string }>,
  relations: Iterable<Record<string, unknown>>,
) =>
  [...relations]
    .map(({ fromClaim, kind, toClaim }) => {
      const words = (id: unknown) => claims.get(String(id))?.text.split(" ").slice(0, 2).join(" ");
      return `${words(fromClaim)} ${kind} ${words(toClaim)}`;
    })
    .sort();

describe("kialo", () => {
  it("keeps what the map states when the comments are extracted, and finds no other claims in them", async () => {
    const { known, diagnostics } = await mapText({ "bridge.txt": discussion });
    expect(diagnostics).toEqual([]);
    expect([...known.claimMap.values()].map(({ text }) => text).sort()).toEqual([
      "Its piles are rotten. The engineer said so.",
      "The engineer sells bridges, and I disagree with the report.",
      "The old bridge should be closed to cars, because it is unsafe.",
      "Without it the way to school is (twice) as long.",
    ]);
    expect(drawn(known.claimMap, known.relationMap.values())).toEqual([
      "Its piles supports The old",
      "The engineer disagrees-with Its piles",
      "The engineer disagrees-with The old",
      "Without it disagrees-with The old",
    ]);
    expect([...known.relationMap.values()].every(({ extractor }) => extractor === "import:kialo")).toBe(true);
  });

  it("plans no change when the same discussion comes again", async () => {
    const { known } = await mapText({ "bridge.txt": discussion });
    expect((await mapText({ "bridge.txt": discussion }, known)).changes).toEqual([]);
  });

  it("says where in the file each claim stands", async () => {
    const { known } = await mapText({ "bridge.txt": discussion });
    const places = [...known.locutionMap.values()].map(({ origin }) => ({
      file: origin?.file,
      record: origin?.record,
      words: discussion.slice(origin?.start, origin?.end),
    }));
    expect(places).toContainEqual({
      file: "bridge.txt",
      record: null,
      words: "Without it the way to school is \\(twice\\) as long.",
    });
    expect(places).toHaveLength(4);
  });

  it("says what the claims are about", async () => {
    const { known } = await mapText({ "bridge.txt": discussion });
    expect([...known.aboutMap.values()].some(({ length }) => length > 0)).toBe(true);
  });

  it("draws what stands a second time as one more relation of the claim", async () => {
    const { comments, diagnostics } = await read(
      "1. A thesis.\n1.1. Pro: -> See 1.2.\n1.2. Con: No.\n1.3. Pro: -> See 1.9.\n",
    );
    expect(comments.map(({ text }) => text)).toEqual(["A thesis.", "No."]);
    expect(diagnostics).toMatchObject([{ code: "import.reference-missing", place: "bridge.txt:4" }]);
  });

  it("reads on when a number stands twice or what is above is missing", async () => {
    const { comments, diagnostics } = await read("1. A.\n1.1. Pro: B.\n1.1. Con: C.\n1.5.1. Con: D.\n");
    expect(comments.map(({ text }) => text)).toEqual(["A.", "B.", "D."]);
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ["error", "import.record-invalid"],
      ["warning", "import.reference-missing"],
    ]);
  });

  it.each([
    ["Discussion Title: X\n\n1. A.\n", 1],
    ["\ufeffDiscussion Title: X\r\n\r\n1. A.\r\n", 1],
    ["1. A.\n1.1. Pro: B.\n1.1.1. Con: C.\n", 0.95],
    ["1. First do this.\n2. Then do that.\n", 0],
    ["A page.\n\n1. One\n2. Two\n", 0],
    ["2.1. Pro: A.\n", 0],
  ])("tells an export by its start: %j is one with %d", (head, certainty) => {
    expect(kialo.sniff(head, "x.txt")).toBe(certainty);
  });
});
