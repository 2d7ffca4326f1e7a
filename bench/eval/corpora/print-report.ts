import type { ConfusionTable, Coverage, Mistake, Report, ReportedFigure, Section } from "./report.ts";

/** Prints the figures of each part of a corpus, and so many mistakes of each. */
export function printReport({ task, file, extractor, sections }: Report, worst: number): void {
  for (const section of sections) {
    console.log(`\n${task}, ${section.name} of ${file}, ${countOf(section)}, extractor ${extractor}`);
    printFigures(section);
    for (const line of coverageLines(section.coverage)) console.log(`  ${line}`);
    if (section.calibration !== null) console.log(`  calibration error  ${section.calibration.toFixed(3)}`);
    if (section.confusion !== null) printConfusion(section.confusion);
    printMistakes(section.mistakes.slice(0, worst));
  }
}

const countOf = ({ items, groups }: Section): string =>
  groups === items ? `${items} items` : `${items} items in ${groups} groups`;

function printFigures({ figures, baseline }: Section): void {
  const rows = figures.map((figure) => [figure.name, withInterval(figure), plain(figure.baseline)] as const);
  const widths = [0, 1].map((column) => Math.max(4, ...rows.map((row) => row[column]?.length ?? 0)));
  const [first = 0, second = 0] = widths;
  console.log(`  ${"".padEnd(first)}  ${"ours".padEnd(second)}  baseline: ${baseline}`);
  for (const [name, ours, theirs] of rows)
    console.log(`  ${name.padEnd(first)}  ${ours.padEnd(second)}  ${theirs}`);
}

function withInterval({ value, interval }: ReportedFigure): string {
  if (interval === null) return value.toFixed(3);
  return `${value.toFixed(3)} (${interval[0].toFixed(3)} to ${interval[1].toFixed(3)})`;
}

const plain = (value: number | null): string => (value === null ? "-" : value.toFixed(3));

/** One line for each class: "precision of against at the surest 2 / 10 / 28 %  0.82 / 0.70 / 0.62". */
function coverageLines(coverage: readonly Coverage[]): readonly string[] {
  return [...new Set(coverage.map(({ name }) => name))].map((name) => {
    const some = coverage.filter((one) => one.name === name);
    const shares = some.map(({ share }) => Math.round(share * 100)).join(" / ");
    return `precision of ${name} at the surest ${shares} %  ${some.map(({ precision }) => plain(precision)).join(" / ")}`;
  });
}

function printConfusion({ columns, rows }: ConfusionTable): void {
  const width = 2 + Math.max(6, ...columns.map((column) => column.length));
  const first = Math.max(...rows.map(({ label }) => label.length));
  console.log("  labels (down) and what is said (across)");
  console.log(`  ${"".padEnd(first)}${columns.map((column) => column.padStart(width)).join("")}`);
  for (const { label, counts } of rows)
    console.log(`  ${label.padEnd(first)}${counts.map((count) => String(count).padStart(width)).join("")}`);
}

/** The most of a text that is printed, from its start. */
const longestLine = 400;

function printMistakes(mistakes: readonly Mistake[]): void {
  if (mistakes.length > 0) console.log(`\n  the first ${mistakes.length} mistakes`);
  for (const { id, confidence, said, label, lines } of mistakes) {
    console.log(
      `\n  ${confidence === null ? "" : `${confidence.toFixed(3)} `}${id}: ${said}; label: ${label}`,
    );
    for (const line of lines) console.log(`    ${short(line)}`);
  }
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > longestLine ? `${line.slice(0, longestLine)} …` : line;
}
