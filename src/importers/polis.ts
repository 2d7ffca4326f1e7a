import type { CommentStatus } from "../model/comment.ts";
import type { CommentDraft, ImportRecord } from "../model/draft.ts";
import { readHead } from "../text/decode.ts";
import { readMarkup } from "../text/markup.ts";
import { readInstant } from "../text/time.ts";
import { commentDraft } from "./comment-draft.ts";
import { type FixedRow, hasColumns, readFixedTable } from "./csv/fixed-table.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import {
  type Conversation,
  type ConversationFiles,
  conversationsIn,
  isExport,
  readSummary,
} from "./polis/conversation.ts";
import { readVotes, Votes } from "./polis/votes.ts";
import { report } from "./report.ts";
import { StatedMap } from "./stated-map.ts";

/** After so many statements their claims follow: comments are stored before what is said of them. */
const statementsHeld = 200;
const statementColumns = ["comment-id", "comment-body"] as const;

/**
 * The export of a Polis conversation: a folder with `comments.csv`, `votes.csv` and `summary.csv`, or the
 * statements alone.
 *
 * Statements answer nobody, and a whole statement is one claim, since people vote on it as a whole. Their
 * votes are reactions: 1 agrees, -1 disagrees, 0 passes. What moderators rejected is hidden.
 * `participants-votes.csv` repeats the votes and is not read. `record` of a draft is the number of the row in
 * the file of the statements, `field` the column.
 *
 * @see https://compdemocracy.org/export/
 */
export const polis: Importer = {
  id: "polis",
  describes: "the export of a Polis conversation: its folder, or comments.csv alone",
  keeps: ["id", "author", "time", "deletion", "votes", "reactions"],
  statesClaims: true,
  sniff,
  sniffFolder: (paths) => (isExport(paths) ? 1 : 0),
  read,
};

function sniff(head: string): number {
  if (hasColumns(head, [...statementColumns, "author-id"])) return 1;
  if (hasColumns(head, [...statementColumns, "moderated"])) return 1;
  // Other files of an export, which say nothing without the statements.
  if (hasColumns(head, ["comment-id", "voter-id", "vote"])) return 0.95;
  if (hasColumns(head, ["participant", "group-id", "n-votes"])) return 0.95;
  return /^\ufeff?topic,.*\r?\nurl,https?:\/\//iu.test(head) ? 0.95 : 0;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  if (input.files !== null) {
    const conversations = conversationsIn(input.files);
    for (const files of conversations) {
      const fallback = conversations.length > 1 ? files.prefix.replace(/[-_./ ]+$/u, "") : "";
      yield* readConversation(files, fallback, options);
    }
  } else if (await isWithoutStatements(input))
    yield report(
      "warning",
      "import.record-invalid",
      input.name,
      "no statements stand in it; name the folder of the export, so that it is read with them",
    );
  else yield* readConversation({ prefix: "", statements: input, votes: null, summary: null }, "", options);
}

/** Whether a file that a person named by itself is one of those beside the statements. */
async function isWithoutStatements(input: Input): Promise<boolean> {
  const head = await readHead(input.open(), input.name);
  return sniff(head) === 0.95;
}

async function* readConversation(
  { statements, votes: votesFile, summary }: ConversationFiles,
  fallback: string,
  options: ImportOptions,
): AsyncGenerator<ImportRecord> {
  const conversation = yield* readSummary(summary, fallback, options);
  const votes = new Votes();
  if (votesFile !== null) yield* readVotes(votesFile, options, votes);
  let map = new StatedMap("polis");
  let held = 0;
  for await (const row of readFixedTable(statements, options, statementColumns)) {
    const record = row.kind === "diagnostic" ? row : await readStatement(row, conversation, votes);
    yield record;
    if (record.kind !== "comment") continue;
    stateWhole(record.comment, map);
    if (++held < statementsHeld) continue;
    yield* map.records();
    map = new StatedMap("polis");
    held = 0;
  }
  yield* map.records();
}

/** What moderators rejected is no claim of the conversation. */
function stateWhole({ id, text, author, createdAt, status }: CommentDraft, map: StatedMap): void {
  if (id === null || status !== "live") return;
  const span = { start: 0, end: text.length };
  map.say(id, { commentId: id, text, span, speaker: author?.id ?? null, createdAt });
}

async function readStatement(
  row: FixedRow,
  { threadId, title, url, idOf }: Conversation,
  votes: Votes,
): Promise<ImportRecord> {
  const id = row.cell("comment-id");
  const body = row.field("comment-body");
  if (id === null || body.value.trim() === "") {
    const what = id === null ? "comment-id" : "comment-body";
    return report("error", "import.record-invalid", row.place, `the cell ${what} is empty`);
  }
  const author = row.cell("author-id");
  const agrees = Number(row.cell("agrees") ?? Number.NaN);
  const disagrees = Number(row.cell("disagrees") ?? Number.NaN);
  const score = agrees - disagrees;
  const timestamp = row.cell("timestamp");
  const comment = commentDraft(await readMarkup(body.value, "plain"), {
    id: idOf(id),
    index: row.number,
    threadId,
    threadTitle: title,
    author: author === null ? null : { id: idOf(`participant-${author}`), name: `participant ${author}` },
    createdAt: timestamp === null ? null : readInstant(timestamp),
    url,
    score: Number.isSafeInteger(score) ? score : null,
    status: statusOf(row.cell("moderated")),
    reactions: votes.on(id, (voter) => idOf(`participant-${voter}`)),
    record: String(row.number),
    field: body.name,
  });
  return { kind: "comment", comment };
}

/** 1 was accepted and 0 not looked at; -1 was rejected, which the words survive. */
function statusOf(moderated: string | null): CommentStatus {
  return moderated === "-1" ? "hidden" : "live";
}
