import type { ImportRecord } from "../model/draft.ts";
import { decodeText } from "../text/decode.ts";
import { Utterance } from "./convokit/utterance.ts";
import { readUtterance } from "./convokit/utterance-draft.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { readJsonLinesOf } from "./json-lines.ts";
import { readJsonRecords } from "./json-records.ts";
import { parseJson } from "./parse-json.ts";
import { report } from "./report.ts";

/** Titles of so many conversations are held at once, some hundred bytes each; later ones go without. */
const mostTitles = 500_000;
/** Where the titles of conversations stand in their metadata, in corpora of different making. */
const titleNames = ["title", "page_title", "topic", "case_name"] as const;

const isUtterances = (path: string) => /(?:^|\/)utterances\.jsonl$/iu.test(path);

/**
 * A corpus in the format of ConvoKit: a folder or archive with `utterances.jsonl` and files that describe its
 * speakers and conversations, or that file alone.
 *
 * Utterances are read line by line. `record` of a draft is the line of its file.
 */
export const convokit: Importer = {
  id: "convokit",
  describes: "a ConvoKit corpus: a folder, its zip, or utterances.jsonl alone",
  keeps: ["id", "author", "time", "parent", "quote", "deletion", "votes"],
  sniff,
  sniffFolder: (paths) => (paths.some(isUtterances) ? 1 : 0),
  read,
};

function sniff(head: string, name: string): number {
  const start = head.trimStart();
  if (!start.startsWith("{")) return 0;
  const end = start.indexOf("\n");
  const first = end < 0 ? start : start.slice(0, end);
  const has = (field: string) => new RegExp(`"${field}"\\s*:`, "u").test(first);
  const parsed = parseJson(first);
  // A first line longer than the head cannot be parsed; its names are told all the same.
  if (parsed.isJson ? isUtteranceLike(parsed.value) : has("reply[-_]to") && has("conversation_id|root"))
    return 1;
  // Another file of a corpus, which says nothing without its utterances.
  if (/^\{\s*"utterances-index"\s*:/u.test(start)) return 0.9;
  return /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:meta|vectors)"\s*:/u.test(start)
    ? 0.9
    : /(?:^|\/)(?:corpus|speakers|users|conversations)\.json$/iu.test(name)
      ? 0.3
      : 0;
}

function isUtteranceLike(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (
    "id" in value &&
    "text" in value &&
    ("speaker" in value || "user" in value) &&
    ("conversation_id" in value || "root" in value) &&
    ("reply_to" in value || "reply-to" in value)
  );
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  if (input.files === null) {
    yield* readFile(input, options);
    return;
  }
  for (const file of input.files) {
    if (!isUtterances(file.name)) continue;
    const folder = file.name.slice(0, file.name.lastIndexOf("/") + 1);
    const conversations = input.files.find(({ name }) => name === `${folder}conversations.json`);
    const titles = new Map<string, string>();
    if (conversations) yield* readTitles(conversations, options, titles);
    yield* readUtterances(file, options, (line) => `${file.name}:${line}`, titles);
  }
}

/** A file that a person named by itself: the utterances, or one that only describes them. */
async function* readFile(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  let isDescription = true;
  for await (const line of readUtterances(input, options, String, new Map())) {
    isDescription = false;
    yield line;
  }
  if (isDescription)
    yield report(
      "warning",
      "import.record-invalid",
      input.name,
      "no utterances stand in it; name the folder of the corpus, so that it is read with them",
    );
}

async function* readUtterances(
  input: Input,
  options: ImportOptions,
  recordOf: (line: number) => string,
  titles: ReadonlyMap<string, string>,
): AsyncGenerator<ImportRecord> {
  const titleOf = (conversation: string) => titles.get(conversation) ?? null;
  for await (const line of readJsonLinesOf(Utterance, input, options.maxRecordBytes)) {
    if (line.kind === "diagnostic") {
      yield line;
      continue;
    }
    const { number, data } = line;
    const at = { line: number, record: recordOf(number), titleOf };
    yield { kind: "comment", comment: await readUtterance(data, at, options) };
  }
}

/** Reads `conversations.json`, an object of conversations by id, for their titles. */
async function* readTitles(
  input: Input,
  { maxRecordBytes }: ImportOptions,
  titles: Map<string, string>,
): AsyncGenerator<ImportRecord> {
  const events = readJsonRecords(decodeText(input.open(), input.name), {
    maxLength: maxRecordBytes,
    take: ({ depth, key, value }) => (depth === 1 ? { id: String(key), about: value } : null),
  });
  for await (const event of events) {
    if (event.kind === "problem") {
      const place = `${input.name}, character ${event.offset}`;
      yield report(
        "warning",
        "import.record-invalid",
        place,
        `${event.message}; titles after it are not known`,
      );
      continue;
    }
    const title = titleIn(event.value.about);
    if (title !== null && titles.size < mostTitles) titles.set(event.value.id, title);
  }
}

function titleIn(conversation: object): string | null {
  const meta = "meta" in conversation ? conversation.meta : conversation;
  if (typeof meta !== "object" || meta === null) return null;
  const members = new Map<string, unknown>(Object.entries(meta));
  for (const name of titleNames) {
    const title = members.get(name);
    if (typeof title === "string" && title.trim() !== "") return title;
  }
  return null;
}
