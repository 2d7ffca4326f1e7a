import type { Command } from "commander";
import type { Io } from "../io.ts";
import { byteCount, milliseconds, wholeNumber } from "../options.ts";
import type { QueryOptions } from "../query-command.ts";

export function configure(command: Command, io: Io): void {
  command
    .argument("<cypher>", "the query, - to read it from standard input")
    .option(
      "--param <name=value>",
      "a parameter; numbers, true, false, null and JSON lists are read as such (repeatable)",
      (value: string, all: readonly string[]) => [...all, value],
      [],
    )
    .option("--timeout <time>", "stop after so long (default: 5s)", milliseconds)
    .option("--max-rows <n>", "return at most so many rows (default: 1000)", wholeNumber(1, 1_000_000))
    .option("--max-memory <size>", "stop when it takes more (default: 512MiB)", byteCount)
    .option("--json", "print columns and rows as JSON")
    .option("--csv", "print a table as CSV")
    .addHelpText(
      "after",
      "\nExample:\n  elenchus query 'MATCH (c:Claim)-[:ABOUT]->(k:Concept) WHERE $k IN k.labels RETURN c.text AS text LIMIT 5' --param k=RL",
    );
  command.action(async (cypher: string, options: QueryOptions) => {
    const { runQuery } = await import("../query-command.ts");
    await runQuery(io, command, cypher, options);
  });
}
