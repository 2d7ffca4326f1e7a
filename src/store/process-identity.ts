import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { promisify } from "node:util";

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

export async function ownIdentity(): Promise<ProcessIdentity> {
  const [started, machine] = await Promise.all([startOf(process.pid), machineName()]);
  return { pid: process.pid, started: started ?? "", host: hostname(), machine };
}

/** Whether the process that `identity` names still runs. */
export async function liveness(identity: ProcessIdentity): Promise<Liveness> {
  const machine = await machineName();
  if (identity.machine !== machine) {
    // The same host after a restart: whatever ran before is gone. Elsewhere nothing can be told.
    const isRestarted = identity.host === hostname() && bootOf(identity.machine) !== bootOf(machine);
    return isRestarted ? "gone" : "unknown";
  }
  if (!exists(identity.pid)) return "gone";
  const started = await startOf(identity.pid);
  return started === null || identity.started === "" || started === identity.started ? "alive" : "gone";
}

const bootOf = (machine: string): string => machine.split(" ")[0] ?? "";

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
