import { expect } from "vitest";
import { openConsole } from "./console.ts";

/** What a command line left behind. */
interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs command lines in a folder, each at a console of its own.
 *
 * @param folder - asked at every command, since a test's folder is made before each test.
 * @param always - words that end every command line.
 */
export function commandsIn(folder: () => string, ...always: readonly string[]) {
  /** Runs a command line, however it ends. */
  async function attempt(...words: readonly string[]): Promise<Ran> {
    const terminal = openConsole({ cwd: folder() });
    const code = await terminal.run(...words, ...always);
    return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
  }
  /** What a command prints that does what it is told. */
  async function run(...words: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await attempt(...words);
    expect(code, stderr).toBe(0);
    return stdout;
  }
  /** What a command says that does not do it. */
  async function refused(...words: readonly string[]): Promise<string> {
    const { code, stderr } = await attempt(...words);
    expect(code).not.toBe(0);
    return stderr;
  }
  return {
    attempt,
    run,
    refused,
    json: async (...words: readonly string[]) => JSON.parse(await run(...words, "--json")),
    exported: () => run("export", "--to", "json"),
  };
}
