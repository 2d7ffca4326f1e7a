import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareStrings } from "../../model/id.ts";
import type { Input } from "../importer.ts";
import type { ByteSource } from "./byte-source.ts";
import { fileSource } from "./file-source.ts";

/** The files of a folder and of the folders in it, by their paths in it. Links to folders are not followed. */
export async function listFolder(folder: string): Promise<readonly ByteSource[]> {
  const sources: ByteSource[] = [];
  const walk = async (inside: string): Promise<void> => {
    const entries = await readdir(join(folder, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareStrings(a.name, b.name))) {
      const name = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isHidden(name)) await walk(name);
        continue;
      }
      const path = join(folder, name);
      const stats = await stat(path).catch(() => null);
      if (stats?.isFile()) sources.push(fileSource(path, stats.size, name));
    }
  };
  await walk("");
  return sources;
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
