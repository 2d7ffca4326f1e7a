import type { ImportRecord } from "../model/draft.ts";
import type { Offsets } from "../model/origin.ts";
import { readMarkup } from "../text/markup.ts";
import { composeOffsets, unifyLineEnds } from "../text/offset-map.ts";
import { commentDraft, noText } from "./comment-draft.ts";
import { isApiPage, readApiPage } from "./forummagnum/api-page.ts";
import type { Page, PageComment } from "./forummagnum/page-comment.ts";
import { addressOf, reportUsualSite, siteOfAddress, usualSite } from "./forummagnum/site.ts";
import { isWebClip, readWebClip } from "./forummagnum/web-clip.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { instantOf } from "./instant-of.ts";
import { nothingFound } from "./json-input.ts";
import { readWhole } from "./read-whole.ts";
import { report } from "./report.ts";

/**
 * Comments of LessWrong and other ForumMagnum sites in Markdown: the page that the site itself writes, or a thread
 * that a browser's clipper saved with the ids of its comments.
 *
 * People have the names that stand in addresses as ids here, because the pages do not tell those of their
 * accounts. The post is no part of the page, so it becomes a stub.
 */
export const forummagnumMarkdown: Importer = {
  id: "forummagnum-markdown",
  describes: "LessWrong, EA Forum: comments as the site's Markdown API or a web clipper writes them",
  keeps: ["id", "author", "time", "parent", "quote", "votes", "reactions"],
  sniff: (head) => (isApiPage(head) || isWebClip(head) ? 0.98 : 0),
  read,
};

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const { text, offsets } = unifyLineEnds(await readWhole(input, options, "a page"));
  const page = isWebClip(text) && !isApiPage(text) ? readWebClip(text) : readApiPage(text);
  const people = idsByName(page);
  let index = 0;
  let isGuessed = false;
  for (const comment of page.comments) {
    if ("message" in comment) {
      yield report("error", "import.record-invalid", `${input.name}:${comment.line}`, comment.message);
      continue;
    }
    const site = siteOfAddress(comment.url ?? "");
    isGuessed ||= site === null && !options.isHostGiven;
    const host = siteHost(site ?? usualSite, options);
    const place = `${input.name}:${comment.line}`;
    yield* await draftOf(comment, {
      place,
      host,
      site: site ?? usualSite,
      page,
      people,
      index: index++,
      offsets,
    });
  }
  if (index === 0) throw nothingFound(input, "comments of a forum", null);
  if (isGuessed) yield reportUsualSite(input.name);
}

/** What stands in place of a text that the page does not have. */
const noBody = "_[No comment body available]_";

/** The names that stand in addresses for those shown, of the people who wrote a comment of the page. */
function idsByName({ comments }: Page): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const comment of comments)
    if ("author" in comment && comment.author && !ids.has(comment.author.name))
      ids.set(comment.author.name, comment.author.id);
  return ids;
}

interface Around {
  readonly place: string;
  readonly host: string;
  readonly site: string;
  readonly page: Page;
  readonly people: ReadonlyMap<string, string>;
  readonly index: number;
  readonly offsets: Offsets;
}

async function draftOf(
  comment: PageComment,
  { place, host, site, page, people, index, offsets }: Around,
): Promise<readonly ImportRecord[]> {
  const id = comment.id === null ? null : `${host}:${comment.id}`;
  const warnings: ImportRecord[] = [];
  const warn = (message: string): void => {
    warnings.push(report("warning", "import.record-invalid", place, message, id));
  };
  const { body, parent, author, url } = comment;
  const post = comment.post ?? page.post;
  const isGone = body.text.trim() === noBody;
  const read = isGone ? { ...noText, problem: null } : await readMarkup(body.text, "md");
  if (read.problem !== null) warn(`the Markdown was kept as plain text: ${read.problem}`);
  const inPage = composeOffsets(read.offsets, body.offsets);
  const answered = parent ?? post;
  const draft = commentDraft(
    { ...read, offsets: composeOffsets(inPage, offsets) },
    {
      id,
      index,
      threadId: post === null ? null : `${host}:${post}`,
      threadTitle: page.title,
      parentId: answered === null ? null : `${host}:${answered}`,
      author: author === null ? null : { id: `${host}:${author.id}`, name: author.name },
      createdAt: instantOf("the time", comment.time, warn),
      url: url?.startsWith("/") ? `${addressOf(site)}${url}` : url,
      score: comment.score,
      status: isGone ? "hidden" : "live",
      reactions: comment.reactions.map((react) => ({
        ...react,
        by: react.by === null ? null : `${host}:${people.get(react.by) ?? react.by}`,
      })),
    },
  );
  return [...warnings, { kind: "comment", comment: draft }];
}
