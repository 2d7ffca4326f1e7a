import { describe, expect, it } from "vitest";
import { jsonLines, mapText } from "../../support/map-text.ts";

const post = (id: string, parentId: string | null, author: string, text: string) => ({
  id,
  threadId: "1",
  ...(parentId === null ? {} : { parentId }),
  author,
  createdAt: `2024-01-0${id}T00:00:00Z`,
  text,
});

const opening = post("1", null, "Ann", "The night trams are far too expensive for a town of this size.");

async function said(...posts: readonly ReturnType<typeof post>[]) {
  const { known } = await mapText({ "town.jsonl": jsonLines([opening, ...posts]) }, undefined, {
    host: "town",
  });
  const textOf = new Map([...known.commentMap.values()].map(({ id, text }) => [id, text]));
  const locutions = [...known.locutionMap.values()].map((locution) => {
    const { reported, commentId } = locution;
    const source = reported && textOf.get(commentId)?.slice(reported.start, reported.end);
    return { ...locution, source: source ?? null };
  });
  return { known, locutions };
}

describe("words that report somebody", () => {
  it("name their source, clause by clause", async () => {
    const { locutions } = await said(
      post(
        "2",
        "1",
        "Bo",
        "You say that the night trams are too expensive, but they are cheaper than taxis for the town.",
      ),
    );
    const own = locutions.filter(({ commentId }) => commentId === "town:2");
    expect(own.map(({ text, source }) => [text, source])).toEqual([
      ["You say that the night trams are too expensive", "You"],
      ["they are cheaper than taxis for the town.", null],
    ]);
  });

  it("leave the answer to what their writer says", async () => {
    const { known, locutions } = await said(
      post(
        "2",
        "1",
        "Bo",
        "You say that the night trams are too expensive, but that is wrong and the trams are cheap.",
      ),
    );
    const answers = [...known.relationMap.values()].filter(({ to }) =>
      locutions.some(({ id, commentId }) => id === to && commentId === "town:1"),
    );
    expect(answers).not.toEqual([]);
    for (const { from } of answers) expect(known.locutionMap.get(from)?.reported).toBeUndefined();
  });

  it("make no stance of their writer", async () => {
    const { known, locutions } = await said(
      post("2", "1", "Bo", "No, my boss thinks that the night trams are not expensive at all."),
    );
    expect(locutions.filter(({ source }) => source === "my boss")).toHaveLength(1);
    expect([...known.stanceMap.values()].filter(({ authorId }) => authorId === "town:Bo")).toEqual([]);
  });

  it("are no earlier claim of their writer that another continues", async () => {
    const { known, locutions } = await said(
      post("2", null, "Bo", "The mayor argues that the clay dikes fail in every drought."),
      post("3", null, "Bo", "I take back nothing: clay dikes fail in every drought, and always will."),
    );
    const reports = new Set(locutions.filter(({ source }) => source !== null).map(({ id }) => id));
    expect(reports.size).toBe(1);
    const continued = [...known.relationMap.values()].filter(
      ({ method }) => method === "own-claim-continued",
    );
    expect(continued.filter(({ to, from }) => reports.has(to) || reports.has(from))).toEqual([]);
  });
});
