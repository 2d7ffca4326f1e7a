import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MeasuredExtractor, measuredExtractor } from "../../../bench/eval/corpora/extractor-readers.ts";
import {
  measureCorpus,
  type Task,
  taskNames,
  withoutMistakes,
} from "../../../bench/eval/corpora/measure-corpus.ts";

const parent = "The ferry should run at night. It would bring guests to the island.";
const items: Readonly<Record<Task, readonly object[]>> = {
  stance: [
    { text: "No, it should not. The crew sleeps then.", parent, label: "disagree", source: "debagreement/x" },
    { text: "Exactly. My hotel would gain by it.", parent, label: "agree", source: "debagreement/x" },
    { text: "I disagree with all of it.", parent, label: "disagree", source: "iac/4forums", group: "t" },
  ],
  claims: [
    { text: "I think the ferry should run at night because it is safe.", label: "claim", source: "a" },
    { text: "Thank you!", label: "non_claim", source: "a" },
  ],
  units: [
    { text: parent, label: [[0, 30, "claim"]], source: "a", group: "t" },
    { text: "Thanks. Ferries are slow.", label: [[8, 25, "premise"]], source: "a", group: "u" },
  ],
  relations: [
    {
      text: "But the crew has to sleep.",
      parent: "The ferry should run at night.",
      label: "attack",
      source: "a",
    },
    { text: "The library is closed.", parent: "The ferry should run at night.", label: "none", source: "b" },
  ],
  quotes: [
    {
      text: "It would bring guests to the island.\n\nWhich guests, in January?",
      parent,
      label: [[0, 36, "quote"]],
      source: "a",
      group: "t",
    },
  ],
  concepts: [
    {
      text: "A night ferry brings guests. The night ferry is slow, and a night ferry needs a second crew.",
      label: ["Night-ferries"],
      source: "a",
    },
  ],
  "same-claim": ["1", "2", "3", "4"].flatMap((id) => [
    {
      id: `a${id}~k1`,
      text: `Guests like ferries ${id}`,
      parent: "Ferries please guests",
      label: "match",
      source: "a",
      group: "g",
    },
    {
      id: `a${id}~k2`,
      text: `Guests like ferries ${id}`,
      parent: "Roads are noisy",
      label: "no_match",
      source: "a",
      group: "g",
    },
  ]),
};

let folder = "";
let measured: MeasuredExtractor | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-corpus-"));
  measured = await measuredExtractor("rules");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function measure(task: Task, lines: readonly object[], limit = Number.POSITIVE_INFINITY) {
  if (measured === null) throw new Error("there are no rules");
  const file = join(folder, `${task}.jsonl`);
  const numbered = lines.map((line, index) => ({ id: `i${index}`, ...line }));
  await writeFile(file, numbered.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return measureCorpus(task, file, measured, limit);
}

async function figuresOf(task: Task) {
  const { sections } = await measure(task, items[task]);
  return sections.map(({ name, figures }) => [
    name,
    Object.fromEntries(figures.map((figure) => [figure.name, figure.value])),
  ]);
}

describe("a labelled file", () => {
  it("is measured for every task, on the file's own terms", async () => {
    for (const task of taskNames) {
      const report = await measure(task, items[task]);
      expect(report).toMatchObject({ task, file: `${task}.jsonl`, extractor: "rules" });
      expect(report.sections.length).toBeGreaterThan(0);
      for (const { figures } of report.sections)
        for (const { value } of figures) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
    }
  });

  it("of replies is parted by its source, with the classes that the source has", async () => {
    expect(await figuresOf("stance")).toMatchObject([
      ["debagreement", { accuracy: 1 }],
      ["iac/4forums", { accuracy: 1, "F1 of agree": 0 }],
    ]);
  });

  it("gives what the product finds in it", async () => {
    expect(await figuresOf("claims")).toMatchObject([
      ["statements", { accuracy: 1 }],
      ["standpoints", {}],
    ]);
    expect(await figuresOf("units")).toMatchObject([
      ["threads", { "exact, recall": 1, "exact, precision": 2 / 3 }],
    ]);
    expect(await figuresOf("quotes")).toMatchObject([
      ["posts with their parents", { "spans, equal, F1": 1 }],
    ]);
    expect(await figuresOf("same-claim")).toMatchObject([["arguments and key points", { "mAP strict": 1 }]]);
    const [[, concepts] = []] = await figuresOf("concepts");
    expect(concepts).toMatchObject({ "first 5, recall": 1 });
  });

  it("is read so far as asked", async () => {
    const { sections } = await measure("claims", items.claims, 1);
    expect(sections[0]?.items).toBe(1);
  });

  it("is refused with the line that is of another shape", async () => {
    const wrong = [...items.claims, { text: "Ferries are slow.", label: "perhaps", source: "a" }];
    await expect(measure("claims", wrong)).rejects.toThrow("claims.jsonl:3 is no item of this task");
  });

  it("leaves none of its texts in the figures for programs", async () => {
    const report = await measure("relations", items.relations);
    expect(report.sections.some(({ mistakes }) => mistakes.length > 0)).toBe(false);
    const wrong = await measure("claims", [
      { text: "I think Ferries should stop because they are not safe.", label: "non_claim", source: "a" },
    ]);
    expect(wrong.sections[0]?.mistakes).toHaveLength(1);
    expect(JSON.stringify(withoutMistakes(wrong))).not.toContain("Ferries");
  });
});

describe("an extractor that is not there", () => {
  it("is no extractor", async () => {
    expect(await measuredExtractor("guesses")).toBeNull();
  });
});
