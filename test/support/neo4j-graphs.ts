import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { mapFiles } from "../../src/map-files.ts";
import { graphDigest } from "../../src/store/dump.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";

/** A hash of everything that a store holds. */
export async function digestOf(store: Store): Promise<string> {
  const reader = await store.openReader();
  try {
    return await graphDigest((id, parameters) => reader.run(id, parameters));
  } finally {
    await reader.close();
  }
}

/** The hash of the graph that the embedded store has after these files were mapped, one run each. */
export async function embeddedDigest(...paths: readonly string[]): Promise<string> {
  const directory = await mkdtemp(`${tmpdir()}/elenchus-digest-`);
  try {
    const store = await openStore(`embedded:${directory}/store`);
    for (const path of paths) await mapFiles([path], store);
    return await digestOf(store);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
