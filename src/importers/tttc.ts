import type { ImportRecord } from "../model/draft.ts";
import { readMarkup } from "../text/markup.ts";
import { commentDraft } from "./comment-draft.ts";
import { hasColumns, readFixedTable } from "./csv/fixed-table.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { report } from "./report.ts";

const required = ["comment-id", "comment-body"] as const;

/**
 * The table that Talk to the City makes its reports from: statements of a consultation, some with votes, some
 * cut from a recorded interview.
 *
 * `timestamp` is a place in the recording and no time, so it goes into the link to it. `record` of a draft is the
 * number of the row, `field` the column.
 *
 * @see https://github.com/AIObjectives/talk-to-the-city-reports
 */
export const tttc: Importer = {
  id: "tttc",
  describes: "a table for Talk to the City: comment-id, comment-body",
  keeps: ["id", "author", "votes"],
  // Polis has the same two columns and says who may speak.
  sniff: (head) => (hasColumns(head, required, ["author-id", "moderated", "voter-id"]) ? 0.98 : 0),
  read,
};

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  for await (const row of readFixedTable(input, options, required)) {
    if (row.kind === "diagnostic") {
      yield row;
      continue;
    }
    const id = row.cell("comment-id");
    const body = row.field("comment-body");
    if (id === null || body.value.trim() === "") {
      const what = id === null ? "comment-id" : "comment-body";
      yield report("error", "import.record-invalid", row.place, `the cell ${what} is empty`);
      continue;
    }
    const speaker = row.cell("interview") ?? row.cell("speaker");
    const agrees = countOf(row.cell("agrees"));
    const disagrees = countOf(row.cell("disagrees"));
    const comment = commentDraft(await readMarkup(body.value, "plain"), {
      id: `${options.host}:${id}`,
      index: row.number,
      author: speaker === null ? null : { id: `${options.host}:${speaker}`, name: speaker },
      url: linkTo(row.cell("video"), row.cell("timestamp")),
      score: agrees === null && disagrees === null ? null : (agrees ?? 0) - (disagrees ?? 0),
      record: String(row.number),
      field: body.name,
    });
    yield { kind: "comment", comment };
  }
}

/** A number of people; null when the cell holds none. */
function countOf(cell: string | null): number | null {
  return cell !== null && /^\d{1,15}$/u.test(cell) ? Number(cell) : null;
}

/**
 * The link to a place in a recording, as a media fragment: `https://vimeo.com/1#t=62` for `00:01:02`.
 *
 * @see https://www.w3.org/TR/media-frags/#naming-time
 */
function linkTo(video: string | null, timestamp: string | null): string | null {
  if (video === null || !/^https?:\/\//iu.test(video)) return null;
  const parts = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})$/u.exec(timestamp ?? "");
  if (parts === null || video.includes("#")) return video;
  const [, hours = "0", minutes = "0", seconds = "0"] = parts;
  const at = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return at === 0 ? video : `${video}#t=${at}`;
}
