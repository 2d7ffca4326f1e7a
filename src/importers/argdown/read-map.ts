import { AppError } from "../../errors.ts";
import type { ImportRecord } from "../../model/draft.ts";
import { hashId } from "../../model/id.ts";
import { identityOffsets, type MappedText } from "../../text/offset-map.ts";
import { commentDraft } from "../comment-draft.ts";
import type { ImportOptions } from "../importer.ts";
import { report } from "../report.ts";
import { StatedMap } from "../stated-map.ts";
import { type ArgdownElement, argdownLines, type Mark } from "./lines.ts";
import { readArgdownWords } from "./words.ts";

/** What stands open above an indented line: an element, or the inference of an argument. */
interface Above {
  readonly indent: number;
  readonly node: string;
  readonly kind: "statement" | "argument" | "inference";
}

/** What is known of a statement or argument so far. */
interface Met {
  readonly kind: "statement" | "argument";
  /** Its title where it stands first, for elements that are never put in words. */
  readonly title: ArgdownElement;
  isWorded: boolean;
  isConcluded: boolean;
}

/** The steps of a premise-conclusion structure while it is read. */
interface Structure {
  readonly argument: string;
  readonly steps: { readonly number: number; readonly node: string; readonly isConclusion: boolean }[];
  readonly premises: { readonly from: string; readonly to: string }[];
  inference: { readonly uses: readonly number[] | null } | null;
}

interface Bearing {
  readonly kind: "supports" | "disagrees-with" | "undercut";
  readonly from: string;
  readonly to: string;
  readonly mark: string;
}

/**
 * Reads an Argdown document as comments and what the map states of them.
 *
 *     [A]: words          a statement: a comment whose words are the claim of [A]
 *       + / <+  <B>       B supports A             +>  A supports B
 *       - / <-  <B>       B disagrees with A       ->  A disagrees with B      ><  both
 *       _ / <_  <B>       B undercuts A            _>  A undercuts B
 *
 * An argument is the claim of its description; without one, its main conclusion speaks for it and what
 * attacks it is an undercut of its last step. In a premise-conclusion structure the premises since the last
 * conclusion, that one included, or those that `uses` names, support the next. What has only a title says its
 * title.
 */
export async function* readArgdown(
  text: string,
  file: string,
  options: ImportOptions,
): AsyncGenerator<ImportRecord> {
  const reader = new ArgdownReader(text, file, options);
  yield* reader.read();
}

class ArgdownReader {
  readonly #text: string;
  readonly #file: string;
  readonly #options: ImportOptions;
  readonly #map = new StatedMap("argdown");
  readonly #met = new Map<string, Met>();
  /** The first comment that puts a node in words. */
  readonly #commentOf = new Map<string, string>();
  readonly #bearings: Bearing[] = [];
  /** The steps that an argument takes to its conclusions, by argument. */
  readonly #structures = new Map<string, Structure>();
  #stack: Above[] = [];
  #structure: Structure | null = null;
  #lastArgument: string | null = null;
  #threadTitle: string | null = null;
  #index = 0;

  constructor(text: string, file: string, options: ImportOptions) {
    this.#text = text;
    this.#file = file;
    this.#options = options;
  }

  async *read(): AsyncGenerator<ImportRecord> {
    for (const line of argdownLines(this.#text)) {
      if (line.kind === "title") this.#threadTitle = line.text;
      else if (line.kind === "heading") {
        this.#stack = [];
        this.#closeStructure();
      } else if (line.kind === "inference") this.#infer(line.indent, line.uses);
      else {
        const { indent, mark, step, element } = line;
        this.#stack = this.#stack.filter((above) => above.indent < indent);
        const above = mark === null ? undefined : this.#stack.at(-1);
        if (mark === null && step === null) this.#closeStructure();
        const words = element.source === "" ? null : await readArgdownWords(element.source, element.start);
        const said = words?.text.trim() ? words : null;
        if (element.title === null && said === null) {
          yield report(
            "error",
            "import.record-invalid",
            `${this.#file}:${line.line}`,
            "the line has no words",
          );
          continue;
        }
        const node = this.#nodeOf(element, said);
        const met = this.#meet(node, element);
        if (said !== null && !(met.isWorded && element.title === null)) {
          const isBelow =
            mark !== null && above !== undefined && above.kind !== "inference" && !mark.endsWith(">");
          yield* this.#say(node, said, isBelow ? above.node : null);
          met.isWorded = true;
        }
        if (step !== null) this.#step(step, node);
        else if (element.kind === "argument" && mark === null) this.#lastArgument = node;
        if (mark !== null && above === undefined)
          yield report(
            "warning",
            "import.reference-missing",
            `${this.#file}:${line.line}`,
            `nothing stands above for "${mark}" to bear on`,
          );
        else if (mark !== null && above !== undefined) this.#bear(mark, node, above);
        this.#stack.push({ indent, node, kind: element.kind });
      }
    }
    this.#closeStructure();
    yield* this.#sayTitles();
    if (this.#index === 0)
      throw new AppError("import.record-invalid", `${this.#file}: no statement stands in it`, {
        hint: "Check the file, or name another format with --from.",
      });
    this.#draw();
    yield* this.#map.records();
  }

  /** Titles name; words alone are one statement wherever they stand. */
  #nodeOf({ kind, title }: ArgdownElement, said: MappedText | null): string {
    if (title !== null) return `${kind === "argument" ? "<" : "["}${title}`;
    return `=${hashId(said?.text ?? "")}`;
  }

  #meet(node: string, element: ArgdownElement): Met {
    const before = this.#met.get(node);
    if (before) return before;
    const met = { kind: element.kind, title: element, isWorded: false, isConcluded: false };
    this.#met.set(node, met);
    return met;
  }

