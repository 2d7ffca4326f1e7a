import type { SimilarOutput } from "../../queries/similar.ts";
import type { Io } from "../io.ts";
import { type Listing, showing } from "../listing.ts";
import { painter } from "../paint.ts";
import type { Column } from "../table.ts";
import { byline, shownId, speakerName, wrapped } from "./text.ts";

type Item = SimilarOutput["items"][number];

const columns: readonly Column[] = [
  { key: "score", title: "score", align: "right" },
  { key: "characters", title: "characters", align: "right" },
  { key: "meaning", title: "meaning", align: "right" },
  { key: "same", title: "one claim" },
  { key: "apart", title: "said apart" },
  { key: "differs", title: "differs in" },
  { key: "id", title: "id" },
  { key: "author", title: "author" },
  { key: "date", title: "date" },
  { key: "comment", title: "comment" },
  { key: "text", title: "words", flexible: true },
];

const named: Readonly<Record<Item["differences"][number], string>> = {
  negation: "one denies",
  numbers: "other numbers",
  opposites: "opposite words",
  order: "compared the other way round",
};

/** Claims that say nearly the same, best first, each with its score and what parts it from the one asked for. */
export function similarListing(io: Io, answer: SimilarOutput): Listing {
  const { asked, total, items } = answer;
  return {
    value: answer,
    columns,
    rows: items.map(({ score, characters, meaning, isOne, isApart, differences, words, claim }) => [
      ...[score, characters, meaning, isOne ? "yes" : "no", isApart ? "yes" : "no", differences.join("; ")],
      ...[claim.id, speakerName(words), words.createdAt, words.commentId, words.text],
    ]),
    lines: (width) => [
      ...wrapped(asked.text, width, "", "like: "),
      "",
      ...items.flatMap((item) => [...itemLines(io, item, width), ""]),
    ],
    foot: showing(items.length, total, "wording", "wordings"),
  };
}

function itemLines(io: Io, item: Item, width: number | null): readonly string[] {
  const { score, meaning, characters, isOne, isApart, differences, words, claim } = item;
  const paint = painter(io, io.stdout);
  const parts =
    meaning === null ? "" : ` (characters ${characters.toFixed(2)}, meaning ${meaning.toFixed(2)})`;
  const facts = [
    ...(isOne ? ["one claim already"] : []),
    ...(isApart ? ["not the same, somebody says"] : []),
    ...(differences.length > 0
      ? [`says the opposite? (${differences.map((it) => named[it]).join(", ")})`]
      : []),
    `claim ${shownId(claim.id, width)}`,
    byline(words),
  ].join(" · ");
  return [
    ...wrapped(words.text, width, "", `${score.toFixed(2)}  `),
    ...wrapped(`${facts}${parts}`, width, "      ").map((line) => paint("dim", line)),
  ];
}
