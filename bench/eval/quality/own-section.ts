import { relationKinds, sureConfidence } from "../../../src/model/relation.ts";
import type { Agreement } from "../own/agreement.ts";
import type { OwnFigures } from "../own/measure-own.ts";
import type { Confusion, Figure, OwnScores } from "../own/scores.ts";
import { command, type PageSection, share, shareWithInterval, table } from "./markdown.ts";

export const ownTitle = "Our own gold set";

export const ownProse = `\`test/gold\` holds twelve topics written for this project, each labelled by two readers who did not see each other's labels
([guide](../test/gold/GUIDE.md)). Nothing that ships is trained on it. What both readers gave counts; what one of them gave is neither right nor wrong. The baseline takes every sentence for a claim
and joins neighbours. The last column is how far the two readers agree, which is a ceiling of consistency and no more.`;

/** The section on the gold set of this repository, all topics in sum. */
export function ownSection({ agreement, topics, sum }: OwnFigures): PageSection {
  const { ours, baseline } = sum;
  return {
    title: ownTitle,
    prose: ownProse,
    body: [
      command("npm run eval -- own"),
      `${Object.keys(topics).length} topics in sum. In brackets stands the middle 95 % over samples of comments.`,
      figureTable(ours, baseline, agreement),
      concepts(ours),
      trust(ours),
      "What the labels say (down) and what is drawn (across):",
      confusionTable(ours.confusion),
    ].join("\n\n"),
  };
}

/** The name of a row and its F1 with the interval: what the recorded figures are compared with. */
export function ownFigureCells(
  name: string,
  { f1, interval }: Pick<Figure, "f1" | "interval">,
): readonly string[] {
  return [name, shareWithInterval(f1, interval)];
}

function figureTable(ours: OwnScores, baseline: OwnScores, agreement: Agreement): string {
  const row = (
    name: string,
    of: (scores: OwnScores) => Figure,
    readers: number | null,
  ): readonly string[] => {
    const figure = of(ours);
    const { p, r, right, wrong, missed } = figure;
    return [
      ...ownFigureCells(name, figure),
      right + wrong === 0 ? "" : share(p),
      share(r),
      `${right} / ${wrong} / ${missed}`,
      share(of(baseline).f1),
      share(readers),
    ];
  };
  return table(
    [
      "what",
      "F1",
      "precision",
      "recall",
      "right / wrong / missed",
      "F1 of the baseline",
      "F1 of two readers",
    ],
    [
      row("claims", ({ claims }) => claims, agreement.claims),
      row("relations, right pair of sentences", ({ pairs }) => pairs, agreement.pairs),
      row("relations, pair and kind", ({ pairsAndKinds }) => pairsAndKinds, agreement.pairsAndKinds),
      ...relationKinds.map((kind) =>
        row(`\`${kind}\`, pair and kind`, ({ kinds }) => kinds[kind], agreement.kinds[kind]),
      ),
      row("relations across authors, right pair of comments", ({ postPairs }) => postPairs, null),
      row(`pairs with a confidence from ${sureConfidence} on, shown by default`, ({ sure }) => sure, null),
    ],
  );
}

function concepts({ concepts: { first, precision, agreed, recall } }: OwnScores): string {
  return `Concepts: of the first ${first}, as many as were agreed, ${share(precision)} are right; of ${agreed} agreed ones ${share(recall)} are found.`;
}

function trust({ surest, calibration }: OwnScores): string {
  const parts = Object.keys(surest).join(" / ");
  const values = Object.values(surest).map((value) => share(value));
  return `Precision of pairs at the surest ${parts} of what is drawn: ${values.join(" / ")}. Calibration error of the confidence: ${share(calibration.pair)} as the probability of the pair, ${share(calibration.pairAndKind)} as that of the pair with its kind.`;
}

function confusionTable(confusion: Confusion): string {
  const columns = [...relationKinds, "none"] as const;
  return table(
    ["", ...columns],
    Object.entries(confusion).map(([label, cells]) => [
      label,
      ...columns.map((column) => String(cells[column])),
    ]),
  );
}
