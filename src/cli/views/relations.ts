import type { RelationCorrection, RelationItem, Words } from "../../queries/shapes.ts";
import type { Io } from "../io.ts";
import { type Ink, painter } from "../paint.ts";
import { printableLine } from "../printable.ts";
import { byline, day, shownId, wrapped } from "./text.ts";

/** A mark and a colour for each kind; the kind's name always stands beside them. */
const kindMarks: Readonly<Record<RelationItem["kind"], { readonly mark: string; readonly ink: Ink }>> = {
  "disagrees-with": { mark: "⊣", ink: "yellow" },
  refines: { mark: "⇢", ink: "blue" },
  "responds-to": { mark: "→", ink: "dim" },
  supports: { mark: "+", ink: "green" },
};

/** "⊣ disagrees-with (rebut), 0.81 by quote-scope". */
export function relationName(io: Io, relation: RelationItem): string {
  const { mark, ink } = kindMarks[relation.kind];
  const attack = relation.attack === null ? "" : ` (${relation.attack})`;
  const { confidence, method, correction, isSuggestion } = relation;
  const judged = correction === null ? "" : `, ${correctionWords(correction, relation.id)}`;
  const unsure = isSuggestion ? ", a suggestion" : "";
  return `${painter(io, io.stdout)(ink, `${mark} ${relation.kind}${attack}`)}, ${confidence.toFixed(2)} by ${method}${judged}${unsure}`;
}

/**
 * "rejected by Ann", "drawn by Ann", "changed by Ann to responds-to (relation 77ab12)".
 *
 * @param id - of the relation that the words are said of.
 */
export function correctionWords(
  { action, by, at, says, drawn }: RelationCorrection,
  id: string | null,
): string {
  const who = by === "" ? "" : ` by ${printableLine(by)}`;
  const when = at === null ? "" : `, ${day(at)}`;
  if (action !== "change") return `${action}ed${who}${when}`;
  if (drawn === id) return `drawn${who}${when}`;
  return `changed${who}${when} to ${says ?? ""} (relation ${drawn ?? ""})`;
}

/** "3 more suggestions (--suggestions)"; nothing where there are none. */
export function suggestionsLine(count: number): string | null {
  if (count === 0) return null;
  return `${count} more ${count === 1 ? "suggestion" : "suggestions"} (--suggestions)`;
}

/** Words with who, when and where below them; a `bullet` stands before the first line. */
export function wordsLines(
  io: Io,
  words: Words,
  width: number | null,
  { indent = "", bullet = "" }: { readonly indent?: string; readonly bullet?: string } = {},
): readonly string[] {
  const paint = painter(io, io.stdout);
  const leadIn = words.leadIn === null ? "" : `(${words.leadIn.text.trim()}) `;
  return [
    ...wrapped(leadIn + words.text, width, indent, bullet),
    ...wrapped(`claim ${shownId(words.claimId, width)} · ${byline(words)}`, width, `${indent}  `).map(
      (line) => paint("dim", line),
    ),
  ];
}

/** A relation seen from one of its ends: its kind, then the words at the other end. */
export function relationLines(
  io: Io,
  relation: RelationItem,
  {
    seenFrom,
    width,
    indent = "",
  }: { readonly seenFrom: "from" | "to"; readonly width: number | null; readonly indent?: string },
): readonly string[] {
  const paint = painter(io, io.stdout);
  const other = seenFrom === "from" ? relation.to : relation.from;
  const name = `${relationName(io, relation)} ${paint("dim", `· relation ${shownId(relation.id, width)}`)}`;
  return [indent + name, ...wordsLines(io, other, width, { indent: `${indent}  ` })];
}
