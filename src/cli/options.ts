import { type Command, InvalidArgumentError } from "commander";

/** Whether an answer is printed as JSON. */
export interface JsonOptions {
  readonly json?: boolean;
}

/** How a listing is printed. */
export interface ListingOptions extends JsonOptions {
  readonly csv?: boolean;
  readonly limit?: number;
}

/** Gives a command `--json`, `--csv` and `--limit`. */
export function withListing(command: Command, { limit }: { limit: number }): Command {
  return withJson(command)
    .option("--csv", "print a table as CSV")
    .option("--limit <n>", `show at most so many (default: ${limit})`, wholeNumber(1, 1000));
}

/** Gives a command `--json`. */
export function withJson(command: Command): Command {
  return command.option("--json", "print the whole answer as JSON");
}

/** Which layer a command reads: an extractor's id, by default the one used last. */
export interface LayerOptions {
  readonly extractor?: string;
}

/** Which layer a command reads, and whether it draws what is not sure. */
export interface DrawingOptions extends LayerOptions {
  readonly suggestions?: boolean;
}

/** Gives a command `--extractor`. */
export function withLayer(command: Command): Command {
  return command.option("--extractor <id>", "read what this extractor found (default: the one used last)");
}

/** Gives a command `--extractor` and `--suggestions`. */
export function withDrawing(command: Command): Command {
  return withLayer(command).option("--suggestions", "show and count the relations that are not sure, too");
}

/** What a query is asked for these options. */
export function drawingOf({ extractor, suggestions }: DrawingOptions) {
  return { extractor: extractor ?? null, relations: suggestions === true ? "all" : "sure" } as const;
}

/** Gives a command what all have that take something out for good. */
export function withForgetting(command: Command): Command {
  withJson(command)
    .option("--dry-run", "say which comments would go and change nothing")
    .option("--yes", "take it out for good: without it the command refuses to");
  return withGlossary(command, "terms that the rest is linked with");
}

/** Gives a command `--glossary`, once or more. */
export function withGlossary(command: Command, description: string): Command {
  return command.option(
    "--glossary <file>",
    `${description}; may be given again (default: the terms given before; none leaves them out)`,
    oneMore,
  );
}

/** How many threads a command may start: more than the largest machines have cores helps nobody. */
const mostWorkers = 64;

/** Gives a command `--workers`. */
export function withWorkers(command: Command): Command {
  return command.option(
    "--workers <n>",
    "find claims in so many threads, with the same result; 1 starts none (default: by the cores)",
    wholeNumber(1, mostWorkers),
  );
}

/** Reads an option that may be given more than once. */
function oneMore(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Reads an option that is a whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Reads an option that is a share: a number from 0 to 1. */
export function share(text: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value <= 1) return value;
  throw new InvalidArgumentError("It must be a number from 0 to 1.");
}

const sizes: Readonly<Record<string, number>> = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** Reads a size in bytes: `16MiB`, `200M`, `65536`. K, M and G are powers of 1024. */
export function byteCount(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMG]?)(?:iB|B)?$/i.exec(text.trim());
  const value = Math.round(Number(match?.[1]) * (sizes[match?.[2]?.toUpperCase() ?? ""] ?? Number.NaN));
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a size such as 16MiB or 65536.");
}

/** Reads a time: `5s`, `500ms`, or seconds. */
export function milliseconds(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text.trim());
  const unit = { ms: 1, s: 1000, m: 60_000 }[match?.[2] ?? "s"] ?? Number.NaN;
  const value = Math.round(Number(match?.[1]) * unit);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a time such as 5s or 500ms.");
}

/** Reads which column holds which field: `text=body,author=user` gives `text` to `body`. */
export function columnNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const pair of text.split(",")) {
    const at = pair.indexOf("=");
    const field = pair.slice(0, Math.max(at, 0)).trim();
    const column = pair.slice(at + 1).trim();
    if (field === "" || column === "")
      throw new InvalidArgumentError("It must be pairs such as text=body,author=user.");
    names.set(field, column);
  }
  return names;
}
