import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { goldFolder } from "./labels.ts";
import type { OwnFigures } from "./measure-own.ts";
import type { Figure } from "./scores.ts";

const path = `${goldFolder}figures.json`;

const RecordedFigure = z.strictObject({
  f1: z.number(),
  interval: z.tuple([z.number(), z.number()]),
  right: z.int(),
  wrong: z.int(),
  missed: z.int(),
});
type RecordedFigure = z.output<typeof RecordedFigure>;

/** The figures of all topics in sum that a commit reached. Shares have four decimals. */
export const RecordedFigures = z
  .strictObject({ claims: RecordedFigure, pairs: RecordedFigure, pairsAndKinds: RecordedFigure })
  .readonly();
export type RecordedFigures = z.output<typeof RecordedFigures>;

export async function readRecorded(): Promise<RecordedFigures> {
  return RecordedFigures.parse(JSON.parse(await readFile(path, "utf8")));
}

/** Writes the figures of all topics in sum to `test/gold/figures.json`. */
export async function recordFigures({ sum }: OwnFigures): Promise<void> {
  const { claims, pairs, pairsAndKinds } = sum.ours;
  const recorded = {
    claims: recordedOf(claims),
    pairs: recordedOf(pairs),
    pairsAndKinds: recordedOf(pairsAndKinds),
  } satisfies RecordedFigures;
  await writeFile(path, `${formatFigures(recorded)}\n`);
}

function recordedOf({ f1, interval, right, wrong, missed }: Figure): RecordedFigure {
  const round = (value: number): number => Number(value.toFixed(4));
  return { f1: round(f1), interval: [round(interval[0]), round(interval[1])], right, wrong, missed };
}

/** JSON with one figure on a line, as the formatter keeps it. */
function formatFigures(figures: RecordedFigures): string {
  const lines = Object.entries(figures).map(([name, figure]) => {
    const spaced = JSON.stringify(figure)
      .replaceAll(/([:,{])(?=\S)/gu, "$1 ")
      .replaceAll("}", " }");
    return `  "${name}": ${spaced}`;
  });
  return `{\n${lines.join(",\n")}\n}`;
}

/** What is measured by `npm run eval -- own` and held by the gate. */
const held = { claims: "claims", pairs: "relation pairs" } as const;

/**
 * What is worse than recorded by more than chance: for each held figure below the lower bound of its recorded
 * interval, by how much and what to do. Empty when all hold.
 */
export function shortfalls(
  measured: Readonly<Record<keyof typeof held, { readonly f1: number }>>,
  recorded: RecordedFigures,
): readonly string[] {
  return (["claims", "pairs"] as const).flatMap((name) => {
    const { f1 } = measured[name];
    const { f1: before, interval } = recorded[name];
    if (f1 >= interval[0]) return [];
    return [
      `F1 of ${held[name]} is ${f1.toFixed(4)}, ${(interval[0] - f1).toFixed(4)} below the interval of the recorded ` +
        `${before.toFixed(4)} (${interval.map((bound) => bound.toFixed(4)).join(" to ")}). See what went wrong with ` +
        "`npm run eval -- own --worst 20`; if the loss is meant, record the new figures with `npm run eval -- own --record`.",
    ];
  });
}
