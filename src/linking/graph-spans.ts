import type { Diagnostic } from "../model/diagnostic.ts";
import type { GraphRecord } from "../model/graph.ts";
import { holdsWords } from "../model/span.ts";

/** Names one text of one comment. */
interface TextRef {
  readonly commentId: string;
  readonly version: string;
}

/** Finds texts that came before the records at hand; what is unknown is left out of the answer. */
export type TextLookup = (
  refs: readonly TextRef[],
) => Promise<readonly (TextRef & { readonly text: string })[]>;

/**
 * Keeps records whose spans do not hold their words out of the store.
 *
 * Records come in batches, comments before what points into them. Texts of the batch itself are known; for earlier
 * ones the lookup is asked once a batch, so memory does not grow with the graph. A locution or quote that does not
 * slice back is dropped, and so is a relation that ends on a dropped locution; of a concept only the mention goes.
 */
export class GraphSpanCheck {
  readonly #lookup: TextLookup;
  readonly #dropped = new Set<string>();

  constructor(lookup: TextLookup) {
    this.#lookup = lookup;
  }

  async check(records: readonly GraphRecord[]): Promise<{
    readonly records: readonly GraphRecord[];
    readonly diagnostics: readonly Diagnostic[];
  }> {
    const texts = await this.#textsFor(records);
    const kept: GraphRecord[] = [];
    const diagnostics: Diagnostic[] = [];
    const textOf = (ref: TextRef): string | undefined => texts.get(keyOf(ref));
    for (const record of records) {
      if (record.array === "locutions" || record.array === "quotes") {
        const text = textOf(record.element);
        const { id, commentId, span } = record.element;
        const inner =
          record.array === "locutions"
            ? [record.element.leadIn, record.element.reported]
            : [record.element.answer];
        const fits = inner.every((one) => (one?.end ?? 0) <= (text?.length ?? 0));
        if (text !== undefined && fits && holdsWords(text, span, record.element.text)) kept.push(record);
        else {
          this.#dropped.add(id);
          const reason =
            text === undefined
              ? `there is no version ${record.element.version} of its comment`
              : `${span.start}-${span.end} does not hold its words`;
          diagnostics.push({ ...invalid(record.array, id, reason), commentId });
        }
      } else if (record.array === "concepts") {
        const { mentions, id } = record.element;
        const good = mentions.filter((mention) => mention.span.end <= (textOf(mention)?.length ?? 0));
        if (good.length < mentions.length)
          diagnostics.push(
            invalid("concepts", id, `${mentions.length - good.length} of its mentions lie in no text`),
          );
        kept.push(
          good.length === mentions.length
            ? record
            : { array: "concepts", element: { ...record.element, mentions: good } },
        );
      } else if (
        record.array === "relations" &&
        (this.#dropped.has(record.element.from) || this.#dropped.has(record.element.to))
      )
        diagnostics.push(invalid("relations", record.element.id, "it ends on a locution that was left out"));
      else kept.push(record);
    }
    return { records: kept, diagnostics };
  }

  async #textsFor(records: readonly GraphRecord[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    const wanted = new Map<string, TextRef>();
    for (const record of records) {
      if (record.array === "comments")
        for (const version of record.element.versions)
          texts.set(keyOf({ commentId: record.element.id, version: version.id }), version.text);
      const refs: readonly TextRef[] =
        record.array === "locutions" || record.array === "quotes"
          ? [record.element]
          : record.array === "concepts"
            ? record.element.mentions
            : [];
      for (const { commentId, version } of refs)
        wanted.set(keyOf({ commentId, version }), { commentId, version });
    }
    const missing = [...wanted].filter(([key]) => !texts.has(key)).map(([, ref]) => ref);
    if (missing.length > 0)
      for (const found of await this.#lookup(missing)) texts.set(keyOf(found), found.text);
    return texts;
  }
}

function keyOf({ commentId, version }: TextRef): string {
  return `${commentId}\u001f${version}`;
}

function invalid(array: string, id: string, message: string): Diagnostic {
  return {
    severity: "error",
    code: "import.span-invalid",
    message: `${message}; it was left out`,
    place: `${array} ${id}`,
    commentId: null,
    span: null,
  };
}
