import { z } from "zod";
import type { CommentDraft, ImportRecord } from "../../model/draft.ts";
import { describeIssues, parsePlainly } from "../../parse-input.ts";
import { readMarked } from "../../text/marked-quotes.ts";
import { readMarkup } from "../../text/markup.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft } from "../comment-draft.ts";
import { type ImportOptions, siteHost } from "../importer.ts";
import { replyMarks } from "../mail/reply-marks.ts";
import { report, reportMarkup } from "../report.ts";
import { type GithubPlace, pageOf, readPlace } from "./place.ts";
import { readReactions } from "./reactions.ts";
import { type GithubRecord, itemsOf } from "./records.ts";

const login = z.union([z.string(), z.object({ login: z.string() })]).nullish();
const time = z.string().nullish();
const text = z.string().nullish();

/** What is used of an issue, a discussion or a comment, in the spellings of both APIs. */
const Item = z.looseObject({
  id: z.union([z.string(), z.int()]).nullish(),
  number: z.int().nullish(),
  title: text,
  body: text,
  bodyHTML: text,
  body_html: text,
  bodyText: text,
  body_text: text,
  user: login,
  author: login,
  created_at: time,
  createdAt: time,
  submitted_at: time,
  submittedAt: time,
  updated_at: time,
  updatedAt: time,
  lastEditedAt: time,
  isMinimized: z.boolean().nullish(),
  in_reply_to_id: z.int().nullish(),
});
type Item = z.output<typeof Item>;

/** What an item is read with: the user's options, where it stands in the input, and its site and topic. */
interface ItemContext {
  readonly options: ImportOptions;
  readonly place: string;
  readonly topic: Topic;
}

interface Topic {
  /** What stands before ids. */
  readonly site: string;
  /** Native id: `owner/name#5`; null when the data does not say it. */
  readonly native: string | null;
  readonly title: string | null;
}

/** An issue, pull request or discussion, and the comments in its object. */
export async function* draftsOfTopic(
  { value, repository }: GithubRecord,
  { options, place }: Omit<ItemContext, "topic">,
): AsyncGenerator<ImportRecord> {
  const item = parsePlainly(Item, value);
  if (!item.success) {
    yield report("error", "import.record-invalid", place, describeIssues(item.error));
    return;
  }
  const { number, title } = item.data;
  const at = readPlace(value) ?? placeWithout(repository, number);
  const topic = topicOf(at, number ?? null, title ?? null, options);
  const context = { options, place, topic };
  if (topic.native !== null && title != null)
    yield* draftOf(item.data, { ...context, id: topic.native, parent: null });
  for (const [name, kind] of lists)
    for (const [index, one] of (itemsOf(value[name]) ?? []).entries())
      yield* draftsOfItem(one, {
        ...context,
        place: `${place}/${name}/${index}`,
        otherwise: `${kind}${index + 1}`,
        parent: topic.native,
      });
}

/** Lists of comments in a topic, and what stands before the number of a comment that has no id. */
const lists = [
  ["comments", ""],
  ["reviews", "review-"],
  ["reviewThreads", "thread-"],
] as const;

/** A comment that says by its address where it belongs, and the replies in its object. */
export function draftsOfComment(
  { value }: GithubRecord,
  { options, place }: Omit<ItemContext, "topic">,
): AsyncGenerator<ImportRecord> {
  const at = readPlace(value);
  const topic = topicOf(at, at?.number ?? null, null, options);
  return draftsOfItem(value, { options, place, topic, otherwise: "1", parent: topic.native });
}

interface CommentContext extends ItemContext {
  /** What stands for its id where it has none. */
  readonly otherwise: string;
  /** Native id of what it answers, unless it says that itself. */
  readonly parent: string | null;
}

