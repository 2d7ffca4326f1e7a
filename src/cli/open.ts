import { resolve } from "node:path";
import type { Command } from "commander";
import type { OpenOptions } from "../store/registry.ts";
import type { Store, StoreReader } from "../store/store.ts";
import type { Io } from "./io.ts";

const usualStore = ".elenchus/default";

/** Where the store is: `--store`, else `ELENCHUS_STORE`, else `./.elenchus/default`. */
function storePlace(io: Io, command: Command): string {
  const given = command.optsWithGlobals<{ store?: string }>().store ?? io.env.ELENCHUS_STORE;
  return given === undefined || given === "" ? usualStore : given;
}

/** The store at a place that the user names: a URL, or a path from where they are. */
export async function openStoreAt(io: Io, place: string, options: OpenOptions = {}): Promise<Store> {
  const { openStore } = await import("../store/registry.ts");
  const url = /^[a-z][a-z0-9+.-]+:/i.test(place) ? place : resolve(io.cwd, place);
  return openStore(url, { password: io.env.ELENCHUS_NEO4J_PASSWORD ?? "", ...options });
}

/** The store that a command works on. */
export async function openTheStore(io: Io, command: Command, options: OpenOptions = {}): Promise<Store> {
  return openStoreAt(io, storePlace(io, command), options);
}

/** Where what a model said is kept: beside the store, so that it outlives one that is made anew. */
export function besideStore(io: Io, { url }: Store, kind: "answers" | "vectors"): string {
  const path = /^embedded:(.*)$/su.exec(url)?.[1];
  return path === undefined ? resolve(io.cwd, ".elenchus", kind) : `${path}.${kind}`;
}

/** Reads the store's latest publication and closes it again, whatever happens. */
export async function withReader<Result>(
  io: Io,
  command: Command,
  work: (reader: StoreReader) => Promise<Result>,
): Promise<Result> {
  const reader = await (await openTheStore(io, command)).openReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}
