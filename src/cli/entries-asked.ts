import { AppError } from "../errors.ts";
import type { Author } from "../model/comment.ts";
import { requireEntries } from "../queries/load/forgotten.ts";
import { readPeople } from "../queries/load/people.ts";
import { authorCounts } from "../queries/load/top-authors.ts";
import type { StoreReader } from "../store/store.ts";
import { type CountedEntry, namesOfEntries } from "./views/forget-summary.ts";

/** What of a person a command takes, and what it leaves. */
export interface EntriesAsked {
  readonly entries: readonly [Author, ...Author[]];
  /** The person's other entries. */
  readonly others: readonly CountedEntry[];
}

/**
 * Finds one entry by a name or an id, or all entries of its person, the one asked for first.
 *
 * @throws AppError as `requireEntries` does; `cli.usage` where one entry is wanted and several of the person have
 *   the name.
 */
export async function entriesAsked(
  reader: StoreReader,
  asked: string,
  { allEntries }: { readonly allEntries: boolean },
): Promise<EntriesAsked> {
  const [entry, ...alike] = await requireEntries(reader, asked);
  const ids = (await readPeople(reader)).entriesOf(entry.id).filter((id) => id !== entry.id);
  const others: CountedEntry[] = [];
  for (const id of ids) {
    const counted = await authorCounts(reader, [id]);
    if (counted !== null) others.push({ id, name: counted.name, comments: counted.comments });
  }
  if (allEntries) return { entries: [entry, ...others.map(({ id, name }) => ({ id, name }))], others: [] };
  if (alike.length > 0)
    throw new AppError("cli.usage", `"${asked}" is the name of several entries of one person`, {
      hint: `Give --all-entries, or the id of one: ${namesOfEntries([entry, ...alike])}.`,
    });
  return { entries: [entry], others };
}
