import type { CorrectionItem, CorrectionsOutput } from "../../queries/corrections.ts";
import { showing } from "../listing.ts";
import { printableLine } from "../printable.ts";
import { day, shownId, wrapped } from "./text.ts";

/** Each correction with the words that it judges, and whether it waits for them to be found again. */
export function correctionLines(
  { total, items }: CorrectionsOutput,
  width: number | null,
): readonly string[] {
  return [...items.flatMap((item) => itemLines(item, width)), showing(items.length, total, "correction")];
}

const done = { accept: "accepted", reject: "rejected", change: "changed" } as const;

function itemLines(
  { id, kind, action, by, at, targetId, words, says, isWaiting }: CorrectionItem,
  width: number | null,
): readonly string[] {
  const who = by === "" ? "" : ` by ${printableLine(by)}`;
  const when = at === null ? "" : `, ${day(at)}`;
  const what = says === null ? "" : `: ${printableLine(says)}`;
  // What people say of two stretches of words may wait though both are there.
  const isThere = kind === "claim" && words.length === 2;
  const reason = isThere ? "what else is said of the words is against it" : "it is not there now";
  const waiting = isWaiting ? `, waiting: ${reason}` : "";
  return [
    ...wrapped(`${kind} ${shownId(targetId, width)} ${done[action]}${who}${when}${waiting}${what}`, width),
    ...words.flatMap((text) => wrapped(text, width, "  ", "· ")),
    `  correction ${shownId(id, width)}`,
    "",
  ];
}
