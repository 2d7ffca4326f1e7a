import type { z } from "zod";
import { AppError } from "../errors.ts";
import type { ImportRecord } from "../model/draft.ts";
import { type GraphArrayName, type GraphRecord, graphArrays, graphVersion } from "../model/graph.ts";
import { describeIssues } from "../parse-input.ts";
import { decodeText } from "../text/decode.ts";
import { type OutlineEvent, readOutline } from "./graph-json/json-outline.ts";
import { parseLeniently } from "./graph-json/lenient.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { parseJson } from "./parse-json.ts";
import { report } from "./report.ts";

const arrayNames = Object.keys(graphArrays) as readonly GraphArrayName[];
const isArrayName = (name: string): name is GraphArrayName => Object.hasOwn(graphArrays, name);

/**
 * The graph JSON, version 1, as our own export writes it (`src/model/graph.ts`).
 *
 * The document is read as a stream, first once for its outline and then for its elements, in the order of
 * `graphArrays` even where another tool has sorted its names, so that what a record refers to comes before
 * it. Fields that the schema does not know are left out and counted. Whether spans hold their words is
 * checked where the texts are at hand (`src/linking/graph-spans.ts`); spans that contradict their own record
 * are found here.
 */
export const graphJson: Importer = {
  id: "graph-json",
  describes: "a graph exported by elenchus as JSON, version 1",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes", "reactions"],
  sniff: (head) => (/^\s*\{\s*"elenchus"\s*:/u.test(head) ? 1 : hasGraphArrays(head) ? 0.9 : 0),
  read,
};

/** Whether a head looks like our document after another tool changed the order of its names. */
function hasGraphArrays(head: string): boolean {
  return /^\s*\{\s*"(?:authors|claims|comments|sources)"\s*:\s*\[/u.test(head);
}

interface Outlined {
  readonly order: readonly string[];
  readonly problem: Extract<OutlineEvent, { kind: "problem" }> | null;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const outlined = await outline(input, options);
  const present = arrayNames.filter((name) => outlined.order.includes(name));
  const foreign = outlined.order.filter((name) => !isArrayName(name));
  const isInOrder = outlined.order.filter(isArrayName).every((name, index) => name === present[index]);
  const reader = new ElementReader(input.name);
  for (const names of isInOrder ? [present] : present.map((name) => [name])) {
    const wanted: ReadonlySet<string> = new Set(names);
    const events = readOutline(decodeText(input.open(), input.name), {
      maxLength: options.maxRecordBytes,
      wants: (name) => wanted.has(name),
    });
    for await (const event of events)
      if (event.kind === "element" && wanted.has(event.name))
        yield reader.read(event, options.maxRecordBytes);
  }
  for (const name of foreign)
    yield report(
      "note",
      "import.field-unknown",
      input.name,
      `the array "${name}" is not known and was left out`,
    );
  yield* reader.unknownFields();
  if (outlined.problem !== null)
    yield report(
      "error",
      "import.record-invalid",
      `${input.name}, character ${outlined.problem.offset}`,
      `${outlined.problem.message}; what stands before was read`,
    );
}

/**
 * Reads through the whole document for its version and the order of its arrays.
 *
 * @throws AppError `import.version-unsupported`, or `import.record-invalid` when it is no JSON object at all.
 */
async function outline(input: Input, options: ImportOptions): Promise<Outlined> {
  const order: string[] = [];
  let version: string | null = null;
  let problem: Outlined["problem"] = null;
  const chunks = decodeText(input.open(), input.name);
  for await (const event of readOutline(chunks, { maxLength: options.maxRecordBytes, wants: () => false })) {
    if (event.kind === "array") order.push(event.name);
    else if (event.kind === "value" && event.name === "elenchus") version = event.text.trim();
    else if (event.kind === "problem") problem = event;
    if (version !== null && version !== String(graphVersion)) break;
  }
  if (version === null && order.length === 0)
    throw new AppError(
      "import.record-invalid",
      `${input.name}: ${problem?.message ?? "no graph stands in it"}`,
      {
        hint: "Check that the file is a graph written by: elenchus export --to json",
      },
    );
  if (version !== String(graphVersion))
    throw new AppError(
      "import.version-unsupported",
      version === null
        ? `${input.name}: the graph does not say its version`
        : `${input.name}: the graph has version ${version}, and only version ${graphVersion} is read`,
      { hint: `Export it again with a version of elenchus that writes version ${graphVersion}.` },
    );
  return { order, problem };
}

/** Turns elements into records, and remembers what was left out. */
class ElementReader {
  readonly #file: string;
  readonly #unknown = new Map<string, { count: number; place: string }>();
  readonly #dropped = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  read(event: Extract<OutlineEvent, { kind: "element" }>, maxLength: number): ImportRecord {
    const place = `${this.#file}#/${event.name}/${event.index}`;
    if (!isArrayName(event.name)) throw new Error(`not an array of the graph: ${event.name}`);
    if (event.text === null)
      return report(
        "error",
        "import.record-too-large",
        place,
        `the element has ${event.length} characters, more than the ${maxLength} allowed`,
      );
    const parsed = parseJson(event.text);
    if (!parsed.isJson)
      return report("error", "import.record-invalid", place, `the element is not JSON: ${parsed.reason}`);
    const { value } = parsed;
    const schema: z.ZodType<GraphRecord["element"]> = graphArrays[event.name];
    const { result, unknown } = parseLeniently(schema, value);
    for (const name of unknown) this.#count(`${event.name}.${name}`, place);
    const id = idOf(value);
    if (!result.success) {
      if (id !== null) this.#dropped.add(id);
      const isSpan = result.error.issues.some(
        ({ path, message }) => path.includes("span") || message.includes("as long as its span"),
      );
      return report(
        "error",
        isSpan ? "import.span-invalid" : "import.record-invalid",
        place,
        describeIssues(result.error),
      );
    }
    // `graphArrays` pairs the name with the schema that the element passed, which the types cannot see.
    const record = { array: event.name, element: result.data } as GraphRecord;
    const contradiction = contradictionIn(record, this.#dropped);
    if (contradiction === null) return { kind: "graph", record };
    if (id !== null) this.#dropped.add(id);
    return report("error", contradiction.code, place, contradiction.message);
  }

  *unknownFields(): Generator<ImportRecord> {
    for (const [name, { count, place }] of this.#unknown)
      yield report(
        "note",
        "import.field-unknown",
        place,
        `the field "${name}" is not known and was left out, ${count === 1 ? "once" : `${count} times`}`,
      );
  }

  #count(name: string, place: string): void {
    const seen = this.#unknown.get(name);
    if (seen) seen.count++;
    else this.#unknown.set(name, { count: 1, place });
  }
}

interface Contradiction {
  readonly code: "import.span-invalid" | "import.reference-missing" | "import.record-invalid";
  readonly message: string;
}

/** What a record says against itself, or that it stands on one that was left out; null when all is well. */
function contradictionIn(record: GraphRecord, dropped: ReadonlySet<string>): Contradiction | null {
  switch (record.array) {
    case "comments": {
      const { version, versions, text, status } = record.element;
      const current = versions.find(({ id }) => id === version);
      if (current ? current.text !== text : status !== "stub")
        return {
          code: "import.record-invalid",
          message: current ? "the text is not that of its version" : `there is no version ${version}`,
        };
      return null;
    }
    case "quotes": {
      const { text, span } = record.element;
      return text.length === span.end - span.start
        ? null
        : { code: "import.span-invalid", message: "the text is not as long as its span" };
    }
    case "relations": {
      const gone = [record.element.from, record.element.to].find((id) => dropped.has(id));
      return gone === undefined
        ? null
        : { code: "import.reference-missing", message: `the locution ${gone} was left out` };
    }
    default:
      return null;
  }
}

function idOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
    ? value.id
    : null;
}
