import type { Scores } from "./score-graph.ts";

type Figure = Scores[string] | undefined;

/** Prints the figures of a set as a table, ours beside the baseline's. */
export function printScores(name: string, ours: Scores, baseline: Scores): void {
  console.log(`\n${name}`);
  const rows = Object.keys(ours).map((row) => [row, show(ours[row]), show(baseline[row])] as const);
  const widths = [0, 1].map((column) =>
    Math.max(column === 0 ? 0 : "ours".length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const [first = 0, second = 0] = widths;
  console.log(`  ${"".padEnd(first)}  ${"ours".padEnd(second)}  baseline`);
  for (const [row, mine, theirs] of rows)
    console.log(`  ${row.padEnd(first)}  ${mine.padEnd(second)}  ${theirs}`);
}

/** F1 with precision and recall where there are such, else the figures as they come. */
function show(figure: Figure): string {
  if (figure === undefined) return "-";
  if (typeof figure === "number") return figure.toFixed(3);
  const { f1, p, r, tp, fp, fn } = figure;
  if (f1 === undefined || p === undefined || r === undefined)
    return Object.entries(figure)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ");
  return `${f1.toFixed(3)}  p ${p.toFixed(3)} r ${r.toFixed(3)}  right ${tp} wrong ${fp} missed ${fn}`;
}
