import type { CorrectionItem, CorrectionsOutput } from "../../queries/corrections.ts";
import { showing } from "../listing.ts";
import { shownId, wrapped } from "./text.ts";

/** Each correction with the words that it judges, and whether it waits for them to be found again. */
export function correctionLines(
  { total, items }: CorrectionsOutput,
  width: number | null,
): readonly string[] {
  return [...items.flatMap((item) => itemLines(item, width)), showing(items.length, total, "correction")];
}

function itemLines(
  { id, kind, action, by, targetId, words, isWaiting }: CorrectionItem,
  width: number | null,
): readonly string[] {
  const who = by === "" ? "" : ` by ${by}`;
  const waiting = isWaiting ? ", waiting: it is not there now" : "";
  return [
    ...wrapped(`${kind} ${shownId(targetId, width)} ${action}ed${who}${waiting}`, width),
    ...words.flatMap((text) => wrapped(text, width, "  ", "· ")),
    `  correction ${shownId(id, width)}`,
    "",
  ];
}
