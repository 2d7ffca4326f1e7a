import type { ImportRecord } from "../../model/draft.ts";
import type { Span } from "../../model/span.ts";
import { readMarkup } from "../../text/markup.ts";
import { composeOffsets, identityOffsets } from "../../text/offset-map.ts";
import type { ReadText } from "../../text/reader-text.ts";
import { readInstant } from "../../text/time.ts";
import { commentDraft } from "../comment-draft.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { report } from "../report.ts";
import { StatedMap } from "../stated-map.ts";
import { type AifDocument, type AifNode, readAifDocument } from "./document.ts";
import { MarkedText } from "./marked-text.ts";

/** `Bo: ` before the words of a locution, as AIFdb writes it. */
const speakerPrefix = /^([^\n:]{1,60}?)\s*:\s+/u;

/**
 * Reads an AIF document as comments and what the map states of them.
 *
 *     L-node   a comment of its speaker            TA  the comment that a comment answers, and responds-to
 *     I-node   a claim, in the words of the        RA  supports      MA  refines (of another's words: responds-to)
 *              L-nodes that assert it through YA   CA  disagrees-with; of an RA: its undercut
 *
 * An I-node that nobody says (an implicit premise, or any in a map of a text) is a comment without an author. Of a
 * document that is cut off these are left out where there are L-nodes, since nobody knows who said them.
 *
 * Preferences (PA) and relations between relations beyond undercuts have no place in our model and are counted.
 */
export async function* readAif(
  input: Input,
  options: ImportOptions,
  format: "aif" | "xaif",
): AsyncGenerator<ImportRecord> {
  const document = yield* readAifDocument(input, options);
  const reader = new AifReader(document, options, format);
  yield* reader.comments();
  yield* reader.bearings(input.name);
  yield* reader.map.records();
}

class AifReader {
  readonly map: StatedMap;
  readonly #document: AifDocument;
  readonly #options: ImportOptions;
  readonly #marked: MarkedText | null;
  readonly #into = new Map<string, string[]>();
  readonly #outOf = new Map<string, string[]>();
  /** The first claim that each L-node states, and who said it. */
  readonly #stated = new Map<string, { readonly claim: string; readonly speaker: string | null }>();
  /** Who said each claim first. */
  readonly #speakers = new Map<string, string | null>();
  readonly #missing = new Set<string>();
  #index = 0;

