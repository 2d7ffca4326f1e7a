import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { compareStrings } from "../../model/id.ts";
import { nameless, notFound } from "./refusal.ts";

/**
 * The files and folders that a path of the user names, sorted: itself, or what a pattern matches (`*`, `**`,
 * `?`, `[a-z]`, `{a,b}`). A file of just that name comes before a pattern. What lies in a folder that is
 * matched is left to the folder. `-` stays as it is.
 *
 * @param cwd - where relative paths begin.
 * @throws AppError `import.not-found` when a pattern matches nothing, and for an empty path.
 */
export async function expandPath(path: string, cwd: string): Promise<readonly string[]> {
  if (path === "-") return [path];
  if (path === "") throw nameless();
  const full = resolve(cwd, path);
  const isThere = await stat(full).then(
    () => true,
    () => false,
  );
  if (isThere || !isDynamicPattern(path)) return [full];
  const matches = await glob(path, { cwd, absolute: true, onlyFiles: false, expandDirectories: false });
  if (matches.length === 0) throw notFound(path);
  const folders = new Set(matches.filter((one) => one.endsWith("/")));
  return matches
    .filter((one) => !foldersAround(one).some((folder) => folders.has(folder)))
    .map((one) => one.replace(/\/$/u, ""))
    .sort(compareStrings);
}

/** The folders that a path lies in, with `/` at their ends. */
function foldersAround(path: string): readonly string[] {
  const parts = path.replace(/\/$/u, "").split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}
