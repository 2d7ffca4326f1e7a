import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cypherFile, migrations, requireParameters } from "../../../src/store/cypher-files.ts";
import { parameterNames, splitStatements, tokenizeCypher } from "../../../src/store/cypher-tokens.ts";

const root = new URL("../../../cypher/", import.meta.url);
const files = ["reads", "writes", "creates"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root)).map((name) => `${folder}/${name}`),
);

describe("the files of cypher/", () => {
  it.each(files)(
    "%s states in its first comment the parameters that it takes and the columns that it gives",
    (path) => {
      const text = readFileSync(new URL(path, root), "utf8");
      const head = text.split("\n").filter((line) => line.startsWith("//"));
      expect(head[0]).toMatch(/^\/\/ \p{Lu}.*[^:]$/u);
      const stated = head.find((line) => line.startsWith("// parameters: ")) ?? "";
      const names = [...stated.matchAll(/\$(\w+)/gu)].map(([, name]) => name);
      expect(names.toSorted()).toEqual(parameterNames(text).toSorted());

      const columns = (head.find((line) => line.startsWith("// rows: ")) ?? "").slice("// rows: ".length);
      const returned = new Set(
        splitStatements(text).flatMap((statement) => {
          const [, list = ""] = /\bRETURN (?:DISTINCT )?(.*?)(?: ORDER BY.*)?$/su.exec(statement) ?? [];
          return [...list.matchAll(/\bAS (\w+)/gu)].map(([, name]) => name);
        }),
      );
      const expected = columns === "none" ? [] : columns.split(", ").filter((word) => /^\w+$/u.test(word));
      expect([...returned].toSorted()).toEqual(expected.toSorted());
    },
  );

  it("gives the statements of a file, and the engine's own file before the one that all share", () => {
    expect(cypherFile(["reads"], "known-comments", "embedded").parameters).toEqual(["ids"]);
    expect(cypherFile(["writes"], "save-comments", "embedded").statements.length).toBeGreaterThan(5);
    expect(() => cypherFile(["reads"], "nothing-such", "embedded")).toThrow("nothing-such.cypher");
  });

  it("orders migrations by number and leaves out those of other engines", () => {
    const versions = migrations("embedded").map(({ version }) => version);
    expect(versions[0]).toBe(1);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  });
});

describe("Cypher as tokens", () => {
  it("leaves out spaces and comments, and keeps strings and names in backticks whole", () => {
    const tokens = tokenizeCypher("MATCH (n:`a ``b`) /* ; */ RETURN 'x; \\' y' AS t // $no\n, $yes");
    expect(tokens.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      ...["name MATCH", "sign (", "name n", "sign :", "quoted a `b", "sign )", "name RETURN"],
      ...["string 'x; \\' y'", "name AS", "name t", "sign ,", "parameter yes"],
    ]);
  });

  it("cuts statements at semicolons outside of strings and comments", () => {
    expect(splitStatements("// a; b\nRETURN ';' AS x;\n\nRETURN 2 AS y; // end\n")).toEqual([
      "// a; b\nRETURN ';' AS x",
      "RETURN 2 AS y",
    ]);
  });

  it("names each parameter once, in order", () => {
    expect(parameterNames("RETURN $b AS b, $a AS a, $b AS c, '$no' AS d, $`odd name` AS e")).toEqual([
      "b",
      "a",
      "odd name",
    ]);
  });

  it("takes null for a given value, and undefined for a missing one", () => {
    expect(() => requireParameters("q", ["a"], { a: null })).not.toThrow();
    expect(() => requireParameters("q", ["a", "toString"], {})).toThrow(
      expect.objectContaining({ code: "query.parameter-missing", message: "q needs $a, $toString" }),
    );
  });
});
