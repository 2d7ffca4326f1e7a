import { readMarkup } from "../../text/markup.ts";
import type { ReadText } from "../../text/reader-text.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft } from "../comment-draft.ts";
import type { XmlElement } from "../xml-elements.ts";
import { idIn, numberIn, type RowDraft, type SiteContext } from "./site.ts";

/** The name behind the first `@` that begins a word; the site itself takes names of three characters and more. */
const mention = /(?<![\p{L}\p{N}_.@/`])@([\p{L}\p{N}_][\p{L}\p{N}_.'’-]{1,38}[\p{L}\p{N}_])/gu;

/**
 * A row of `Comments.xml`. Comments are written in a small Markdown (emphasis, code, links) and have no edit
 * marks; their dates are in UTC without saying so.
 */
export async function commentRowDraft(
  row: XmlElement,
  { host, isAddress, people, posts }: SiteContext,
): Promise<RowDraft> {
  const { attributes } = row;
  const [id, post] = [idIn(row, "Id"), idIn(row, "PostId")];
  const source = attributes.get("Text");
  if (id === null || post === null || source === undefined)
    return { problem: "the row lacks Id, PostId or Text" };
  const read = await readMarkup(source, "md");
  const comment = commentDraft(read, {
    id: `${host}:comment/${id}`,
    index: id,
    threadId: `${host}:post/${posts.questionOf(String(post))}`,
    parentId: `${host}:post/${post}`,
    addressee: addresseeOf(read),
    author: people.author(attributes.get("UserId"), attributes.get("UserDisplayName")),
    createdAt: readInstant(attributes.get("CreationDate") ?? ""),
    url: isAddress ? `https://${host}/q/${post}#comment${id}_${post}` : null,
    score: numberIn(row, "Score"),
    record: `comment ${id}`,
    field: "Text",
  });
  return { comment, warning: read.problem === null ? null : `kept as plain text: ${read.problem}` };
}

/** Whom a comment names; what stands in code is no name. */
function addresseeOf({ text, code }: ReadText): string | null {
  for (const { index, 1: name } of text.matchAll(mention))
    if (name !== undefined && !code.some(({ start, end }) => start <= index && index < end)) return name;
  return null;
}
