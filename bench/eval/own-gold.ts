import type { Extractor } from "../../src/extraction/extractor.ts";
import { topicNames } from "./own/labels.ts";
import { figuresOf, measureOwn } from "./own/measure-own.ts";
import { printOwn } from "./own/print-own.ts";
import { printWorst } from "./own/print-worst.ts";
import { recordFigures } from "./own/recorded.ts";
import { updateOwnSection } from "./quality/write-quality.ts";

/**
 * Measures the product on the gold set of this repository and prints the figures.
 *
 * @param names - topics; none for all.
 * @param options.worst - how many of the most confident mistakes to print.
 * @param options.record - write the figures that the gate holds, and those of `docs/quality.md`; only over
 *   all topics.
 * @returns what is wrong with the wish, where nothing was measured; else null.
 */
export async function ownGold(
  names: readonly string[],
  extractor: Extractor,
  { asJson, worst, record }: { readonly asJson: boolean; readonly worst: number; readonly record: boolean },
): Promise<string | null> {
  const all = await topicNames();
  const missing = names.filter((name) => !all.includes(name));
  if (missing.length > 0) return `There is no topic "${missing.join('", "')}". There are: ${all.join(", ")}`;
  if (record && names.length > 0) return "--record takes all topics, so name none";
  if (record && extractor.id !== "rules") return "--record takes the figures of the rules";
  const measured = await measureOwn(names.length === 0 ? all : names, extractor);
  const figures = figuresOf(measured);
  if (asJson) console.log(JSON.stringify(figures, null, 1));
  else printOwn(figures);
  if (worst > 0 && !asJson) printWorst(measured, worst);
  if (record) {
    await recordFigures(figures);
    await updateOwnSection(figures);
  }
  return null;
}
