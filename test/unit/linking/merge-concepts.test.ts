import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAbbreviations } from "../../../src/linking/abbreviations.ts";
import { countTerms, type TermSource, type TermStats } from "../../../src/linking/count-terms.ts";
import {
  conceptOfKey,
  mentionsOf,
  type SelectedConcept,
  selectConcepts,
} from "../../../src/linking/merge-concepts.ts";
import { glossaryKeys } from "../../../src/linking/term-variants.ts";
import type { GlossaryEntry } from "../../../src/model/glossary.ts";
import { normalForm } from "../../../src/text/tokens.ts";

/** A comment in which the phrases in [brackets] are its terms; brackets nest and are not part of the text. */
function comment(notation: string, index: number): TermSource {
  let text = "";
  const open: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const char of notation) {
    if (char === "[") open.push(text.length);
    else if (char === "]") spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += char;
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const terms = spans.map((span) => ({ key: normalForm(text.slice(span.start, span.end)), span }));
  return { commentId: `c${index}`, text, terms };
}

async function* streamOf(comments: readonly TermSource[]): AsyncGenerator<TermSource> {
  yield* comments;
}

async function statsOf(
  notations: readonly string[],
  glossary: readonly GlossaryEntry[] = [],
): Promise<TermStats> {
  const comments = notations.map(comment);
  return countTerms(() => streamOf(comments), new Set(glossaryKeys(glossary).keys()));
}

async function conceptsOf(
  notations: readonly string[],
  glossary: readonly GlossaryEntry[] = [],
): Promise<readonly SelectedConcept[]> {
  return selectConcepts(await statsOf(notations, glossary), glossary);
}

const labels = (selected: readonly SelectedConcept[]) => selected.map(({ concept }) => concept.prefLabel);
const labelled = (selected: readonly SelectedConcept[], label: string) =>
  selected.find(({ concept }) => concept.labels.includes(label));
const entry = (prefLabel: string, altLabels: string[] = [], broader: string[] = []): GlossaryEntry => ({
  prefLabel,
  altLabels,
  broader,
});

/** The same comments with terms of one wording under the key of another, as a model's answer groups them. */
function grouped(
  comments: readonly TermSource[],
  at: number,
  keys: Readonly<Record<string, string>>,
): readonly TermSource[] {
  return comments.map((one, index) =>
    index === at
      ? { ...one, terms: one.terms.map((term) => ({ ...term, key: keys[term.key] ?? term.key })) }
      : one,
  );
}

describe("terms that an answer calls one", () => {
  const select = async (comments: readonly TermSource[]) =>
    selectConcepts(await countTerms(() => streamOf(comments), new Set()), []);

  it("are one concept in the comments, too, where the answer names one of them alone", async () => {
    const comments = ["the [big dam], or [dam]", "the [dam] again", "[Dams] and a [spillway]"].map(comment);
    const selected = await select(grouped(comments, 0, { dam: "big dam" }));
    const dams = selected.filter(({ concept }) => concept.labels.some((label) => /dam/iu.test(label)));
    expect(dams).toHaveLength(1);
    expect(dams[0]?.keys).toEqual(["big dam", "dam"]);
    expect(labels(selected)).toContain("spillway");
  });

  it("are followed over several answers, to the longest", async () => {
    const comments = ["the [oak], the [tall oak]", "the [tall oak], the [very old oak]", "the [oak]"].map(
      comment,
    );
    const first = grouped(comments, 0, { oak: "tall oak" });
    const selected = await select(grouped(first, 1, { "tall oak": "very old oak" }));
    expect(selected.map(({ keys }) => keys)).toEqual([["oak", "tall oak", "very old oak"]]);
  });
});

describe("counting terms", () => {
  it("tells occurrences inside longer terms from free ones", async () => {
    const { terms } = await statsOf(["[[reward] model] and [reward]", "[[reward] signal]"]);
    expect(terms.get("reward")).toMatchObject({ frequency: 3, free: 1, containers: 2, comments: 2 });
    expect(terms.get("reward model")).toMatchObject({ frequency: 1, free: 1, containers: 0 });
  });

  it("keeps no phrase used once in a large corpus, but what the glossary names", async () => {
    const many = Array.from({ length: 400 }, (_, i) => `the [reward] and [oddity${"x".repeat(i)}]`);
    const { terms } = await statsOf([...many, "[corrigibility]"], [entry("corrigibility")]);
    expect([...terms.keys()].sort()).toEqual(["corrigibility", "reward"]);
  });

  it("does not depend on the order of comments", async () => {
    const pool = [
      "[[reward] model]",
      "[Reward]s",
      "[planner] and [reward]",
      "[[reward] model] (RM)",
      "[planner]",
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(pool, { minLength: pool.length }), async (shuffled) => {
        expect(await conceptsOf(shuffled)).toEqual(await conceptsOf(pool));
      }),
    );
  });
});