  constructor(document: AifDocument, options: ImportOptions, format: "aif" | "xaif") {
    this.map = new StatedMap(format);
    this.#document = document;
    this.#options = options;
    this.#marked = document.source === null ? null : new MarkedText(document.source.value);
    for (const { from, to } of document.edges) {
      const missing = [from, to].filter((id) => !document.nodes.has(id));
      for (const id of missing) this.#missing.add(id);
      if (missing.length > 0) continue;
      add(this.#outOf, from, to);
      add(this.#into, to, from);
    }
  }

  async *comments(): AsyncGenerator<ImportRecord> {
    const nodes = [...this.#document.nodes.values()];
    const locutions = nodes.filter(({ type, text }) => type === "L" && text.trim() !== "");
    for (const node of locutions) yield* this.#locution(node);
    if (this.#document.isBroken && locutions.length > 0) return;
    for (const node of nodes)
      if (node.type === "I" && node.text.trim() !== "" && !this.map.has(node.id))
        yield* this.#comment(node, await this.#read(node, 0), null, null);
  }

  async *#locution(node: AifNode): AsyncGenerator<ImportRecord> {
    const { locutions, participants } = this.#document;
    const { personId = null, time = null } = locutions.get(node.id) ?? {};
    const prefix = speakerPrefix.exec(node.text);
    const named = personId === null ? null : (participants.get(personId) ?? null);
    const isPrefixed = prefix !== null && (named === null || isSameName(prefix[1] ?? "", named));
    const name = named ?? (isPrefixed ? (prefix?.[1]?.trim() ?? null) : null);
    const author = name === null ? null : { id: `${this.#options.host}:${name}`, name };
    const read = await this.#read(node, isPrefixed ? (prefix?.[0].length ?? 0) : 0);
    yield* this.#comment(node, read, author, time);
  }

  /** The words of a node from `start` on: as the text has them, else as the node does. */
  async #read(node: AifNode, start: number): Promise<ReadText & { readonly isMarked: boolean }> {
    const words = node.text.slice(start);
    const found = this.#marked?.find(node.id, words) ?? null;
    if (found !== null) return { ...found, quotes: [], code: [], problem: null, isMarked: true };
    const read = await readMarkup(words, "plain");
    const offsets = composeOffsets(read.offsets, identityOffsets(words.length, start));
    return { ...read, offsets, isMarked: false };
  }

  *#comment(
    node: AifNode,
    read: ReadText & { readonly isMarked: boolean },
    author: { readonly id: string; readonly name: string } | null,
    time: string | null,
  ): Generator<ImportRecord> {
    const { host } = this.#options;
    const { source } = this.#document;
    const createdAt = time === null ? null : readInstant(time);
    const above = this.#answered(node);
    const comment = commentDraft(read, {
      id: `${host}:${node.id}`,
      index: this.#index++,
      threadId: `${host}:map`,
      parentId: above === null ? null : `${host}:${above}`,
      author,
      createdAt,
      ...(read.isMarked && source !== null
        ? { record: source.record, field: source.field }
        : { record: node.id, field: "text" }),
    });
    yield { kind: "comment", comment };
    const words = {
      commentId: `${host}:${node.id}`,
      text: read.text,
      speaker: author?.id ?? null,
      createdAt,
    };
    const whole = { start: 0, end: read.text.length };
    const claims = node.type === "I" ? [node] : this.#asserted(node);
    let isWholeTaken = false;
    for (const claim of claims) {
      const span = (claim === node ? null : find(claim.text.trim(), read.text)) ?? whole;
      // Two claims in one stretch of words cannot be told apart: the second stands by itself.
      if (span === whole && isWholeTaken) continue;
      isWholeTaken ||= span === whole || span.end - span.start === read.text.length;
      this.map.say(claim.id, { ...words, span });
      if (!this.#speakers.has(claim.id)) this.#speakers.set(claim.id, author?.id ?? null);
      if (!this.#stated.has(node.id))
        this.#stated.set(node.id, { claim: claim.id, speaker: author?.id ?? null });
    }
  }

  /** What stands across a node of one of these types. */
  #across(
    id: string,
    edges: ReadonlyMap<string, readonly string[]>,
    types: readonly string[],
  ): readonly AifNode[] {
    return (edges.get(id) ?? []).flatMap((next) => {
      const node = this.#document.nodes.get(next);
      return node && types.includes(node.type) ? [node] : [];
    });
  }

  #asserted(locution: AifNode): readonly AifNode[] {
    return this.#across(locution.id, this.#outOf, ["YA"])
      .flatMap(({ id }) => this.#across(id, this.#outOf, ["I"]))
      .filter(({ text }) => text.trim() !== "");
  }

  /** The L-node that an L-node answers: TA leads from what was said to what is said next. */
  #answered(locution: AifNode): string | null {
    if (locution.type !== "L") return null;
    for (const { id } of this.#across(locution.id, this.#into, ["TA"]))
      for (const said of this.#across(id, this.#into, ["L"])) if (said.id !== locution.id) return said.id;
    return null;
  }

  /** Draws the relations, and says what could not be drawn. */
  *bearings(file: string): Generator<ImportRecord> {
    const drawn = new Set<string>();
    const relate = (
      kind: "supports" | "disagrees-with" | "refines" | "responds-to",
      from: string,
      to: string,
      method: string,
    ) => {
      drawn.add(`${from} ${to}`);
      this.map.relate({ kind, from, to, method });
    };
    let strays = 0;
    for (const { id, type } of this.#document.nodes.values()) {
      if (type !== "RA" && type !== "CA" && type !== "MA" && type !== "PA") continue;
      const from = this.#across(id, this.#into, ["I"]);
      const to = this.#across(id, this.#outOf, ["I"]);
      const steps = type === "CA" ? this.#across(id, this.#outOf, ["RA"]) : [];
      if (type === "PA" || from.length === 0 || to.length + steps.length === 0) strays++;
      else
        for (const one of from) {
          for (const other of to) {
            if (type === "RA") relate("supports", one.id, other.id, type);
            else if (type === "CA") relate("disagrees-with", one.id, other.id, type);
            else relate(this.#isOwn(one.id, other.id) ? "refines" : "responds-to", one.id, other.id, type);
          }
          for (const step of steps) this.#undercut(one.id, step.id);
        }
    }
    for (const { id, type } of this.#document.nodes.values()) {
      if (type !== "TA") continue;
      for (const earlier of this.#across(id, this.#into, ["L"]))
        for (const later of this.#across(id, this.#outOf, ["L"])) {
          const from = this.#stated.get(later.id);
          const to = this.#stated.get(earlier.id);
          // What the map says of the two claims is more than that one answers the other.
          if (!from || !to || drawn.has(`${from.claim} ${to.claim}`)) continue;
          if (from.speaker === null || from.speaker !== to.speaker)
            relate("responds-to", from.claim, to.claim, type);
        }
    }
    for (const id of this.#missing)
      yield report(
        "warning",
        "import.reference-missing",
        `${file}: ${id}`,
        `an edge leads to a node ${id} that is not there`,
      );
    if (strays > 0)
      yield report(
        "note",
        "import.reference-missing",
        file,
        `${strays} of the relations of the map are preferences or do not lead from claim to claim, and were left out`,
      );
  }

  #undercut(from: string, step: string): void {
    for (const premise of this.#across(step, this.#into, ["I"]))
      for (const conclusion of this.#across(step, this.#outOf, ["I"]))
        this.map.undercut({ from, premise: premise.id, conclusion: conclusion.id, method: "CA" });
  }

  #isOwn(from: string, to: string): boolean {
    const speaker = this.#speakers.get(from) ?? null;
    return speaker !== null && speaker === this.#speakers.get(to);
  }
}

function isSameName(prefix: string, name: string): boolean {
  const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
  return fold(prefix) === fold(name) || fold(name).split(" ").includes(fold(prefix));
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Where words stand in a text, whatever their case; null when they do not. */
function find(words: string, text: string): Span | null {
  const lower = text.toLowerCase();
  const exact = text.indexOf(words);
  // Where letters change their number with their case, only the exact words have a place.
  const start = exact >= 0 || lower.length !== text.length ? exact : lower.indexOf(words.toLowerCase());
  return start < 0 ? null : { start, end: start + words.length };
}
