import type { ImportRecord } from "../../model/draft.ts";
import { readTable } from "../csv/read-table.ts";
import { type ImportOptions, type Input, siteHost } from "../importer.ts";

/** The files of one conversation; only that with the statements must be there. */
export interface ConversationFiles {
  /** What the paths of its files have in common: its folder, or a prefix of their names. */
  readonly prefix: string;
  readonly statements: Input;
  readonly votes: Input | null;
  readonly summary: Input | null;
}

const statementsFile = /(?:^|[-_./ ])comments\.csv$/iu;

/** Whether a folder is an export: statements and another file of the same conversation. */
export function isExport(paths: readonly string[]): boolean {
  return paths.some((path) => {
    if (!statementsFile.test(path)) return false;
    const prefix = path.slice(0, -"comments.csv".length);
    return ["votes", "summary", "participants-votes", "participant-votes"].some((name) =>
      paths.includes(`${prefix}${name}.csv`),
    );
  });
}

/** The conversations in a folder, in the order of their paths. */
export function conversationsIn(files: readonly Input[]): readonly ConversationFiles[] {
  return files
    .filter(({ name }) => statementsFile.test(name))
    .map((statements) => {
      const prefix = statements.name.slice(0, -"comments.csv".length);
      const named = (name: string) => files.find((file) => file.name === `${prefix}${name}.csv`) ?? null;
      return { prefix, statements, votes: named("votes"), summary: named("summary") };
    });
}

/** What a conversation is called. Ids count in a conversation, so its id stands before them. */
export interface Conversation {
  readonly threadId: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The id of a statement, or of a person as `participant-7`. */
  idOf(native: string): string;
}

/**
 * Reads `summary.csv`, which names topic and address of the conversation, one a line.
 *
 * @param fallback - stands for the conversation's id where no address tells it; empty when the host says enough.
 */
export async function* readSummary(
  summary: Input | null,
  fallback: string,
  options: ImportOptions,
): AsyncGenerator<Extract<ImportRecord, { kind: "diagnostic" }>, Conversation> {
  const told = new Map<string, string>();
  const lines = { isKnown: (name: string) => name === "topic", maxLength: options.maxRecordBytes };
  if (summary !== null)
    for await (const event of readTable(summary, lines)) {
      const [name = "", value = ""] =
        event.kind === "header" ? event.names : event.kind === "row" ? event.cells : [];
      if (event.kind === "diagnostic") yield event;
      else if (value.trim() !== "") told.set(name.trim().toLowerCase(), value.trim());
    }
  const address = /^https?:\/\/([a-z0-9.-]+)\/(?:[a-z]\/)?([a-z0-9_-]+)\/?$/iu.exec(told.get("url") ?? "");
  const id = address?.[2] ?? fallback;
  const host = address?.[1]
    ? siteHost(address[1].toLowerCase().replace(/^www\./u, ""), options)
    : options.host;
  const title = told.get("topic") ?? null;
  return {
    threadId: id === "" ? null : `${host}:${id}`,
    title,
    url: address === null ? null : (told.get("url") ?? null),
    idOf: (native) => `${host}:${id === "" ? "" : `${id}/`}${native}`,
  };
}
