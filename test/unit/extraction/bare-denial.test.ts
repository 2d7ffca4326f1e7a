import { describe, expect, it } from "vitest";
import { mapText } from "../../support/map-text.ts";

/** What a reply is to the statements of the comment that it answers, shown by default. */
async function answer(above: string, reply: string): Promise<readonly string[]> {
  const lines = [
    { id: "1", author: "ann", text: above },
    { id: "2", author: "ben", parentId: "1", text: reply },
  ].map((comment) => JSON.stringify(comment));
  const { known } = await mapText({ "thread.jsonl": lines.join("\n") });
  return [...known.relationMap.values()]
    .filter(({ confidence, to, from }) => {
      const [one, other] = [known.locutionMap.get(from), known.locutionMap.get(to)];
      return confidence >= 0.45 && one?.commentId !== other?.commentId;
    })
    .map(({ kind }) => kind);
}

describe("a reply that only denies", () => {
  it.each(["No, it is not.", "Wrong.", "Not true.", "It isn't.", "Nope, it's not."])(
    "attacks the one claim that it can mean: %s",
    async (reply) => {
      expect(await answer("Ice cream in winter is pointless.", reply)).toEqual(["disagrees-with"]);
    },
  );

  it("is not taken to attack any of several claims", async () => {
    expect(await answer("Ice cream is pointless. Soup is dull and dear.", "Not true.")).toEqual([]);
  });

  it("says again what already denies, unless it denies the truth of it", async () => {
    expect(await answer("Ice cream is not good for dogs.", "No, it is not.")).toEqual([]);
    expect(await answer("Ice cream is not good for dogs.", "Not true.")).toEqual(["disagrees-with"]);
  });
});
