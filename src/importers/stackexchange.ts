import type { ImportRecord } from "../model/draft.ts";
import { decodeText, emptyInput } from "../text/decode.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { nothingFound } from "./json-input.ts";
import { report, reportElement } from "./report.ts";
import { commentRowDraft } from "./stackexchange/comment-rows.ts";
import { postRowDraft } from "./stackexchange/post-rows.ts";
import { People, Posts, type SiteContext, siteOf } from "./stackexchange/site.ts";
import { readXmlElements, type XmlElement } from "./xml-elements.ts";

/**
 * A site of Stack Exchange as its data dump has it: `Comments.xml`, alone or in a folder with `Posts.xml` and
 * `Users.xml`.
 *
 * Questions, answers and comments are comments of ours: an answer answers its question, a comment its post,
 * and "@name" in a comment names whom of those before it. Posts and comments are numbered apart, hence
 * `site:post/4` and `site:comment/8`. `record` is the kind of row and its `Id`, `field` its attribute. The
 * dump names its site nowhere but in the name of its folder. Deleted comments are not in it, and edits of
 * comments leave no mark.
 */
export const stackexchange: Importer = {
  id: "stackexchange",
  describes: "a Stack Exchange data dump: Comments.xml, or its folder with Posts.xml and Users.xml",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "votes"],
  sniff: (head) => {
    const start = /^\s*(?:<\?xml[^>]*>\s*)?<(comments|posts)\b[^>]*>/u.exec(head)?.[1];
    if (start === undefined) return 0;
    const isRow = start === "comments" ? /<row\s[^>]*\bPostId="/u : /<row\s[^>]*\bPostTypeId="/u;
    return isRow.test(head) ? 0.98 : 0.5;
  },
  sniffFolder: (paths) => (paths.some((path) => fileKind(path) === "comments") ? 0.95 : 0),
  read,
};

type Kind = "users" | "posts" | "comments";

const isKind = (name: string | null): name is Kind =>
  name === "users" || name === "posts" || name === "comments";

function fileKind(path: string): Kind | null {
  const name = /(?:^|\/)(users|posts|comments)\.xml$/iu.exec(path)?.[1]?.toLowerCase() ?? null;
  return isKind(name) ? name : null;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const site = siteOf(input.name, options);
  const context: SiteContext = { ...site, people: new People(site.host), posts: new Posts() };
  // Users come first, for their names, and comments last, because they answer posts.
  const files = input.files ?? [input];
  const ordered =
    input.files === null
      ? files
      : (["users", "posts", "comments"] as const).flatMap((kind) =>
          files.filter(({ name }) => fileKind(name) === kind),
        );
  if (ordered.length === 0) throw emptyInput(input.name);
  const count = { rows: 0, skipped: 0 };
  for (const file of ordered) yield* readFile(file, context, options, count);
  if (count.rows === 0) throw nothingFound(input, "rows", null);
  if (count.skipped > 0)
    yield report(
      "note",
      "import.record-skipped",
      input.name,
      `left out as neither question nor answer: ${count.skipped}`,
    );
  if (context.people.forgotten > 0)
    yield report(
      "note",
      "import.record-skipped",
      input.name,
      `the names of ${context.people.forgotten} people did not fit; they appear by their numbers`,
    );
}

async function* readFile(
  file: Input,
  context: SiteContext,
  options: ImportOptions,
  count: { rows: number; skipped: number },
): AsyncGenerator<ImportRecord> {
  const events = readXmlElements(decodeText(file.open(), file.name), {
    wants: (name) => name === "row",
    maxLength: options.maxRecordBytes,
  });
  for await (const event of events) {
    if (event.kind === "problem") {
      yield reportElement(file.name, event);
      continue;
    }
    if (!isKind(event.within)) continue;
    count.rows++;
    if (event.within === "users") {
      context.people.add(event.element);
      continue;
    }
    const place = `${file.name}: row ${event.element.attributes.get("Id") ?? ""} (${event.ordinal})`;
    const draft = await draftOf(event.within, event.element, context);
    if (draft === "skipped") count.skipped++;
    else if ("problem" in draft) yield report("error", "import.record-invalid", place, draft.problem);
    else {
      if (draft.warning !== null)
        yield report("warning", "import.record-invalid", place, draft.warning, draft.comment.id);
      yield { kind: "comment", comment: draft.comment };
    }
  }
}

function draftOf(kind: "posts" | "comments", row: XmlElement, context: SiteContext) {
  return kind === "posts" ? postRowDraft(row, context) : commentRowDraft(row, context);
}
