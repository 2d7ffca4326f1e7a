import { compareStrings } from "../../../src/model/id.ts";
import { sureConfidence } from "../../../src/model/relation.ts";
import { type Counts, f1Of, precisionOf, recallOf } from "../counts.ts";
import { printConfusion } from "../own/print-own.ts";
import { worstPairs } from "./judge-pairs.ts";
import type { MeasuredGold, MeasuredSet, PairScores } from "./measure-gold.ts";
import type { Scores } from "./score-graph.ts";

type Row = readonly [name: string, value: string];

/** Prints the figures of each set and of all in sum, ours beside the baseline's, and so many mistakes of each. */
export function printGold(
  { sets, sum }: MeasuredGold,
  { asJson, worst }: { readonly asJson: boolean; readonly worst: number },
): void {
  if (asJson) {
    const named = sets.map(
      ({ set, ours, baseline, pairs }) => [set.name, { ours, baseline, pairs }] as const,
    );
    console.log(JSON.stringify({ ...Object.fromEntries(named), sum }, null, 1));
    return;
  }
  for (const { set, ours, baseline, pairs } of sets)
    printTable(
      set.name,
      [...rowsOf(ours), ...(pairs === null ? [] : pairRows(pairs.ours).slice(1))],
      [...rowsOf(baseline, Object.keys(ours)), ...(pairs === null ? [] : pairRows(pairs.baseline).slice(1))],
    );
  const texts = sets.filter(({ pairs }) => pairs !== null).length;
  if (texts === 0) return;
  if (texts > 1) printTable(`relations of ${texts} texts in sum`, pairRows(sum.ours), pairRows(sum.baseline));
  printConfusion(sum.ours.confusion);
  printWorst(sets, worst);
}

function printTable(name: string, ours: readonly Row[], baseline: readonly Row[]): void {
  const first = Math.max(...ours.map(([row]) => row.length));
  const second = Math.max("ours".length, ...ours.map(([, value]) => value.length));
  console.log(`\n${name}\n  ${"".padEnd(first)}  ${"ours".padEnd(second)}  baseline`);
  for (const [index, [row, value]] of ours.entries())
    console.log(`  ${row.padEnd(first)}  ${value.padEnd(second)}  ${baseline[index]?.[1] ?? "-"}`);
}

function rowsOf(scores: Scores, names = Object.keys(scores)): readonly Row[] {
  return names.map((name) => [name, show(scores[name])]);
}

/** F1 with precision and recall where there are such, else the figures as they come. */
function show(figure: Scores[string] | undefined): string {
  if (figure === undefined) return "-";
  if (typeof figure === "number") return figure.toFixed(3);
  const { f1, p, r, tp = 0, fp = 0, fn = 0 } = figure;
  if (f1 === undefined || p === undefined || r === undefined)
    return Object.entries(figure)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ");
  return counted({ right: tp, wrong: fp, missed: fn });
}

function counted(counts: Counts): string {
  const { right, wrong, missed } = counts;
  const [f1, r] = [f1Of(counts).toFixed(3), recallOf(counts).toFixed(3)];
  const p = right + wrong === 0 ? "-    " : precisionOf(counts).toFixed(3);
  return `${f1}  p ${p} r ${r}  right ${right} wrong ${wrong} missed ${missed}`;
}

function pairRows({ pairs, interval, pairsAndKinds, trust }: PairScores): readonly Row[] {
  const [low, high] = interval.map((bound) => bound.toFixed(3));
  return [
    ["pair, any kind", counted(pairs)],
    ["pair, any kind: F1, middle 95 %", `${low} to ${high}`],
    ["pair and kind, all kinds in sum", counted(pairsAndKinds)],
    [`pair, confidence from ${sureConfidence} (shown by default)`, counted(trust.sure)],
    ...Object.entries(trust.surest).map(
      ([part, value]): Row => [`pair, surest ${part}: precision`, share(value)],
    ),
    ["calibration error, pair", share(trust.calibration.pair)],
    ["calibration error, pair and kind", share(trust.calibration.pairAndKind)],
  ];
}

const share = (value: number | null): string => (value === null ? "-" : value.toFixed(3));

/** Prints the most confident of the pairs that are wrong, or right with a wrong kind, of all texts. */
function printWorst(sets: readonly MeasuredSet[], count: number): void {
  const pairs = sets
    .flatMap(({ set, judged }) => worstPairs(judged).map((pair) => ({ ...pair, set })))
    .sort((a, b) => b.confidence - a.confidence || compareStrings(a.set.name, b.set.name))
    .slice(0, count);
  if (count > 0) console.log(`\nthe ${pairs.length} most confident mistakes`);
  for (const { set, from, to, kind, method, confidence, kinds } of pairs) {
    const fault = kinds.length === 0 ? "no relation" : kinds.join(" or ");
    console.log(`\n  ${confidence.toFixed(3)} ${set.name}: ${kind} by ${method}; labels: ${fault}`);
    for (const [end, id] of [["from", from] as const, ["to  ", to] as const])
      console.log(`    ${end} ${id} ${set.relations?.textOf(id).replaceAll(/\s+/gu, " ") ?? ""}`);
  }
}
