import { link, readdir, readFile, rm, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { liveness, ownIdentity, type ProcessIdentity } from "../../process-identity.ts";
import { makeFolders } from "./make-folders.ts";

/** How often a waiting writer looks, and how often a holder says that it lives, in milliseconds. */
const lookEveryMs = 100;
const beatEveryMs = 2000;
/**
 * A holder whose process cannot be seen from here counts as gone when it has not said that it lives for so
 * long.
 */
const silenceMs = 30_000;
/** Files of earlier holders that stay, so that a slow contender always sees a higher number than its own. */
const keptFiles = 8;

export interface LockOptions {
  /** Told once for every holder that is waited for. */
  readonly onMessage: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A lock that is held until `release`. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the lock that a directory stands for, waiting while another process holds it.
 *
 * Files are numbered, and the highest number holds the lock: `7` names a process, `7` emptied is a lock given
 * back. Whoever finds the highest one given back, or its process gone, links the next number; linking fails
 * when the name is taken, so of several contenders one wins. The highest file is never deleted, so a
 * contender that was slow finds, after it linked, a higher number than its own, and steps back. A killed
 * process therefore blocks nobody, and nobody can take a lock that lives.
 *
 * @throws the signal's reason when it is aborted while waiting.
 */
export async function takeLock(directory: string, { onMessage, signal }: LockOptions): Promise<Lock> {
  await makeFolders(directory);
  const identity = await ownIdentity();
  const watch = new SilenceWatch();
  let told = -1;
  for (;;) {
    signal?.throwIfAborted();
    const highest = Math.max(0, ...(await numbers(directory)));
    const holder = highest === 0 ? null : await readHolder(`${directory}/${highest}`);
    if (holder === null || (await isGone(`${directory}/${highest}`, holder, watch))) {
      const lock = await tryNumber(directory, highest + 1, identity);
      if (lock) return lock;
      continue;
    }
    if (told !== highest) {
      told = highest;
      onMessage(
        `waiting for process ${holder.pid}${elsewhere(holder, identity)}, which writes to this store`,
      );
    }
    await delay(lookEveryMs, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
  }
}

/** The live process that holds a lock, or null. */
export async function lockHolder(directory: string): Promise<ProcessIdentity | null> {
  const all = await numbers(directory).catch(() => []);
  const holder = all.length === 0 ? null : await readHolder(`${directory}/${Math.max(...all)}`);
  return holder && (await liveness(holder)) !== "gone" ? holder : null;
}

const elsewhere = (holder: ProcessIdentity, own: ProcessIdentity): string =>
  holder.host === own.host ? "" : ` on ${holder.host}`;

/** Tells apart what one process writes when it opens several stores at once. */
let attempts = 0;

async function tryNumber(directory: string, number: number, identity: ProcessIdentity): Promise<Lock | null> {
  const path = `${directory}/${number}`;
  attempts += 1;
  const own = `${directory}/.${identity.pid}-${identity.started}-${attempts}`;
  await writeFile(own, JSON.stringify(identity));
  try {
    await link(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return null;
    throw error;
  } finally {
    await unlink(own);
  }
  const all = await numbers(directory);
  if (Math.max(...all) > number) {
    await rm(path, { force: true });
    return null;
  }
  for (const old of all) if (old <= number - keptFiles) await rm(`${directory}/${old}`, { force: true });
  return hold(path);
}

function hold(path: string): Lock {
  // The files' own clock is touched, so that a holder on another machine can be seen to live.
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, beatEveryMs);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await writeFile(path, "");
    },
  };
}

/** The process that a file names; null when the lock was given back. */
async function readHolder(path: string): Promise<ProcessIdentity | null> {
  try {
    const text = await readFile(path, "utf8");
    return text === "" ? null : (JSON.parse(text) as ProcessIdentity);
  } catch {
    return null;
  }
}

async function isGone(path: string, holder: ProcessIdentity, watch: SilenceWatch): Promise<boolean> {
  const state = await liveness(holder);
  if (state !== "unknown") return state === "gone";
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return watch.silentFor(`${path} ${mtimeMs}`) >= silenceMs;
}

/** Measures with our own clock how long a file's time has not changed: the clocks of two machines differ. */
class SilenceWatch {
  #seen = "";
  #since = 0;

  silentFor(state: string): number {
    const now = performance.now();
    if (state !== this.#seen) {
      this.#seen = state;
      this.#since = now;
    }
    return now - this.#since;
  }
}

async function numbers(directory: string): Promise<readonly number[]> {
  return (await readdir(directory)).filter((name) => /^\d+$/u.test(name)).map(Number);
}
