import { z } from "zod";
import { Source } from "../model/comment.ts";
import type { Query } from "./query.ts";
import { Count, Id, readRows } from "./read-rows.ts";

const SourcesInput = z.strictObject({}).readonly();

const SourceItem = z
  .strictObject({ ...Source.unwrap().omit({ bioKey: true }).shape, comments: z.int() })
  .readonly();

/** The inputs of a store in the order of their rank; `comments` counts those that each brought first. */
const SourcesOutput = z.strictObject({ total: z.int(), items: z.array(SourceItem).readonly() }).readonly();
export type SourcesOutput = z.output<typeof SourcesOutput>;

const CountRow = z.object({ id: Id, comments: Count });

export const sources: Query<typeof SourcesInput, typeof SourcesOutput> = {
  id: "sources",
  describes: "The inputs that were imported, oldest first.",
  input: SourcesInput,
  output: SourcesOutput,
  async run(store) {
    const counts = await readRows(store, "comments-of-sources", {}, CountRow);
    const comments = new Map(counts.map((row) => [row.id, row.comments]));
    const stored = await store.known.sources();
    const items = stored.map(({ bioKey: _bioKey, ...source }) => ({
      ...source,
      comments: comments.get(source.id) ?? 0,
    }));
    return { total: items.length, items };
  },
};
