import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A process that can be killed while it writes to a store, and what it said was acknowledged. */
export interface WritingProcess {
  readonly acknowledged: readonly string[];
  /** Resolves when `count` changes were acknowledged. */
  waitFor(count: number): Promise<void>;
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL("./store-process-main.ts", import.meta.url));

/** Starts a process that writes one comment after the other, `publishEvery` changes apart also a publication. */
export function startWriting(
  path: string,
  { from = 0, publishEvery = 3 }: { from?: number; publishEvery?: number } = {},
): WritingProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), script, path, String(from), String(publishEvery)],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const acknowledged: string[] = [];
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += String(chunk);
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (child.stdout) createInterface(child.stdout).on("line", (line) => acknowledged.push(line));
  return {
    acknowledged,
    waitFor: async (count) => {
      while (acknowledged.length < count) {
        if (child.exitCode !== null) throw new Error(`the writing process ended: ${stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
