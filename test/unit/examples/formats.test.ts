import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as exporters from "../../../src/exporters/registry.ts";
import { importers } from "../../../src/importers/detect.ts";
import { JsonlRecord } from "../../../src/importers/jsonl-record.ts";
import { graphArrays } from "../../../src/model/graph.ts";
import { Relation } from "../../../src/model/relation.ts";

const formats = readFileSync(new URL("../../../docs/formats.md", import.meta.url), "utf8");

/** The part of the page under one heading of the second level. */
const section = (id: string): string => formats.split(`\n## \`${id}\`\n`)[1]?.split("\n## ")[0] ?? "";

/** The line of a section's table that begins with a name in backticks. */
const rowOf = (text: string, name: string): string =>
  text.split("\n").find((line) => line.startsWith(`| \`${name}\``)) ?? "";

describe("docs/formats.md", () => {
  it("has a section for every format that can be read", () => {
    for (const { id } of importers) expect(section(id), id).not.toBe("");
  });

  it("lists what can be written by the name that --to takes", () => {
    const written = formats
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .filter(([, , , writes = ""]) => writes === "yes" || writes.startsWith("as "))
      .map(([, id = "", , writes = ""]) => (writes === "yes" ? id : writes).split("`")[1]);
    expect(written.sort()).toEqual(
      Object.values(exporters)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("names every field of a JSONL record", () => {
    for (const field of Object.keys(JsonlRecord.shape)) expect(section("jsonl")).toContain(`\`${field}\``);
  });

  it("names the arrays of the graph JSON in their order, each with all its fields", () => {
    const text = section("graph-json");
    const rows = text.split("\n").filter((line) => /^\| `\w+` \|/.test(line));
    expect(rows.map((row) => row.split("`")[1])).toEqual(Object.keys(graphArrays));
    for (const [name, schema] of Object.entries(graphArrays)) {
      if (!("unwrap" in schema)) continue;
      const fields = Object.keys(schema.unwrap().shape);
      for (const field of fields) expect(rowOf(text, name), `${name}.${field}`).toMatch(fieldNamed(field));
    }
  });

  it("names every field of a relation", () => {
    const row = rowOf(section("graph-json"), "relations");
    for (const { shape } of Relation.options)
      for (const field of Object.keys(shape)) expect(row, field).toMatch(fieldNamed(field));
  });
});

/** The field in backticks, alone or before the names of its parts; a place stands for its three fields. */
function fieldNamed(field: string): RegExp {
  return ["commentId", "version", "span"].includes(field)
    ? new RegExp(`\`${field}\`|place`)
    : new RegExp(`\`${field}[ \`]`);
}
