import type { ImportRecord } from "../model/draft.ts";
import { describeIssues, parsePlainly } from "../parse-input.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { hasMembers } from "./json-input.ts";
import { type Found, readJsonOrLines } from "./json-or-lines.ts";
import type { JsonMoment } from "./json-records.ts";
import { redditComment, redditPost, redditSite } from "./reddit/drafts.ts";
import { RedditComment, RedditMore, RedditPost } from "./reddit/records.ts";
import { report } from "./report.ts";

/**
 * What Reddit's API answers: a thread (`/comments/<id>.json`, with its replies nested), a listing, `api/info` or
 * `api/morechildren`; one answer or several, one after another.
 *
 * Replies come before what they answer, as they end first in the document. Comments behind "load more
 * comments" are counted in a note; one that is answered by a comment at hand becomes a stub.
 */
export const reddit: Importer = {
  id: "reddit",
  describes: "Reddit threads and listings as JSON, as the API gives them",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes", "reactions"],
  sniff: (head) =>
    /^\s*[[{]/u.test(head) &&
    /"kind"\s*:\s*"(?:Listing|t1|t3|more)"/u.test(head) &&
    /"data"\s*:\s*\{/u.test(head)
      ? 0.95
      : 0,
  read,
};

/** A thing of the API: `t1` is a comment, `t3` a post. */
interface Thing {
  readonly kind: "t1" | "t3" | "more";
  readonly data: unknown;
}

function takeThing({ value }: JsonMoment): Thing | null {
  if (!hasMembers(value, "kind", "data")) return null;
  const { kind, data } = value;
  return kind === "t1" || kind === "t3" || kind === "more" ? { kind, data } : null;
}

function nameOf({ kind, data }: Thing): string | null {
  return hasMembers(data, "id") && typeof data.id === "string" ? `${kind} ${data.id}` : null;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const host = siteHost(redditSite, options);
  const { maxRecordBytes } = options;
  const things = readJsonOrLines(input, {
    maxRecordBytes,
    what: "Reddit posts or comments",
    take: takeThing,
    idOf: nameOf,
  });
  const missing = new MissingCount();
  let index = 0;
  for await (const event of things) {
    if (event.kind === "diagnostic") yield event;
    else if (event.value.kind === "more") missing.add(event.value.data);
    else yield* await readThing(event, host, index++);
  }
  yield* missing.note(input.name);
}

async function readThing(
  { value: { kind, data }, place }: Found<Thing>,
  host: string,
  index: number,
): Promise<readonly ImportRecord[]> {
  const where = { place, host, index };
  if (kind === "t1") {
    const comment = parsePlainly(RedditComment, data);
    if (comment.success) return redditComment(comment.data, where);
    return [report("error", "import.record-invalid", place, describeIssues(comment.error))];
  }
  const post = parsePlainly(RedditPost, data);
  if (post.success) return redditPost(post.data, where);
  return [report("error", "import.record-invalid", place, describeIssues(post.error))];
}

/** Counts what the page shows only after another click. */
class MissingCount {
  #comments = 0;
  #threads = 0;

  add(data: unknown): void {
    const more = RedditMore.safeParse(data);
    if (!more.success) return;
    const { count, children } = more.data;
    if (children.length === 0) this.#threads++;
    else this.#comments += Math.max(count, children.length);
  }

  *note(place: string): Generator<ImportRecord> {
    const parts = [
      this.#comments > 0 ? `${this.#comments} behind “load more comments”` : "",
      this.#threads > 0 ? `an unknown number behind ${this.#threads} “continue this thread”` : "",
    ].filter(Boolean);
    if (parts.length > 0)
      yield report(
        "note",
        "import.reference-missing",
        place,
        `comments that the site left out: ${parts.join(", ")}`,
      );
  }
}
