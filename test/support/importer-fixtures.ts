import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FolderContent, ImporterCase } from "../contract/importer-case.ts";

/** The folder of the fixtures, with `/` at its end. */
export const fixtures = fileURLToPath(new URL("../fixtures/importers/", import.meta.url));

/** An input that is kept in the repository: its files by their paths, one of them where the format is a file. */
export interface Fixture {
  readonly name: string;
  readonly content: FolderContent;
}

/** The fixture of a format; without files where there is none. */
export function readFixture({ importer, isFolder }: ImporterCase): Fixture {
  const folder = `${fixtures}${importer.id}`;
  const name = existsSync(folder)
    ? readdirSync(folder).find((entry) => (isFolder ? entry === "input" : entry.startsWith("input.")))
    : undefined;
  return name === undefined
    ? { name: "input", content: {} }
    : { name, content: readContent(`${folder}/${name}`) };
}

/** A file under the name `input`, or the files of a folder by their paths in it. */
export function readContent(path: string): FolderContent {
  if (!statSync(path).isDirectory()) return { input: readFileSync(path, "utf8") };
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const content = files.map((entry) => {
    const full = `${entry.parentPath}/${entry.name}`;
    return [full.slice(path.length + 1), readFileSync(full, "utf8")] as const;
  });
  return Object.fromEntries(content);
}
