import { CommentStatus } from "../../src/model/comment.ts";
import type { CommentDraft, FeedDraft, ImportRecord } from "../../src/model/draft.ts";
import { type GraphRecord, graphArrays } from "../../src/model/graph.ts";
import type { Span } from "../../src/model/span.ts";
import { toOrigin } from "../../src/text/offset-map.ts";

/** Where the words of comments and feeds stand in an input, as far as that can be looked up. */
export interface Sources {
  /** The value of the field that a comment's `record` and `field` name; null where it cannot be told. */
  ofComment(comment: CommentDraft): string | null;
  /** The decoded file of a feed. */
  readonly file: string;
}

/**
 * Checks what every importer promises of a record: that spans lie in their text, that offsets lead to the
 * same words in the input, and that all values can be stored.
 *
 * @throws Error that says which promise is broken.
 */
export function checkRecord(record: ImportRecord, sources: Sources): void {
  switch (record.kind) {
    case "comment":
      checkComment(record.comment, sources.ofComment(record.comment));
      break;
    case "feed":
      checkFeed(record.feed, sources.file);
      break;
    case "graph":
      checkGraph(record.record);
      break;
    case "diagnostic": {
      const { code, message, place } = record.diagnostic;
      expectTrue(/^[a-z]+\.[a-z-]+$/u.test(code) && message !== "" && place !== "", "a diagnostic is empty");
      expectTrue(message.length < 2000, `the message of a diagnostic has ${message.length} characters`);
    }
  }
}

function checkComment(comment: CommentDraft, field: string | null): void {
  const { id, text, quotes, offsets, createdAt, editedAt, score, status, reactions, earlier, index } =
    comment;
  const strings = [
    id,
    comment.threadId,
    comment.parentId,
    comment.url,
    comment.author?.id,
    comment.author?.name,
  ];
  for (const value of [...strings, comment.threadTitle, comment.addressee, text])
    expectStorable(value ?? null);
  for (const value of [id, comment.threadId, comment.parentId, comment.author?.id])
    expectTrue(value !== "", "an id is empty");
  for (const time of [createdAt, editedAt, ...earlier.map(({ at }) => at)]) expectInstant(time);
  expectTrue(score === null || Number.isFinite(score), `the score is ${score}`);
  expectTrue(CommentStatus.options.includes(status), `the status is ${status}`);
  expectTrue(Number.isSafeInteger(index) && index >= 0, `the index is ${index}`);
  for (const { span, score: sureness } of quotes) {
    expectInside(span, text);
    expectTrue(sureness >= 0 && sureness <= 1, `the score of a quote is ${sureness}`);
  }
  for (const { by, kind, quote, sign } of reactions) {
    expectStorable(by);
    expectStorable(quote);
    expectStorable(kind);
    expectTrue(
      kind !== "" && [-1, 0, 1].includes(sign),
      `a reaction ${JSON.stringify(kind)} has the sign ${sign}`,
    );
  }
  let end = 0;
  for (let i = 0; i < offsets.length; i += 3) {
    const [textStart = 0, originStart = 0, length = 0] = offsets.slice(i, i + 3);
    expectTrue(textStart >= end && originStart >= 0 && length >= 0, `offsets go back at ${i}`);
    end = textStart + length;
    if (field === null || length === 0) continue;
    const words = field.slice(originStart, originStart + length).replace(unstorable, "\ufffd");
    expectSame(text.slice(textStart, end), words);
  }
  expectTrue(end <= text.length, "offsets lead beyond the text");
}

function checkFeed({ text, offsets, blocks, starts }: FeedDraft, file: string): void {
  expectTrue(blocks.length === 0 || starts[0] === 0, "a feed does not begin with its first block");
  expectTrue(
    starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0)),
    "starts are not in order",
  );
  let end = 0;
  for (const { span } of blocks) {
    expectInside(span, text);
    expectTrue(span.start >= end, "blocks lie over each other");
    end = span.end;
    const origin = toOrigin(offsets, span);
    expectSame(text.slice(span.start, end), file.slice(origin.start, origin.end).replace(/\r\n?/gu, "\n"));
  }
}

function checkGraph({ array, element }: GraphRecord): void {
  const parsed = graphArrays[array].safeParse(element);
  expectTrue(parsed.success, `an element of ${array} does not fit its schema: ${parsed.error?.message}`);
  if (array !== "locutions" && array !== "quotes") return;
  const { text, span } = element as { text: string; span: Span };
  expectTrue(text.length === span.end - span.start, "a text is not as long as its span");
}

const unstorable = /\0|\p{Surrogate}/gu;

function expectStorable(value: string | null): void {
  expectTrue(value === null || value.search(unstorable) < 0, `no store keeps ${JSON.stringify(value)}`);
}

function expectInstant(time: string | null): void {
  const isInstant = time === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(time);
  expectTrue(isInstant, `${time} is no instant`);
}

function expectInside({ start, end }: Span, text: string): void {
  expectTrue(
    0 <= start && start < end && end <= text.length,
    `${start}-${end} does not lie in ${text.length}`,
  );
}

function expectSame(found: string, expected: string): void {
  const show = (text: string): string => JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
  if (found !== expected) throw new Error(`${show(found)} stands for ${show(expected)}`);
}

function expectTrue(isKept: boolean, otherwise: string): void {
  if (!isKept) throw new Error(otherwise);
}
