import { describe, expect, it } from "vitest";
import { childText, readXmlElements, type XmlEvent } from "../../../src/importers/xml-elements.ts";

async function read(xml: string, names: readonly string[], { maxLength = 10_000, pieces = 7 } = {}) {
  async function* chunks() {
    for (let at = 0; at < xml.length; at += pieces) yield xml.slice(at, at + pieces);
  }
  const events: XmlEvent[] = [];
  for await (const event of readXmlElements(chunks(), { wants: (name) => names.includes(name), maxLength }))
    events.push(event);
  return events;
}

const elementsOf = (events: readonly XmlEvent[]) =>
  events.flatMap((event) => (event.kind === "element" ? [event.element] : []));

describe("elements of an XML document", () => {
  it("bring their attributes, words and children, without the layout between tags", async () => {
    const [event] = await read('<r><x a="1 &amp; 2">\n  <b>one</b>\n  <c><![CDATA[<two>]]></c>\n</x></r>', [
      "x",
    ]);
    expect(event).toMatchObject({ within: "r", around: null, ordinal: 1 });
    const [element] = elementsOf(event ? [event] : []);
    expect(element?.attributes.get("a")).toBe("1 & 2");
    expect(element?.text.trim()).toBe("");
    expect(element && [childText(element, "b"), childText(element, "c"), childText(element, "d")]).toEqual([
      "one",
      "<two>",
      null,
    ]);
  });

  it("come before the element around them, which lacks them and is at hand as far as it was read", async () => {
    const events = await read("<r><p><t>T</t><q>1</q><q>2</q><u>U</u></p></r>", ["p", "q"]);
    expect(elementsOf(events).map(({ name, text }) => name + text)).toEqual(["q1", "q2", "p"]);
    const [first] = events;
    expect(first?.kind === "element" && childText(first.around, "t")).toBe("T");
    expect(elementsOf(events)[2]?.children.map(({ name }) => name)).toEqual(["t", "u"]);
  });

  it("are the same however the document is cut", async () => {
    const xml = "<r>\r\n<x>\r\n  a &lt; b \r\n<y/> c</x><x>\u00e9\u{1f600}</x></r>";
    const whole = elementsOf(await read(xml, ["x"], { pieces: 1000 }));
    for (const pieces of [1, 2, 3, 5]) expect(elementsOf(await read(xml, ["x"], { pieces }))).toEqual(whole);
    expect(whole.map(({ text }) => text)).toEqual(["\n  a < b \n c", "\u00e9\u{1f600}"]);
  });

  it("do not expand what the document declares", async () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
    const [element] = elementsOf(await read(`${bomb}<r><x>&b; &c; &amp;</x></r>`, ["x"]));
    expect(element?.text).toBe("&b; &c; &");
  });

  it("take U+FFFD for what no store keeps", async () => {
    const [element] = elementsOf(await read('<x a="&#0;">&#xD800;</x>', ["x"]));
    expect([element?.attributes.get("a"), element?.text]).toEqual(["\ufffd", "\ufffd"]);
  });

  it("are skipped when they are too long, and the rest is read", async () => {
    const events = await read(`<r><x>${"a".repeat(300)}<y>b</y></x><x>c</x></r>`, ["x"], { maxLength: 100 });
    expect(events).toMatchObject([
      { kind: "problem", isTooLarge: true },
      { kind: "element", element: { text: "c", children: [] } },
    ]);
  });

  it("end at an attribute that never does", async () => {
    const events = await read(`<r><x a="${"a".repeat(5000)}`, ["x"], { maxLength: 100 });
    expect(events).toMatchObject([{ kind: "problem", isTooLarge: true }]);
  });

  it("are lost, once and with a word, when the document ends inside", async () => {
    const events = await read("<r><p><q>1</q><q>2", ["p", "q"]);
    expect(elementsOf(events).map(({ text }) => text)).toEqual(["1"]);
    expect(events.slice(1)).toMatchObject([{ kind: "problem", isTooLarge: false }]);
  });

  it("end where they are nested deeper than any export", async () => {
    const events = await read(`<x>a</x>${"<x>".repeat(100_000)}`, ["x"], { pieces: 10_000 });
    expect(events).toMatchObject([
      { kind: "element", element: { text: "a" } },
      { kind: "problem", isTooLarge: false, message: expect.stringContaining("nested") },
    ]);
  });
});
