import { describe, expect, it } from "vitest";
import { argdown } from "../../../src/importers/argdown.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";
import { mapText } from "../../support/map-text.ts";

const read = (text: string) => importAll(argdown, memoryInput(text, { name: "map.argdown" }));

/** Relations as `from kind to`, with the words of both. */
async function drawn(text: string): Promise<readonly string[]> {
  const { graph } = await read(text);
  const words = new Map(
    graph.flatMap((one) => (one.array === "locutions" ? [[one.element.id, one.element.text]] : [])),
  );
  return graph.flatMap((one) => {
    if (one.array !== "relations") return [];
    const { from, to, kind } = one.element;
    const attack = one.element.kind === "disagrees-with" ? ` ${one.element.attack}` : "";
    return [`${words.get(from)} ${kind}${attack} ${words.get(to)}`];
  });
}

const texts = async (text: string) => (await read(text)).comments.map((comment) => comment.text);

describe("argdown", () => {
  it.each([
    ["+", "b supports a"],
    ["<+", "b supports a"],
    ["+>", "a supports b"],
    ["-", "b disagrees-with rebut a"],
    ["<-", "b disagrees-with rebut a"],
    ["->", "a disagrees-with rebut b"],
  ])("reads the mark %s", async (mark, relation) => {
    expect(await drawn(`[A]: a\n  ${mark} [B]: b\n`)).toEqual([relation]);
    expect(await drawn(`a\n\t${mark} b\n`)).toEqual([relation]);
  });

  it("reads a contradiction both ways", async () => {
    expect(await drawn("[A]: a\n >< [B]: b")).toEqual([
      "b disagrees-with rebut a",
      "a disagrees-with rebut b",
    ]);
  });

  it("puts relations under what they are indented under", async () => {
    expect(await drawn("a\n  + b\n    - c\n  - d\n\n    + e\n")).toEqual([
      "b supports a",
      "c disagrees-with rebut b",
      "d disagrees-with rebut a",
      "e supports d",
    ]);
  });

  it("takes words that come after the first mention of a title, and the title where none come", async () => {
    const text = "[A]\n  - <B>\n  - [C]\n\n<B>: because of b\n\n[A]: it is a\n";
    expect(await texts(text)).toEqual(["because of b", "it is a", "C"]);
    expect([...(await drawn(text))].sort()).toEqual([
      "C disagrees-with rebut it is a",
      "because of b disagrees-with rebut it is a",
    ]);
  });

  it("supports each conclusion by the premises before it, or by those that are used", async () => {
    const steps = "<A>\n\n(1) p\n(2) q\n----\n(3) r\n(4) s\n-- rule (uses: 1,4) --\n(5) t\n";
    expect(await drawn(steps)).toEqual(["p supports r", "q supports r", "p supports t", "s supports t"]);
  });

  it("lets the conclusion speak for an argument without a description, and its step be undercut", async () => {
    expect(await drawn("[T]: t\n  + <A>\n    _ u\n    - v\n\n<A>\n\n(1) p\n----\n(2) c\n")).toEqual([
      "p supports c",
      "c supports t",
      "u disagrees-with undercut p",
      "v disagrees-with undercut p",
    ]);
  });

  it("undercuts what an argument with a description supports", async () => {
    expect(await drawn("[T]: t\n  + <A>: a\n    _ u\n")).toEqual([
      "a supports t",
      "u disagrees-with undercut a",
    ]);
  });

  it("leaves out comments, tags and data, and keeps what only looks like them", async () => {
    const text = [
      "[A]: See https://example.org // aside",
      "and C# {not: shown} #tag #(two words)",
      "",
      "/* gone",
      "*/ <B>: \\#1 and {braces} and 1 <!-- gone --> / 2",
      "",
    ].join("\n");
    expect(await texts(text)).toEqual(["See https://example.org\nand C#", "#1 and {braces} and 1  / 2"]);
  });

  it("keeps one statement that stands twice one claim, and two wordings of a title two locutions", async () => {
    const { comments, graph } = await read("same\n\nsame\n\n[A]: one\n\n[A]: two\n");
    expect(comments.map(({ id }) => id).at(-1)).toMatch(/^site:\[A\]\/[0-9a-f]{16}$/u);
    const claims = graph.flatMap((one) => (one.array === "claims" ? [one.element.text] : []));
    expect(claims).toEqual(["same", "one"]);
    expect(graph.filter(({ array }) => array === "locutions")).toHaveLength(3);
  });

  it("says which mark bears on nothing", async () => {
    const { diagnostics } = await read("# Title\n\n  + [A]: a\n");
    expect(diagnostics).toMatchObject([{ severity: "warning", place: "map.argdown:3" }]);
  });

  it("keeps the stated relations through the whole pipeline, with their places in the file", async () => {
    const text = "[A]: The dam is *safe*, says the owner.\n  - [B]: It leaks, so I disagree with that.\n";
    const { known } = await mapText({ "map.argdown": text });
    expect([...known.relationMap.values()]).toMatchObject([
      { kind: "disagrees-with", extractor: "import:argdown" },
    ]);
    const places = [...known.locutionMap.values()].map(({ origin }) =>
      text.slice(origin?.start, origin?.end),
    );
    expect(places.sort()).toEqual([
      "It leaks, so I disagree with that.",
      "The dam is *safe*, says the owner.",
    ]);
  });

  it.each([
    ["[A]: a\n  - <B>: b\n", 0.95],
    ["<A>\n\n(1) [P]: p\n(2) q\n----\n(3) r\n", 0.92],
    ["# Notes\n\n- one\n- two\n  - three\n", 0],
    ["See [this][1].\n\n  - [x](y)\n\n[1]: https://example.org\n", 0],
    ["Ann wrote:\n> a\n\n-- \nBo\n", 0],
    ["<p>It is:</p>\n<ul>\n  <li>so</li>\n</ul>\n", 0],
  ])("tells a map by its start: %j is one with %d", (head, certainty) => {
    expect(argdown.sniff(head, "x")).toBe(certainty);
  });
});