describe("concepts", () => {
  it("take the form used most as their label, ties by code unit, and sort the others", async () => {
    const [first] = await conceptsOf(["[world model]", "[world-model] and [world-model]", "[world models]"]);
    expect(first?.concept).toMatchObject({
      prefLabel: "world-model",
      altLabels: ["world model", "world models"],
      labels: ["world-model", "world model", "world models"],
    });
    expect(labels(await conceptsOf(["[tree search]", "a [tree searches]"]))).toEqual(["tree search"]);
  });

  it("take the case from inside sentences", async () => {
    expect(labels(await conceptsOf(["[Reward models] fail.", "Yes. [Reward models] fail."]))).toEqual([
      "reward models",
    ]);
    expect(labels(await conceptsOf(["a [Bitcoin]", "the [Bitcoin]", "my [bitcoin]"]))).toEqual(["Bitcoin"]);
  });

  it("rank by strength, the strongest at 1", async () => {
    const selected = await conceptsOf([
      "[goal drift] [goal drift] [goal drift]",
      "a [planner] and a [planner]",
    ]);
    expect(labels(selected)).toEqual(["goal drift", "planner"]);
    expect(selected[0]?.concept.salience).toBe(1);
    expect(selected[1]?.concept.salience).toBeLessThan(1);
    expect(selected[1]?.concept.salience).toBeGreaterThan(0);
  });

  it("are not made of words that only stand inside one longer term", async () => {
    const selected = await conceptsOf(["[[goal] misgeneralization] and [[goal] misgeneralization]"]);
    expect(labels(selected)).toEqual(["goal misgeneralization"]);
  });

  it("rank a noun of every debate below another that occurs as often", async () => {
    const selected = await conceptsOf([
      "[test] [test] [fresco] [fresco]",
      "[test] [fresco] [money] [money] [money]",
    ]);
    expect(labels(selected).slice(0, 1)).toEqual(["fresco"]);
    expect(labels(selected)).toContain("test");
  });

  it("need a noun of every debate twice, another noun once", async () => {
    expect(labels(await conceptsOf(["a [fresco] and a [test] of [money]"]))).toEqual(["fresco"]);
  });

  it("take phrases that of joins from the second time, and a compound with of at once", async () => {
    expect(labels(await conceptsOf(["[burden of proof]", "[out-of-distribution penalty]"]))).toEqual([
      "out-of-distribution penalty",
    ]);
    expect(labels(await conceptsOf(["[burden of proof]", "[burden of proof]"]))).toEqual(["burden of proof"]);
  });

  it("prefer phrases in a single text, where most terms stand once", async () => {
    expect(labels(await conceptsOf(["[fresco] and then a [lime plaster]"]))).toEqual([
      "lime plaster",
      "fresco",
    ]);
  });

  it("join what the glossary joins, under its label, the user's entry first", async () => {
    const glossary = [
      entry("reward learning", ["RL"]),
      entry("reinforcement learning", ["RL", "reinforcement"]),
    ];
    const selected = await conceptsOf(["[RL] and [reward learning]", "[reinforcement] alone"], glossary);
    expect(labelled(selected, "RL")?.concept.prefLabel).toBe("reward learning");
    expect(labelled(selected, "RL")?.keys).toEqual(["reward learning", "rl"]);
    expect(labelled(selected, "reinforcement")?.concept.prefLabel).toBe("reinforcement learning");
  });

  it("read a glossary abbreviation inside a longer term", async () => {
    const glossary = [entry("reinforcement learning", ["RL"])];
    const selected = await conceptsOf(["[model-based RL]", "[model-based reinforcement learning]"], glossary);
    expect(selected).toHaveLength(1);
    expect(selected[0]?.concept.labels).toEqual(["model-based RL", "model-based reinforcement learning"]);
  });

  it("leave a word in lower case that only capitals make a term", async () => {
    const glossary = [entry("eliciting latent knowledge", ["ELK"])];
    expect(labels(await conceptsOf(["an [elk]", "the [elk]"], glossary))).toEqual(["elk"]);
    expect(labels(await conceptsOf(["the [ELK] task", "[ELK]"], glossary))).toEqual([
      "eliciting latent knowledge",
    ]);
  });

  it("join an abbreviation with the long form that a text explains", async () => {
    const selected = await conceptsOf(["[revealed preference theory] ([RPT]) is fine", "[RPT] is not"]);
    expect(labelled(selected, "RPT")?.concept.labels).toContain("revealed preference theory");
  });

  it("join spellings and slips, never near meanings", async () => {
    const often = Array.from({ length: 10 }, () => "the [RLHF] of [separation] and [process-based training]");
    const selected = await conceptsOf([
      ...often,
      "[RHLF], [seperation]",
      "[outcome-based training]",
      "[code base], [codebase]",
    ]);
    expect(labelled(selected, "RLHF")?.keys).toEqual(["rhlf", "rlhf"]);
    expect(labelled(selected, "separation")?.keys).toEqual(["separation", "seperation"]);
    expect(labelled(selected, "code base")?.keys).toEqual(["code base", "codebase"]);
    expect(labelled(selected, "process-based training")?.keys).toEqual(["process based training"]);
  });

  it("stand below what the glossary says or the head of their phrase", async () => {
    const glossary = [
      entry("machine learning"),
      entry("reinforcement learning", ["RL"], ["machine learning"]),
      entry("RLHF", [], ["reinforcement learning"]),
    ];
    const selected = await conceptsOf(
      [
        "[machine learning] [RLHF]",
        "[process-based training] [process-based training]",
        "[training] [training]",
      ],
      glossary,
    );
    const id = (label: string) => labelled(selected, label)?.concept.id;
    // Nobody mentions reinforcement learning, so the next term above it stands in.
    expect(labelled(selected, "RLHF")?.concept.broader).toEqual([id("machine learning")]);
    expect(labelled(selected, "process-based training")?.concept.broader).toEqual([id("training")]);
    expect(labelled(selected, "training")?.concept.broader).toEqual([]);
  });

  it("stand below what stands before of, not below what stands behind it", async () => {
    const selected = await conceptsOf([
      "[burden of [proof]] [burden of [proof]] [burden] [burden] [proof] [proof]",
    ]);
    const burden = labelled(selected, "burden")?.concept;
    expect(labelled(selected, "burden of proof")?.concept.broader).toEqual([burden?.id]);
  });

  it("never stand below themselves, whatever a glossary says", async () => {
    const glossary = [
      entry("alpha", [], ["beta"]),
      entry("beta", [], ["gamma"]),
      entry("gamma", [], ["alpha"]),
    ];
    const selected = await conceptsOf(["[alpha] [beta] [gamma]"], glossary);
    const broader = new Map(selected.map(({ concept }) => [concept.id, concept.broader]));
    for (const start of broader.keys()) {
      const seen = new Set<string>();
      const visit = (ids: readonly string[]): void => {
        for (const id of ids) {
          expect(id).not.toBe(start);
          if (seen.has(id)) continue;
          seen.add(id);
          visit(broader.get(id) ?? []);
        }
      };
      visit(broader.get(start) ?? []);
    }
  });

  it("are none where nothing was said", async () => {
    expect(await conceptsOf([])).toEqual([]);
  });
});

