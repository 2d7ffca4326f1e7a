export type Child = Node | string | null | readonly Child[];

type Attribute = string | number | boolean | null | ((event: never) => void);

/**
 * Makes an element.
 *
 * Children that are strings become text nodes, so no text reaches the page as HTML. Attributes that are null or
 * false are left out; functions under `on…` become listeners.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/** Makes an SVG element, in the same way. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

function setAttributes(element: Element, attributes: Readonly<Record<string, Attribute>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value !== null && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null) continue;
    if (typeof child === "string" || child instanceof Node) element.append(child);
    else append(element, child);
  }
}

/**
 * Puts new content in the place of old, keeping the reader where they were.
 *
 * The element that has the focus gets it back when the new content holds one with the same `data-key`; boxes with
 * a `data-key` keep how far they were scrolled.
 */
export function replaceContent(container: Element, ...content: readonly Child[]): void {
  const focused = document.activeElement;
  const key = focused !== null && container.contains(focused) ? focused.getAttribute("data-key") : null;
  const selection =
    focused instanceof HTMLInputElement && focused.type !== "range"
      ? { value: focused.value, start: focused.selectionStart, end: focused.selectionEnd }
      : null;
  const scrolled = [...container.querySelectorAll("[data-key]")]
    .filter((it) => it.scrollTop > 0)
    .map((it) => ({ key: it.getAttribute("data-key"), top: it.scrollTop }));
  container.replaceChildren();
  append(container, content);
  for (const { key: box, top } of scrolled) {
    const again = byKey(container, box);
    if (again !== null) again.scrollTop = top;
  }
  const again = byKey(container, key);
  if (again === null) return;
  if (selection !== null && again instanceof HTMLInputElement) {
    again.value = selection.value;
    again.setSelectionRange(selection.start, selection.end);
  }
  again.focus({ preventScroll: true });
}

function byKey(container: Element, key: string | null): HTMLElement | null {
  return key === null ? null : container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}
