import { z } from "zod";

const time = z.union([z.number(), z.string()]);
/** A base 36 id with or without its prefix; some archives give the number itself. */
const id = z.union([
  z.string().min(1),
  z
    .int()
    .nonnegative()
    .transform((number) => number.toString(36)),
]);

/** A number, also in digits, as rows that went through a table have it. */
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/u)
    .transform(Number),
]);

/** What Arctic Shift adds when it looks at a record a second time, 36 hours later. */
const meta = z.object({
  was_deleted_later: z.boolean().nullish(),
  removal_type: z.string().nullish(),
});

const shared = {
  id,
  author: z.string().nullish(),
  created_utc: time.nullish(),
  edited: z
    .union([z.boolean(), time])
    .nullish()
    .transform((value) => (typeof value === "string" && /^(?:true|false)$/iu.test(value) ? null : value)),
  score: number.nullish(),
  permalink: z.string().nullish(),
  subreddit: z.string().nullish(),
  _meta: meta.nullish(),
};

/** A comment, `t1`, as the API and the archives give it. */
export const RedditComment = z.object({
  ...shared,
  body: z.string(),
  body_html: z.string().nullish(),
  link_id: id.nullish(),
  link_title: z.string().nullish(),
  parent_id: id.nullish(),
  score_hidden: z.boolean().nullish(),
});
export type RedditComment = z.output<typeof RedditComment>;

/** A post, `t3`; a link without words of its own has an empty `selftext`. */
export const RedditPost = z.object({
  ...shared,
  title: z.string(),
  selftext: z.string().nullish(),
  selftext_html: z.string().nullish(),
  hide_score: z.boolean().nullish(),
  removed_by_category: z.string().nullish(),
});
export type RedditPost = z.output<typeof RedditPost>;

/**
 * Comments that the page hides behind "load more comments" (`count` of them) or "continue this thread" (no
 * `children`).
 */
export const RedditMore = z.object({
  count: z.number().catch(0),
  children: z.array(z.unknown()).catch([]),
});
export type RedditMore = z.output<typeof RedditMore>;
