import { execFileSync } from "node:child_process";
import { z } from "zod";
import type { LabelledSet } from "./labelled-sets.ts";

/** Figures by name: a number, or several with names of their own (`p`, `r`, `f1`, counts). */
export type Scores = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

const Figure = z.union([z.number(), z.record(z.string(), z.number())]);
const Row = z.record(z.string(), z.unknown());

/** Runs the scorer of a set on a graph and reads the figures that it prints as JSON. */
export function scoreGraph({ scorer }: LabelledSet, graph: string): Scores {
  const args = scorer.map((argument) => (argument === "GRAPH" ? graph : argument));
  const printed: unknown = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
  const scores: Record<string, z.output<typeof Figure>> = {};
  collect(Row.parse(printed), scores);
  return scores;
}

/** Takes the figures out of what the scorers print; one of them wraps them in an object for the file. */
function collect(
  rows: Readonly<Record<string, unknown>>,
  scores: Record<string, z.output<typeof Figure>>,
): void {
  for (const [name, value] of Object.entries(rows)) {
    const figure = Figure.safeParse(value);
    if (figure.success) scores[name] = figure.data;
    else if (typeof value === "object" && value !== null) collect(Row.parse(value), scores);
  }
}
