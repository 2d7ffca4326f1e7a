import { z } from "zod";
import { hasMembers } from "../json-input.ts";
import type { JsonMoment } from "../json-records.ts";

/** Ids are whole numbers, which tables export as digits. */
const id = z
  .union([z.int().nonnegative(), z.string().regex(/^\d+$/u)])
  .transform(String)
  .nullish();
/** An item that this one refers to; tables write 0 where there is none. */
const reference = id.transform((value) => (value === "0" ? null : value));
const text = z.string().nullish();
const time = z.union([z.number(), z.string()]).nullish();
const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .nullish()
  .transform((value) => value === true || value === 1 || value === "true" || value === "1");

const Names = z.object({
  id,
  objectID: id,
  type: text,
  by: text,
  author: text,
  time,
  timestamp: time,
  time_ts: time,
  created_at: time,
  created_at_i: time,
  text,
  comment_text: text,
  story_text: text,
  title: text,
  story_title: text,
  story_id: reference,
  parent: reference,
  parent_id: reference,
  poll: reference,
  score: z.number().nullish(),
  points: z.number().nullish(),
  deleted: flag,
  dead: flag,
});

/** A story, comment, poll, option of a poll or job, whoever lists it. */
export interface HackerNewsItem {
  readonly id: string;
  readonly parent: string | null;
  /** The story at the root, where the source names it. */
  readonly story: string | null;
  readonly by: string | null;
  readonly time: string | number | null;
  /** Under which name the words stand in the record, and the words, as HTML. */
  readonly text: { readonly field: string; readonly html: string } | null;
  readonly title: string | null;
  readonly storyTitle: string | null;
  readonly score: number | null;
  readonly isDeleted: boolean;
  readonly isDead: boolean;
}

/**
 * An item under any of the names that the site's API (`by`, `time`, `parent`), Algolia (`author`, `created_at_i`,
 * `parent_id`, `comment_text`) and tables made of them (`timestamp`) use.
 */
export const HackerNewsItem = Names.transform((names, context): HackerNewsItem => {
  const native = names.id ?? names.objectID;
  if (native == null) {
    context.addIssue({ code: "custom", message: "id: it has none" });
    return z.NEVER;
  }
  const by = names.by || names.author || null;
  const found = (["text", "comment_text", "story_text"] as const)
    .map((field) => ({ field, html: names[field] ?? "" }))
    .find(({ html }) => html.trim() !== "");
  const title = names.title || null;
  const isStory = names.story_id === native;
  return {
    id: native,
    parent: names.parent ?? names.parent_id ?? names.poll ?? null,
    story: names.story_id ?? null,
    by,
    time: names.time ?? names.created_at_i ?? names.timestamp ?? names.time_ts ?? names.created_at ?? null,
    text: found ?? null,
    title,
    storyTitle: isStory ? title : (names.story_title ?? null),
    score: names.score ?? names.points ?? null,
    isDeleted: names.deleted || (by === null && found === undefined && title === null && !names.dead),
    isDead: names.dead,
  };
});

const types = new Set(["story", "comment", "job", "poll", "pollopt"]);

/** The items among the objects of a document. */
export function takeItem({ value }: JsonMoment): object | null {
  if (hasMembers(value, "objectID")) return value;
  if (!hasMembers(value, "id")) return null;
  const { type } = value;
  if (typeof type === "string") return types.has(type) ? value : null;
  const hasAuthor = hasMembers(value, "by") || hasMembers(value, "author");
  return hasAuthor && (hasMembers(value, "text") || hasMembers(value, "title")) ? value : null;
}
