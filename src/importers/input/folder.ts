import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareStrings } from "../../model/id.ts";
import type { Input } from "../importer.ts";
import type { ByteSource } from "./byte-source.ts";
import { fileSource } from "./file-source.ts";
import { refusal } from "./refusal.ts";

/**
 * The files of a folder and of the folders in it, by their paths in it. Links to folders are not followed.
 *
 * A folder inside, or a file, that may not be looked at stands for itself as a source that fails when it is read.
 *
 * @throws the system's error where the outermost folder cannot be listed.
 */
export async function listFolder(folder: string): Promise<readonly ByteSource[]> {
  const sources: ByteSource[] = [];
  const walk = async (inside: string): Promise<void> => {
    const entries = await entriesOf(inside);
    for (const entry of entries.toSorted((a, b) => compareStrings(a.name, b.name))) {
      const name = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isHidden(name)) await walk(name);
        continue;
      }
      const path = join(folder, name);
      try {
        const stats = await stat(path);
        if (stats.isFile()) sources.push(fileSource(path, stats.size, name));
      } catch (error) {
        if (!isBrokenLink(error)) sources.push(unreadableSource(path, name, error));
      }
    }
  };
  const entriesOf = async (inside: string): Promise<readonly Dirent[]> => {
    const path = join(folder, inside);
    try {
      return await readdir(path, { withFileTypes: true });
    } catch (error) {
      if (inside === "") throw error;
      sources.push(unreadableSource(path, inside, error));
      return [];
    }
  };
  await walk("");
  return sources;
}

function isBrokenLink(error: unknown): boolean {
  return ["ENOENT", "ELOOP"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function unreadableSource(path: string, name: string, error: unknown): ByteSource {
  const open = () => {
    throw refusal(path, error);
  };
  return { name, bytes: 0, path, open };
}

/** Whether a path is one that programs keep for themselves: `.git/config`, `__MACOSX/x`, `.DS_Store`. */
export function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}

/** Files as one input, sorted, with `name` before the paths in messages only. */
export function folderInput(name: string, files: readonly Input[]): Input {
  const sorted = [...files].sort((a, b) => compareStrings(a.name, b.name));
  return {
    name,
    bytes: sorted.reduce((sum, { bytes }) => sum + bytes, 0),
    files: sorted,
    open: async function* () {
      for (const file of sorted) {
        yield Buffer.from(`${file.name}\0`, "utf8");
        yield* file.open();
      }
    },
  };
}

/** Takes off the folder that all paths begin with, as archives of one folder have it. */
export function withoutCommonRoot(files: readonly Input[]): readonly Input[] {
  const [first] = files;
  const root = first?.name.includes("/") ? first.name.slice(0, first.name.indexOf("/") + 1) : "";
  if (root === "" || !files.every(({ name }) => name.startsWith(root))) return files;
  return withoutCommonRoot(files.map((file) => ({ ...file, name: file.name.slice(root.length) })));
}
