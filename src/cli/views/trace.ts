import type { TraceOutput } from "../../queries/trace.ts";
import type { Io } from "../io.ts";
import { type Listing, showing } from "../listing.ts";
import { painter } from "../paint.ts";
import { printableLine } from "../printable.ts";
import type { Column } from "../table.ts";
import { claimLines } from "./lists.ts";
import { relationLines, suggestionsLine, wordsLines } from "./relations.ts";
import { byline, marked, shownId, speakerName, wrapped } from "./text.ts";

const columns: readonly Column[] = [
  { key: "step", title: "step", align: "right" },
  { key: "claim", title: "claim" },
  { key: "author", title: "author" },
  { key: "date", title: "date" },
  { key: "comment", title: "comment" },
  { key: "text", title: "words", flexible: true },
  { key: "comparedWith", title: "beside", align: "right" },
  { key: "removed", title: "removed" },
  { key: "added", title: "added" },
  { key: "attacks", title: "attacks", align: "right" },
  { key: "answers", title: "answers", align: "right" },
];

type Step = TraceOutput["steps"][number];

/** The wordings, oldest first, each with what changed, what attacked it and what the author answered. */
export function traceListing(io: Io, trace: TraceOutput): Listing {
  const { steps, total } = trace;
  const textOf = new Map(steps.map((step) => [step.words.locutionId, step.words.text]));
  const numberOf = new Map(steps.map((step, index) => [step.words.locutionId, index + 1]));
  const pieces = (text: string, spans: readonly { start: number; end: number }[]): string =>
    spans.map((span) => text.slice(span.start, span.end)).join("; ");
  return {
    value: trace,
    columns,
    rows: steps.map(({ words, change, attacks }, index) => [
      index + 1,
      words.claimId,
      speakerName(words),
      words.createdAt,
      words.commentId,
      words.text,
      change === null ? null : (numberOf.get(change.from) ?? null),
      change === null ? null : pieces(textOf.get(change.from) ?? "", change.removed),
      change === null ? null : pieces(words.text, change.added),
      attacks.length,
      attacks.reduce((sum, { answers }) => sum + answers.length, 0),
    ]),
    lines: (width) => [
      ...steps.flatMap((step, index) => stepLines(io, step, { number: index + 1, numberOf, textOf }, width)),
      ...nearLines(io, trace, width),
      ...otherLines(trace, width),
    ],
    foot: [showing(steps.length, total, "wording"), suggestionsLine(trace.suggestions) ?? []]
      .flat()
      .join(", "),
  };
}

function stepLines(
  io: Io,
  { words, refines, change, attacks }: Step,
  {
    number,
    numberOf,
    textOf,
  }: {
    readonly number: number;
    readonly numberOf: ReadonlyMap<string, number>;
    readonly textOf: ReadonlyMap<string, string>;
  },
  width: number | null,
): readonly string[] {
  const paint = painter(io, io.stdout);
  const added =
    change === null || change.added.length === 0 ? words.text : marked(words.text, ["added", change.added]);
  const before = change === null ? undefined : textOf.get(change.from);
  const removed =
    change === null || before === undefined || change.removed.length === 0
      ? []
      : wrapped(
          `${numberOf.get(change.from)} was: ${marked(before, ["removed", change.removed])}`,
          width,
          "   ",
        );
  return [
    ...wrapped(`${number}. ${added}`, width),
    ...wrapped(`claim ${shownId(words.claimId, width)} · ${byline(words)}`, width, "   ").map((line) =>
      paint("dim", line),
    ),
    ...(refines.length > 0
      ? [`   refines ${refines.map((it) => shownId(it.to.claimId, width)).join(", ")}`]
      : []),
    ...removed,
    ...attacks.flatMap(({ attack, answers }) => [
      ...relationLines(io, attack, { seenFrom: "to", width, indent: "   " }),
      ...answers.flatMap((answer) => [
        "     answered:",
        ...wordsLines(io, answer.from, width, { indent: "       " }),
      ]),
    ]),
    "",
  ];
}

function nearLines(
  io: Io,
  { isAlone, near, suggestions }: TraceOutput,
  width: number | null,
): readonly string[] {
  if (!isAlone) return [];
  const alone =
    suggestions === 0
      ? "No refinement of this claim was found: it stands alone."
      : "No refinement of this claim is sure: it stands alone without the suggestions.";
  if (near.length === 0) return [alone, ""];
  return [
    alone,
    "",
    painter(io, io.stdout)(
      "bold",
      "Near it, by the same author on the same concepts (near, not refinements)",
    ),
    ...near.flatMap(({ claim }) => claimLines(io, claim, width, "  ")),
    "",
  ];
}

function otherLines({ others }: TraceOutput, width: number | null): readonly string[] {
  if (others.length === 0) return [];
  return [
    "Or did you mean:",
    ...others.flatMap((claim) =>
      wrapped(`${shownId(claim.id, width)} ${printableLine(claim.text)}`, width, "  "),
    ),
    "",
  ];
}
