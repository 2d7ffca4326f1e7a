import { createHash } from "node:crypto";
import { AppError } from "../errors.ts";
import type { CypherFile } from "./cypher-files.ts";
import type { Row } from "./store.ts";

/** A file of `cypher/migrations`. */
export type Migration = CypherFile & { readonly version: number };

/** How far the schema of a store has come. */
export interface MigrationPlan {
  /** Ids of the migrations that the store has, in order. */
  readonly applied: readonly string[];
  /** Those that it lacks, in order. */
  readonly pending: readonly Migration[];
}

/** What a store keeps of a migration that it has: its id and a hash of its statements. */
export function migrationRecord({ id, statements }: Migration): string {
  const checksum = createHash("sha256").update(statements.join(";\n").replaceAll("\r\n", "\n"));
  return `${id} ${checksum.digest("hex").slice(0, 32)}`;
}

/** What the node that stands for a store says of its migrations, in the order of application. */
export function storedMigrations(meta: Row | null): readonly string[] {
  return Array.isArray(meta?.migrations) ? meta.migrations.map(String) : [];
}

/**
 * Compares what a store has with what is shipped.
 *
 * The migrations of a store are the first of those shipped, each unchanged. Anything else is refused before
 * the store is touched, since nobody knows what its graph looks like.
 *
 * @param records - as `migrationRecord` gave them, in the order of application.
 * @param shipped - in order.
 * @param place - names the store in messages.
 * @throws AppError `store.version-unsupported` when a newer version wrote the store,
 *   `store.migration-missing` when a migration is not shipped any more or was left out,
 *   `store.migration-changed` when one was edited.
 */
export function planMigrations(
  records: readonly string[],
  shipped: readonly Migration[],
  place: string,
): MigrationPlan {
  const latest = shipped.at(-1)?.version ?? 0;
  for (const [index, record] of records.entries()) {
    const [id = ""] = record.split(" ");
    const expected = shipped[index];
    if (Number(/^V(\d+)__/u.exec(id)?.[1] ?? 0) > latest)
      throw new AppError("store.version-unsupported", `${place} was written by a newer Elenchus (${id})`, {
        hint: "Update Elenchus; the store was not touched.",
      });
    if (expected?.id !== id)
      throw new AppError(
        "store.migration-missing",
        expected && shipped.some((one) => one.id === id)
          ? `${place} lacks the migration ${expected.id}, which comes before ${id}`
          : `${place} has the migration ${id}, which is not in cypher/migrations`,
        { hint: "Install Elenchus again; the store was not touched." },
      );
    if (migrationRecord(expected) !== record)
      throw new AppError(
        "store.migration-changed",
        `the migration ${id} is not the one that was applied to ${place}`,
        { hint: "Put the file back as it was and write a new migration instead; the store was not touched." },
      );
  }
  return {
    applied: records.map((record) => record.split(" ")[0] ?? ""),
    pending: shipped.slice(records.length),
  };
}
