import type { Author } from "../../model/comment.ts";
import type { SummaryOutput } from "../../queries/summary.ts";
import { printableLine } from "../printable.ts";
import { layOutTable } from "../table.ts";

type Counts = SummaryOutput["counts"];

/** What forgetting does to comments, by number. */
export interface CommentFates {
  readonly removed: number;
  readonly emptied: number;
  readonly rewritten: number;
}

/** What forgetting does to comments, in words. */
export function fateLines(
  { removed, emptied, rewritten }: CommentFates,
  isDryRun: boolean,
): readonly string[] {
  const comments = (count: number, one: string, many: string): string =>
    count === 1 ? `1 comment ${one}` : `${count} comments ${many}`;
  const would = (one: string, many: string): readonly [string, string] =>
    isDryRun ? [`would ${many}`, `would ${many}`] : [one, many];
  return [
    comments(removed, ...would("goes", "go")),
    ...(emptied > 0
      ? [`${comments(emptied, ...would("stays", "stay"))} without words, for its answers`]
      : []),
    ...(rewritten > 0 ? [`${comments(rewritten, ...would("loses", "lose"))} words, texts or reactions`] : []),
  ];
}

/** An entry of a person with how many comments it wrote. */
export interface CountedEntry extends Author {
  readonly comments: number;
}

/** Entries of a person in one line. */
export function namesOfEntries(entries: readonly Author[]): string {
  return entries.map(({ id, name }) => printableLine(`${name} (author ${id})`)).join(", ");
}

/** Which other entries of a person stay, with how many comments; nothing where there are none. */
export function otherEntriesLines(others: readonly CountedEntry[]): readonly string[] {
  if (others.length === 0) return [];
  const count = others.reduce((sum, { comments }) => sum + comments, 0);
  const entries = others.length === 1 ? "1 other entry" : `${others.length} other entries`;
  const stay = others.length === 1 ? "stays" : "stay";
  const comments = count === 1 ? "1 comment" : `${count} comments`;
  return [`${entries} of this person ${stay}, with ${comments}: ${namesOfEntries(others)}`];
}

/** What the store held before and what went, as a table. Only what changed is listed. */
export function wentLines(before: Counts, after: Counts | null, width: number | null): readonly string[] {
  const flat = ({ relations, stances, ...counts }: Counts): readonly (readonly [string, number])[] => [
    ...Object.entries(counts),
    ...Object.entries(relations),
    ...Object.entries(stances).map(([side, count]) => [`stances ${side}`, count] as const),
  ];
  const now = new Map(after === null ? [] : flat(after));
  const rows = flat(before).flatMap(([name, then]) => {
    const count = now.get(name) ?? 0;
    return count === then ? [] : [[name, count, then - count]];
  });
  if (rows.length === 0) return [];
  const columns = [
    { key: "thing", title: "" },
    { key: "count", title: "in the store", align: "right" },
    { key: "gone", title: "gone", align: "right" },
  ] as const;
  return ["", ...layOutTable(columns, rows, { width })];
}
