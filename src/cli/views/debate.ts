import type { Participant } from "../../queries/debate/shapes.ts";
import type { DebateOutput } from "../../queries/debate.ts";
import type { Io } from "../io.ts";
import { type Listing, showing } from "../listing.ts";
import { painter } from "../paint.ts";
import { printableLine } from "../printable.ts";
import type { Column } from "../table.ts";
import { relationName, suggestionsLine, wordsLines } from "./relations.ts";
import { speakerName, wrapped } from "./text.ts";

const columns: readonly Column[] = [
  { key: "relation", title: "relation" },
  { key: "confidence", title: "sure", align: "right" },
  { key: "attack", title: "attack" },
  { key: "fromSide", title: "side" },
  { key: "fromAuthor", title: "who" },
  { key: "fromDate", title: "when" },
  { key: "fromText", title: "says" },
  { key: "toSide", title: "against" },
  { key: "toAuthor", title: "whom" },
  { key: "toDate", title: "when" },
  { key: "toText", title: "who said", flexible: true },
  { key: "answers", title: "answers", align: "right" },
];

/** The sides, then the clashes; its table is that of the clashes. */
export function debateListing(
  io: Io,
  debate: DebateOutput,
  { clashes: most }: { readonly clashes: number },
): Listing {
  const { counts, clashes } = debate;
  return {
    value: debate,
    columns,
    rows: clashes.map(({ relation, fromSide, toSide, answers }) => [
      relation.id,
      relation.confidence,
      relation.attack,
      fromSide,
      speakerName(relation.from),
      relation.from.createdAt,
      relation.from.text,
      toSide,
      speakerName(relation.to),
      relation.to.createdAt,
      relation.to.text,
      answers.length,
    ]),
    lines: (width) => [
      ...titleLines(io, debate, width),
      ...debate.sides.flatMap((side) => sideLines(io, debate, side, width)),
      ...apartLines(io, debate, width),
      ...clashLines(io, debate, most, width),
    ],
    foot: [
      showing(Math.min(most, clashes.length), counts.clashes.total, "clash", "clashes"),
      showing(counts.claims.shown, counts.claims.total, "claim"),
      `${showing(debate.unanswered.length, debate.unanswered.length, "disagreement")} unanswered`,
      ...[suggestionsLine(debate.suggestions) ?? []].flat(),
    ].join(", "),
  };
}

function titleLines(io: Io, { a, b, note }: DebateOutput, width: number | null): readonly string[] {
  return [
    painter(io, io.stdout)("bold", printableLine(`${a.label} or ${b.label}?`)),
    ...(note === null ? [] : wrapped(note, width)),
    "",
  ];
}

function sideLines(
  io: Io,
  debate: DebateOutput,
  side: DebateOutput["sides"][number],
  width: number | null,
): readonly string[] {
  const paint = painter(io, io.stdout);
  const mark = side.id === "first" ? "◆" : "◇";
  const named = namesIn(debate);
  const members = side.members.map((member) => `${named(member)} (${member.claims})`);
  const texts = new Map(debate.claims.map((claim) => [claim.id, claim]));
  return [
    paint("bold", `${mark} ${printableLine(side.label)}`),
    ...wrapped(members.join("; "), width, "  "),
    ...side.central.flatMap((id) => {
      const claim = texts.get(id);
      return claim === undefined ? [] : wordsLines(io, claim.words, width, { indent: "  ", bullet: "· " });
    }),
    "",
  ];
}

/** Names the people of a debate: unknown ones by their comment, those of one name by their id as well. */
function namesIn({ sides, apart }: DebateOutput): (person: Participant) => string {
  const names = [...sides.flatMap(({ members }) => members), ...apart].map(({ name }) => name);
  return ({ id, name, isKnown, commentId }) => {
    if (!isKnown) return `${name} in ${commentId}`;
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}, ${id}`;
  };
}

function apartLines(io: Io, debate: DebateOutput, width: number | null): readonly string[] {
  if (debate.apart.length === 0) return [];
  const named = namesIn(debate);
  const those = (why: string) =>
    debate.apart
      .filter((person) => person.why === why)
      .map(named)
      .join("; ");
  const silent = those("no-position");
  const elsewhere = those("other-dispute");
  return [
    painter(io, io.stdout)("bold", "On neither side"),
    ...(silent === "" ? [] : wrapped(`no position: ${silent}`, width, "  ")),
    ...(elsewhere === "" ? [] : wrapped(`disagree only among themselves: ${elsewhere}`, width, "  ")),
    "",
  ];
}

function clashLines(io: Io, debate: DebateOutput, most: number, width: number | null): readonly string[] {
  if (debate.clashes.length === 0) return ["Nobody disagrees across the sides in so many words.", ""];
  const unanswered = new Set(debate.unanswered);
  const marks = { first: "◆", second: "◇" };
  return [
    painter(io, io.stdout)("bold", "Clashes"),
    ...debate.clashes
      .slice(0, most)
      .flatMap((clash) => [
        ...wordsLines(io, clash.relation.from, width, { bullet: `${marks[clash.fromSide]} ` }),
        `  ${relationName(io, clash.relation)}`,
        ...wordsLines(io, clash.relation.to, width, { bullet: `${marks[clash.toSide]} ` }),
        ...(unanswered.has(clash.relation.id) ? ["  unanswered"] : answeredBy(clash)),
        "",
      ]),
  ];
}

/** How the other side took up a clash: relations to the very claim, else comments that answer the comment. */
function answeredBy({ answers, replies }: DebateOutput["clashes"][number]): readonly string[] {
  if (answers.length > 0) return [answers.length === 1 ? "  1 answer" : `  ${answers.length} answers`];
  return replies.length > 0 ? [`  answered in ${replies.map(printableLine).join(", ")}`] : [];
}
