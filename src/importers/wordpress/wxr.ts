import type { CommentDraft, ImportRecord } from "../../model/draft.ts";
import { decodeText } from "../../text/decode.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft, noText } from "../comment-draft.ts";
import { type ImportOptions, type Input, siteHost } from "../importer.ts";
import { nothingFound } from "../json-input.ts";
import { report, reportElement } from "../report.ts";
import { childOf, childText, readXmlElements, type XmlElement } from "../xml-elements.ts";
import { readAutop } from "./autop.ts";

const taken = new Set(["item", "wp:comment", "wp:base_blog_url"]);
/** What people write; menus, pictures and styles are items, too. */
const written = new Set(["post", "page", ""]);
/** Notes of other blogs that they link here. */
const machineMade = new Set(["pingback", "trackback"]);

/** Reads an export of a blog. Comments come before the post that they stand in. */
export async function* readWxr(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const blog = new Blog(options);
  let found = 0;
  const events = readXmlElements(decodeText(input.open(), input.name), {
    wants: (name) => taken.has(name),
    maxLength: options.maxRecordBytes,
  });
  for await (const event of events) {
    if (event.kind === "problem") {
      yield reportElement(input.name, event);
      continue;
    }
    const { element, around, ordinal } = event;
    if (element.name === "wp:base_blog_url") blog.base = element.text.trim();
    else {
      found++;
      const draft = element.name === "item" ? blog.post(element) : blog.comment(element, around);
      if (draft === "skipped") continue;
      if ("problem" in draft)
        yield report(
          "error",
          "import.record-invalid",
          `${input.name}: ${element.name} ${ordinal}`,
          draft.problem,
        );
      else yield { kind: "comment", comment: draft };
    }
  }
  if (found === 0) throw nothingFound(input, "posts", null);
  if (blog.skipped > 0)
    yield report(
      "note",
      "import.record-skipped",
      input.name,
      `left out as pictures, menus or links from other blogs: ${blog.skipped}`,
    );
}

/** What is known of the blog while its items are read. */
class Blog {
  base = "";
  skipped = 0;
  readonly #options: ImportOptions;
  #index = 0;
  #hasComments = false;

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  post(item: XmlElement): CommentDraft | "skipped" {
    const hasComments = this.#hasComments;
    this.#hasComments = false;
    const id = this.#postId(item);
    const source = childOf(item, "content:encoded")?.text ?? "";
    const type = childText(item, "wp:post_type") ?? "";
    if (id === null || !(hasComments || written.has(type))) {
      this.skipped++;
      return "skipped";
    }
    if (source.trim() === "" && !hasComments) return "skipped";
    const author = childText(item, "dc:creator");
    return commentDraft(readAutop(source), {
      ...this.#thread(item),
      id,
      index: this.#index++,
      author: author === null ? null : { id: `${this.#site(item)}:${author}`, name: author },
      createdAt: instantOf(item, "wp:post_date_gmt") ?? instantOf(item, "wp:post_date"),
      url: childText(item, "link"),
      record: id.slice(this.#site(item).length + 1),
      field: "content:encoded",
    });
  }

  comment(
    element: XmlElement,
    item: XmlElement | null,
  ): CommentDraft | "skipped" | { readonly problem: string } {
    this.#hasComments = true;
    const id = childText(element, "wp:comment_id");
    if (id === null || !/^\d{1,15}$/u.test(id)) return { problem: "wp:comment_id is no number" };
    if (machineMade.has(childText(element, "wp:comment_type") ?? "")) {
      this.skipped++;
      return "skipped";
    }
    const site = this.#site(item);
    const parent = childText(element, "wp:comment_parent") ?? "0";
    const name = childText(element, "wp:comment_author");
    const status = statusOf(childText(element, "wp:comment_approved"));
    const isGone = status === "deleted" || status === "removed";
    const link = childText(item, "link");
    return commentDraft(isGone ? noText : readAutop(childOf(element, "wp:comment_content")?.text ?? ""), {
      ...this.#thread(item),
      id: `${site}:comment/${id}`,
      index: this.#index++,
      parentId: parent === "0" ? this.#postId(item) : `${site}:comment/${parent}`,
      // "Anonymous" is what the blog shows for people who gave no name: they are not one person.
      author: name === null || name === "Anonymous" ? null : { id: `${site}:${name}`, name },
      createdAt: instantOf(element, "wp:comment_date_gmt") ?? instantOf(element, "wp:comment_date"),
      url: link === null ? null : `${link}#comment-${id}`,
      status,
      record: `comment/${id}`,
      field: "wp:comment_content",
    });
  }

  #thread(item: XmlElement | null): Pick<CommentDraft, "threadId" | "threadTitle"> {
    return { threadId: this.#postId(item), threadTitle: childText(item, "title") };
  }

  /** The post's number, which an address such as `?p=4` holds, too; else the address. */
  #postId(item: XmlElement | null): string | null {
    const link = childText(item, "link") ?? "";
    const number = childText(item, "wp:post_id") ?? /[?&]p=(\d+)/u.exec(link)?.[1];
    if (number !== undefined) return `${this.#site(item)}:post/${number}`;
    const path = URL.canParse(link) ? new URL(link).pathname : link;
    return path === "" ? null : `${this.#site(item)}:${path}`;
  }

  #site(item: XmlElement | null): string {
    for (const address of [this.base, childText(item, "link") ?? ""])
      if (URL.canParse(address) && new URL(address).hostname !== "")
        return siteHost(new URL(address).hostname.replace(/^www\./u, ""), this.#options);
    return this.#options.host;
  }
}

function statusOf(approved: string | null): CommentDraft["status"] {
  if (approved === "spam") return "removed";
  if (approved === "trash" || approved === "post-trashed") return "deleted";
  return approved === "0" ? "hidden" : "live";
}

function instantOf(element: XmlElement, name: string): string | null {
  return readInstant(childText(element, name) ?? "");
}
