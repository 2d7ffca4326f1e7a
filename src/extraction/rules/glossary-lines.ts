import type { GlossaryEntry } from "../../model/glossary.ts";

/** A line that is no entry: its number, from 1, and what is wrong with it. */
export interface GlossaryProblem {
  readonly line: number;
  readonly problem: string;
}

/**
 * Reads a glossary of one term a line: the preferred label, `=` before each other label, `<` before the
 * broader ones, which commas part. Empty lines and lines that begin with `#` are passed over.
 *
 *     # forests
 *     old-growth forest = primary forest = virgin forest < forest
 *     basal area = BA
 *     windthrow < disturbance, storm damage
 *
 * A label without a letter or digit, an empty one and a second `<` are problems; every such line is reported.
 */
export function parseGlossaryLines(text: string): {
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly GlossaryProblem[];
} {
  const entries: GlossaryEntry[] = [];
  const problems: GlossaryProblem[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) continue;
    const entry = parseLine(content);
    if (typeof entry === "string") problems.push({ line: index + 1, problem: entry });
    else entries.push(entry);
  }
  return { entries, problems };
}

/** The entry of a line, or what is wrong with it. */
function parseLine(line: string): GlossaryEntry | string {
  const [labels = "", broader, ...more] = line.split("<");
  if (more.length > 0) return 'there is more than one "<"; commas part broader terms';
  const [prefLabel = "", ...altLabels] = labels.split("=").map((label) => label.trim());
  const broaderLabels = broader === undefined ? [] : broader.split(",").map((label) => label.trim());
  const named = [prefLabel, ...altLabels, ...broaderLabels];
  const bad = named.find((label) => !/[\p{L}\p{N}]/u.test(label));
  if (bad === undefined) return { prefLabel, altLabels, broader: broaderLabels };
  return bad === "" ? "a term is missing" : `"${bad}" is no term`;
}
