import type { ContextComment } from "../../../model/extraction.ts";
import type { Unit } from "./units.ts";

/** Names shorter than this are too often words. */
const shortestName = 3;
/** How far into a sentence its addressee may be named, in code units. */
const reach = 60;

/**
 * The comment above whose author a sentence addresses by name: "@ann …", "To Mr. Ann …", "Ann, …"; the
 * nearest one of that author, or null when nobody is named.
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

/**
 * The comment above of whose author a sentence speaks by name, taking up what they said: "Ann's point", "as
 * Ann says", "Ann is right", "I'm with Ann"; the nearest one of that author, or null when nobody is named.
 */
export function personTakenUp(unit: Unit, ancestors: readonly ContextComment[]): ContextComment | null {
  const words = unit.text.toLowerCase().replaceAll("’", "'");
  return ancestors.find(({ authorId }) => isTakenUp(words, nameIn(authorId))) ?? null;
}

/** What follows the name of somebody whose words are taken up. */
const takenUpAfter =
  /^(?:'s (?:\p{L}+ )?(?:point|claim|argument|example|idea|numbers?|comment|post|question|suggestion|theory|first|second|third|last)|'s (?:right|wrong)| (?:is|was|may be|might be) (?:\p{L}+ )?(?:right|wrong|correct|onto|mistaken)| (?:says|said|wrote|writes|claims|claimed|argues|argued|mentions|mentioned|suggests|suggested|notes|noted|points|pointed|asked|asks|put it|has a point)\b)/u;
/** What stands before the name of somebody whose words are taken up. */
const takenUpBefore = /(?:^|[\s(])(?:agree with|disagree with|i'm with|side with|contra|\+1) $/u;

function isTakenUp(words: string, name: string): boolean {
  if (name.length < shortestName) return false;
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const [before, after] = [words.slice(Math.max(0, at - 20), at), words.slice(at + name.length)];
    if (/[\p{L}\p{N}_]$/u.test(before) || /^[\p{L}\p{N}_]/u.test(after)) continue;
    if (takenUpAfter.test(after) || takenUpBefore.test(before)) return true;
  }
  return false;
}
