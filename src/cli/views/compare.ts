import type { CompareOutput } from "../../queries/compare.ts";
import type { Io } from "../io.ts";
import { type Listing, showing } from "../listing.ts";
import { painter } from "../paint.ts";
import { type Cell, type Column, layOutTable } from "../table.ts";
import { correctionWords, wordsLines } from "./relations.ts";
import { speakerName } from "./text.ts";

const columns: readonly Column[] = [
  { key: "what", title: "what" },
  { key: "inA", title: "in a" },
  { key: "confidenceA", title: "sure", align: "right" },
  { key: "inB", title: "in b" },
  { key: "confidenceB", title: "sure", align: "right" },
  { key: "fromAuthor", title: "who" },
  { key: "fromComment", title: "where" },
  { key: "fromText", title: "says" },
  { key: "toAuthor", title: "to whom" },
  { key: "toComment", title: "where" },
  { key: "toText", title: "who said", flexible: true },
];

type Difference = CompareOutput["differingRelations"]["items"][number];

/** Counts and agreement, then the differences; its table is that of the differences. */
export function compareListing(io: Io, compared: CompareOutput): Listing {
  const { a, b, differingRelations, differingClaims } = compared;
  const notes = waiting(compared);
  return {
    value: compared,
    columns,
    rows: [
      ...differingRelations.items.map(relationRow),
      ...differingClaims.items.map(({ layer, words }): readonly Cell[] => [
        ...["claim", layer === a ? "stated" : null, null, layer === b ? "stated" : null, null],
        ...[speakerName(words), words.commentId, words.text, null, null, null],
      ]),
    ],
    lines: (width) => [
      ...countLines(io, compared),
      ...(notes.length > 0 ? [...notes, ""] : []),
      ...agreementLines(io, compared, width),
      ...relationLines(io, compared, width),
      ...claimLines(io, compared, width),
    ],
    foot: [
      showing(
        differingRelations.items.length,
        differingRelations.total,
        "relation that differs",
        "relations that differ",
      ),
      showing(
        differingClaims.items.length,
        differingClaims.total,
        `claim of ${a} or ${b} alone`,
        `claims of ${a} or ${b} alone`,
      ),
    ].join(", "),
    notes,
  };
}

function relationRow({ from, to, ofA, ofB }: Difference): readonly Cell[] {
  return [
    ...["relation", ofA?.kind ?? null, ofA?.confidence ?? null, ofB?.kind ?? null, ofB?.confidence ?? null],
    ...[speakerName(from), from.commentId, from.text, speakerName(to), to.commentId, to.text],
  ];
}

function countLines(io: Io, { a, b, claims, relations }: CompareOutput): readonly string[] {
  const paint = painter(io, io.stdout);
  return [
    paint("bold", `${a} and ${b}`),
    `  claims     ${claims.both} in both, ${claims.onlyA} only in ${a}, ${claims.onlyB} only in ${b}`,
    `  relations  ${relations.same} the same, ${relations.otherKind} of another kind, ${relations.onlyA} only in ${a}, ${relations.onlyB} only in ${b}`,
    "",
  ];
}

/** How many comments a layer has yet to read, all of them left out, and how it comes to read them. */
function waiting({ a, b, comments: { both, onlyA, onlyB, neither } }: CompareOutput): readonly string[] {
  const all = both + onlyA + onlyB + neither;
  const unread = [
    { layer: a, count: onlyB + neither },
    { layer: b, count: onlyA + neither },
  ].filter(({ count }) => count > 0);
  return unread.flatMap(({ layer, count }) => [
    `${layer} has not read ${count} of ${all} comments yet, which are left out here.`,
    `\`elenchus extract --extractor ${layer}\` lets it; a language model is named with --model, and answers`,
    "that are there already with --answers.",
  ]);
}

function agreementLines(io: Io, { a, b, agreement }: CompareOutput, width: number | null): readonly string[] {
  const titles: readonly Column[] = [
    { key: "kind", title: "relations" },
    { key: "a", title: a, align: "right" },
    { key: "b", title: b, align: "right" },
    { key: "both", title: "both", align: "right" },
    { key: "f1", title: "F1", align: "right" },
  ];
  const rows = agreement.map((one) => [
    one.kind,
    one.a,
    one.b,
    one.both,
    one.f1 === null ? null : one.f1.toFixed(3),
  ]);
  return [painter(io, io.stdout)("bold", "Agreement"), ...layOutTable(titles, rows, { width }), ""];
}

function relationLines(
  io: Io,
  { a, b, differingRelations: { items } }: CompareOutput,
  width: number | null,
): readonly string[] {
  if (items.length === 0) return [];
  const drawn = (layer: string, found: Difference["ofA"]): string =>
    found === null ? `${layer} draws nothing` : `${layer}: ${found.kind}, ${found.confidence.toFixed(2)}`;
  return [
    painter(io, io.stdout)("bold", "Relations that differ, the surest first"),
    ...items.flatMap(({ from, to, ofA, ofB, correction }) => [
      ...wordsLines(io, from, width, { bullet: "· " }),
      `  ${drawn(a, ofA)} | ${drawn(b, ofB)}${correction === null ? "" : ` | ${correctionWords(correction, null)}`}`,
      ...wordsLines(io, to, width, { indent: "  " }),
      "",
    ]),
  ];
}

function claimLines(
  io: Io,
  { a, b, differingClaims: { items } }: CompareOutput,
  width: number | null,
): readonly string[] {
  return [a, b].flatMap((name) => {
    const own = items.filter(({ layer }) => layer === name);
    if (own.length === 0) return [];
    return [
      painter(io, io.stdout)("bold", `Claims only in ${name}`),
      ...own.flatMap(({ words }) => wordsLines(io, words, width, { bullet: "· " })),
      "",
    ];
  });
}
