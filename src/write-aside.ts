import { randomUUID } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { livenessOfTag, ownIdentity, tagOf } from "./process-identity.ts";

export interface WriteAsideOptions {
  /** What the name to write to begins with; it stands on the same disk. Default: the path that is written. */
  readonly beside?: string;
}

/**
 * Lets a file or folder appear whole or not at all: it is written aside and moved into its place.
 *
 *     graph.json.4711-a3f08c1d-5b9e2f60-0c77d1ab-e412f9a0-1f0c9d2e.part   ->   graph.json
 *                <- the process, as `tagOf` names it -->
 *
 * Of any number of processes that write the same one at once the last to end stays. Where writing fails,
 * nothing is left of it. What a process that was killed left beside the path goes when the path is written
 * next; what may belong to one that lives stays.
 *
 * @param write - writes to the name that it is given, where nothing stands so far.
 * @throws what `write` throws, or the system's refusal to move what was written.
 */
export async function writeAside(
  path: string,
  write: (scratch: string) => Promise<void>,
  { beside = path }: WriteAsideOptions = {},
): Promise<void> {
  await removeLeft(beside);
  const scratch = `${beside}.${tagOf(await ownIdentity())}-${randomUUID().slice(0, 8)}.part`;
  try {
    await write(scratch);
    await rename(scratch, path);
  } catch (error) {
    await rm(scratch, { force: true, recursive: true }).catch(() => {});
    throw error;
  }
}

/** A folder that cannot be read or written is told of by whoever writes to it next. */
async function removeLeft(beside: string): Promise<void> {
  const [folder, start] = [dirname(beside), `${basename(beside)}.`];
  for (const name of await readdir(folder).catch(() => [])) {
    const [, tag] = (name.startsWith(start) && /^(.+)-[^-]+\.part$/u.exec(name.slice(start.length))) || [];
    if (tag === undefined || (await livenessOfTag(tag)) !== "gone") continue;
    await rm(join(folder, name), { force: true, recursive: true }).catch(() => {});
  }
}
