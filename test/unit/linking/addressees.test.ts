import { describe, expect, it } from "vitest";
import type { IdentifiedDraft } from "../../../src/linking/drafted-comment.ts";
import { placeComments } from "../../../src/linking/place-comments.ts";
import { draft, source } from "../../support/drafts.ts";
import { MemoryKnown } from "../../support/memory-known.ts";

const site = source("site");

/** Places drafts in batches of a size, as an import does, and says which comment each answers. */
async function parents(drafts: readonly IdentifiedDraft[], size = drafts.length, known = new MemoryKnown()) {
  for (let at = 0; at < drafts.length; at += size) {
    const { nextSeq } = await known.counts();
    const { change } = await placeComments(drafts.slice(at, at + size), site, known, nextSeq);
    known.apply(change.build());
  }
  return Object.fromEntries(drafts.map(({ id }) => [id, known.commentMap.get(id)?.parentId ?? null]));
}

const said = (id: string, name: string, addressee: string | null, changes: Partial<IdentifiedDraft> = {}) =>
  draft(id, `Comment ${id} on the weir.`, {
    threadId: "site:t",
    author: { id: `site:${name}`, name },
    addressee,
    createdAt: null,
    ...changes,
  });

describe("whom a comment names as answered", () => {
  it("is answered in the latest comment before, by a name that begins so once spaces are gone", async () => {
    const drafts = [
      said("1", "Mary Lou", null),
      said("2", "Mary Lou", null),
      said("3", "Bo", "maryl"),
      said("4", "Mary Lou", "Bo"),
      said("5", "Cy", "MARYLOU"),
    ];
    expect(await parents(drafts)).toEqual({ 1: null, 2: null, 3: "2", 4: "3", 5: "4" });
  });

  it("is the same person's comment however the input is cut, and once more when it is read again", async () => {
    const drafts = Array.from({ length: 9 }, (_, index) =>
      said(String(index), ["Ann", "Bo", "Cy"][index % 3] ?? "", ["Bo", "Cy", "Ann"][index % 3] ?? ""),
    );
    const whole = await parents(drafts);
    expect(whole).toMatchObject({ 1: null, 2: "0", 3: "1", 8: "6" });
    for (const size of [1, 2, 4]) expect(await parents(drafts, size)).toEqual(whole);

    const known = new MemoryKnown();
    await parents(drafts, 3, known);
    const again = await placeComments(drafts, site, known, (await known.counts()).nextSeq);
    expect(again.change.build().writes).toEqual([]);
  });

  it("answers nobody in another thread, nobody later, not oneself, and nobody who is not there", async () => {
    const drafts = [
      said("1", "Ann", null, { threadId: "site:other" }),
      said("2", "Ann", "Ann", { createdAt: "2025-03-01T00:00:00.000Z" }),
      said("3", "Bo", "ann", { createdAt: "2025-02-01T00:00:00.000Z" }),
      said("4", "Bo", "zoe"),
    ];
    expect(await parents(drafts)).toEqual({ 1: null, 2: null, 3: null, 4: null });
  });

  it("stands under the post that the format names", async () => {
    const post = { author: { id: "site:Zoe", name: "Zoe" } };
    const drafts = [
      said("p", "Zoe", null, post),
      said("q", "Zoe", null, post),
      said("1", "Ann", null, { parentId: "p" }),
      said("2", "Ann", null, { parentId: "q" }),
      said("3", "Bo", "ann", { parentId: "p" }),
      said("4", "Ann", "bo", { parentId: "p" }),
      said("5", "Cy", "bo", { parentId: "q" }),
    ];
    const whole = await parents(drafts);
    expect(whole).toEqual({ p: null, q: null, 1: "p", 2: "q", 3: "1", 4: "3", 5: "q" });
    expect(await parents(drafts, 1)).toEqual(whole);
  });
});
