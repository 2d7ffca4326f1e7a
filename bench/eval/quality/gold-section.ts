import { relationKinds, sureConfidence } from "../../../src/model/relation.ts";
import { type Counts, f1Of, precisionOf, recallOf } from "../counts.ts";
import type { MeasuredGold, MeasuredSet, PairScores } from "../gold/measure-gold.ts";
import type { Scores } from "../gold/score-graph.ts";
import { command, type PageSection, share, table } from "./markdown.ts";

export const goldTitle = "Texts at hand";

export const goldProse = `One profile dump without marks (\`000\`), two forum threads with several people (\`4f-77\`, \`db-125\`), and claims of one author that are continued in another dump. Two
labellings of each were merged; what one of them gave is ignored. The rules were written with these texts at hand, so expect less on others. The baseline
takes every sentence for a claim and joins neighbours; it reads files with the same importers, so its boundaries and quotes are ours. The two labellings agree on claims at F1 0.99, on pairs of
sentences at 0.83 to 0.88, and on pairs with their kind at 0.78 to 0.88.`;

const head = ["text", "what", "F1", "precision", "recall", "right / wrong / missed", "F1 of the baseline"];

/** The section on the labelled texts beside the checkout. */
export function goldSection({ sets, sum }: MeasuredGold): PageSection {
  return {
    title: goldTitle,
    prose: goldProse,
    body: [
      command("npm run eval -- gold"),
      table(head, [
        ...sets.flatMap(rowsOf),
        ...pairRows("all in sum", sum.ours, sum.baseline, { withPairs: true }),
      ]),
      "How far the confidence of a drawn pair can be trusted:",
      table(
        ["text", "surest 2 %", "surest 10 %", "surest 28 %", "calibration error, pair", "and pair with kind"],
        [
          ...sets.flatMap(({ set, pairs }) => (pairs === null ? [] : [trustRow(named(set), pairs.ours)])),
          trustRow("all in sum", sum.ours),
        ],
      ),
    ].join("\n\n"),
  };
}

/** The rows of the scorers that the page shows, with the words that it has for them. */
const rows: readonly (readonly [row: string, words: string])[] = [
  ["comments", "comment boundaries"],
  ["quotes", "quotes"],
  ["claims", "claims"],
  ["relations, pair, any kind", "relations, right pair of sentences"],
  ["pair, any kind", "relations, right pair of sentences"],
  ["relations, paragraph pair, any kind", "relations, right pair of paragraphs"],
  ...relationKinds.flatMap((kind) => [
    [kind, `\`${kind}\`, pair and kind`] as const,
    [`${kind}, pair and kind`, `\`${kind}\`, pair and kind`] as const,
  ]),
  ["post pair, cross-author", "relations across authors, right pair of comments"],
  ["evolution", "own claims continued in another dump"],
];

const named = ({ name }: MeasuredSet["set"]): string => `\`${name}\``;

function rowsOf({ set, ours, baseline, pairs }: MeasuredSet): readonly (readonly string[])[] {
  const counted = rows.flatMap(([row, words]) => {
    const counts = countsOf(ours[row]);
    return counts === null ? [] : [countedRow(named(set), words, counts, countsOf(baseline[row]))];
  });
  const concepts = ours.concepts;
  return [
    ...counted,
    ...(pairs === null ? [] : pairRows(named(set), pairs.ours, pairs.baseline, { withPairs: false })),
    ...(typeof concepts === "object"
      ? [
          [
            named(set),
            `concepts, the first ${concepts.N}`,
            "",
            share(concepts["precision of the first N"]),
            share(concepts["recall of all"]),
            "",
            "",
          ],
        ]
      : []),
  ];
}

function pairRows(
  text: string,
  ours: PairScores,
  baseline: PairScores,
  { withPairs }: { readonly withPairs: boolean },
): readonly (readonly string[])[] {
  const shown = `pairs with a confidence from ${sureConfidence} on, shown by default`;
  return [
    ...(withPairs
      ? [countedRow(text, "relations, right pair of sentences", ours.pairs, baseline.pairs)]
      : []),
    countedRow(text, "all kinds in sum, pair and kind", ours.pairsAndKinds, baseline.pairsAndKinds),
    countedRow(text, shown, ours.trust.sure, null),
  ];
}

function countsOf(figure: Scores[string] | undefined): Counts | null {
  if (typeof figure !== "object") return null;
  const { tp, fp, fn } = figure;
  if (tp === undefined || fp === undefined || fn === undefined) return null;
  return { right: tp, wrong: fp, missed: fn };
}

function countedRow(text: string, words: string, counts: Counts, baseline: Counts | null): readonly string[] {
  const { right, wrong, missed } = counts;
  return [
    text,
    words,
    share(f1Of(counts)),
    right + wrong === 0 ? "" : share(precisionOf(counts)),
    share(recallOf(counts)),
    `${right} / ${wrong} / ${missed}`,
    baseline === null ? "" : share(f1Of(baseline)),
  ];
}

function trustRow(text: string, { trust }: PairScores): readonly string[] {
  const { surest, calibration } = trust;
  return [
    text,
    ...Object.values(surest).map((value) => share(value)),
    share(calibration.pair),
    share(calibration.pairAndKind),
  ];
}
