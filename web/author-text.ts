import { h } from "./dom.ts";

/**
 * Characters that are not seen and that change how the text around them is read, with the names to show instead.
 *
 * U+202A to U+202E and U+2066 to U+2069 can turn the rest of a page round; the others hide in words. Joiners and
 * variation selectors stay: emoji and many scripts need them.
 */
const unseenCharacters: ReadonlyMap<string, string> = new Map([
  ["\u061c", "ALM"],
  ["\u200b", "ZWSP"],
  ["\u200e", "LRM"],
  ["\u200f", "RLM"],
  ["\u202a", "LRE"],
  ["\u202b", "RLE"],
  ["\u202c", "PDF"],
  ["\u202d", "LRO"],
  ["\u202e", "RLO"],
  ["\u2060", "WJ"],
  ["\u2066", "LRI"],
  ["\u2067", "RLI"],
  ["\u2068", "FSI"],
  ["\u2069", "PDI"],
  ["\ufeff", "BOM"],
]);

/** A part of a text that is to stand out; `class` tells apart why. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly tag: "mark" | "ins" | "del" | "a" | "span";
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * An author's words, set apart from the page in a `bdi` of their own.
 *
 * Control characters are shown by name and take no effect. Highlights that overlap an earlier one begin where
 * that one ends.
 */
export function authorText(text: string, highlights: readonly Highlight[] = []): HTMLElement {
  const parts: Node[] = [];
  let at = 0;
  for (const { start, end, tag, attributes } of highlights.toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    const from = Math.max(at, start);
    const to = Math.min(end, text.length);
    if (from >= to) continue;
    parts.push(...visible(text.slice(at, from)), h(tag, attributes, visible(text.slice(from, to))));
    at = to;
  }
  parts.push(...visible(text.slice(at)));
  return h("bdi", {}, parts);
}

function visible(text: string): Node[] {
  const nodes: Node[] = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") nodes.push(document.createTextNode(plain));
    plain = "";
  };
  for (const character of text) {
    const name = nameOf(character);
    if (name === null) plain += character;
    else {
      flush();
      nodes.push(h("span", { class: "control", "data-name": name, title: `control character ${name}` }));
    }
  }
  flush();
  return nodes;
}

function nameOf(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  const isControl =
    (code < 0x20 && character !== "\n" && character !== "\t") || (code >= 0x7f && code < 0xa0);
  return isControl
    ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`
    : (unseenCharacters.get(character) ?? null);
}

/** Text without the characters that `authorText` shows by name, for titles and labels that hold plain text. */
export function plainText(text: string): string {
  return [...text].filter((character) => nameOf(character) === null).join("");
}
