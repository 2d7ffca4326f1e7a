import type { Importer, ImportOptions, Input } from "../../src/importers/importer.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { CommentDraft, FeedDraft, ImportRecord } from "../../src/model/draft.ts";
import type { GraphRecord } from "../../src/model/graph.ts";
import { compareStrings } from "../../src/model/id.ts";

/** An input in memory, handed out in pieces of `pieceBytes`, so that readers meet characters cut in two. */
export function memoryInput(
  content: string | Uint8Array,
  { name = "input.txt", pieceBytes = 7 }: { name?: string; pieceBytes?: number } = {},
): Input {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  return {
    name,
    bytes: bytes.length,
    files: null,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
}

/** All that an input holds, as UTF-8. */
export async function textOf(input: Input): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of input.open()) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** A folder in memory, its files sorted as `openInput` sorts them. */
export function memoryFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  { name = "folder", pieceBytes = 7 }: { name?: string; pieceBytes?: number } = {},
): Input {
  const inputs = Object.entries(files)
    .map(([path, content]) => memoryInput(content, { name: path, pieceBytes }))
    .sort((a, b) => compareStrings(a.name, b.name));
  return {
    name,
    bytes: inputs.reduce((sum, { bytes }) => sum + bytes, 0),
    files: inputs,
    open: async function* () {
      for (const input of inputs) {
        yield Buffer.from(`${input.name}\0`);
        yield* input.open();
      }
    },
  };
}

/** An input that repeats one piece without ever holding it twice. */
export function repeatedInput(
  piece: string,
  times: number,
  { before = "", after = "", name = "big" } = {},
): Input {
  const bytes = Buffer.from(piece, "utf8");
  return {
    name,
    bytes: Buffer.byteLength(before) + bytes.length * times + Buffer.byteLength(after),
    files: null,
    open: async function* () {
      if (before !== "") yield Buffer.from(before, "utf8");
      for (let i = 0; i < times; i++) yield bytes;
      if (after !== "") yield Buffer.from(after, "utf8");
    },
  };
}

export const importOptions: ImportOptions = {
  host: "site",
  isHostGiven: false,
  author: null,
  columns: new Map(),
  maxRecordBytes: 16 * 1024 * 1024,
};

/** All records of an input, sorted out by kind. */
export interface ImportedRecords {
  readonly records: readonly ImportRecord[];
  readonly comments: readonly CommentDraft[];
  readonly feeds: readonly FeedDraft[];
  readonly graph: readonly GraphRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function importAll(
  importer: Importer,
  input: Input,
  options: Partial<ImportOptions> = {},
): Promise<ImportedRecords> {
  const records: ImportRecord[] = [];
  for await (const record of importer.read(input, { ...importOptions, ...options })) records.push(record);
  return {
    records,
    comments: records.flatMap((one) => (one.kind === "comment" ? [one.comment] : [])),
    feeds: records.flatMap((one) => (one.kind === "feed" ? [one.feed] : [])),
    graph: records.flatMap((one) => (one.kind === "graph" ? [one.record] : [])),
    diagnostics: records.flatMap((one) => (one.kind === "diagnostic" ? [one.diagnostic] : [])),
  };
}
