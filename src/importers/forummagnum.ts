import type { z } from "zod";
import type { ImportRecord } from "../model/draft.ts";
import { describeIssues, parsePlainly } from "../parse-input.ts";
import { readHead } from "../text/decode.ts";
import { readDatasetRow, takeDatasetRow } from "./forummagnum/dataset.ts";
import { type ForumPlace, forumComment, forumPost } from "./forummagnum/drafts.ts";
import { ForumComment, ForumPost, type ForumRecord, takeForumRecord } from "./forummagnum/records.ts";
import { reportUsualSite, siteOfAddress, usualSite } from "./forummagnum/site.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { readJsonOrLines } from "./json-or-lines.ts";
import { report } from "./report.ts";

/**
 * Posts, comments, answers and dialogue turns of LessWrong, the EA Forum, the Alignment Forum and others that run
 * ForumMagnum, as their GraphQL API answers them, in either shape of query, or as a dump that lists them; and the
 * rows of the alignment research dataset.
 *
 * The site is that of the first address in the data. Without any it is LessWrong, which a note says.
 */
export const forummagnum: Importer = {
  id: "forummagnum",
  describes:
    "LessWrong, EA Forum and Alignment Forum: answers of the GraphQL API, alignment research dataset",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes", "reactions"],
  sniff: (head) => (/^\s*[[{]/u.test(head) && (isAnswer(head) || isDataset(head)) ? 0.95 : 0),
  read,
};

/** Names that hardly any other software uses beside `_id`; two of them make it sure. */
const telling = [
  "postId",
  "parentCommentId",
  "topLevelCommentId",
  "parentAnswerId",
  "postedAt",
  "baseScore",
  "extendedScore",
  "lastEditedAt",
  "displayName",
  "pageUrl",
  "htmlBody",
  "contents",
];

function isAnswer(head: string): boolean {
  return has(head, "_id") && telling.filter((name) => has(head, name)).length >= 2;
}

function isDataset(head: string): boolean {
  return ["date_published", "authors", "text", "url", "title"].every((name) => has(head, name));
}

function has(head: string, name: string): boolean {
  return new RegExp(`"${name}"\\s*:`, "u").test(head);
}

/** How much of an input is searched for an address of the site, in bytes. */
const siteBytes = 1 << 20;

type Taken = ForumRecord | { readonly kind: "row"; readonly data: object & { readonly _id?: unknown } };

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const named = siteIn(await readHead(input.open(), input.name, { maxBytes: siteBytes }));
  const site = named ?? usualSite;
  const host = siteHost(site, options);
  const records = readJsonOrLines<Taken>(input, {
    maxRecordBytes: options.maxRecordBytes,
    what: "posts or comments of a forum",
    take: (moment) => {
      const row = takeDatasetRow(moment);
      return row === null ? takeForumRecord(moment) : { kind: "row", data: row };
    },
    idOf: ({ data }) => (typeof data._id === "string" ? data._id : null),
  });
  let index = 0;
  let isGuessed = false;
  for await (const event of records) {
    if (event.kind === "diagnostic") yield event;
    else if (event.value.kind === "row")
      yield* readDatasetRow(event.value.data, event.place, options, () => index++);
    else {
      isGuessed ||= named === null && !options.isHostGiven;
      yield* await readRecord(event.value, { place: event.place, site, host, index: index++ });
    }
  }
  if (isGuessed) yield reportUsualSite(input.name);
}

/** The site of the first address of a page; null when there is none. */
function siteIn(head: string): string | null {
  const [, address] = /"pageUrl"\s*:\s*"([^"\\]*)"/u.exec(head) ?? [];
  return address === undefined ? null : siteOfAddress(address);
}

async function readRecord({ kind, data }: ForumRecord, where: ForumPlace): Promise<readonly ImportRecord[]> {
  const invalid = (error: z.ZodError) => [
    report("error", "import.record-invalid", where.place, describeIssues(error)),
  ];
  if (kind === "post") {
    const post = parsePlainly(ForumPost, data);
    return post.success ? forumPost(post.data, where) : invalid(post.error);
  }
  const comment = parsePlainly(ForumComment, data);
  return comment.success ? forumComment(comment.data, where) : invalid(comment.error);
}
