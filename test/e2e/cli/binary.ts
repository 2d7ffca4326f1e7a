import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The built binary; `npm run build` makes it. */
export const binary = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));
export const example = fileURLToPath(new URL("../../../examples/debate.jsonl", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Told of the process while it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the binary and waits for its end. Nothing of the caller's environment but the path reaches it. */
export function elenchus(
  words: readonly string[],
  { cwd, input = "", env = {}, onStart }: RunOptions,
): Promise<Ended> {
  const child = spawn(process.execPath, [binary, ...words], {
    cwd,
    env: { PATH: process.env.PATH ?? "", HOME: cwd, TMPDIR: tmpdir(), ...env },
  });
  onStart?.(child);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Waits until the process has printed something that fits, and gives it. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (piece: Buffer | string) => {
      text += piece.toString();
      const match = pattern.exec(text);
      if (match !== null) resolve(match[0]);
    });
    child.on("close", () => reject(new Error(`the process ended and printed no ${pattern}: ${text}`)));
  });
}

/** A folder of its own for one test file, removed when the file is done. */
export async function workFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-e2e-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes comments as JSONL into a file of the folder. */
export async function writeComments(
  path: string,
  comments: readonly {
    readonly id: string;
    readonly text: string;
    readonly author?: string;
    readonly parentId?: string;
  }[],
): Promise<void> {
  await writeFile(path, comments.map((comment) => `${JSON.stringify(comment)}\n`).join(""));
}
