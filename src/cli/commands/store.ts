import type { Command } from "commander";
import type { Io } from "../io.ts";
import { withJson } from "../options.ts";

export function configure(command: Command, io: Io): void {
  const status = command
    .command("status")
    .description("Say where the store is, how large, and who writes to it.")
    .addHelpText("after", "\nExample:\n  elenchus store status");
  withJson(status).action(async (options: { readonly json?: boolean }) => {
    const { runStatus } = await import("../store-command.ts");
    await runStatus(io, status, options);
  });
  const rebuild = command
    .command("rebuild")
    .description("Make the graph again from the journal.")
    .addHelpText("after", "\nExample:\n  elenchus store rebuild");
  rebuild.action(async () => {
    const { runRebuild } = await import("../store-command.ts");
    await runRebuild(io, rebuild);
  });
  const compact = command
    .command("compact")
    .description("Drop from the journal what was removed or replaced.")
    .addHelpText("after", "\nExample:\n  elenchus store compact");
  compact.action(async () => {
    const { runCompact } = await import("../store-command.ts");
    await runCompact(io, compact);
  });
  const migrate = command
    .command("migrate")
    .description("Bring the schema of a database up to date; mapping does that by itself.")
    .option("--dry-run", "say what would be applied and change nothing")
    .addHelpText("after", "\nExample:\n  elenchus store migrate --dry-run");
  migrate.action(async (options: { readonly dryRun?: boolean }) => {
    const { runMigrate } = await import("../migrate-command.ts");
    await runMigrate(io, migrate, options);
  });
  const copy = command
    .command("copy")
    .description("Copy a whole store into an empty one, of any kind.")
    .requiredOption("--from <store>", "a directory or a URL")
    .requiredOption("--to <store>", "a directory or a URL where nothing was mapped into")
    .addHelpText(
      "after",
      "\nExample:\n  elenchus store copy --from .elenchus/default --to neo4j://neo4j@localhost:7687",
    );
  copy.action(async (options: { readonly from: string; readonly to: string }) => {
    const { runCopy } = await import("../copy-command.ts");
    await runCopy(io, options);
  });
}
