import type { Command } from "commander";
import type { DemoOptions } from "../demo-command.ts";
import type { Io } from "../io.ts";
import { withWorkers } from "../options.ts";
import { withServing } from "./serve.ts";

export function configure(command: Command, io: Io): void {
  withWorkers(withServing(command.addHelpText("after", "\nExample:\n  elenchus demo --open"))).action(
    async (options: DemoOptions) => {
      const { runDemo } = await import("../demo-command.ts");
      await runDemo(io, options);
    },
  );
}
