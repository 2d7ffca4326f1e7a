import type { ImportRecord, QuoteDraft } from "../model/draft.ts";
import type { Span } from "../model/span.ts";
import { readHead } from "../text/decode.ts";
import { readMarkup } from "../text/markup.ts";
import { fromOrigin } from "../text/offset-map.ts";
import { readInstant } from "../text/time.ts";
import { commentDraft } from "./comment-draft.ts";
import { type Discussion, readDiscussion, readQuoteRanges } from "./iac/discussion.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { report } from "./report.ts";

const discussionFile = /(?:^|\/)discussions\/([^/]+\.json)$/u;
const discussionStart = /^\s*\[\s*\[\s*\[\s*(?:\d+|"[^"]*")\s*,\s*(?:null|"[^"]*")\s*,\s*(?:null|")/u;
const rangesStart = /^\s*\[\s*\[\s*\d+\s*,\s*\[\s*\d+\s*,\s*\d+\s*,\s*\{/u;

/**
 * The Internet Argument Corpus, version 1: a folder with `discussions/<id>.json` and
 * `ranges/quotes/<id>.json`, or one discussion alone, whose quotes then are not marked.
 *
 * `record` of a draft is a JSON pointer to the post, `field` the place of the text in it.
 *
 * @see Walker, Fox Tree, Anand, Abbott, King 2012, "A Corpus for Research on Deliberation and Debate", LREC.
 */
export const iac: Importer = {
  id: "iac",
  describes: "the Internet Argument Corpus: its folder, or one discussion",
  keeps: ["id", "author", "time", "parent", "quote"],
  sniff: (head) => (discussionStart.test(head) ? 0.97 : rangesStart.test(head) ? 0.95 : 0),
  sniffFolder: (paths) => (paths.some((path) => discussionFile.test(path)) ? 0.95 : 0),
  read,
};

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  if (input.files === null) {
    if (rangesStart.test(await readHead(input.open(), input.name)))
      yield report(
        "warning",
        "import.record-invalid",
        input.name,
        "no posts stand in it; name the folder of the corpus, so that it is read with them",
      );
    else yield* readPosts(input, null, options, 0);
    return;
  }
  let index = 0;
  for (const file of input.files) {
    const name = discussionFile.exec(file.name)?.[1];
    if (name === undefined) continue;
    const root = file.name.slice(0, -`discussions/${name}`.length);
    const ranges = input.files.find((other) => other.name === `${root}ranges/quotes/${name}`) ?? null;
    for await (const record of readPosts(file, ranges, options, index)) {
      if (record.kind === "comment") index++;
      yield record;
    }
  }
}

async function* readPosts(
  input: Input,
  ranges: Input | null,
  options: ImportOptions,
  firstIndex: number,
): AsyncGenerator<ImportRecord> {
  const discussion = yield* readDiscussion(input, options);
  const host = hostOf(discussion, options);
  const idOf = (native: string) => `${host}:${native}`;
  const quotes = ranges === null ? new Map<string, never[]>() : yield* readQuoteRanges(ranges, options, idOf);
  const { posts, title, url, native } = discussion;
  let index = firstIndex;
  for (const { post, pointer } of posts) {
    const read = await readMarkup(post.text, "plain");
    const marked: QuoteDraft[] = [];
    for (const quote of quotes.get(post.id) ?? []) {
      const span = fromOrigin(read.offsets, inUnits(quote.span, post.text));
      if (span !== null) marked.push({ ...quote, span });
      else
        yield report(
          "warning",
          "import.span-invalid",
          `${input.name}#${pointer}`,
          `the quote ${quote.span.start}-${quote.span.end} holds no words and was left out`,
          idOf(post.id),
        );
    }
    const comment = commentDraft(read, {
      id: idOf(post.id),
      index: index++,
      threadId: native === null ? null : idOf(native),
      threadTitle: title,
      parentId: post.parent === null || post.parent === post.id ? null : idOf(post.parent),
      author:
        post.author === null || post.author === "" ? null : { id: idOf(post.author), name: post.author },
      createdAt: post.seconds === null ? null : readInstant(post.seconds),
      url,
      quotes: marked.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
      record: input.name.includes("/") ? `${input.name}#${pointer}` : pointer,
      field: "3",
    });
    yield { kind: "comment", comment };
  }
}

function hostOf({ url }: Discussion, options: ImportOptions): string {
  const site = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, "") : "";
  return site === "" ? options.host : siteHost(site, options);
}

/** A place that counts characters, as Python does, in UTF-16 units. */
function inUnits({ start, end }: Span, text: string): Span {
  if (!/\p{Surrogate}|[\u{10000}-\u{10ffff}]/u.test(text)) return { start, end };
  const characters = Array.from(text);
  const units = (count: number) => characters.slice(0, count).join("").length;
  return { start: units(start), end: units(end) };
}
