import { relationKinds, sureConfidence } from "../../../src/model/relation.ts";
import type { Agreement } from "./agreement.ts";
import type { OwnFigures } from "./measure-own.ts";
import type { Confusion, Figure, OwnScores } from "./scores.ts";

/**
 * Prints the agreement of the readers, the figures of each topic, and those of all in sum with the confusion
 * and the rules.
 */
export function printOwn({ agreement, topics, sum }: OwnFigures): void {
  printAgreement(agreement);
  const all = Object.entries(topics);
  for (const [name, { ours, baseline }] of all) printScores(name, ours, baseline);
  if (all.length > 1) printScores(`${all.length} topics in sum`, sum.ours, sum.baseline);
  printConfusion(sum.ours.confusion);
  printMethods(sum.ours.methods);
}

function printAgreement({ claims, pairs, pairsAndKinds, kinds, concepts }: Agreement): void {
  console.log("agreement of the two labellings, F1");
  const rows = { claims, "relation pairs": pairs, "pairs and kinds": pairsAndKinds, ...kinds, concepts };
  for (const [row, value] of Object.entries(rows)) console.log(`  ${row.padEnd(16)} ${share(value)}`);
}

function printScores(name: string, ours: OwnScores, baseline: OwnScores): void {
  const rows = rowsOf(ours);
  const plain = rowsOf(baseline);
  const first = Math.max(...rows.map(([row]) => row.length));
  const second = Math.max(...rows.map(([, value]) => value.length));
  console.log(`\n${name}\n  ${"".padEnd(first)}  ${"ours".padEnd(second)}  baseline`);
  for (const [index, [row, value]] of rows.entries())
    console.log(`  ${row.padEnd(first)}  ${value.padEnd(second)}  ${plain[index]?.[1] ?? ""}`);
}

type Row = readonly [name: string, value: string];

function rowsOf(scores: OwnScores): readonly Row[] {
  const { surest, calibration, concepts } = scores;
  return [
    ["claims", show(scores.claims)],
    ["relations, pair", show(scores.pairs)],
    ["wrong pairs, right the other way", String(scores.reversed)],
    ["relations, pair and kind", show(scores.pairsAndKinds)],
    ...relationKinds.map((kind): Row => [kind, show(scores.kinds[kind])]),
    ["pairs of posts, two people", show(scores.postPairs)],
    [`pair, from ${sureConfidence} (shown by default)`, show(scores.sure)],
    ...Object.entries(surest).map(([part, value]): Row => [`pair, surest ${part}`, share(value)]),
    ["calibration error, pair", share(calibration.pair)],
    ["calibration error, pair and kind", share(calibration.pairAndKind)],
    ["concepts, among the first", `p ${share(concepts.precision)} of ${concepts.first}`],
    ["concepts, found", `r ${share(concepts.recall)} of ${concepts.agreed}`],
  ];
}

function show({ f1, p, r, right, wrong, missed, interval }: Figure): string {
  if (right + wrong + missed === 0) return "-";
  const [low, high] = interval;
  const precision = right + wrong === 0 ? "-    " : p.toFixed(3);
  const range = `(${low.toFixed(3)} to ${high.toFixed(3)})`;
  return `${f1.toFixed(3)} ${range} p ${precision} r ${r.toFixed(3)}  ${right}/${wrong}/${missed}`;
}

function share(value: number | null): string {
  return value === null ? "-" : value.toFixed(3);
}

/** One row for each kind of the labels, one column for each kind that was drawn. */
export function printConfusion(confusion: Confusion): void {
  const columns = [...relationKinds, "none"] as const;
  console.log("\nkinds of the labels (down) and what is drawn (across)");
  console.log(`  ${"".padEnd(14)}  ${columns.map((column) => column.padStart(14)).join("")}`);
  for (const [row, cells] of Object.entries(confusion))
    console.log(
      `  ${row.padEnd(14)}  ${columns.map((column) => String(cells[column]).padStart(14)).join("")}`,
    );
}

function printMethods(methods: OwnScores["methods"]): void {
  console.log("\nwhat each rule draws: pairs, right pairs, right pairs with the right kind");
  const width = Math.max(0, ...Object.keys(methods).map((name) => name.length));
  for (const [name, { drawn, rightPairs, rightKinds }] of Object.entries(methods))
    console.log(`  ${name.padEnd(width)}  ${[drawn, rightPairs, rightKinds].join(" / ")}`);
}
