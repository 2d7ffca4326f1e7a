import { z } from "zod";
import { AppError } from "../../errors.ts";
import type { ImportRecord } from "../../model/draft.ts";
import { describeIssues, parsePlainly } from "../../parse-input.ts";
import { decodeText } from "../../text/decode.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { type JsonMoment, readJsonRecords } from "../json-records.ts";
import { report } from "../report.ts";

const id = z.union([z.string().min(1), z.number().transform(String)]);
const optionalText = z.union([z.string(), z.number().transform(String)]).nullish();

const Node = z.object({ nodeID: id, type: z.string(), text: z.string().nullish() });
const Edge = z.object({ fromID: id, toID: id });
const SpokenNode = z.object({
  nodeID: id,
  personID: id.nullish(),
  start: optionalText,
  timestamp: optionalText,
});
const Participant = z.object({ participantID: id, firstname: optionalText, surname: optionalText });

/** A node as the document has it, with the order in which it came. */
export interface AifNode {
  readonly id: string;
  readonly type: string;
  readonly text: string;
}

/** Who spoke a locution, and when: what the list `locutions` says of an L-node. */
interface AifLocution {
  readonly personId: string | null;
  /** As the document writes it; null when it does not say. */
  readonly time: string | null;
}

/** An AIF document, whichever of its shapes it came in. */
export interface AifDocument {
  readonly nodes: ReadonlyMap<string, AifNode>;
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly locutions: ReadonlyMap<string, AifLocution>;
  /** Names of participants by their ids. */
  readonly participants: ReadonlyMap<string, string>;
  /** The text that the map was drawn of, maybe HTML with marks, and where it stands; null when there is none. */
  readonly source: { readonly value: string; readonly record: string; readonly field: string } | null;
  /** Whether the document ends before its last bracket: edges may be missing. */
  readonly isBroken: boolean;
}

type Problem = Extract<ImportRecord, { kind: "diagnostic" }>;

const lists = ["nodes", "edges", "locutions", "participants"] as const;
type ListName = (typeof lists)[number];
interface Element {
  readonly list: ListName | null;
  readonly pointer: string;
  readonly value: object;
}

/** Lists stand at the top of a document, or in its member `AIF` or `analysis`; deeper containers are none. */
const deepestElement = 3;
const elementPointer = /^(?:\/(?:AIF|analysis))?\/(nodes|edges|locutions|participants)\/\d+$/u;

/**
 * Reads a document of AIFdb (its lists at the top) or xAIF (its lists in `AIF`, beside the text).
 *
 * @throws AppError `import.record-invalid` when there is no node.
 */
export async function* readAifDocument(
  input: Input,
  { maxRecordBytes }: Pick<ImportOptions, "maxRecordBytes">,
): AsyncGenerator<Problem, AifDocument> {
  const nodes = new Map<string, AifNode>();
  const edges: { from: string; to: string }[] = [];
  const locutions = new Map<string, AifLocution>();
  const participants = new Map<string, string>();
  let source: AifDocument["source"] = null;
  let broken: string | null = null;
  const events = readJsonRecords(decodeText(input.open(), input.name), {
    maxLength: maxRecordBytes,
    take: takeElement,
  });
  for await (const event of events) {
    if (event.kind === "problem") {
      broken = event.message;
      const place = `${input.name}, character ${event.offset}`;
      if (nodes.size > 0)
        yield report(
          "error",
          "import.record-invalid",
          place,
          `${event.message}; what stands before was read`,
        );
      continue;
    }
    const { list, pointer, value } = event.value;
    if (list === null) {
      source = sourceText(value);
      continue;
    }
    const problem = (message: string) =>
      report("error", "import.record-invalid", `${input.name}#${pointer}`, message);
    if (list === "nodes") {
      const node = parsePlainly(Node, value);
      if (!node.success) yield problem(describeIssues(node.error));
      else if (nodes.has(node.data.nodeID)) yield problem(`the node ${node.data.nodeID} stands twice`);
      else
        nodes.set(node.data.nodeID, {
          id: node.data.nodeID,
          type: node.data.type.trim().toUpperCase(),
          text: node.data.text ?? "",
        });
    } else if (list === "edges") {
      const edge = parsePlainly(Edge, value);
      if (edge.success) edges.push({ from: edge.data.fromID, to: edge.data.toID });
      else yield problem(describeIssues(edge.error));
    } else if (list === "locutions") {
      const spoken = parsePlainly(SpokenNode, value);
      if (spoken.success) {
        const { nodeID, personID, start, timestamp } = spoken.data;
        locutions.set(nodeID, { personId: personID ?? null, time: start || timestamp || null });
      } else yield problem(describeIssues(spoken.error));
    } else {
      const person = Participant.safeParse(value);
      const { participantID = null, firstname, surname } = person.data ?? {};
      const name = [firstname, surname]
        .filter((part) => part != null && part.trim() !== "")
        .join(" ")
        .trim();
      if (participantID !== null && name !== "") participants.set(participantID, name);
    }
  }
  if (nodes.size === 0)
    throw new AppError(
      "import.record-invalid",
      `${input.name}: no nodes stand in it${broken === null ? "" : `: ${broken}`}`,
      { hint: "Give a map in the JSON of AIFdb or xAIF, or name another format with --from." },
    );
  return { nodes, edges, locutions, participants, source, isBroken: broken !== null };
}

function takeElement(moment: JsonMoment): Element | null {
  const { depth, value } = moment;
  if (depth === 0) return { list: null, pointer: "", value };
  if (depth > deepestElement) return null;
  const pointer = moment.pointer();
  const name = elementPointer.exec(pointer)?.[1];
  const list = lists.find((one) => one === name);
  return list === undefined ? null : { list, pointer, value };
}

/** The text beside the map: `text`, or `txt` in it, under the names of several tools. */
function sourceText(document: object): AifDocument["source"] {
  const member = (value: object, name: string): unknown =>
    Object.hasOwn(value, name) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
  const text = member(document, "text");
  if (typeof text === "string") return text === "" ? null : { value: text, record: "", field: "text" };
  for (const [record, holder] of [
    ["/text", text],
    ["/analysis", member(document, "analysis")],
  ] as const) {
    if (typeof holder !== "object" || holder === null) continue;
    const value = member(holder, "txt");
    if (typeof value === "string" && value !== "") return { value, record, field: "txt" };
  }
  return null;
}
