import type { ContextComment } from "../../../model/extraction.ts";
import type { Unit } from "./units.ts";

/** Names shorter than this are too often words. */
const shortestName = 3;
/** How far into a sentence its addressee may be named, in code units. */
const reach = 60;

/**
 * The comment above whose author a sentence addresses by name: "@ann …", "To Mr. Ann …", "Ann, …"; the nearest one of
 * that author, or null when nobody is named.
 *
 * The name looked for is the last part of the author's id, which sources without display names show.
 */
export function addresseeOf(unit: Unit, ancestors: readonly ContextComment[]): ContextComment | null {
  const lead = unit.text.slice(0, reach).toLowerCase();
  return ancestors.find(({ authorId }) => isAddressed(lead, nameIn(authorId))) ?? null;
}

function nameIn(authorId: string | null): string {
  return (authorId?.split(/[:/]/u).at(-1) ?? "").toLowerCase();
}

function isAddressed(lead: string, name: string): boolean {
  if (name.length < shortestName) return false;
  const at = lead.indexOf(name);
  if (at < 0 || /[\p{L}\p{N}_]/u.test(lead[at + name.length] ?? "")) return false;
  const before = lead.slice(0, at);
  if (before.endsWith("@")) return true;
  const isOpening = /^\W*(?:(?:to|hi|hey|hello|dear|as for|re)[\s:]+)?(?:(?:mr|mrs|ms|dr)\.?\s+)?$/u.test(
    before,
  );
  return isOpening && (before.trim() !== "" || /^[,:;]/u.test(lead.slice(at + name.length)));
}
