import { describe, expect, it } from "vitest";
import type { Extractor } from "../../../src/extraction/extractor.ts";
import { nothingFound, type ProposedRelation } from "../../../src/model/extraction.ts";
import type { Place } from "../../../src/model/span.ts";
import { jsonLines, mapText } from "../../support/map-text.ts";

const ann = { id: "1", threadId: "1", author: "Ann", text: "The pier is rotten. So the ferry should stop." };
const ben = { id: "2", threadId: "1", parentId: "1", author: "Ben", text: "It does not follow at all." };

/** Draws Ann's step from her first to her second sentence, and Ben's attack on one of the two. */
function stepsAndAttack(attacked: 0 | 1, attack: "undercut" | "rebut", hasStep = true): Extractor {
  return {
    id: "steps",
    version: "1",
    extract: async (comment, { ancestors }) => {
      const statements = comment.segments.map(({ span }) => ({ span, leadIn: null, quoteId: null }));
      const places = (of: typeof comment): readonly Place[] =>
        of.segments.map(({ span }) => ({ commentId: of.id, version: of.version, span }));
      const [first, second] = places(comment);
      const target = ancestors[0] === undefined ? undefined : places(ancestors[0])[attacked];
      const shared = { confidence: 0.8, method: "told", evidence: [] };
      const relations: ProposedRelation[] = [];
      if (first && second && hasStep)
        relations.push({ ...shared, kind: "supports", attack: null, from: first, to: second });
      if (first && target)
        relations.push({ ...shared, kind: "disagrees-with", attack, from: first, to: target });
      return { ...nothingFound, language: "en", statements, relations };
    },
  };
}

async function drawn(extractor: Extractor, ...runs: readonly (readonly object[])[]) {
  let known: Awaited<ReturnType<typeof mapText>>["known"] | undefined;
  for (const posts of runs)
    ({ known } = await mapText({ "ferry.jsonl": jsonLines(posts) }, known, { extractor, host: "ferry" }));
  const relations = [...(known?.relationMap.values() ?? [])];
  const step = relations.find(({ kind }) => kind === "supports");
  const attack = relations.find((one) => one.kind === "disagrees-with");
  return { step: step?.id, undercuts: attack?.kind === "disagrees-with" ? attack.undercuts : undefined };
}

describe("an undercut", () => {
  it("names the step that it attacks where it ends on the premise", async () => {
    const { step, undercuts } = await drawn(stepsAndAttack(0, "undercut"), [ann, ben]);
    expect(step).toBeDefined();
    expect(undercuts).toBe(step);
  });

  it("names a step that an earlier run stored", async () => {
    const { step, undercuts } = await drawn(stepsAndAttack(0, "undercut"), [ann], [ann, ben]);
    expect(undercuts).toBe(step);
  });

  it("names none where it ends on the conclusion, or where no step was drawn", async () => {
    expect((await drawn(stepsAndAttack(1, "undercut"), [ann, ben])).undercuts).toBeNull();
    expect((await drawn(stepsAndAttack(0, "undercut", false), [ann, ben])).undercuts).toBeNull();
  });

  it("is told from a rebuttal of the premise, which names none", async () => {
    expect((await drawn(stepsAndAttack(0, "rebut"), [ann, ben])).undercuts).toBeNull();
  });
});
