/** A section of the page: a heading, prose that is the same on every run, and what was measured. */
export interface PageSection {
  readonly title: string;
  readonly prose: string;
  readonly body: string;
}

/** A share with three decimals, rounded as the recorded figures are; a dash where there is none. */
export function share(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : Number(value.toFixed(4)).toFixed(3);
}

/** A share with the middle 95 % of samples behind it: `0.899 (0.878 to 0.920)`. */
export function shareWithInterval(
  value: number,
  interval: readonly [low: number, high: number] | null,
): string {
  if (interval === null) return share(value);
  return `${share(value)} (${share(interval[0])} to ${share(interval[1])})`;
}

/** A table of cells in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A command as a reader would type it. */
export function command(words: string): string {
  return `\`\`\`sh\n${words}\n\`\`\``;
}
