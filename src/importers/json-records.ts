import { JSONParser } from "@streamparser/json";

/** An object or array of a JSON document; while it is open, members that come later are absent still. */
export type JsonContainer = Readonly<Record<string, unknown>> | readonly unknown[];

/** An object or array that just ended, with what stands around it. */
export interface JsonMoment {
  readonly value: JsonContainer;
  /** Name or index under which it stands in the innermost container; undefined for the whole document. */
  readonly key: string | number | undefined;
  /** How many containers are around it. */
  readonly depth: number;
  /**
   * The container so many levels around it, 1 the innermost, as far as it was read; undefined beyond the
   * outermost.
   */
  up(levels: number): JsonContainer | undefined;
  /** Where it stands in the document, as a JSON pointer. Takes time with the depth. */
  pointer(): string;
}

/** A record taken from a document, or why the rest of it cannot be read. `offset` counts UTF-16 units. */
export type JsonEvent<Taken extends object = JsonContainer> =
  | { readonly kind: "record"; readonly value: Taken }
  | { readonly kind: "problem"; readonly message: string; readonly offset: number };

export interface JsonRecordOptions<Taken extends object = JsonContainer> {
  /**
   * What to take for an object or array that just ended: the value itself or one made of it and of what is around
   * it, or null to leave it in its place. Inner ones are asked first.
   */
  take(moment: JsonMoment): Taken | null;
  /** Most UTF-16 units of the document between two records, which bounds what is held. */
  readonly maxLength: number;
}

/** The parser's message may quote the token that it stumbled on; more than this says no more. */
const longestReason = 120;

/**
 * Takes records out of a JSON document of any size and depth as soon as each ends.
 *
 * A taken record is replaced by null in what is around it, so no more is held than the containers that are
 * open. An inner record therefore comes before the one that it stands in: replies before the comment that
 * they answer. Several documents may follow each other. In strings, surrogates without a partner and NUL
 * become U+FFFD, as in `parseJson`.
 *
 *     {"id":1,"replies":[{"id":2},{"id":3}]}      records 2, 3, then {"id":1,"replies":[null,null]}
 *
 * Linear in the document, whatever its depth.
 */
export async function* readJsonRecords<Taken extends object = JsonContainer>(
  chunks: AsyncIterable<string>,
  { take, maxLength }: JsonRecordOptions<Taken>,
): AsyncGenerator<JsonEvent<Taken>> {
  const ready: JsonEvent<Taken>[] = [];
  const parser = new JSONParser({ separator: "" });
  parser.onValue = ({ value, key, parent, stack }) => {
    const put = (replacement: JsonContainer | string | null) => {
      // Every value but the outermost stands in its parent under its key.
      if (parent !== undefined && key !== undefined)
        Object.defineProperty(parent, key, { ...plainMember, value: replacement });
    };
    if (typeof value === "string" && unstorable.test(value)) put(value.replace(unstorable, "\ufffd"));
    if (typeof value !== "object" || value === null) return;
    const record = take({
      value,
      key,
      depth: stack.length,
      up: (levels) => containerOf(levels === 1 ? parent : stack[stack.length - levels + 1]?.value),
      pointer: () => jsonPointer([...stack.slice(1).map((open) => open.key), key]),
    });
    if (record === null) return;
    ready.push({ kind: "record", value: record });
    put(null);
  };
  let offset = 0;
  let lastRecord = 0;
  for await (const chunk of chunks) {
    let failure = failureOf(() => parser.write(chunk));
    offset += chunk.length;
    if (ready.length > 0) lastRecord = offset;
    yield* ready.splice(0);
    if (failure === null && offset - lastRecord > maxLength)
      failure = `no record ends within ${maxLength} characters`;
    if (failure !== null) {
      yield { kind: "problem", message: failure, offset };
      return;
    }
  }
  const failure = failureOf(() => parser.end());
  yield* ready;
  if (failure !== null)
    yield { kind: "problem", message: "the document ends before its last bracket", offset };
}

/** A place in a JSON document (RFC 6901); empty for the whole. */
export function jsonPointer(keys: readonly (string | number | undefined)[]): string {
  return keys
    .filter((key) => key !== undefined)
    .map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

const unstorable = /\0|\p{Surrogate}/gu;
const plainMember = { writable: true, enumerable: true, configurable: true };

function containerOf(value: unknown): JsonContainer | undefined {
  return typeof value === "object" && value !== null ? (value as JsonContainer) : undefined;
}

function failureOf(step: () => void): string | null {
  try {
    step();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = error.message.split("\n", 1)[0] ?? "";
    return reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason;
  }
}
