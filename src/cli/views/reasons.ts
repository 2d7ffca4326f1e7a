import type { Reason } from "../../extract-stored.ts";
import { printableLine } from "../printable.ts";

/**
 * Why a model related two sentences, in three lines: what was said, what it bears on and how surely, and the
 * reason.
 */
export function reasonLines({ kind, confidence, from, to, why }: Reason): readonly string[] {
  const said = ({ text, commentId }: Reason["from"]) => printableLine(`“${text}” (${commentId})`);
  return [
    said(from),
    `  ${kind} ${confidence.toFixed(2)} ${said(to)}`,
    `  ${why === "" ? "no reason given" : printableLine(why)}`,
  ];
}
