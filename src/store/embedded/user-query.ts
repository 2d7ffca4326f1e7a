import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "../../errors.ts";
import { requireParameters } from "../cypher-files.ts";
import { parameterNames } from "../cypher-tokens.ts";
import { refuseWords } from "../guard.ts";
import { tooSlow } from "../query-refusals.ts";
import type { Parameters, UserQueryOptions, UserQueryResult } from "../store.ts";
import type { StoreFiles } from "./files.ts";
import { currentPublication } from "./publications.ts";
import { memoryExit, type QueryNews, type QueryTask } from "./query-protocol.ts";

/** How long the process may take to start and to read the graph, in milliseconds: about 1 s at 300,000 claims. */
const openWithinMs = 60_000;
const measureEveryMs = 50;
const attempts = 5;

/**
 * Runs a user's query on the current publication, in a process of its own.
 *
 * `timeoutMs` counts from the moment when the graph is open; `maxBytes` is resident memory above what the process
 * took then. At either limit the process is killed.
 *
 * @throws AppError `query.not-read-only`, `query.invalid`, `query.parameter-missing`, `query.timeout`,
 *   `query.memory`, `store.empty`.
 */
export async function runUserQuery(
  files: StoreFiles,
  cypher: string,
  parameters: Parameters,
  { timeoutMs, maxRows, maxBytes }: UserQueryOptions,
): Promise<UserQueryResult> {
  refuseWords(cypher);
  requireParameters("the query", parameterNames(cypher), parameters);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const path = await currentPublication(files);
    const result = await askProcess({ path, cypher, parameters, maxRows, maxBytes }, timeoutMs);
    // Superseded and removed before the process opened it: there is a newer one.
    if (result !== null) return result;
  }
  throw new AppError("store.damaged", `the publication of ${files.directory} is missing`, {
    hint: "Run `elenchus store rebuild`; it publishes the graph again.",
  });
}

/** The rows, or null when there was no such file. */
async function askProcess(task: QueryTask, timeoutMs: number): Promise<UserQueryResult | null> {
  // The engine makes a folder for what does not fit into memory, which a killed process leaves behind.
  const folder = await mkdtemp(join(tmpdir(), "elenchus-query-"));
  const child = startWorker(folder);
  const exited = once(child, "exit").catch(() => {});
  try {
    return await answerOf(child, task, timeoutMs);
  } finally {
    await exited;
    // What cannot be removed must not take the answer's place.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** What a process answers; it is killed then. */
function answerOf(child: ChildProcess, task: QueryTask, timeoutMs: number): Promise<UserQueryResult | null> {
  return new Promise<UserQueryResult | null>((resolve, reject) => {
    let timer = setTimeout(() => end(() => reject(tooSlow("opening the graph", openWithinMs))), openWithinMs);
    let measuring: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(measuring);
      child.kill("SIGKILL");
      settle();
    };
    child.on("message", (news: QueryNews) => {
      switch (news.news) {
        case "opened":
          clearTimeout(timer);
          timer = setTimeout(() => end(() => reject(tooSlow("the query", timeoutMs))), timeoutMs);
          measuring = setInterval(() => {
            const bytes = residentBytes(child);
            if (bytes !== null && bytes - news.residentBytes > task.maxBytes)
              end(() => reject(tooLarge(task.maxBytes)));
          }, measureEveryMs);
          break;
        case "absent":
          end(() => resolve(null));
          break;
        case "rows":
          end(() => resolve(news.result));
          break;
        default:
          end(() => reject(new AppError(news.code, news.message, { hint: news.hint })));
      }
    });
    child.on("error", (error) => end(() => reject(error)));
    child.once("exit", (code, signal) => {
      // The kernel kills what is too large, and Node aborts when its heap is full.
      const isMemory = code === memoryExit || signal === "SIGKILL" || signal === "SIGABRT" || code === 134;
      end(() =>
        reject(
          isMemory ? tooLarge(task.maxBytes) : new Error(`the query's process ended: ${code ?? signal}`),
        ),
      );
    });
    child.send(task, (error) => {
      if (error) end(() => reject(error));
    });
  });
}

/** Starts a process whose temporary files lie in a folder. */
function startWorker(folder: string): ChildProcess {
  const isSource = import.meta.url.endsWith(".ts");
  const worker = new URL(isSource ? "./query-worker.ts" : "./query-worker.js", import.meta.url);
  // Node 20 does not strip types: sources run through tsx, which tests and development have.
  const execArgv = isSource ? ["--import", import.meta.resolve("tsx")] : [];
  return fork(fileURLToPath(worker), [], {
    execArgv,
    // By its names on Unix and on Windows.
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Resident memory of a process, or null where the system does not show it. */
function residentBytes({ pid }: ChildProcess): number | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError(
    "query.memory",
    `the query took more than ${Math.round(maxBytes / 1e6)} MB and was stopped`,
    {
      hint: "Ask for less: join patterns by a relationship, add LIMIT before what is large.",
    },
  );
}
