import type { Known } from "../../model/known.ts";
import { ChangeBuilder } from "../change-builder.ts";
import type { ForgetPlan } from "./plan-removal.ts";

/**
 * Plans the end of people without words or stances and of threads without comments, among those that a forgetting may
 * have left so. What is left must be linked by then, else it does not show who still says something.
 */
export async function planSweep(
  { authors, threads }: ForgetPlan["left"],
  known: Known,
): Promise<ChangeBuilder> {
  const change = new ChangeBuilder();
  const active = await known.activeAuthors(authors);
  const owners = new Set((await known.sources()).map(({ authorId }) => authorId));
  const idle = authors.filter((id) => !active.has(id) && !owners.has(id));
  for (const author of await known.authors(idle))
    if ((await known.commentsNaming(author)).length === 0) change.add("remove-authors", { id: author.id });
  const filled = await known.filledThreads(threads);
  const existing = await known.existing("threads", threads);
  const empty = threads.filter((id) => existing.has(id) && !filled.has(id));
  return change.add("remove-threads", ...empty.map((id) => ({ id })));
}
