import { describe, expect, it } from "vitest";
import { keysNamed } from "../../../src/linking/corrected-groups.ts";
import { countTerms, type TermSource } from "../../../src/linking/count-terms.ts";
import { selectConcepts } from "../../../src/linking/merge-concepts.ts";
import type { ConceptCorrection, ConceptSaying } from "../../../src/model/concept-correction.ts";
import { conceptId } from "../../../src/model/id.ts";
import { normalForm } from "../../../src/text/tokens.ts";

/** Comments in which all that stands between commas is a term. */
async function* comments(): AsyncGenerator<TermSource> {
  const lists = [
    "peat bog, stone dam, dam, flood wall",
    "peat bog, mire, stone dam, levee",
    "peat bog, levee, stone wall, code base, codebase",
  ];
  for (const [index, text] of lists.entries()) {
    const terms = [...text.matchAll(/[^,]+/gu)].map(({ 0: words, index: at }) => {
      const start = at + words.length - words.trimStart().length;
      return { key: normalForm(words), span: { start, end: at + words.length } };
    });
    yield { commentId: `c${index}`, text, terms };
  }
}

const glossary = [{ prefLabel: "levee", altLabels: ["flood wall"], broader: [] }];
const about = (
  name: string,
  saying: Record<string, unknown> & Pick<ConceptSaying, "verb">,
): ConceptCorrection => ({
  conceptId: conceptId(normalForm(name)),
  saying: { name, ...saying } as ConceptSaying,
});

async function concepts(...corrections: readonly ConceptCorrection[]) {
  const stats = await countTerms(comments, new Set(["levee", "flood wall", ...keysNamed(corrections)]));
  return selectConcepts(stats, glossary, corrections);
}
const labelled = async (label: string, ...corrections: readonly ConceptCorrection[]) =>
  (await concepts(...corrections)).find(({ concept }) => concept.labels.includes(label));

describe("what people say of concepts", () => {
  it("gives a concept its name, and keeps the usual one beside it", async () => {
    const named = await labelled("peatland", about("peat bog", { verb: "rename", label: "peatland" }));
    expect(named?.concept).toMatchObject({
      ...{ id: conceptId(normalForm("peat bog")), prefLabel: "peatland", altLabels: ["peat bog"] },
    });
  });

  it("makes one of two concepts, with the labels and the mentions of both", async () => {
    const joined = about("peat bog", { verb: "join", label: "mire", id: conceptId("mire") });
    const found = await concepts(joined);
    const [one] = found.filter(({ concept }) => concept.labels.includes("mire"));
    expect(one?.concept).toMatchObject({ prefLabel: "peat bog", altLabels: ["mire"] });
    expect(one?.keys).toEqual([normalForm("mire"), normalForm("peat bog")]);
    expect(found.map(({ concept }) => concept.id)).not.toContain(conceptId("mire"));
  });

  it("counts the kinds of a concept that was joined as kinds of the other", async () => {
    const joined = about("levee", { verb: "join", label: "dam", id: conceptId("dam") });
    const found = await labelled("stone dam", joined);
    expect(found?.concept.broader).toEqual([conceptId("levee")]);
  });

  it("splits a label off, also from what the glossary says", async () => {
    const split = about("levee", { verb: "split", label: "flood wall" });
    expect((await labelled("flood wall", split))?.concept).toMatchObject({ prefLabel: "flood wall" });
    expect((await labelled("levee", split))?.concept.labels).toEqual(["levee"]);
  });

  it("drops what is none, and holds what was named however rare", async () => {
    const dropped = about("levee", { verb: "drop" });
    expect(await labelled("levee", dropped)).toBeUndefined();
    expect(await labelled("flood wall", dropped)).toBeUndefined();
  });

  it("takes words for a concept that nobody uses for it yet", async () => {
    const alias = about("peat bog", { verb: "join", label: "blanket bog", id: null });
    expect((await labelled("blanket bog", alias))?.concept.prefLabel).toBe("peat bog");
  });

  it("does not depend on who said what first, and follows concepts that were joined along", async () => {
    const said = [
      about("peat bog", { verb: "join", label: "mire", id: conceptId("mire") }),
      about("levee", { verb: "join", label: "peat bog", id: conceptId(normalForm("peat bog")) }),
      about("mire", { verb: "rename", label: "wetland" }),
      about("levee", { verb: "split", label: "flood wall" }),
    ];
    const forwards = await concepts(...said);
    expect(await concepts(...said.toReversed())).toEqual(forwards);
    const [one] = forwards.filter(({ concept }) => concept.altLabels.includes("wetland"));
    expect(one?.concept.prefLabel).toBe("levee");
    expect(one?.keys).toEqual(["levee", "mire", normalForm("peat bog")].sort());
    expect(one?.concept.altLabels).not.toContain("flood wall");
  });

  it("keeps the first of two that are one, whatever was said of the other before", async () => {
    const join = about("peat bog", { verb: "join", label: "mire", id: conceptId("mire") });
    const alias = about("peat bog", { verb: "join", label: "mire", id: null });
    const dropped = about("mire", { verb: "drop" });
    const renamed = about("mire", { verb: "rename", label: "wetland" });
    expect((await labelled("mire", dropped, alias))?.concept.prefLabel).toBe("peat bog");
    expect((await labelled("mire", renamed, join))?.concept).toMatchObject({
      ...{ prefLabel: "peat bog", altLabels: ["mire", "wetland"] },
    });
  });

  it("leaves apart what was split off a concept that is joined to another", async () => {
    const split = about("levee", { verb: "split", label: "flood wall" });
    const join = about("peat bog", { verb: "join", label: "levee", id: conceptId("levee") });
    const found = (await concepts(split, join)).filter(({ concept }) =>
      concept.labels.includes("flood wall"),
    );
    expect(found.map(({ concept }) => concept.prefLabel)).toEqual(["flood wall"]);
  });

  it("joins two that are each said to be the other once, and leaves all else as it was", async () => {
    const [a, b] = ["mire", "peat bog"];
    const circle = [
      about(a ?? "", { verb: "join", label: b, id: conceptId(normalForm(b ?? "")) }),
      about(b ?? "", { verb: "join", label: a, id: conceptId(normalForm(a ?? "")) }),
    ];
    const found = (await concepts(...circle)).filter(({ concept }) => concept.labels.includes("mire"));
    expect(found).toHaveLength(1);
    const others = (list: Awaited<ReturnType<typeof concepts>>) =>
      list.map(({ concept }) => concept.prefLabel).filter((label) => label !== a && label !== b);
    expect(others(await concepts(...circle)).sort()).toEqual(others(await concepts()).sort());
  });
});
