import type { CommentDraft, ImportRecord } from "../model/draft.ts";
import { decodeText } from "../text/decode.ts";
import { readMarkup } from "../text/markup.ts";
import { readInstant } from "../text/time.ts";
import { commentDraft, noText } from "./comment-draft.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { nothingFound } from "./json-input.ts";
import { report, reportElement } from "./report.ts";
import { childOf, childText, readXmlElements, type XmlElement } from "./xml-elements.ts";

/**
 * The export of a Disqus forum: threads, one for each page, and then the posts in them.
 *
 * Posts and threads are numbered apart over all forums: `disqus.com:4`, `disqus.com:thread/2`. The page
 * itself is not in the file, so a post that answers none has no parent. `record` is the post's number,
 * `field` is `message`.
 */
export const disqus: Importer = {
  id: "disqus",
  describes: "a Disqus export, comments of a site as XML",
  keeps: ["id", "author", "time", "parent", "quote", "deletion"],
  sniff: (head) => {
    if (!/^\s*</u.test(head)) return 0;
    return /<disqus\b[^>]*\bxmlns\s*=\s*["']https?:\/\/disqus\.com/u.test(head)
      ? 1
      : /<disqus\b/u.test(head)
        ? 0.9
        : 0;
  },
  read,
};

/** Titles and addresses are held for so many threads; posts of further ones are read without. */
const mostThreads = 100_000;

interface Thread {
  readonly title: string | null;
  readonly link: string | null;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const site = siteHost("disqus.com", options);
  const threads = new Map<string, Thread>();
  let index = 0;
  let found = 0;
  const events = readXmlElements(decodeText(input.open(), input.name), {
    // A post names its thread in an element of the same name.
    wants: (name, within) => name === "post" || (name === "thread" && within !== "post"),
    maxLength: options.maxRecordBytes,
  });
  for await (const event of events) {
    if (event.kind === "problem") {
      yield reportElement(input.name, event);
      continue;
    }
    const { element, ordinal } = event;
    found++;
    const id = numberOf(element);
    if (id === null) {
      const place = `${input.name}: ${element.name} (${ordinal})`;
      yield report("error", "import.record-invalid", place, "dsq:id is no number");
    } else if (element.name === "post")
      yield { kind: "comment", comment: await postDraft(element, id, { site, threads, index: index++ }) };
    else if (threads.size < mostThreads)
      threads.set(id, { title: childText(element, "title"), link: childText(element, "link") });
  }
  if (found === 0) throw nothingFound(input, "posts", null);
}

async function postDraft(
  post: XmlElement,
  id: string,
  { site, threads, index }: { site: string; threads: ReadonlyMap<string, Thread>; index: number },
): Promise<CommentDraft> {
  const threadId = numberOf(childOf(post, "thread"));
  const thread = threads.get(threadId ?? "");
  const parent = numberOf(childOf(post, "parent"));
  const status = statusOf(post);
  const isGone = status === "deleted" || status === "removed";
  const read = isGone ? noText : await readMarkup(childOf(post, "message")?.text ?? "", "html");
  return commentDraft(read, {
    id: `${site}:${id}`,
    index,
    threadId: threadId === null ? null : `${site}:thread/${threadId}`,
    threadTitle: thread?.title ?? null,
    parentId: parent === null ? null : `${site}:${parent}`,
    author: authorOf(childOf(post, "author"), site),
    createdAt: readInstant(childText(post, "createdAt") ?? ""),
    url: thread?.link ? `${thread.link}#comment-${id}` : null,
    status,
    record: id,
    field: "message",
  });
}

function statusOf(post: XmlElement): CommentDraft["status"] {
  if (childText(post, "isDeleted") === "true") return "deleted";
  if (childText(post, "isSpam") === "true") return "removed";
  return childText(post, "isApproved") === "false" ? "hidden" : "live";
}

/** A guest has no account, and may bear the name of one. */
function authorOf(author: XmlElement | null, site: string): CommentDraft["author"] {
  const name = childText(author, "name");
  const username = childText(author, "username");
  if (username !== null && childText(author, "isAnonymous") !== "true")
    return { id: `${site}:${username}`, name: name ?? username };
  return name === null ? null : { id: `${site}:guest/${name}`, name };
}

function numberOf(element: XmlElement | null): string | null {
  const id = element?.attributes.get("dsq:id");
  return id !== undefined && /^\d{1,20}$/u.test(id) ? id : null;
}