  *#say(node: string, { text, offsets }: MappedText, parent: string | null): Generator<ImportRecord> {
    const id = `${this.#options.host}:${this.#nativeId(node, text)}`;
    const { host } = this.#options;
    const comment = commentDraft(
      { text, offsets, quotes: [] },
      {
        id,
        index: this.#index++,
        threadId: `${host}:map`,
        threadTitle: this.#threadTitle,
        parentId: parent === null || parent === node ? null : (this.#commentOf.get(parent) ?? null),
      },
    );
    yield { kind: "comment", comment };
    if (!this.#commentOf.has(node)) this.#commentOf.set(node, id);
    const span = { start: 0, end: text.length };
    this.#map.say(node, { commentId: id, text, span, speaker: null, createdAt: null });
  }

  /** A title is the id of what is said first under it; more words under one title have a hash behind it. */
  #nativeId(node: string, text: string): string {
    const title = this.#met.get(node)?.title.title ?? null;
    if (title === null) return node.slice(1);
    const kind = this.#met.get(node)?.kind === "argument" ? `<${title}>` : `[${title}]`;
    return this.#commentOf.has(node) ? `${kind}/${hashId(text)}` : kind;
  }

  *#sayTitles(): Generator<ImportRecord> {
    for (const [node, { kind, title, isWorded, isConcluded }] of this.#met) {
      if (isWorded || title.title === null || (kind === "argument" && isConcluded)) continue;
      const words = title.title;
      yield* this.#say(node, { text: words, offsets: this.#titleOffsets(title) }, null);
    }
  }

  #titleOffsets({ title, titleStart }: ArgdownElement): readonly number[] {
    const words = title ?? "";
    const start = this.#text.indexOf(words, titleStart);
    return start < 0 ? [] : identityOffsets(words.length, start);
  }

  #infer(indent: number, uses: readonly number[] | null): void {
    if (this.#structure === null) return;
    this.#structure.inference = { uses };
    this.#stack = this.#stack.filter((above) => above.indent < indent);
    this.#stack.push({ indent, node: this.#structure.argument, kind: "inference" });
  }

  #step(number: number, node: string): void {
    if (this.#structure === null || (number === 1 && this.#structure.steps.length > 0)) {
      this.#closeStructure();
      const argument = this.#lastArgument ?? `=structure ${this.#index}`;
      this.#structure = { argument, steps: [], premises: [], inference: null };
    }
    const { steps, inference, premises } = this.#structure;
    if (inference !== null) {
      const last = steps.findLastIndex(({ isConclusion }) => isConclusion);
      const used = inference.uses;
      const from =
        used === null ? steps.slice(Math.max(0, last)) : steps.filter((one) => used.includes(one.number));
      premises.push(...from.map((premise) => ({ from: premise.node, to: node })));
    }
    steps.push({ number, node, isConclusion: inference !== null });
    this.#structure.inference = null;
  }

  #closeStructure(): void {
    const structure = this.#structure;
    this.#structure = null;
    if (structure === null) return;
    for (const { from, to } of structure.premises)
      this.#map.relate({ kind: "supports", from, to, method: "inference" });
    const met = this.#met.get(structure.argument);
    if (met && structure.premises.length > 0) {
      met.isConcluded = true;
      this.#structures.set(structure.argument, structure);
    }
    this.#lastArgument = null;
  }

  #bear(mark: Mark, node: string, above: Above): void {
    const isDownward = mark.endsWith(">") && mark !== "><";
    const [from, to] = isDownward ? [above.node, node] : [node, above.node];
    const kind = mark.includes("+") ? "supports" : mark.includes("_") ? "undercut" : "disagrees-with";
    const isStep = above.kind === "inference" && !isDownward;
    this.#bearings.push({ kind: isStep ? "undercut" : kind, from, to, mark });
    if (mark === "><") this.#bearings.push({ kind, from: to, to: from, mark });
  }

  /** Draws the relations, when it is known which arguments have a description and which conclude something. */
  #draw(): void {
    for (const [argument, structure] of this.#structures) {
      const conclusion = structure.premises.at(-1)?.to;
      // A description says in short what the premises say at length.
      if (conclusion !== undefined && this.#map.has(argument))
        this.#map.relate({ kind: "supports", from: argument, to: conclusion, method: "description" });
    }
    for (const { kind, from, to, mark } of this.#bearings) {
      const speaking = this.#voiceOf(from);
      const step = this.#structures.get(to)?.premises.at(-1);
      const isBareArgument = !this.#map.has(to);
      if (kind === "supports")
        this.#map.relate({ kind, from: speaking, to: this.#voiceOf(to), method: mark });
      else if (step && (kind === "undercut" || isBareArgument))
        this.#map.undercut({ from: speaking, premise: step.from, conclusion: step.to, method: mark });
      else if (kind === "undercut") this.#undercutSupport(speaking, to, mark);
      else {
        const attack = to.startsWith("<") ? "undermine" : "rebut";
        this.#map.relate({ kind: "disagrees-with", attack, from: speaking, to, method: mark });
      }
    }
  }

  /**
   * An argument without steps is undercut in what it supports; where it supports nothing, it is attacked
   * itself.
   */
  #undercutSupport(from: string, argument: string, mark: string): void {
    const step = this.#bearings.find((one) => one.kind === "supports" && one.from === argument);
    if (step)
      this.#map.undercut({ from, premise: argument, conclusion: this.#voiceOf(step.to), method: mark });
    else this.#map.relate({ kind: "disagrees-with", attack: "undermine", from, to: argument, method: mark });
  }

  /** What is said for an element: its own words, or the main conclusion of an argument that has none. */
  #voiceOf(node: string): string {
    return this.#map.has(node) ? node : (this.#structures.get(node)?.premises.at(-1)?.to ?? node);
  }
}
