import { conceptCorrectionOf } from "../../model/concept-correction.ts";
import type { Known } from "../../model/known.ts";
import { ChangeBuilder } from "../change-builder.ts";
import { keysNamed } from "../corrected-groups.ts";
import type { ForgetPlan } from "./plan-removal.ts";

/**
 * Plans the end of people without words or stances and of threads without comments, among those that a
 * forgetting may have left so, and of corrections of concepts whose words nobody uses any more. What is left
 * must be linked by then, else it does not show who still says something.
 */
export async function planSweep(
  { authors, threads }: Pick<ForgetPlan["left"], "authors" | "threads">,
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
  change.add("remove-threads", ...empty.map((id) => ({ id })));
  return change.add("remove-corrections", ...(await unusedCorrections(known)).map((id) => ({ id })));
}

/**
 * Corrections of concepts that are not there, of which no comment holds a word. Reads all terms where there
 * are any.
 */
async function unusedCorrections(known: Known): Promise<readonly string[]> {
  const said = (await known.allCorrections()).flatMap((correction) => {
    const about = conceptCorrectionOf(correction);
    return about ? [{ id: correction.id, conceptId: about.conceptId, keys: keysNamed([about]) }] : [];
  });
  if (said.length === 0) return [];
  const stored = await known.existing(
    "concepts",
    said.map(({ conceptId }) => conceptId),
  );
  const named = new Set(said.flatMap(({ keys }) => keys));
  const used = new Set<string>();
  for await (const { terms } of known.terms()) for (const { key } of terms) if (named.has(key)) used.add(key);
  return said
    .filter(({ conceptId, keys }) => !stored.has(conceptId) && !keys.some((key) => used.has(key)))
    .map(({ id }) => id);
}
