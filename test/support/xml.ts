import { DomUtils, parseDocument } from "htmlparser2";

/** An element as another reader than the product's sees it. */
export interface PlainElement {
  attribute(name: string): string;
  /** The words in the first child of that name. */
  child(name: string): string;
}

/** All elements of that name in an XML document. */
export function elementsIn(xml: string, name: string): readonly PlainElement[] {
  const document = parseDocument(xml.replaceAll("\r\n", "\n"), { xmlMode: true });
  return DomUtils.getElementsByTagName(name, document).map((element) => ({
    attribute: (attribute) => element.attribs[attribute] ?? "",
    child: (child) => {
      const found = element.children.find((node) => "name" in node && node.name === child);
      return found === undefined ? "" : DomUtils.textContent(found);
    },
  }));
}