async function* draftsOfItem(value: unknown, context: CommentContext): AsyncGenerator<ImportRecord> {
  // What was taken out before leaves null behind.
  if (value === null) return;
  const item = parsePlainly(Item, value);
  if (!item.success) {
    yield report("error", "import.record-invalid", context.place, describeIssues(item.error));
    return;
  }
  const { topic, parent } = context;
  const place = readPlace(item.data);
  const end = place?.fragment ?? (item.data.id == null ? context.otherwise : String(item.data.id));
  const id = topic.native === null ? end : `${topic.native}/${end}`;
  const answered = item.data.in_reply_to_id;
  const isSaid = bodyOf(item.data) !== null;
  if (isSaid)
    yield* draftOf(item.data, {
      ...context,
      id,
      parent: answered == null ? parent : `${topic.native}/discussion_r${answered}`,
    });
  // A review without words and a thread of a review stand for nothing of their own.
  for (const name of ["replies", "comments"])
    for (const [index, one] of (itemsOf(item.data[name]) ?? []).entries())
      yield* draftsOfItem(one, {
        ...context,
        place: `${context.place}/${name}/${index}`,
        otherwise: `${end}-${index + 1}`,
        parent: isSaid ? id : parent,
      });
}

async function* draftOf(
  item: Item,
  { place, topic, id, parent }: ItemContext & { readonly id: string; readonly parent: string | null },
): AsyncGenerator<ImportRecord> {
  const withSite = (native: string): string => `${topic.site}:${native}`;
  const source = bodyOf(item) ?? { field: "body", text: "", markup: "md" };
  const marksIn = source.markup === "md" ? replyMarks : () => [];
  const read = await readMarked(source.text, marksIn, (part) => readMarkup(part, source.markup));
  if (read.problem !== null) yield reportMarkup(place, read.problem, withSite(id));
  const written = item.created_at ?? item.createdAt ?? item.submitted_at ?? item.submittedAt;
  const name = loginOf(item.user) ?? loginOf(item.author);
  const comment: CommentDraft = commentDraft(
    { ...read, quotes: [] },
    {
      id: withSite(id),
      index: 0,
      threadId: topic.native === null ? null : withSite(topic.native),
      threadTitle: topic.title,
      parentId: parent === null ? null : withSite(parent),
      author: name === null ? null : { id: withSite(name), name },
      createdAt: written ? readInstant(written) : null,
      editedAt: editedAt(item, written ?? null),
      url: pageOf(item),
      ...readReactions(item, withSite),
      status: item.isMinimized ? "hidden" : "live",
      quotes: read.quotes.map(({ span, header }) => ({
        span,
        how: header === null ? "markup" : "header",
        score: 1,
        speaker: header?.speaker ?? null,
        source: null,
      })),
      record: id,
      field: source.field,
    },
  );
  yield { kind: "comment", comment };
}

/** An account that was removed is shown as "ghost": nobody knows who it was, and two ghosts are not one person. */
function loginOf(user: Item["user"]): string | null {
  const name = typeof user === "string" ? user : (user?.login ?? "");
  return name === "" || name === "ghost" ? null : name;
}

function bodyOf(
  item: Item,
): { readonly field: string; readonly text: string; readonly markup: "md" | "html" | "plain" } | null {
  const fields = [
    ["body", "md"],
    ["bodyHTML", "html"],
    ["body_html", "html"],
    ["bodyText", "plain"],
    ["body_text", "plain"],
  ] as const;
  for (const [field, markup] of fields) {
    const words = item[field];
    if (words != null && words.trim() !== "") return { field, text: words, markup };
  }
  return null;
}

/** An issue counts as updated when its label changes, a comment only when its words do. */
function editedAt(item: Item, written: string | null): string | null {
  if (item.lastEditedAt) return readInstant(item.lastEditedAt);
  const updated = readInstant(item.updated_at ?? item.updatedAt ?? "");
  const created = readInstant(written ?? "");
  return item.title == null && updated !== null && created !== null && updated > created ? updated : null;
}

function topicOf(
  place: Pick<GithubPlace, "site" | "repository"> | null,
  number: number | null,
  title: string | null,
  options: ImportOptions,
): Topic {
  const site = place === null ? options.host : siteHost(place.site, options);
  if (number === null) return { site, native: null, title };
  return { site, native: place === null ? String(number) : `${place.repository}#${number}`, title };
}

function placeWithout(
  repository: string | null,
  number: number | null | undefined,
): Pick<GithubPlace, "site" | "repository"> | null {
  return repository === null || number == null ? null : { site: "github.com", repository };
}
