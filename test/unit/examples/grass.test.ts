import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { relationKinds } from "../../../src/model/relation.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const sheet = read("docs/neo4j-browser.grass");
const rules = new Map(
  [...sheet.matchAll(/^([\w.]+) \{\n((?: {2}[a-z-]+: [^\n;]+;\n)+)\}$/gmu)].map(
    ([, name = "", body = ""]) => [
      name,
      new Map(
        [...body.matchAll(/^ {2}([a-z-]+): ([^;]+);$/gmu)].map(([, key = "", value = ""]) => [key, value]),
      ),
    ],
  ),
);
const styleOf = (rule: string, key: string): string => rules.get(rule)?.get(key) ?? "";

/** The relative luminance of a colour, 0 to 1, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[0-9a-f]{2}/giu) ?? []).map((part) => {
    const channel = Number.parseInt(part, 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("docs/neo4j-browser.grass", () => {
  it("is rules and nothing else, each for something that the graph has", () => {
    expect(sheet.split(/\n\n|\n$/u).filter((part) => part !== "")).toHaveLength(rules.size);
    const model = read("docs/data-model.md");
    const names = [...rules.keys()]
      .filter((name) => name.includes("."))
      .map((name) => name.split(".")[1] ?? "");
    for (const name of names) expect(model).toMatch(new RegExp(`\`${name}\`|:${name}\\]`, "u"));
    for (const rule of rules.keys())
      for (const [, property = ""] of styleOf(rule, "caption").matchAll(/\{(\w+)\}/gu))
        expect(model).toMatch(new RegExp(`\\| \`${rule.split(".")[1]}\` \\|[^\\n]*\`${property}\``, "u"));
  });

  it("draws the relations in the page's colours, thicker than the rest", () => {
    const [light = ""] = read("web/styles/base.css").split("prefers-color-scheme: dark");
    for (const kind of relationKinds) {
      const [, colour] = new RegExp(`--${kind}: (#[0-9a-f]{6});`, "u").exec(light) ?? [];
      const rule = `relationship.${kind.replaceAll("-", "_").toUpperCase()}`;
      expect([kind, styleOf(rule, "color")]).toEqual([kind, colour]);
      expect(styleOf(rule, "shaft-width")).toMatch(/^[2-4]px$/u);
    }
  });

  it("writes so that it can be read: contrast at least 4.5", () => {
    for (const rule of rules.keys()) {
      const [behind, text] = [styleOf(rule, "color"), styleOf(rule, "text-color-internal")];
      expect.soft([rule, contrast(behind, text) >= 4.5]).toEqual([rule, true]);
    }
  });
});
