import { describe, expect, it } from "vitest";
import { placeComments } from "../../../src/linking/place-comments.ts";
import { placeFeed } from "../../../src/linking/place-feed.ts";
import type { FeedDraft } from "../../../src/model/draft.ts";
import { feed, source } from "../../support/drafts.ts";
import { MemoryKnown } from "../../support/memory-known.ts";

const lighthouse = "The lighthouse keeper never leaves the rock in winter, and for good reason.";
const storms = "Storms come up within the hour, so that no boat can be sure of its way back.";
const harbour = "A harbour without a pilot is a harbour that larger ships will learn to avoid.";
const pilots = "Pilots are expensive, though, and small ports cannot pay what a pilot asks for.";
const quoted = "I have always thought that the tides matter more to a port than its pilots do.";

async function map(known: MemoryKnown, id: string, dump: FeedDraft) {
  const { drafts, source: placed } = await placeFeed(dump, source(id), known);
  const { nextSeq } = await known.counts();
  const { change } = await placeComments(drafts, placed, known, nextSeq);
  known.apply(change.add("save-sources", placed).build());
  return drafts;
}

const texts = (known: MemoryKnown) => [...known.commentMap.values()].map(({ text }) => text);

describe("placing a feed without marks", () => {
  it("cuts where the importer would when nothing is stored", async () => {
    const known = new MemoryKnown();
    await map(known, "a", feed([`|${lighthouse}`, storms, `|${harbour}`]));
    expect(texts(known)).toEqual([`${lighthouse}\n\n${storms}`, harbour]);
  });

  it("counts the first comment of a page as the newest", async () => {
    const known = new MemoryKnown();
    await map(known, "a", feed([`|${lighthouse}`, `|${harbour}`]));
    expect([...known.commentMap.values()].map(({ order }) => order.index)).toEqual([1, 0]);
  });

  it("gives each comment of two overlapping dumps once, whichever comes first", async () => {
    const full = feed([`|${lighthouse}`, storms, `|>${quoted}`, harbour, pilots, "|Sure, agreed."]);
    const lossy = feed([`|${harbour}`, pilots, `|${lighthouse}`, storms], { author: null });
    for (const order of [
      [full, lossy],
      [lossy, full],
    ] as const) {
      const known = new MemoryKnown();
      for (const [index, dump] of order.entries()) await map(known, `dump${index}`, dump);
      expect(texts(known).sort()).toEqual(
        [`${lighthouse}\n\n${storms}`, `${quoted}\n\n${harbour}\n\n${pilots}`, "Sure, agreed."].sort(),
      );
      for (const comment of known.commentMap.values()) expect(comment.authorId).toBe("name:Ann");
    }
  });

  it("changes nothing when the same dump comes again", async () => {
    const known = new MemoryKnown();
    const dump = feed([`|${lighthouse}`, storms, "|Is that right?", `|${harbour}`]);
    await map(known, "a", dump);
    const before = JSON.stringify([...known.commentMap]);
    await map(known, "a", dump);
    expect(JSON.stringify([...known.commentMap])).toBe(before);
  });

  it("follows a stored comment where the importer would cut it or join it to another", async () => {
    const known = new MemoryKnown();
    await map(known, "a", feed([`|${lighthouse}`, storms, `|${harbour}`, pilots]));
    await map(known, "b", feed([`|${harbour}`, `|${pilots}`, lighthouse, storms]));
    expect(texts(known)).toEqual([`${lighthouse}\n\n${storms}`, `${harbour}\n\n${pilots}`]);
  });

  it("keeps the longer of two extractions as the text and the other as a version", async () => {
    const known = new MemoryKnown();
    await map(known, "a", feed([`|${harbour}`, pilots]));
    await map(known, "b", feed([`|${harbour}`, "-  • cranes\n  • docks", pilots]));
    const [comment] = known.commentMap.values();
    expect(comment?.text).toContain("cranes");
    expect((await known.versions([comment?.id ?? ""])).map(({ kind }) => kind)).toEqual([
      "original",
      "extraction",
    ]);
  });

  it("takes a paragraph whose words changed for an edit", async () => {
    const known = new MemoryKnown();
    await map(known, "a", feed([`|${lighthouse}`, storms]));
    const [draft] = await map(
      known,
      "b",
      feed([`|${lighthouse}`, storms.replace("the hour", "half an hour")]),
    );
    expect(draft?.difference).toBe("edit");
  });

  it("takes the author of a feed with the same biography when it names nobody", async () => {
    const known = new MemoryKnown();
    const bio = "I look after lighthouses and write about ports.";
    await map(known, "a", feed([`|${lighthouse}`], { bio }));
    const [draft] = await map(known, "b", feed([`|${harbour}`], { author: null, bio }));
    expect(draft?.author).toEqual({ id: "name:Ann", name: "Ann" });
  });
});
