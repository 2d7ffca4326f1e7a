import { readFileSync } from "node:fs";
import { Command } from "commander";
import type { Io } from "./io.ts";

/** What a file of `commands/` exports: it gives its command arguments, options and an action. */
interface CommandModule {
  readonly configure: (command: Command, io: Io) => void;
}

/** The commands, in the order of the help. Only the one that is called is loaded. */
const commands: Readonly<Record<string, readonly [describes: string, load: () => Promise<CommandModule>]>> = {
  map: [
    "Read comments and put claims, concepts and relations into the store.",
    () => import("./commands/map.ts"),
  ],
  extract: [
    "Let a language model find claims in what is stored, directly or by files of requests and answers.",
    () => import("./commands/extract.ts"),
  ],
  search: ["Find claims and concepts by their words, nearest first.", () => import("./commands/search.ts")],
  concepts: [
    "List what the claims are about, the most salient first.",
    () => import("./commands/concepts.ts"),
  ],
  claims: ["List claims, the most discussed first.", () => import("./commands/claims.ts")],
  show: [
    "Show a claim, concept, comment, relation, quote or author with all that is known of it.",
    () => import("./commands/show.ts"),
  ],
  similar: [
    "List claims that say nearly the same as one, best first.",
    () => import("./commands/similar.ts"),
  ],
  debate: [
    "Set two subjects against each other: who holds which side, and where they clash.",
    () => import("./commands/debate.ts"),
  ],
  trace: [
    "Follow one claim of one author through its refinements, oldest first.",
    () => import("./commands/trace.ts"),
  ],
  compare: [
    "Show where two extractors differ: claims and relations that only one has.",
    () => import("./commands/compare.ts"),
  ],
  query: [
    "Run a Cypher query of your own, read-only and within limits.",
    () => import("./commands/query.ts"),
  ],
  export: ["Write the whole graph in another format, as a stream.", () => import("./commands/export.ts")],
  serve: ["Serve the page and the API over the store.", () => import("./commands/serve.ts")],
  demo: [
    "Map the bundled example into ./.elenchus/example and serve it.",
    () => import("./commands/demo.ts"),
  ],
  sources: ["List the inputs, or take one out again.", () => import("./commands/sources.ts")],
  authors: ["List who writes, or forget one of them.", () => import("./commands/authors.ts")],
  correct: [
    "Correct relations, claims, concepts and quotes; it stands above every extractor.",
    () => import("./commands/correct.ts"),
  ],
  store: [
    "Look after the store itself: status, rebuild, compact, copy.",
    () => import("./commands/store.ts"),
  ],
  boundaries: [
    "Show where comments begin in a dump without marks, or set it by hand.",
    () => import("./commands/boundaries.ts"),
  ],
  formats: ["List what can be read, written, and what finds claims.", () => import("./commands/formats.ts")],
};

const epilogue = `
Examples:
  elenchus map thread.jsonl              put comments into the store
  elenchus debate "RL" "SSL"             who holds which side, and where they clash
  elenchus serve --open                  look at it in the browser

Exit codes: 0 done, 1 a bug of ours, 2 wrong usage, 3 refused (the message says why and what to do),
4 diagnostics under --strict, 130 interrupted.`;

/**
 * Builds the command line. Nothing runs, listens or exits here.
 *
 * The help needs names and descriptions alone, so a command gets its options when it is called, and loads what it
 * needs inside its action: `--help` then starts nearly as fast as Node does.
 */
export function createProgram(io: Io): Command {
  const program = new Command("elenchus")
    .description(
      "Turns forum comments into an argument map: claims, how they answer each other, and who said so.",
    )
    .option("--store <place>", "where the graph is kept (default: $ELENCHUS_STORE, else ./.elenchus/default)")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show how a command is used")
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError("Add --help to see how it is used.")
    .exitOverride()
    .addHelpText("after", epilogue);
  for (const [name, [describes]] of Object.entries(commands)) program.command(name).description(describes);
  return program.hook("preSubcommand", async (_, command) => {
    const entry = commands[command.name()];
    if (entry !== undefined) (await entry[1]()).configure(command.helpCommand(false), io);
  });
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? "unknown";
}
