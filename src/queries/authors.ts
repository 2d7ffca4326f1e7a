import { z } from "zod";
import { readPeople } from "./load/people.ts";
import { topAuthors } from "./load/top-authors.ts";
import type { Query } from "./query.ts";
import { Count, readRows } from "./read-rows.ts";
import { limit, Person } from "./shapes.ts";
import { openView } from "./view/view-reader.ts";

const AuthorsInput = z.strictObject({ limit: limit(50) }).readonly();

const AuthorItem = z
  .strictObject({ ...Person.unwrap().shape, comments: z.int(), claims: z.int() })
  .readonly();

/** The people of a store, those who said most first. Claims are those of the layer that is read by default. */
const AuthorsOutput = z.strictObject({ total: z.int(), items: z.array(AuthorItem).readonly() }).readonly();
export type AuthorsOutput = z.output<typeof AuthorsOutput>;

const TotalRow = z.object({ total: Count });

export const authors: Query<typeof AuthorsInput, typeof AuthorsOutput> = {
  id: "authors",
  describes: "Who writes, those who said most first.",
  input: AuthorsInput,
  output: AuthorsOutput,
  async run(whole, { limit: most }) {
    const store = await openView(whole, null);
    const items = await topAuthors(store, most);
    const [count] = await readRows(store, "author-total", {}, TotalRow);
    const { merged } = await readPeople(store);
    return { total: Math.max(0, (count?.total ?? 0) - merged.length), items };
  },
};
