import { readFileSync } from "node:fs";
import type { Parameters, Store, UserQueryResult, Value } from "../../src/store/store.ts";

/** A question of the cookbook; `start` and `end` are the lines of its rows in the page. */
export interface Recipe {
  readonly question: string;
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly rows: readonly string[];
  readonly start: number;
  readonly end: number;
}

export const cookbookPath = new URL("../../docs/cypher-cookbook.md", import.meta.url);

/** What the page shows where a query finds nothing. */
const nothing = "No rows.";

/**
 * The questions of a Markdown page: a heading, a block fenced as `cypher`, and its rows as a table or `No rows.`
 *
 *     ### Which claims are about a concept?
 *     // $k = "RL"                                in the block: a parameter, in JSON
 *     MATCH …
 */
export function recipes(markdown: string): readonly Recipe[] {
  const lines = markdown.split("\n");
  const found: Recipe[] = [];
  let question = "";
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.startsWith("### ")) question = lines[at]?.slice(4) ?? "";
    if (lines[at] !== "```cypher") continue;
    const close = lines.indexOf("```", at);
    const cypher = lines.slice(at + 1, close).join("\n");
    const start = close + 2;
    let end = start;
    while (lines[end]?.startsWith("|") || lines[end] === nothing) end++;
    found.push({
      question,
      cypher,
      parameters: parametersOf(cypher),
      rows: lines.slice(start, end),
      start,
      end,
    });
    at = close;
  }
  return found;
}

function parametersOf(cypher: string): Parameters {
  const given = [...cypher.matchAll(/^\/\/ \$(\w+) = (.+)$/gm)];
  return Object.fromEntries(given.map(([, name = "", json = ""]) => [name, JSON.parse(json) as Value]));
}

/** The page as it would be if its rows were those that a store gives. */
export async function cookbookAnsweredBy(store: Store): Promise<string> {
  const markdown = readFileSync(cookbookPath, "utf8");
  const lines = markdown.split("\n");
  for (const { cypher, parameters, start, end } of [...recipes(markdown)].reverse()) {
    const answer = await store.query(cypher, parameters, {
      timeoutMs: 30_000,
      maxRows: 100,
      maxBytes: 1024 ** 3,
    });
    const rows = tableOf(answer);
    // A page that has no rows yet lacks the line between them and what follows.
    lines.splice(start, end - start, ...rows, ...(end === start ? [""] : []));
  }
  return lines.join("\n");
}

/** Rows as a Markdown table, columns of numbers to the right. */
function tableOf({ columns, rows }: UserQueryResult): readonly string[] {
  if (rows.length === 0) return [nothing];
  const isNumeric = columns.map((_, at) => rows.every((row) => typeof row[at] === "number"));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    line(isNumeric.map((it) => (it ? "---:" : "---"))),
    ...rows.map((row) => line(row.map(cellOf))),
  ];
}

function cellOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return value.replaceAll(/\s+/gu, " ").replaceAll(/[\\|*_<[`]/gu, "\\$&");
  if (Array.isArray(value)) return value.map(cellOf).join("; ");
  return JSON.stringify(value);
}
