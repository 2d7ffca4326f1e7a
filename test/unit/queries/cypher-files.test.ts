import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const cypher = fileURLToPath(new URL("../../../cypher/queries/", import.meta.url));
const sources = fileURLToPath(new URL("../../../src/queries/", import.meta.url));
const code = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`${sources}${name}`, "utf8"))
  .join("\n");
const files = readdirSync(cypher).map((name) => ({
  id: name.replace(/(?:\.\w+)?\.cypher$/, ""),
  text: readFileSync(`${cypher}${name}`, "utf8"),
}));
const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name));

describe("cypher/queries", () => {
  it.each(files)("$id is asked by a query, and says what it takes and gives", ({ id, text }) => {
    expect(code).toContain(`"${id}"`);
    const head = text.match(/^(?:\/\/.*\n)+/)?.[0] ?? "";
    const body = text.slice(head.length);
    expect(head).toMatch(/^\/\/ parameters: /m);
    expect(head).toMatch(/^\/\/ rows: /m);
    expect(namesIn(head)).toEqual(namesIn(body));
  });

  it.each(files)("$id orders its rows, or gives one", ({ text }) => {
    const isOne = /RETURN count\(|RETURN size\(|UNION ALL MATCH \(/.test(text);
    expect(isOne || text.includes("ORDER BY")).toBe(true);
  });
});
