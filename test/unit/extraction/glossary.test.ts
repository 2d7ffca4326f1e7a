import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../src/errors.ts";
import { noTerms, parseGlossary, shippedGlossary } from "../../../src/extraction/rules/glossary.ts";
import { parseGlossaryLines } from "../../../src/extraction/rules/glossary-lines.ts";
import { glossaryTable } from "../../../src/extraction/rules/glossary-table.ts";
import { buildGlossaryMatcher } from "../../../src/extraction/rules/terms/glossary-matcher.ts";
import { GlossaryEntry } from "../../../src/model/glossary.ts";
import { normalForm } from "../../../src/text/tokens.ts";

describe("the shipped glossary", () => {
  it("gives long forms for abbreviations that people do not explain", () => {
    const entry = (label: string) =>
      shippedGlossary.find(({ prefLabel, altLabels }) => [prefLabel, ...altLabels].includes(label));
    expect(entry("RL")).toMatchObject({ prefLabel: "reinforcement learning", broader: ["machine learning"] });
    expect(entry("RLHF")?.broader).toEqual(["reinforcement learning"]);
    for (const label of ["SSL", "LLM", "AGI", "SGD", "PPO", "TAI", "SFT"]) expect(entry(label)).toBeDefined();
  });

  it("holds valid entries, names each label once and only broader terms that it has", () => {
    const labels = shippedGlossary.flatMap(({ prefLabel, altLabels }) => [
      ...new Set([prefLabel, ...altLabels].map(normalForm)),
    ]);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    const names = new Set(shippedGlossary.map(({ prefLabel }) => prefLabel));
    for (const entry of shippedGlossary) {
      expect(GlossaryEntry.parse(entry)).toEqual(entry);
      for (const broader of entry.broader) expect(names).toContain(broader);
    }
  });

  it("knows no chat abbreviation", () => {
    const shipped = new Set(shippedGlossary.flatMap(({ altLabels }) => altLabels.map(normalForm)));
    for (const word of ["imo", "fwiw", "iiuc", "op"]) {
      expect(noTerms).toContain(word);
      expect(shipped).not.toContain(word);
    }
  });
});

describe("a user's glossary", () => {
  it("is a JSON list of entries with optional fields", () => {
    expect(parseGlossary('\ufeff[{ "prefLabel": "church", "altLabels": ["Church"] }]', "terms.json")).toEqual(
      [{ prefLabel: "church", altLabels: ["Church"], broader: [] }],
    );
  });

  it.each(["{", '{ "prefLabel": "x" }', '[{ "label": "x" }]', '[{ "prefLabel": "" }]'])(
    "is refused as %j, with its place and what to write",
    (text) => {
      const error = thrownBy(() => parseGlossary(text, "terms.json"));
      expect(error).toMatchObject({ code: "extraction.glossary-invalid" });
      expect(error.message).toMatch(/^terms\.json: /);
      expect(error.hint).toContain("prefLabel");
    },
  );
});

describe("a glossary of one term a line", () => {
  it("names the label to show, other forms behind =, broader terms behind <", () => {
    const text = [
      "\ufeff# forests",
      "old-growth forest = primary forest = virgin forest < forest",
      "",
      "  windthrow<disturbance , storm damage\r",
    ].join("\n");
    expect(parseGlossary(text, "forests.txt")).toEqual([
      { prefLabel: "old-growth forest", altLabels: ["primary forest", "virgin forest"], broader: ["forest"] },
      { prefLabel: "windthrow", altLabels: [], broader: ["disturbance", "storm damage"] },
    ]);
  });

  it("is refused with each line that is no entry", () => {
    const text = "forest\n= tree\noak = < tree\nelm < tree < forest\n--- = ash";
    const error = thrownBy(() => parseGlossary(text, "forests.txt"));
    expect(error).toMatchObject({ code: "extraction.glossary-invalid" });
    expect(error.message.split("; ").filter((one) => one.startsWith("forests.txt:"))).toEqual([
      "forests.txt:2: a term is missing",
      "forests.txt:3: a term is missing",
      'forests.txt:4: there is more than one "<"',
      'forests.txt:5: "---" is no term',
    ]);
    expect(error.hint).toContain("one term a line");
  });

  it("names five lines at most", () => {
    const error = thrownBy(() => parseGlossary("<\n".repeat(9), "forests.txt"));
    expect(error.message).toContain("forests.txt:5: ");
    expect(error.message).not.toContain("forests.txt:6: ");
    expect(error.message).toContain("and 4 more");
  });

  it("is what the shipped table and the example are", async () => {
    expect(parseGlossaryLines(glossaryTable).problems).toEqual([]);
    const example = new URL("../../../examples/statistics.glossary", import.meta.url);
    const entries = parseGlossary(await readFile(example, "utf8"), "statistics.glossary");
    expect(entries.map(({ prefLabel }) => prefLabel)).toContain("p-hacking");
  });
});

describe("meeting glossary terms", () => {
  const match = buildGlossaryMatcher([
    { prefLabel: "reinforcement learning", altLabels: ["RL"], broader: [] },
    { prefLabel: "eliciting latent knowledge", altLabels: ["ELK"], broader: [] },
    { prefLabel: "process-based training", altLabels: [], broader: [] },
  ]);
  const found = (text: string) =>
    match(text, { start: 0, end: text.length }).map(({ span }) => text.slice(span.start, span.end));

  it("minds neither case nor plural nor hyphens", () => {
    expect(found("Reinforcement Learning, process based training")).toEqual([
      "Reinforcement Learning",
      "process based training",
    ]);
    expect(found("RL-safety and the RL’s planner")).toEqual(["RL", "RL"]);
  });

  it("takes a word that only capitals make a term in capitals alone", () => {
    expect(found("ELK is hard; an elk is not; rl is")).toEqual(["ELK", "rl"]);
  });

  it("does not join words across a sentence or look into addresses", () => {
    expect(found("We want reinforcement. Learning is fun: https://x.example/RL")).toEqual([]);
  });
});

function thrownBy(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
