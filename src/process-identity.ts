import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { promisify } from "node:util";
import { hashId } from "./model/id.ts";

/**
 * Which process holds something: told apart from a later one with the same number by when it started, and from one
 * on another machine or in another container by `machine`.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
  /** The boot and the process namespace where Linux names them, else the host. */
  readonly machine: string;
}

/** What is known of a process: whether it runs, or `unknown` where that cannot be seen from here. */
export type Liveness = "alive" | "gone" | "unknown";

let own: Promise<ProcessIdentity> | null = null;

/** Which process this is. */
export function ownIdentity(): Promise<ProcessIdentity> {
  own ??= readOwn();
  return own;
}

async function readOwn(): Promise<ProcessIdentity> {
  const [started, machine] = await Promise.all([startOf(process.pid), machineName()]);
  return { pid: process.pid, started: started ?? "", host: hostname(), machine };
}

/** Whether the process that `identity` names still runs. */
export async function liveness(identity: ProcessIdentity): Promise<Liveness> {
  return await livenessOfTag(tagOf(identity));
}

/**
 * A process in the name of a file: its number, then hashes of when it started, of its host, of the boot and of
 * the process namespace.
 *
 *     4711-a3f08c1d-5b9e2f60-0c77d1ab-e412f9a0
 */
export function tagOf({ pid, started, host, machine }: ProcessIdentity): string {
  const [boot = "", namespace = ""] = machine.split(" ");
  return [pid, ...[started, host, boot, namespace].map(tagged)].join("-");
}

const tagged = (fact: string): string => hashId(fact).slice(0, 8);

/** Whether the process of a tag still runs; `unknown` for what is no tag. */
export async function livenessOfTag(tag: string): Promise<Liveness> {
  if (!/^\d+(-[0-9a-f]{8}){4}$/u.test(tag)) return "unknown";
  const [pid, started, host, boot, namespace] = tag.split("-");
  const [, , ownHost, ownBoot, ownNamespace] = tagOf(await ownIdentity()).split("-");
  // The same host after a restart: whatever ran before is gone. Elsewhere nothing can be told.
  if (boot !== ownBoot) return host === ownHost ? "gone" : "unknown";
  if (namespace !== ownNamespace) return "unknown";
  if (!exists(Number(pid))) return "gone";
  const found = await startOf(Number(pid));
  return found === null || started === tagged("") || started === tagged(found) ? "alive" : "gone";
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process started, in whatever the system counts; null when it does not say. */
async function startOf(pid: number): Promise<string | null> {
  try {
    if (process.platform === "linux") {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8");
      // The name, in parentheses, may hold spaces; the start is the 20th field after it (proc(5): starttime).
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
    }
    if (process.platform === "win32") return null;
    const { stdout } = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

async function machineName(): Promise<string> {
  if (process.platform !== "linux") return hostname();
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => hostname());
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return `${boot.trim()} ${namespace}`;
}