describe("abbreviations that a text explains", () => {
  it.each([
    ["We use a graded answer protocol (GAP).", "gap", "graded answer protocol"],
    ["GAP (graded answer protocol) is old.", "gap", "graded answer protocol"],
    ["The law of the sea (LOS) matters.", "los", "law of the sea"],
    ["large language models (LLMs)", "llm", "large language model"],
  ])("are found in %j", (text, short, long) => {
    expect(findAbbreviations(text)).toEqual([{ short, long }]);
  });

  it.each(["We met in Paris (OK).", "It works (see the NOTE).", "my dog (USA)", "the reward (which is RL)"])(
    "are not found in %j",
    (text) => {
      expect(findAbbreviations(text)).toEqual([]);
    },
  );
});

describe("mentions", () => {
  it("name concepts inside others, and of one concept the longest words only", async () => {
    const glossary = [entry("reinforcement learning", ["RL"]), entry("training", ["training runs"])];
    const notations = ["[[RL] agent]", "[RL] agent", "[[training] runs]"];
    const concepts = conceptOfKey(await conceptsOf(notations, glossary));
    const words = (index: number) => {
      const { text, terms } = comment(notations[index] ?? "", index);
      return mentionsOf(terms, concepts).map(({ span }) => text.slice(span.start, span.end));
    };
    expect(words(0)).toEqual(["RL agent", "RL"]);
    expect(words(2)).toEqual(["training runs"]);
  });

  it("leave out terms that are no concept", () => {
    const { terms } = comment("[this] and [that]", 0);
    expect(mentionsOf(terms, new Map([["that", "id"]]))).toEqual([
      { conceptId: "id", span: { start: 9, end: 13 } },
    ]);
  });
});
