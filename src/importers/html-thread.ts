import { AppError } from "../errors.ts";
import type { ImportRecord } from "../model/draft.ts";
import { readMarkup } from "../text/markup.ts";
import { composeOffsets, MappedTextBuilder } from "../text/offset-map.ts";
import { commentDraft } from "./comment-draft.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { readWhole } from "./read-whole.ts";
import { findComments, type PageComment } from "./threads/html-comments.ts";
import { elements, parsePage, wordsIn } from "./threads/html-elements.ts";
import { repeatedIds } from "./threads/repeated-ids.ts";

/**
 * A page with comments, as a browser saves it.
 *
 * What a comment is, who wrote it and when is read from what pages tell machines (`findComments`). The page's own
 * address, where it names one, gives the host of the ids, so that a saved page and the site's export meet.
 */
export const htmlThread: Importer = {
  id: "html-thread",
  describes: "a web page with comments, saved from a browser",
  keeps: ["id", "author", "time", "parent", "quote"],
  sniff,
  read,
};

function sniff(head: string): number {
  if (!/^\s*(?:<!doctype html|<html|<!--|<(?:article|body|div|head|main|meta|ol|section|ul)\b)/iu.test(head))
    return 0;
  const comments = findComments(parsePage(head));
  return comments.length >= 2 ? 0.9 : comments.length === 1 ? 0.6 : 0.3;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const source = await readWhole(input, options, "a page");
  const page = parsePage(source);
  const comments = findComments(page);
  if (comments.length === 0)
    throw new AppError("import.record-invalid", `${input.name}: no comments are marked as such in the page`, {
      hint: "Use the site's own export (elenchus formats lists those that are read), or paste the thread as text.",
    });
  const { url, title } = headOf(page);
  const host = url === null ? options.host : siteHost(url.hostname.replace(/^www\./u, ""), options);
  const threadId = `${host}:${url === null ? "thread" : url.pathname}`;
  const idOf = repeatedIds();
  for (const [index, comment] of comments.entries()) {
    const read = await readBody(source, comment);
    yield {
      kind: "comment",
      comment: commentDraft(read, {
        id: comment.id === null ? idOf(read.text) : `${host}:${comment.id}`,
        index,
        threadId,
        threadTitle: title,
        parentId: comment.parentId === null ? null : `${host}:${comment.parentId}`,
        author: { id: `${host}:${comment.author}`, name: comment.author },
        createdAt: comment.at,
        url:
          url === null || comment.anchor === null
            ? null
            : `${url.href.replace(/#.*$/u, "")}#${comment.anchor}`,
      }),
    };
  }
}

/** The words of a comment, with the way back into the page. */
async function readBody(source: string, { body }: PageComment): Promise<Parameters<typeof commentDraft>[0]> {
  const builder = new MappedTextBuilder();
  for (const { start, end } of body) builder.copy(source.slice(start, end), start);
  const { text, offsets } = builder.build();
  const read = await readMarkup(text, "html");
  return { ...read, offsets: composeOffsets(read.offsets, offsets) };
}

/** The address that the page gives for itself, and its title. */
function headOf(page: ReturnType<typeof parsePage>): {
  readonly url: URL | null;
  readonly title: string | null;
} {
  let address: string | null = null;
  let title: string | null = null;
  let heading: string | null = null;
  for (const element of elements(page)) {
    const { name, attribs } = element;
    if (name === "link" && /\bcanonical\b/u.test(attribs.rel ?? "")) address = attribs.href ?? address;
    if (name === "meta" && attribs.property === "og:url") address ??= attribs.content ?? null;
    if (name === "meta" && attribs.property === "og:title") title ??= attribs.content ?? null;
    if (name === "title" && heading === null) heading = wordsIn(element);
    if (name === "h1" && title === null) title = wordsIn(element);
  }
  const isWeb = address !== null && /^https?:\/\//iu.test(address) && URL.canParse(address);
  return { url: isWeb && address !== null ? new URL(address) : null, title: title || heading || null };
}
