import { Parser } from "htmlparser2";

/** An element with the words that stand directly in it; line ends are `\n`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** An element that was asked for, where it ended, or why one cannot be had. `offset` counts UTF-16 units. */
export type XmlEvent =
  | {
      readonly kind: "element";
      readonly element: XmlElement;
      /** The nearest element around it that was asked for, too, as far as it was read. */
      readonly around: XmlElement | null;
      /** Name of the element that it stands in; null for the root. */
      readonly within: string | null;
      /** Counts the elements that were asked for, from 1. */
      readonly ordinal: number;
    }
  | {
      readonly kind: "problem";
      readonly isTooLarge: boolean;
      readonly message: string;
      readonly offset: number;
    };

export interface XmlElementOptions {
  /** Whether to take an element, by its name and by that of the element that it stands in. */
  wants(name: string, within: string | null): boolean;
  /** Most UTF-16 units of one element, without those in it that are taken themselves. */
  readonly maxLength: number;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
  hasWords: boolean;
  readonly children: XmlElement[];
  readonly isWanted: boolean;
}

/** Exports nest a handful of elements; the parser takes time with the square of the depth. */
const deepest = 1000;

/**
 * Takes elements out of an XML document of any size as soon as each ends, and keeps nothing else of it.
 *
 * An element in another one that is taken comes before it and is not among its children. Entities that the
 * document declares are not expanded: they stay as they are written. Bad markup is read as well as it can be;
 * an element that is open when the document ends is lost, and said to be.
 */
export async function* readXmlElements(
  chunks: AsyncIterable<string>,
  { wants, maxLength }: XmlElementOptions,
): AsyncGenerator<XmlEvent> {
  const reader = new ElementReader(wants, maxLength);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reader.offset = parser.endIndex + 1;
        reader.open(name, attributes);
      },
      ontext: (text) => {
        reader.offset = parser.endIndex + 1;
        reader.text(text);
      },
      onclosetag: (name, isImplied) => {
        reader.offset = parser.endIndex + 1;
        reader.close(name, isImplied);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let written = 0;
  for await (const chunk of chunks) {
    parser.write(chunk);
    written += chunk.length;
    yield* reader.ready.splice(0);
    const message = reader.isTooDeep
      ? `more than ${deepest} elements are nested in each other`
      : written - reader.offset > maxLength
        ? `no tag ends within ${maxLength} characters`
        : null;
    if (message === null) continue;
    yield { kind: "problem", isTooLarge: !reader.isTooDeep, message, offset: reader.offset };
    return;
  }
  reader.isAtEnd = true;
  parser.end();
  yield* reader.ready;
}

/** The first child of that name. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

/** The words of the first child of that name, without the space around them; null when there are none. */
export function childText(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.text.trim() || null;
}

const unstorable = /\0|\p{Surrogate}/gu;
const storable = (text: string): string => text.replace(/\r\n?/gu, "\n").replace(unstorable, "\ufffd");

class ElementReader {
  readonly ready: XmlEvent[] = [];
  /** How far the document was read when something of it was last given here. */
  offset = 0;
  isAtEnd = false;
  isTooDeep = false;
  readonly #wants: XmlElementOptions["wants"];
  readonly #maxLength: number;
  /** All open elements by name, and those of them that are kept: the wanted ones and what stands in them. */
  readonly #names: string[] = [];
  readonly #kept: OpenElement[] = [];
  /** What is held of each wanted element that is open, in UTF-16 units; infinite once it was too much. */
  readonly #held: number[] = [];
  #ordinal = 0;

  constructor(wants: XmlElementOptions["wants"], maxLength: number) {
    this.#wants = wants;
    this.#maxLength = maxLength;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const isWanted = this.#wants(name, this.#names.at(-1) ?? null);
    this.#names.push(name);
    this.isTooDeep ||= this.#names.length > deepest;
    const around = this.#kept.at(-1);
    if (!isWanted && around === undefined) return;
    // Space between tags is layout.
    if (around !== undefined && !around.hasWords) around.text = "";
    const given = Object.entries(attributes).map(([key, value]) => [key, storable(value)] as const);
    this.#kept.push({ name, attributes: new Map(given), text: "", hasWords: false, children: [], isWanted });
    if (isWanted) this.#held.push(0);
    this.#hold(given.reduce((sum, [key, value]) => sum + key.length + value.length, name.length));
  }

  text(text: string): void {
    const last = this.#kept.at(-1);
    if (last === undefined) return;
    this.#hold(text.length);
    if (this.#isTooLarge()) return;
    last.text += text;
    last.hasWords ||= /\S/u.test(text);
  }

  close(name: string, isImplied: boolean): void {
    this.#names.pop();
    const open = this.#kept.pop();
    if (open === undefined) return;
    const around = this.#kept.at(-1);
    const isTooLarge = this.#isTooLarge();
    if (!open.isWanted) {
      if (around !== undefined && !isTooLarge) around.children.push(finished(open));
      return;
    }
    this.#held.pop();
    this.#ordinal++;
    if (isTooLarge) this.#lose(true, `a ${name} is longer than ${this.#maxLength} characters`);
    else if (this.isAtEnd && isImplied) {
      // Of elements in each other the innermost says it for all.
      const isSaid = this.ready.some((event) => event.kind === "problem");
      if (!isSaid) this.#lose(false, `the document ends inside a ${name}; what stands before was read`);
    } else
      this.ready.push({
        kind: "element",
        element: finished(open),
        around: this.#kept.findLast((one) => one.isWanted) ?? null,
        within: this.#names.at(-1) ?? null,
        ordinal: this.#ordinal,
      });
  }

  #hold(length: number): void {
    const last = this.#held.length - 1;
    const held = (this.#held[last] ?? 0) + length;
    this.#held[last] = held > this.#maxLength ? Number.POSITIVE_INFINITY : held;
    if (held <= this.#maxLength) return;
    for (const one of this.#kept.slice(this.#kept.findLastIndex((element) => element.isWanted))) {
      one.text = "";
      one.children.length = 0;
    }
  }

  #isTooLarge(): boolean {
    return this.#held.at(-1) === Number.POSITIVE_INFINITY;
  }

  #lose(isTooLarge: boolean, message: string): void {
    this.ready.push({ kind: "problem", isTooLarge, message, offset: this.offset });
  }
}

function finished({ name, attributes, text, children }: OpenElement): XmlElement {
  return { name, attributes, text: storable(text), children };
}
