import type { ModelOptions } from "../../src/extraction/llm/model-options.ts";
import { llm } from "../../src/extraction/registry.ts";
import { jsonLines, mapText } from "./map-text.ts";
import type { MemoryKnown } from "./memory-known.ts";

/** A comment of a thread about a lake's dikes, as a line of our JSONL has it. */
export const post = (id: string, parentId: string | null, author: string, text: string) => ({
  id,
  parentId,
  threadId: "lake",
  author,
  text,
});

/** Three comments of two people, each the answer to the one before. */
export const lakeThread = jsonLines([
  post("1", null, "Ann", "Clay dikes are the cheapest. Are they safe?"),
  post("2", "1", "Bo", "Clay dikes crack in a drought. Nobody inspects them."),
  post("3", "2", "Ann", "Inspections happen every spring. The reports are public."),
]);

/** Maps a thread as `lake.jsonl` with the extractor that asks a model. */
export async function mapByModel(model: ModelOptions, text = lakeThread, known?: MemoryKnown) {
  const extractor = await llm({ glossary: [], model });
  const mapped = await mapText({ "lake.jsonl": text }, known, { extractor });
  return { ...mapped, extractor };
}

/** All that a model's labels can change in a store, in one order. */
export function labelsIn(known: MemoryKnown): string {
  const { locutionMap, relationMap, claimMap, conceptMap, stanceMap, extractedMap } = known;
  return JSON.stringify(
    [locutionMap, relationMap, claimMap, conceptMap, stanceMap, extractedMap].map((map) =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
}
