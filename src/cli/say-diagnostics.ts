import type { Diagnostic } from "../model/diagnostic.ts";
import type { Io } from "./io.ts";
import { say } from "./output.ts";
import { printable } from "./printable.ts";

/** Diagnostics that a terminal shows before it says how many more there are. */
const mostDiagnostics = 20;

/**
 * Says what was wrong with records, the first of it.
 *
 * Comments that wait for one reason, as all do after a server went away, are said in one line.
 */
export function sayDiagnostics(io: Io, diagnostics: readonly Diagnostic[]): void {
  const lines = linesOf(diagnostics);
  for (const line of lines.slice(0, mostDiagnostics)) say(io, printable(line));
  if (lines.length > mostDiagnostics)
    say(io, `… and ${lines.length - mostDiagnostics} more diagnostics (--json lists them)`);
}

function linesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const waiting = new Map<string, number>();
  for (const one of diagnostics)
    if (isWaiting(one)) waiting.set(reasonOf(one), (waiting.get(reasonOf(one)) ?? 0) + 1);
  const said = new Set<string>();
  return diagnostics.flatMap((one) => {
    const { severity, code, place, message } = one;
    const count = isWaiting(one) ? (waiting.get(reasonOf(one)) ?? 1) : 1;
    if (count === 1)
      return [`${severity} ${code}: ${message.startsWith(place) ? message : `${place}: ${message}`}`];
    const line = `${severity} ${code}: ${count} comments wait for an answer: ${reasonOf(one)} (--json lists them)`;
    if (said.has(line)) return [];
    said.add(line);
    return [line];
  });
}

function isWaiting({ code }: Diagnostic): boolean {
  return code === "extraction.model-waiting";
}

/** Why a comment waits, of "lake:3 waits for an answer: the run was interrupted". */
function reasonOf({ message, place }: Diagnostic): string {
  return message.slice(place.length).replace(/^ waits for an answer: /u, "");
}
