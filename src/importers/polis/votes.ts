import type { Reaction } from "../../model/comment.ts";
import type { ImportRecord } from "../../model/draft.ts";
import { compareStrings } from "../../model/id.ts";
import { readFixedTable } from "../csv/fixed-table.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { report } from "../report.ts";

/** What the numbers of the export say. In the database of Polis agreement is -1; the export turns it round. */
const signs: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ["1", 1],
  ["-1", -1],
  ["0", 0],
]);

/**
 * The votes of a conversation, by statement.
 *
 * All are held, because votes and statements stand in two files of any order: a number for each pair of voter
 * and statement, about 50 bytes (62,000 votes of the largest export known are 3 MB). Whoever votes again
 * means the later vote, by time, and of two without a time the one that stands later.
 */
export class Votes {
  readonly #byStatement = new Map<string, Map<string, number>>();

  /** @param at - milliseconds since 1970; 0 when unknown. */
  add(statement: string, voter: string, sign: -1 | 0 | 1, at: number): void {
    const votes = this.#byStatement.get(statement) ?? new Map<string, number>();
    this.#byStatement.set(statement, votes);
    // Time and sign in one number: four times a date is still exact.
    if (at >= Math.floor((votes.get(voter) ?? 0) / 4)) votes.set(voter, at * 4 + sign + 1);
  }

  /** The votes on a statement as reactions, by voter. A pass has the sign 0. */
  on(statement: string, idOf: (voter: string) => string): readonly Reaction[] {
    return [...(this.#byStatement.get(statement) ?? [])]
      .map(([voter, packed]) => ({ by: idOf(voter), kind: "vote", quote: null, sign: (packed % 4) - 1 }))
      .sort((a, b) => compareStrings(a.by, b.by));
  }
}

/** Reads `votes.csv` into `votes`; yields what is wrong with it. */
export async function* readVotes(
  input: Input,
  options: ImportOptions,
  votes: Votes,
): AsyncGenerator<Extract<ImportRecord, { kind: "diagnostic" }>> {
  for await (const row of readFixedTable(input, options, ["comment-id", "voter-id", "vote"])) {
    if (row.kind === "diagnostic") {
      yield row;
      continue;
    }
    const statement = row.cell("comment-id");
    const voter = row.cell("voter-id");
    const vote = row.cell("vote");
    const sign = signs.get(vote?.replace(/\.0$/u, "") ?? "");
    if (statement === null || voter === null || sign === undefined)
      yield report(
        "error",
        "import.record-invalid",
        row.place,
        `there is no vote ${vote ?? ""} on a statement`,
      );
    else {
      const at = Number(row.cell("timestamp"));
      votes.add(statement, voter, sign, Number.isSafeInteger(at) && at > 0 && at < 1e14 ? at : 0);
    }
  }
}
