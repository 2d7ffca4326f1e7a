import { parseDocument } from "htmlparser2";

type Node = ReturnType<typeof parseDocument>["children"][number];

/** An element of a parsed page. */
export type HtmlElement = Extract<Node, { attribs: unknown }>;

/** Parses a page with the places of its elements. Never fails: bad markup is read as browsers read it. */
export function parsePage(source: string): readonly Node[] {
  return parseDocument(source, { withStartIndices: true, withEndIndices: true }).children;
}

export function isElement(node: Node): node is HtmlElement {
  return "attribs" in node;
}

/**
 * The elements among nodes and below them, in document order.
 *
 * @param enter - whether to go below an element that was given. By default always.
 */
export function* elements(
  nodes: readonly Node[],
  enter: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlElement> {
  // A page may be nested deeper than calls can be.
  const open: Node[] = nodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (enter(node))
      for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as Node);
  }
}

/** The words of an element, white space folded. */
export function wordsIn(element: HtmlElement): string {
  const words: string[] = [];
  const open: Node[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "text") words.push(node.data);
    if (isElement(node) && node.name !== "script" && node.name !== "style")
      for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as Node);
  }
  return words.join("").replace(/\s+/gu, " ").trim();
}

/** The names in an element's `class`. */
export function classesOf({ attribs }: HtmlElement): readonly string[] {
  return (attribs.class ?? "").split(/\s+/u).filter((name) => name !== "");
}

/** Where an element stands in the page, its tags included. */
export function placeOf({ startIndex, endIndex }: HtmlElement): {
  readonly start: number;
  readonly end: number;
} {
  const start = startIndex ?? 0;
  return { start, end: endIndex === null ? start : endIndex + 1 };
}
