import type { CommentDraft, ImportRecord } from "../model/draft.ts";
import type { Span } from "../model/span.ts";
import { readMarkup } from "../text/markup.ts";
import { composeOffsets, fromOrigin } from "../text/offset-map.ts";
import { type Mark, type MarkedPost, type MarkedThread, readMarkedThread } from "./cmv-modes/thread.ts";
import { commentDraft, noText } from "./comment-draft.ts";
import { goneWords, isGoneName } from "./gone-words.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { nothingFound } from "./json-input.ts";
import { readWhole } from "./read-whole.ts";
import { report } from "./report.ts";
import { StatedMap } from "./stated-map.ts";

/**
 * A thread of Change My View with claims and premises marked by annotators.
 *
 * Posts answer each other in their order. A `support` supports what it refers to, and so does an `agreement`
 * of the same person; another's is an answer that is for it. A `rebuttal`, and all that is called an attack
 * or disagreement, disagrees with it. An `undercutter` attacks the step that its premise supports. The title
 * is a comment of its own, so that the post has the words that it has on the site. Origins count in the file.
 *
 * @see Hidey, Musi, Hwang, Muresan, McKeown 2017, "Analyzing the Semantic Types of Claims and Premises in an
 *   Online Persuasive Forum", doi:10.18653/v1/W17-5102.
 */
export const cmvModes: Importer = {
  id: "cmv-modes",
  describes: "a thread of Change My View with marked claims and premises (XML)",
  keeps: ["id", "author", "parent", "quote", "deletion"],
  statesClaims: true,
  sniff: (head) =>
    /<thread\b[^>]*>/u.test(head) && /<OP\b/u.test(head) && /<(?:claim|premise)\b/u.test(head) ? 0.97 : 0,
  read,
};

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const thread = readMarkedThread(await readWhole(input, options, "a thread"));
  const { posts, isBroken } = thread;
  if (posts.length === 0) throw nothingFound(input, "posts", null);
  const map = new StatedMap("cmv-modes");
  const bearings: (Mark & { readonly author: string | null })[] = [];
  let above: string | null = null;
  for (const [index, post] of posts.entries()) {
    const comment: CommentDraft = await readPost(post, thread, index, above, options);
    const marks = post.marks.map((mark) => ({ ...mark, at: placeOf(mark.span, comment, post) }));
    const { offsets, ...rest } = comment;
    const whole = { ...rest, offsets: composeOffsets(offsets, post.words.offsets) };
    yield { kind: "comment", comment: whole };
    if (post.kind !== "title") above = comment.id;
    for (const { at, ...mark } of marks) {
      if (at === null || comment.id === null || map.has(mark.id)) continue;
      const author = comment.author?.id ?? null;
      map.say(mark.id, {
        commentId: comment.id,
        text: comment.text,
        span: at,
        speaker: author,
        createdAt: null,
      });
      bearings.push({ ...mark, author });
    }
  }
  const authors = new Map(bearings.map(({ id, author }) => [id, author]));
  const step = new Map(
    bearings.flatMap(({ id, rel, refs: [to] }) => (rel === "support" && to ? [[id, to]] : [])),
  );
  for (const { id, rel, refs, author } of bearings)
    for (const ref of refs) {
      const conclusion = step.get(ref);
      if (!map.has(ref) || rel === null)
        yield report(
          "warning",
          "import.reference-missing",
          `${input.name}: ${id}`,
          `nothing is marked ${ref}`,
        );
      else if (/undercut/u.test(rel) && conclusion !== undefined)
        map.undercut({ from: id, premise: ref, conclusion, method: rel });
      else if (/undercut/u.test(rel))
        map.relate({ kind: "disagrees-with", attack: "undermine", from: id, to: ref, method: rel });
      else if (/rebuttal|attack|disagree/u.test(rel))
        map.relate({ kind: "disagrees-with", from: id, to: ref, method: rel });
      else if (rel === "support" || author === null || authors.get(ref) === author)
        map.relate({ kind: "supports", from: id, to: ref, method: rel });
      else map.relate({ kind: "responds-to", from: id, to: ref, method: rel, isAgreement: true });
    }
  yield* map.records();
  if (isBroken)
    yield report(
      "error",
      "import.record-invalid",
      `${input.name}, post ${posts.length + 1}`,
      "the document ends before its last tag; what stands before was read",
    );
}

/** A post as a comment whose offsets still count in its own words. */
async function readPost(
  { kind, id, author, words }: MarkedPost,
  thread: MarkedThread,
  index: number,
  above: string | null,
  options: ImportOptions,
): Promise<CommentDraft> {
  const host = siteHost("reddit.com", options);
  const root = `t3_${thread.id ?? "thread"}`;
  const native = kind === "title" ? `${root}/title` : kind === "post" ? root : (id ?? `${root}/${index}`);
  const title = thread.posts.find((one) => one.kind === "title")?.words.text.trim() ?? "";
  const gone = goneWords(words.text);
  const read = gone === null ? await readMarkup(words.text, "md") : noText;
  const name =
    author ?? (kind === "title" ? (thread.posts.find((one) => one.kind === "post")?.author ?? null) : null);
  return commentDraft(read, {
    id: `${host}:${native.replace(/^t1_/u, "")}`,
    index,
    threadId: `${host}:${root}`,
    threadTitle: title === "" ? null : title,
    parentId: kind === "reply" ? above : null,
    author: name === null || isGoneName(name) ? null : { id: `${host}:${name}`, name },
    url: thread.url !== null && /^https?:\/\//u.test(thread.url) ? thread.url : null,
    status: gone ?? "live",
  });
}

/** Where marked words stand in the text as it is read, without the space around them; null when none are left. */
function placeOf(span: Span, { text, offsets }: CommentDraft, { words }: MarkedPost): Span | null {
  const marked = words.text.slice(span.start, span.end);
  const start = span.start + (marked.length - marked.trimStart().length);
  const end = span.start + marked.trimEnd().length;
  const found = start < end ? fromOrigin(offsets, { start, end }) : null;
  return found !== null && text.slice(found.start, found.end).trim() !== "" ? found : null;
}
