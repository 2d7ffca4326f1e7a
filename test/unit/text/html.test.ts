import { describe, expect, it } from "vitest";
import { readHtml } from "../../../src/text/html.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";

const textOf = (source: string): string => readHtml(source).text;

describe("readHtml", () => {
  it.each([
    ["paragraphs that are never closed", "One<p>Two<p>Three", "One\n\nTwo\n\nThree"],
    ["inline elements", "a <b>b</b><i>c</i> <a href=x>d</a>", "a bc d"],
    ["white space, but no-break spaces", " a \n\t b&nbsp; c ", "a b\u00a0 c"],
    ["line breaks", "a<br>b<br/><br>c", "a\nb\nc"],
    ["entities with and without a semicolon", "&lt;&amp;&#x27;&eacute &notanentity;", "<&'é ¬anentity;"],
    ["scripts, styles and comments", "a<script>x<y</script><style>b{}</style><!-- c -->d", "ad"],
    ["pictures", "<img src=x alt='a tram'> !", "a tram !"],
    ["tables", "<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a | b\n1 | 2"],
    ["quotation elements", "<q>x</q>", "“x”"],
    ["unclosed and stray tags", "<div><b>a</i></div></p>b<", "a\n\nb<"],
  ])("reads %s", (_, source, text) => {
    expect(textOf(source)).toBe(text);
  });

  it("gives list items a marker, nested ones an indentation", () => {
    expect(textOf("<ul><li>a<ol start=3><li>b</li><li>c</ol></li><li><p>d</p></ul>e")).toBe(
      "- a\n  3. b\n  4. c\n- d\n\ne",
    );
  });

  it("keeps preformatted text as it is, as code", () => {
    const { text, code } = readHtml("x<pre>\n  if (a &lt; b)\n    c\n</pre>y <code>z</code>");
    expect(text).toBe("x\n\n  if (a < b)\n    c\n\ny z");
    expect(code.map(({ start, end }) => text.slice(start, end))).toEqual(["  if (a < b)\n    c", "z"]);
  });

  it("finds block quotes, outer ones before those in them", () => {
    const { text, quotes } = readHtml(
      "<blockquote><p>a</p><blockquote>b</blockquote></blockquote><p>own</p><blockquote></blockquote>",
    );
    expect(quotes.map(({ start, end }) => text.slice(start, end))).toEqual(["a\n\nb", "b"]);
  });

  it("leads from words to their place in the source", () => {
    const source = "<p>a &amp; <b>bold</b></p>";
    const { text, offsets } = readHtml(source);
    expect(text).toBe("a & bold");
    const origin = toOrigin(offsets, { start: 2, end: 8 });
    expect(source.slice(origin.start, origin.end)).toBe("&amp; <b>bold");
  });

  it("reads 10,000 nested elements", () => {
    const source = `${"<blockquote><ul><li>".repeat(10_000)}deep`;
    const { text, quotes } = readHtml(source);
    expect(text).toMatch(/deep$/u);
    expect(text.length).toBeLessThan(100_000);
    expect(quotes.length).toBeLessThan(20);
  });
});
