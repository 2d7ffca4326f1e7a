import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labelledSets } from "../../../bench/eval/gold/labelled-sets.ts";
import { measureRecorded } from "../../../bench/eval/recorded/measure-recorded.ts";
import { type Replayed, replay } from "../../../bench/eval/recorded/replay.ts";
import { sharedSkip } from "../../support/shared.ts";

const example = fileURLToPath(new URL("../../../examples/debate.jsonl", import.meta.url));

describe("the recorded answers for the example", { timeout: 180_000 }, () => {
  let folder = "";
  let replayed: Replayed | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-replay-"));
    replayed = await replay("example", [example], folder);
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("answer each request that the example makes", () => {
    expect(replayed).toMatchObject({ answers: 32, unanswered: 0 });
  });

  it("give relations of every kind, whose ends slice back to the words", () => {
    const { relations = [], locutions = [], comments = [] } = replayed?.graph ?? {};
    expect(new Set(relations.map(({ kind }) => kind)).size).toBe(4);
    const texts = new Map(comments.map(({ id, text }) => [id, text]));
    for (const { commentId, span, text } of locutions)
      expect(texts.get(commentId)?.slice(span.start, span.end)).toBe(text);
    const said = new Set(locutions.map(({ id }) => id));
    for (const { from, to } of relations) expect([said.has(from), said.has(to)]).toEqual([true, true]);
  });
});

describe.skipIf(sharedSkip !== null)(
  `the recorded answers for the labelled texts${sharedSkip === null ? "" : ` (${sharedSkip})`}`,
  { timeout: 400_000 },
  () => {
    it("reach what they reached", async () => {
      const sets = (await labelledSets()) ?? [];
      const measured = await measureRecorded(sets);
      const f1 = (name: string, figure: string): number => {
        const value = measured.find((one) => one.name === name)?.scores[figure];
        return typeof value === "object" ? (value.f1 ?? 0) : 0;
      };
      expect(measured.map(({ unanswered }) => unanswered)).toEqual(measured.map(() => 0));
      expect(f1("000", "claims")).toBeGreaterThanOrEqual(0.92);
      expect(f1("000", "quotes")).toBeGreaterThanOrEqual(0.95);
      expect(f1("000", "comments")).toBeGreaterThanOrEqual(0.9);
      expect(f1("000", "relations, pair, any kind")).toBeGreaterThanOrEqual(0.59);
      expect(f1("4f-77", "pair, any kind")).toBeGreaterThanOrEqual(0.8);
      expect(f1("db-125", "pair, any kind")).toBeGreaterThanOrEqual(0.72);
      expect(f1("evolution", "evolution")).toBeGreaterThanOrEqual(0.53);
    });
  },
);
