import { readMarkup } from "../../text/markup.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft } from "../comment-draft.ts";
import type { XmlElement } from "../xml-elements.ts";
import { idIn, numberIn, type RowDraft, type SiteContext } from "./site.ts";

/** `PostTypeId` of what people argue in; others are wikis of tags, elections and notes of moderators. */
const question = 1;
const answer = 2;

/** A row of `Posts.xml`, whose body is HTML. */
export async function postRowDraft(
  row: XmlElement,
  { host, isAddress, people, posts }: SiteContext,
): Promise<RowDraft | "skipped"> {
  const { attributes } = row;
  const id = idIn(row, "Id");
  const type = numberIn(row, "PostTypeId");
  const source = attributes.get("Body");
  if (id === null || type === null || source === undefined)
    return { problem: "the row lacks Id, PostTypeId or Body" };
  if (type !== question && type !== answer) return "skipped";
  const parent = type === answer ? idIn(row, "ParentId") : null;
  if (parent !== null) posts.add(String(id), String(parent));
  const read = await readMarkup(source, "html");
  const edited = attributes.get("LastEditDate");
  const comment = commentDraft(read, {
    id: `${host}:post/${id}`,
    index: id,
    threadId: `${host}:post/${parent ?? id}`,
    threadTitle: attributes.get("Title") || null,
    parentId: parent === null ? null : `${host}:post/${parent}`,
    author: people.author(attributes.get("OwnerUserId"), attributes.get("OwnerDisplayName")),
    createdAt: readInstant(attributes.get("CreationDate") ?? ""),
    editedAt: edited ? readInstant(edited) : null,
    url: isAddress ? `https://${host}/${type === question ? "q" : "a"}/${id}` : null,
    score: numberIn(row, "Score"),
    record: `post ${id}`,
    field: "Body",
  });
  return { comment, warning: null };
}
