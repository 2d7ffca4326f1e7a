import type { Reaction } from "../../model/comment.ts";
import { emojiSign } from "../emoji-sign.ts";
import { hasMembers } from "../json-input.ts";
import { itemsOf } from "./records.ts";

/** The names that the REST API has for what GraphQL calls THUMBS_UP and THUMBS_DOWN; the others differ in case. */
const plainNames: ReadonlyMap<string, string> = new Map([
  ["thumbs_up", "+1"],
  ["thumbs_down", "-1"],
]);

function kindOf(content: unknown): string {
  const name = String(content).toLowerCase();
  return plainNames.get(name) ?? name;
}

/**
 * Reactions of people whom the data names, and the score: reactions that agree less those that disagree, or the
 * upvotes of a discussion. The score is null where the data counts nothing.
 *
 * @param idOf - makes an author's id of a login.
 */
export function readReactions(
  value: Readonly<Record<string, unknown>>,
  idOf: (login: string) => string,
): { readonly reactions: readonly Reaction[]; readonly score: number | null } {
  const reactions: Reaction[] = [];
  const add = (who: unknown, content: unknown): void => {
    if (!hasMembers(who, "login") || typeof who.login !== "string" || content === undefined) return;
    const kind = kindOf(content);
    reactions.push({ by: idOf(who.login), kind, quote: null, sign: emojiSign(kind) });
  };
  for (const one of itemsOf(value.reactions) ?? [])
    if (hasMembers(one, "content")) add(one.user, one.content);
  let score = typeof value.upvoteCount === "number" ? value.upvoteCount : null;
  const groups = itemsOf(value.reactionGroups);
  for (const group of groups ?? []) {
    if (!hasMembers(group, "content")) continue;
    const people = group.users ?? group.reactors;
    for (const who of itemsOf(people) ?? []) add(who, group.content);
  }
  if (score === null && groups !== null)
    score = groups.reduce<number>((sum, group) => sum + groupScore(group), 0);
  if (score === null && hasMembers(value.reactions, "total_count"))
    score = Object.entries(value.reactions).reduce(
      (sum, [name, count]) => sum + (typeof count === "number" ? emojiSign(name) * count : 0),
      0,
    );
  return { reactions, score };
}

function groupScore(group: unknown): number {
  if (!hasMembers(group, "content")) return 0;
  const people = group.users ?? group.reactors;
  const count = hasMembers(people, "totalCount") ? Number(people.totalCount) : (itemsOf(people) ?? []).length;
  return Number.isSafeInteger(count) ? emojiSign(kindOf(group.content)) * count : 0;
}
