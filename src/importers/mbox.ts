import type { CommentDraft, ImportRecord, QuoteDraft } from "../model/draft.ts";
import { type HeadedQuote, type MarkedText, readMarked } from "../text/marked-quotes.ts";
import { readMarkup } from "../text/markup.ts";
import { composeOffsets } from "../text/offset-map.ts";
import { readQuotedLines } from "../text/quoted-lines.ts";
import { commentDraft } from "./comment-draft.ts";
import { type Importer, type ImportOptions, type Input, siteHost } from "./importer.ts";
import { mailMarks } from "./mbox/mail-marks.ts";
import { readMessages } from "./mbox/messages.ts";
import { type Mail, parseMessage } from "./mbox/parse-message.ts";
import { unflow } from "./mbox/unflow.ts";
import { report } from "./report.ts";

/**
 * Mail: an mbox as mailing lists and mail programs keep it, or a single message (.eml).
 *
 * A message is known by its Message-ID, which is one for all archives: `mail:c1@example.org`. It answers the
 * message that In-Reply-To names, else the last of References, and belongs to the thread of the first.
 * Signatures and what lists write below are left out. `record` is the Message-ID, or the line where it
 * begins; `field` is `text` or `html`, the body as it is after decoding.
 */
export const mbox: Importer = {
  id: "mbox",
  describes: "mail: an mbox file or a single message",
  keeps: ["id", "author", "time", "parent", "quote"],
  sniff,
  read,
};

const telling = new Set(["from", "date", "subject", "message-id", "received", "return-path", "mime-version"]);

function sniff(head: string): number {
  const lines = head.trimStart().split(/\r?\n/u, 60);
  const [first = ""] = lines;
  const isBox = /^From \S.*\d{1,2}:\d{2}/u.test(first);
  const names = new Set<string>();
  for (const line of isBox ? lines.slice(1) : lines) {
    if (line === "") break;
    const name = /^([!-9;-~]+)[ \t]*:/u.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined) names.add(name);
    else if (!/^[ \t]/u.test(line)) return 0;
  }
  const known = [...names].filter((name) => telling.has(name)).length;
  if (isBox) return known >= 2 ? 0.98 : 0.6;
  return known >= 3 ? 0.97 : known === 2 ? 0.7 : 0;
}

/** The first message of a thread is remembered for so many messages. */
const mostThreads = 100_000;

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const threads = new Map<string, string>();
  let index = 0;
  for await (const { bytes, line } of readMessages(input, options)) {
    const place = `${input.name}:${line}`;
    if (bytes === null) {
      const message = `the message is longer than the ${options.maxRecordBytes} bytes allowed`;
      yield report("error", "import.record-too-large", place, message);
      continue;
    }
    const mail = await parseMessage(bytes).catch((error: unknown) => String(error));
    if (typeof mail === "string" || (mail.from === null && mail.sentAt === null)) {
      const reason = typeof mail === "string" ? mail : "it says neither From nor Date";
      yield report("error", "import.record-invalid", place, `the message cannot be read: ${reason}`);
      continue;
    }
    yield { kind: "comment", comment: await draftOf(mail, { options, threads, line, index: index++ }) };
  }
}

interface MailContext {
  readonly options: ImportOptions;
  /** The first message of the thread of each message so far. */
  readonly threads: Map<string, string>;
  readonly line: number;
  readonly index: number;
}

async function draftOf(mail: Mail, { options, threads, line, index }: MailContext): Promise<CommentDraft> {
  const site = siteHost("mail", options);
  const record = mail.id ?? `line ${line}`;
  const first = mail.references[0] ?? mail.inReplyTo ?? record;
  const thread = threads.get(mail.inReplyTo ?? "") ?? threads.get(first) ?? first;
  if (mail.id !== null && threads.size < mostThreads) threads.set(mail.id, thread);
  const read = await readBody(mail);
  const parentId = mail.inReplyTo === null ? null : `${site}:${mail.inReplyTo}`;
  const { from } = mail;
  return commentDraft(
    { ...read, quotes: [] },
    {
      // Without a Message-ID it is known by its place in this file alone.
      id: mail.id === null ? `${options.host}:${line}` : `${site}:${mail.id}`,
      index,
      threadId: `${site}:${thread}`,
      threadTitle: mail.subject,
      parentId,
      author: from === null ? null : { id: `${site}:${from.address ?? from.name}`, name: from.name },
      createdAt: mail.sentAt,
      url: mail.url,
      quotes: quotesOf(read.quotes, parentId),
      record,
      field: mail.body.field,
    },
  );
}

async function readBody({ body, flow }: Mail): Promise<MarkedText> {
  if (body.field === "html")
    return readMarked(
      body.text,
      () => [],
      (part) => readMarkup(part, "html"),
    );
  const { text, offsets } =
    flow === "fixed" ? { text: body.text, offsets: null } : unflow(body.text, { isDelsp: flow === "delsp" });
  const read = await readMarked(text, mailMarks, readQuotedLines);
  return offsets === null ? read : { ...read, offsets: composeOffsets(read.offsets, offsets) };
}

/**
 * The quotes of a message. A heading line holds for all quotes behind it that stand as deep, up to the next
 * one: people answer between the lines. What it heads is the message that is answered, when it is the only
 * one.
 */
function quotesOf(quotes: readonly HeadedQuote[], parentId: string | null): readonly QuoteDraft[] {
  let outerEnd = 0;
  let speaker: string | null = null;
  const outer = quotes.filter(({ span }) => {
    const isOuter = span.start >= outerEnd;
    if (isOuter) outerEnd = span.end;
    return isOuter;
  });
  const isOnlyOne = outer.filter(({ header }) => header !== null).length === 1;
  return quotes.map((quote) => {
    const isOuter = outer.includes(quote);
    if (isOuter && quote.header !== null) speaker = quote.header.speaker;
    const isHeaded = quote.header !== null || (isOuter && speaker !== null);
    return {
      span: quote.span,
      how: isHeaded ? "header" : "markup",
      score: 1,
      speaker: quote.header?.speaker ?? (isOuter ? speaker : null),
      source: isHeaded && isOuter && isOnlyOne ? parentId : null,
    };
  });
}
