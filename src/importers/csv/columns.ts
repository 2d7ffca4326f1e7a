import { AppError } from "../../errors.ts";

/** What a column of a table may hold. The order is that in which a message lists them. */
const tableFields = [
  "text",
  "id",
  "author",
  "authorId",
  "createdAt",
  "editedAt",
  "parentId",
  "addressee",
  "threadId",
  "threadTitle",
  "url",
  "score",
  "status",
  "markup",
] as const;
export type TableField = (typeof tableFields)[number];

/**
 * Names of columns as exports, spreadsheets and data sets write them, most telling first.
 *
 * They are compared without case, spaces and punctuation (`Comment ID` is `comment_id`). Where a table has
 * several of one field, the earlier in this list is taken: of `comment_id` and `id` the first is the
 * comment's.
 */
const synonyms: Readonly<Record<TableField, readonly string[]>> = {
  text: [
    ...["comment_text", "comment_body", "comment_content", "post_text", "post_body", "post_content"],
    ...["message_text", "message_body", "body", "text", "comment", "content", "message", "full_text"],
    ...["selftext", "statement", "claim", "argument", "answer", "response", "reply", "opinion", "post"],
    ...["utterance", "review", "feedback", "tweet", "description"],
  ],
  id: [
    ...["comment_id", "id_comment", "id", "_id", "uuid", "guid", "message_id", "utterance_id", "reply_id"],
    ...["post_number", "tweet_id", "response_id", "answer_id", "comment_no", "comment_number", "post_id"],
  ],
  author: [
    ...["author", "author_name", "comment_author", "username", "user_name", "user", "screen_name", "login"],
    ...["display_name", "commenter", "commenter_name", "speaker", "poster", "posted_by", "written_by"],
    ...["created_by", "creator", "owner", "participant", "participant_name", "respondent", "interview"],
    ...["interviewee", "nickname", "handle", "name", "full_name", "by", "from", "sender", "person", "who"],
  ],
  authorId: [
    ...["author_id", "user_id", "comment_author_id", "uid", "speaker_id", "participant_id", "commenter_id"],
    ...["poster_id", "owner_user_id", "respondent_id", "account_id", "person_id"],
  ],
  createdAt: [
    ...["created_at", "created_utc", "created", "creation_date", "created_date", "date_created", "posted_at"],
    ...["post_date", "posted", "date_posted", "posted_on", "published_at", "published", "publish_date"],
    ...["published_on", "comment_date_gmt", "comment_date", "comment_time", "submitted_at", "timestamp"],
    ...["datetime", "date_time", "date", "time", "sent_at", "when"],
  ],
  editedAt: [
    ...["edited_at", "last_edited_at", "edited", "updated_at", "updated", "last_edit_date", "modified_at"],
    ...["modified", "last_modified", "date_modified", "edit_date"],
  ],
  parentId: [
    ...["parent_comment_id", "parent_id", "comment_parent", "parent", "parent_post_id", "parent_comment"],
    ...[
      "in_reply_to_id",
      "in_reply_to_status_id",
      "in_reply_to",
      "reply_to_id",
      "reply_to",
      "replying_to_id",
    ],
    ...["reply_to_comment_id", "reply_to_post_number", "responds_to", "response_to", "answer_to"],
  ],
  addressee: [
    ...["reply_to_user", "reply_to_username", "in_reply_to_user", "in_reply_to_screen_name", "replying_to"],
    ...["addressee", "recipient", "reply_to_name", "mentioned_user"],
  ],
  threadId: [
    ...["thread_id", "conversation_id", "discussion_id", "topic_id", "link_id", "submission_id", "story_id"],
    ...["article_id", "page_id", "video_id", "question_id", "issue_id", "thread", "conversation", "post_id"],
    ...["comment_post_id", "root_id"],
  ],
  threadTitle: [
    ...["thread_title", "topic_title", "post_title", "discussion_title", "conversation_title", "link_title"],
    ...["submission_title", "story_title", "article_title", "video_title", "title", "topic", "subject"],
    ...["thread_name", "discussion", "question", "headline"],
  ],
  url: [
    ...[
      "permalink",
      "comment_url",
      "comment_link",
      "url",
      "link",
      "href",
      "source_url",
      "post_url",
      "web_url",
    ],
  ],
  score: [
    ...[
      "score",
      "karma",
      "points",
      "upvotes",
      "ups",
      "likes",
      "like_count",
      "votes",
      "vote_count",
      "up_votes",
    ],
    ...["number_of_likes", "reactions"],
  ],
  status: ["status", "comment_status", "comment_approved", "state", "is_deleted", "deleted", "removed"],
  markup: ["markup", "text_format", "body_format", "content_type", "format"],
};

/** A name of a column without what people write differently. */
export function columnKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const fieldsOfKey = new Map<string, Map<TableField, number>>();
for (const field of tableFields)
  for (const [rank, name] of synonyms[field].entries()) {
    const key = columnKey(name);
    fieldsOfKey.set(key, (fieldsOfKey.get(key) ?? new Map()).set(field, rank));
  }

/** Whether a header cell is the name of something that a comment has. */
export function isKnownColumn(name: string): boolean {
  return fieldsOfKey.has(columnKey(name));
}

/** Which column, counted from 0, holds which field. */
export type ColumnMap = ReadonlyMap<TableField, number>;

/**
 * Finds the columns of a table by the names in its header; what the user says goes first.
 *
 * A name that means two things (`post_id` is the comment or what it stands under) serves the field that is listed
 * first and has no better column.
 *
 * @param given - field to name of the column, as `--columns text=body` says it.
 * @throws AppError `import.field-unknown` when a given field or column does not exist.
 */
export function mapColumns(
  names: readonly string[],
  given: ReadonlyMap<string, string>,
  file: string,
): ColumnMap {
  const columns = new Map<TableField, number>();
  for (const [field, column] of given) {
    if (!isTableField(field))
      throw new AppError("import.field-unknown", `a comment has no field "${field}"`, {
        hint: `Name one of: ${tableFields.join(", ")}.`,
      });
    const exact = names.indexOf(column);
    const index = exact >= 0 ? exact : names.findIndex((name) => columnKey(name) === columnKey(column));
    if (index < 0)
      throw new AppError("import.field-unknown", `${file}: there is no column "${column}"`, {
        hint: `The columns are: ${names.join(", ")}.`,
      });
    columns.set(field, index);
  }
  const taken = new Set(columns.values());
  for (const field of tableFields) {
    if (columns.has(field)) continue;
    let best: number | null = null;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const [index, name] of names.entries()) {
      const rank = fieldsOfKey.get(columnKey(name))?.get(field);
      if (rank === undefined || rank >= bestRank || taken.has(index)) continue;
      best = index;
      bestRank = rank;
    }
    if (best === null) continue;
    columns.set(field, best);
    taken.add(best);
  }
  return columns;
}

function isTableField(field: string): field is TableField {
  return tableFields.some((name) => name === field);
}
