import { z } from "zod";
import type { ImportRecord } from "../../model/draft.ts";
import { describeIssues, parsePlainly } from "../../parse-input.ts";
import { readMarkup } from "../../text/markup.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft } from "../comment-draft.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { hasMembers } from "../json-input.ts";
import { readJsonOrLines } from "../json-or-lines.ts";
import { report, reportMarkup } from "../report.ts";

const id = z.union([z.int(), z.string().min(1)]).transform(String);

const Page = z.object({
  id,
  title: z.string().nullish(),
  comments: z.array(z.unknown()),
});

const PageComment = z.object({
  id,
  parent: id.nullish(),
  author: z.string().nullish(),
  text: z.string(),
  created: z.union([z.string(), z.number()]).nullish(),
  modified: z.union([z.string(), z.number()]).nullish(),
});

/** Reads a list of pages, each with its comments in Markdown. A comment's number counts within its page. */
export async function* readGenericComments(
  input: Input,
  options: ImportOptions,
): AsyncGenerator<ImportRecord> {
  const pages = readJsonOrLines(input, {
    maxRecordBytes: options.maxRecordBytes,
    what: "pages",
    take: ({ value }) => (hasMembers(value, "id", "comments") ? value : null),
    idOf: () => null,
  });
  let index = 0;
  for await (const event of pages) {
    if (event.kind !== "found") {
      yield event;
      continue;
    }
    const page = parsePlainly(Page, event.value);
    if (!page.success) {
      yield report("error", "import.record-invalid", event.place, describeIssues(page.error));
      continue;
    }
    const threadId = `${options.host}:${page.data.id}`;
    for (const [position, one] of page.data.comments.entries()) {
      const place = `${event.place}/comments/${position}`;
      const comment = parsePlainly(PageComment, one);
      if (!comment.success) {
        yield report("error", "import.record-invalid", place, describeIssues(comment.error));
        continue;
      }
      const { id: number, parent, author, text, created, modified } = comment.data;
      const read = await readMarkup(text, "md");
      if (read.problem !== null) yield reportMarkup(place, read.problem, `${threadId}#${number}`);
      yield {
        kind: "comment",
        comment: commentDraft(read, {
          id: `${threadId}#${number}`,
          index: index++,
          threadId,
          threadTitle: page.data.title ? plainTitle(page.data.title) : null,
          parentId: parent == null ? null : `${threadId}#${parent}`,
          author: author ? { id: `${options.host}:${author}`, name: author } : null,
          createdAt: created == null ? null : readInstant(created),
          editedAt: modified == null ? null : readInstant(modified),
          url: URL.canParse(page.data.id) ? `${page.data.id}#isso-${number}` : null,
          record: `${page.data.id}#${number}`,
          field: "text",
        }),
      };
    }
  }
}

/** A title as people read it; some exports write it as forms are sent: `Nat+%26+Miguel`. */
function plainTitle(title: string): string {
  if (/\s/u.test(title) || !/\+|%[0-9a-f]{2}/iu.test(title)) return title;
  try {
    return decodeURIComponent(title.replaceAll("+", " "));
  } catch {
    return title;
  }
}
