import { compareStrings } from "../../../src/model/id.ts";
import type { DrawnRelation } from "./draw-topic.ts";
import type { MeasuredTopic } from "./measure-own.ts";
import { agreedKind, type MergedRelation } from "./merge-labels.ts";
import { kindCounts } from "./outcomes.ts";

interface Mistake {
  readonly measured: MeasuredTopic;
  readonly drawn: DrawnRelation;
  readonly labels: MergedRelation | null;
}

/**
 * Prints the most confident mistakes with their sentences: relations that neither reader drew, and such with
 * another kind. Below each stands what both readers drew from the same sentence.
 */
export function printWorst(all: readonly MeasuredTopic[], count: number): void {
  const mistakes = all
    .flatMap((measured) =>
      measured.ours.pairs.flatMap((pair): readonly Mistake[] =>
        pair.drawn === null || kindCounts(pair).wrong === 0
          ? []
          : [{ measured, drawn: pair.drawn, labels: pair.labels }],
      ),
    )
    .sort(
      (a, b) =>
        b.drawn.confidence - a.drawn.confidence ||
        compareStrings(a.measured.topic.name, b.measured.topic.name) ||
        compareStrings(a.drawn.from, b.drawn.from) ||
        compareStrings(a.drawn.to, b.drawn.to),
    )
    .slice(0, count);
  console.log(`\nthe ${mistakes.length} most confident mistakes`);
  for (const mistake of mistakes) printMistake(mistake);
}

function printMistake({ measured: { topic, labels: merged }, drawn, labels }: Mistake): void {
  const sentences = topic.posts.flatMap((post) => post.sentences);
  const text = (id: string): string => sentences.find((sentence) => sentence.id === id)?.text ?? "";
  const fault = labels === null ? "no relation" : (agreedKind(labels) ?? labels.kinds.join(" or "));
  console.log(
    `\n  ${drawn.confidence.toFixed(3)} ${topic.name}: ${drawn.kind} by ${drawn.method}; labels: ${fault}`,
  );
  console.log(`    from ${drawn.from} ${text(drawn.from)}`);
  console.log(`    to   ${drawn.to} ${text(drawn.to)}`);
  for (const other of merged.relations.values()) {
    const kind = agreedKind(other);
    if (other.from === drawn.from && other.to !== drawn.to && kind !== null)
      console.log(`    both ${kind} ${other.to} ${text(other.to)}`);
  }
}
