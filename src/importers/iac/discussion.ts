import { z } from "zod";
import type { ImportRecord, QuoteDraft } from "../../model/draft.ts";
import { describeIssues, parsePlainly } from "../../parse-input.ts";
import { decodeText } from "../../text/decode.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { nothingFound } from "../json-input.ts";
import { type JsonMoment, readJsonRecords } from "../json-records.ts";
import { report } from "../report.ts";

const id = z.union([z.string().min(1), z.number().transform(String)]);

/** `[id, side, author, text, notes, parent, category, seconds]` */
const Post = z
  .tuple([id, z.unknown(), z.string().nullable(), z.string(), z.unknown(), id.nullable()])
  .rest(z.unknown())
  .transform(([native, , author, text, , parent, ...rest]) => {
    const seconds = rest[1];
    return { id: native, author, text, parent, seconds: typeof seconds === "number" ? seconds : null };
  });
type Post = z.output<typeof Post>;

const About = z.object({ title: z.string().nullish(), url: z.string().nullish(), id_number: id.nullish() });

/** `[post, [start, end, what is quoted]]`; the places count characters. */
const Range = z.tuple([
  id,
  z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.unknown()]).rest(z.unknown()),
]);
const Quoted = z.object({ quote_id: id.nullish(), author: z.string().nullish() });

/** A discussion with its posts in order and what its last part says of it. */
export interface Discussion {
  readonly posts: readonly { readonly post: Post; readonly pointer: string }[];
  readonly title: string | null;
  readonly url: string | null;
  readonly native: string | null;
}

type Problem = Extract<ImportRecord, { kind: "diagnostic" }>;

/** Reads a discussion whole: its address, and so the site that its ids are of, comes last. */
export async function* readDiscussion(
  input: Input,
  { maxRecordBytes }: Pick<ImportOptions, "maxRecordBytes">,
): AsyncGenerator<Problem, Discussion> {
  const posts: { post: Post; pointer: string }[] = [];
  let about: z.output<typeof About> = {};
  let reason: string | null = null;
  const events = readJsonRecords(decodeText(input.open(), input.name), {
    maxLength: maxRecordBytes,
    take: takePart,
  });
  for await (const event of events) {
    if (event.kind === "problem") {
      reason = event.message;
      const place = `${input.name}, character ${event.offset}`;
      if (posts.length > 0)
        yield report("error", "import.record-invalid", place, `${reason}; what stands before was read`);
      continue;
    }
    const { pointer, value } = event.value;
    if (pointer === "/2") {
      about = About.safeParse(value).data ?? {};
      continue;
    }
    const post = parsePlainly(Post, value);
    if (post.success) posts.push({ post: post.data, pointer });
    else
      yield report("error", "import.record-invalid", `${input.name}#${pointer}`, describeIssues(post.error));
  }
  if (posts.length === 0) throw nothingFound(input, "posts", reason);
  return { posts, title: about.title ?? null, url: about.url ?? null, native: about.id_number ?? null };
}

/** Posts are the lists in the first list; the third member of the document says what they are of. */
function takePart(moment: JsonMoment): { readonly pointer: string; readonly value: object } | null {
  if (moment.depth === 0 || moment.depth > 2) return null;
  const pointer = moment.pointer();
  return /^\/0\/\d+$/u.test(pointer) || (pointer === "/2" && !Array.isArray(moment.value))
    ? { pointer, value: moment.value }
    : null;
}

/** The quotes of a discussion, by post: places in its text, not yet held against it. */
export async function* readQuoteRanges(
  input: Input,
  { maxRecordBytes }: Pick<ImportOptions, "maxRecordBytes">,
  idOf: (native: string) => string,
): AsyncGenerator<Problem, ReadonlyMap<string, readonly QuoteDraft[]>> {
  const quotes = new Map<string, QuoteDraft[]>();
  const events = readJsonRecords(decodeText(input.open(), input.name), {
    maxLength: maxRecordBytes,
    take: ({ depth, value }) => (depth === 1 ? value : null),
  });
  for await (const event of events) {
    if (event.kind === "problem") {
      yield report(
        "warning",
        "import.record-invalid",
        `${input.name}, character ${event.offset}`,
        event.message,
      );
      continue;
    }
    const range = Range.safeParse(event.value);
    const [native, [start, end, about]] = range.data ?? ["", [0, 0, null]];
    if (!range.success || start >= end) {
      yield report("warning", "import.span-invalid", input.name, "a range is no place in a post");
      continue;
    }
    const { quote_id: source, author } = Quoted.safeParse(about).data ?? {};
    const quote: QuoteDraft = {
      span: { start, end },
      how: "header",
      score: 1,
      speaker: author ?? null,
      source: source == null ? null : idOf(source),
    };
    quotes.set(native, [...(quotes.get(native) ?? []), quote]);
  }
  return quotes;
}
