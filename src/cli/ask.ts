import type { Command } from "commander";
import type { z } from "zod";
import { parseInput } from "../parse-input.ts";
import type { Query } from "../queries/query.ts";
import type { Io } from "./io.ts";
import { withReader } from "./open.ts";

/**
 * Asks the command's store a question. What is undefined is left to the query's default.
 *
 * @throws AppError `cli.usage` when an option does not fit; what the query throws.
 */
export async function ask<Input extends z.ZodType, Output extends z.ZodType>(
  io: Io,
  command: Command,
  query: Query<Input, Output>,
  input: Readonly<Record<string, unknown>>,
): Promise<z.output<Output>> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const parsed = parseInput(query.input, given, {
    code: "cli.usage",
    place: `elenchus ${command.name()}`,
    hint: `See \`elenchus ${command.name()} --help\`.`,
  });
  return withReader(io, command, (reader) => query.run(reader, parsed));
}
