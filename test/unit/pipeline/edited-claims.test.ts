import { describe, expect, it } from "vitest";
import { jsonLines, mapText } from "../../support/map-text.ts";
import type { MemoryKnown } from "../../support/memory-known.ts";

const first = {
  id: "1",
  author: "Ann",
  createdAt: "2024-01-01T00:00:00Z",
  text: "The weir is unsafe in every season. Somebody should tear it down soon.",
};
const edited = {
  ...first,
  editedAt: "2024-02-01T00:00:00Z",
  text: "The weir is unsafe in the spring season. Somebody should tear it down soon. It has no gates at all.",
};

/** Maps one version of a comment after another. */
async function mapEach(...texts: readonly object[]) {
  let known: MemoryKnown | undefined;
  for (const [index, text] of texts.entries())
    ({ known } = await mapText({ [`${index}.jsonl`]: jsonLines([text]) }, known, { host: "site" }));
  if (known === undefined) throw new Error("nothing was mapped");
  return known;
}

/** The refinements by an edit, as "newer words <- older words". */
function refinements(known: MemoryKnown) {
  return [...known.relationMap.values()]
    .filter(({ method }) => method === "edited")
    .map(({ from, to }) => `${known.locutionMap.get(from)?.text} <- ${known.locutionMap.get(to)?.text}`);
}

describe("an edit", () => {
  it("joins the new wording of a claim to the old one, each in its own text and at its own time", async () => {
    const known = await mapEach(first, edited);
    expect(refinements(known)).toEqual([
      "The weir is unsafe in the spring season. <- The weir is unsafe in every season.",
    ]);
    const [relation] = [...known.relationMap.values()].filter(({ method }) => method === "edited");
    expect(relation).toMatchObject({
      kind: "refines",
      speaker: "site:Ann",
      createdAt: "2024-02-01T00:00:00.000Z",
    });
    const [from, to] = [
      known.locutionMap.get(relation?.from ?? ""),
      known.locutionMap.get(relation?.to ?? ""),
    ];
    expect(from?.version).not.toBe(to?.version);
    expect([from?.createdAt, to?.createdAt]).toEqual([
      "2024-02-01T00:00:00.000Z",
      "2024-01-01T00:00:00.000Z",
    ]);
    const old = known.versionMap.get(`site:1 ${to?.version}`);
    expect(old?.text.slice(to?.span.start, to?.span.end)).toBe(to?.text);
    expect([...known.locutionMap.values()].filter(({ version }) => version === to?.version)).toHaveLength(1);
  });

  it("is the same whether the older text came first, later or as a part of the record, and again", async () => {
    const forward = await mapEach(first, edited);
    const wanted = refinements(forward);
    expect(refinements(await mapEach(edited, first))).toEqual(wanted);
    const versions = [{ text: first.text, at: first.createdAt }];
    expect(refinements(await mapEach({ ...edited, versions }))).toEqual(wanted);
    const again = await mapText({ "1.jsonl": jsonLines([edited]) }, forward, { host: "site" });
    expect(again.changes).toEqual([]);
  });

  it("follows a claim through several edits", async () => {
    const last = {
      ...edited,
      editedAt: "2024-03-01T00:00:00Z",
      text: "The weir is unsafe in the spring season of wet years.",
    };
    expect(refinements(await mapEach(first, edited, last)).sort()).toEqual([
      "The weir is unsafe in the spring season of wet years. <- The weir is unsafe in the spring season.",
      "The weir is unsafe in the spring season. <- The weir is unsafe in every season.",
    ]);
  });

  it("of other sentences, of punctuation or of the order leaves no trace", async () => {
    const moved = {
      ...edited,
      text: "Somebody should tear it down, soon! The weir is unsafe in every season. Thanks to Bo.",
    };
    const known = await mapEach(first, moved);
    expect(refinements(known)).toEqual([]);
    expect(new Set([...known.locutionMap.values()].map(({ version }) => version)).size).toBe(1);
  });
});
