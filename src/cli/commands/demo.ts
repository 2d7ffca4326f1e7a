import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { ServeOptions } from "../serve-command.ts";
import { withServing } from "./serve.ts";

export function configure(command: Command, io: Io): void {
  withServing(command.addHelpText("after", "\nExample:\n  elenchus demo --open")).action(
    async (options: ServeOptions) => {
      const { runDemo } = await import("../demo-command.ts");
      await runDemo(io, options);
    },
  );
}
