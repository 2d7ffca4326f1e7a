/**
 * What a JSON document with one object of arrays is made of, in order.
 *
 * `element` is one member of a top-level array, as JSON text that is not parsed yet; its text is null when it
 * is longer than the limit or its array was not asked for. `value` is a top-level member that is no array.
 * `problem` ends the document: what follows cannot be told apart any more.
 */
export type OutlineEvent =
  | { readonly kind: "array"; readonly name: string }
  | {
      readonly kind: "element";
      readonly name: string;
      readonly index: number;
      readonly text: string | null;
      readonly length: number;
    }
  | { readonly kind: "value"; readonly name: string; readonly text: string }
  | { readonly kind: "problem"; readonly message: string; readonly offset: number };

export interface OutlineOptions {
  /** Longest element or value that is held, in UTF-16 units. */
  readonly maxLength: number;
  /** Whether the elements of an array are wanted with their text. */
  wants(name: string): boolean;
}

type State = "start" | "key" | "colon" | "value" | "element" | "after" | "end";

const quote = 34;
const backslash = 92;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Cuts a JSON document into its top-level values and the elements of its top-level arrays.
 *
 * Only brackets and strings are followed here; each piece is then parsed by `JSON.parse`, which is both the
 * fastest parser there is and a strict one. So a document of any size is read while one element is held at a
 * time.
 */
export async function* readOutline(
  chunks: AsyncIterable<string>,
  options: OutlineOptions,
): AsyncGenerator<OutlineEvent> {
  const outline = new Outline(options);
  for await (const chunk of chunks) {
    yield* outline.feed(chunk);
    if (outline.isBroken) return;
  }
  yield* outline.finish();
}

class Outline {
  readonly #options: OutlineOptions;
  #state: State = "start";
  #name = "";
  #inArray = false;
  #index = 0;
  /** Characters before the chunk that is being read. */
  #consumed = 0;
  #parts: string[] = [];
  #length = 0;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  isBroken = false;

  constructor(options: OutlineOptions) {
    this.#options = options;
  }

  *feed(chunk: string): Generator<OutlineEvent> {
    let at = 0;
    while (at < chunk.length && !this.isBroken) {
      const code = chunk.charCodeAt(at);
      if (this.#length === 0 && !this.#inString && this.#depth === 0) {
        if (isSpace(code)) {
          at++;
          continue;
        }
        const event = this.#structure(code, this.#consumed + at);
        if (event !== undefined) {
          at++;
          if (event !== null) yield event;
          continue;
        }
      }
      const end = this.#scan(chunk, at);
      this.#hold(chunk.slice(at, end.at));
      at = end.at;
      if (end.isComplete) {
        const event = this.#complete();
        if (event !== null) yield event;
      }
    }
    this.#consumed += chunk.length;
  }

  *finish(): Generator<OutlineEvent> {
    if (this.#state !== "end" && !this.isBroken)
      yield this.#break("the document ends before its last bracket", this.#consumed);
  }

  /** Handles a character between pieces; undefined when a piece begins with it, null when nothing is told. */
  #structure(code: number, offset: number): OutlineEvent | null | undefined {
    const character = String.fromCharCode(code);
    switch (this.#state) {
      case "start":
        if (character !== "{") return this.#break("the document is not a JSON object", offset);
        this.#state = "key";
        return null;
      case "key":
        if (character === "}") this.#state = "end";
        else if (character === '"') return undefined;
        else if (character !== ",") return this.#break(`a name was expected, not ${character}`, offset);
        return null;
      case "colon":
        if (character !== ":") return this.#break(`a colon was expected, not ${character}`, offset);
        this.#state = "value";
        return null;
      case "value":
        if (character !== "[") return undefined;
        this.#state = "element";
        this.#inArray = true;
        this.#index = 0;
        return { kind: "array", name: this.#name };
      case "element":
        if (character === ",") return null;
        if (character !== "]")
          return character === "}" || character === ":"
            ? this.#break(`an element of "${this.#name}" was expected, not ${character}`, offset)
            : undefined;
        this.#state = "after";
        this.#inArray = false;
        return null;
      case "after":
        if (character === "}") this.#state = "end";
        else if (character === ",") this.#state = "key";
        else return this.#break(`a comma was expected, not ${character}`, offset);
        return null;
      case "end":
        return this.#break("something follows the end of the document", offset);
    }
  }

  /** Finds where the piece that begins or goes on at `from` ends in this chunk. */
  #scan(chunk: string, from: number): { readonly at: number; readonly isComplete: boolean } {
    let at = from;
    for (; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === backslash) this.#isEscaped = true;
        else if (code === quote) {
          this.#inString = false;
          if (this.#depth === 0) return { at: at + 1, isComplete: true };
        }
      } else if (code === quote) this.#inString = true;
      else if (code === 123 || code === 91) this.#depth++;
      else if (code === 125 || code === 93) {
        // A bracket at depth 0 closes what is around a number or a word, and is read again.
        if (this.#depth === 0) return { at, isComplete: true };
        if (--this.#depth === 0) return { at: at + 1, isComplete: true };
      } else if (this.#depth === 0 && (code === 44 || isSpace(code))) return { at, isComplete: true };
    }
    return { at, isComplete: false };
  }

  #hold(text: string): void {
    this.#length += text.length;
    const isWanted = this.#state !== "element" || this.#options.wants(this.#name);
    if (isWanted && this.#length <= this.#options.maxLength) this.#parts.push(text);
    else this.#parts = [];
  }

  #complete(): OutlineEvent | null {
    const isHeld = this.#parts.length > 0;
    const text = this.#parts.join("");
    const length = this.#length;
    this.#parts = [];
    this.#length = 0;
    if (this.#inArray)
      return { kind: "element", name: this.#name, index: this.#index++, text: isHeld ? text : null, length };
    if (this.#state === "key") {
      this.#name = parseName(text);
      this.#state = "colon";
      return null;
    }
    this.#state = "after";
    return { kind: "value", name: this.#name, text };
  }

  #break(message: string, offset: number): OutlineEvent {
    this.isBroken = true;
    return { kind: "problem", message, offset };
  }
}

function parseName(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
