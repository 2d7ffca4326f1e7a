import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { neo4jAdmin } from "../../src/exporters/neo4j-admin.ts";
import type { Store } from "../../src/store/store.ts";
import { adminTool } from "../../test/support/neo4j/local-server.ts";
import { timed } from "./timing.ts";

/**
 * Exports a graph for Neo4j's import tool and has the tool make a database of it, in the home of a server
 * that is not running; prints what both take.
 */
export async function importByAdmin(store: Store, home: string): Promise<void> {
  const files = join(home, "csv");
  const exporting = await timed(async () => {
    await mkdir(files, { recursive: true });
    const reader = await store.openReader();
    for await (const { file, text } of neo4jAdmin.writeFiles(reader.records()))
      await writeFile(join(files, file), text, { flag: "a" });
    await reader.close();
  });
  const importing = await timed(() => adminTool(home, neo4jAdmin.nextCommand(files)));
  console.log(
    `neo4j-admin: export ${exporting.seconds.toFixed(1)} s, ${await megabytes(files)} MB of CSV; import ${importing.seconds.toFixed(1)} s, the tool's own start included`,
  );
}

/** What a folder takes on the disk. */
export async function megabytes(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return (sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0);
}
