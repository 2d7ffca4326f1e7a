import { z } from "zod";
import type { Query } from "./query.ts";
import { Count, Id, readRows } from "./read-rows.ts";
import { limit, Person } from "./shapes.ts";

const AuthorsInput = z.strictObject({ limit: limit(50) }).readonly();

const AuthorItem = z
  .strictObject({ ...Person.unwrap().shape, comments: z.int(), claims: z.int() })
  .readonly();

/** The people of a store, those who said most first. */
const AuthorsOutput = z.strictObject({ total: z.int(), items: z.array(AuthorItem).readonly() }).readonly();
export type AuthorsOutput = z.output<typeof AuthorsOutput>;

const AuthorRow = z.object({ id: Id, name: z.string(), comments: Count, claims: Count });
const TotalRow = z.object({ total: Count });

export const authors: Query<typeof AuthorsInput, typeof AuthorsOutput> = {
  id: "authors",
  describes: "Who writes, those who said most first.",
  input: AuthorsInput,
  output: AuthorsOutput,
  async run(store, { limit: most }) {
    const items = await readRows(store, "top-authors", { limit: most }, AuthorRow);
    const [count] = await readRows(store, "author-total", {}, TotalRow);
    return { total: count?.total ?? 0, items };
  },
};
