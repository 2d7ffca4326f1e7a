import type { Command } from "commander";
import { mergeAuthors, splitAuthor } from "../correct-authors.ts";
import { AppError } from "../errors.ts";
import type { Author } from "../model/comment.ts";
import { ambiguousAuthor, requireAuthor, requireEntries } from "../queries/load/forgotten.ts";
import { readPeople } from "../queries/load/people.ts";
import type { Store, StoreReader } from "../store/store.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { JsonOptions } from "./options.ts";
import { printableLine } from "./printable.ts";

/** Says that two entries are one person. */
export async function runMergeAuthors(
  io: Io,
  command: Command,
  asked: { readonly into: string; readonly other: string },
  options: JsonOptions,
): Promise<void> {
  const store = await openTheStore(io, command);
  const { into, other } = await read(store, async (reader) => {
    const [first, second] = [
      await requireAuthor(reader, asked.into),
      await requireAuthor(reader, asked.other),
    ];
    const people = await readPeople(reader);
    if (people.idOf(first.id) === people.idOf(second.id))
      throw new AppError("cli.usage", `${named(first)} and ${named(second)} are one person already`, {
        hint: "`elenchus authors split` takes it back.",
      });
    // What was merged before goes along: the entry that speaks for each of the two is meant.
    const [main, joined] = [people.idOf(first.id), people.idOf(second.id)];
    const [authorOfMain = first, authorOfJoined = second] = await reader.known.authors([main, joined]);
    return { into: authorOfMain, other: authorOfJoined };
  });
  await mergeAuthors(store, into, other);
  await printLines(io, options, { into, other }, () => [
    `what ${named(other)} said counts as said by ${named(into)}`,
  ]);
}

/** Takes back that an entry is the same person as another. */
export async function runSplitAuthor(
  io: Io,
  command: Command,
  asked: string,
  options: JsonOptions,
): Promise<void> {
  const store = await openTheStore(io, command);
  const author = await read(store, async (reader) => {
    const entries = await requireEntries(reader, asked);
    const { merged } = await readPeople(reader);
    const [found, ...others] = entries.filter(({ id }) => merged.includes(id));
    if (found === undefined)
      throw new AppError("cli.usage", `${named(entries[0])} was not merged into anybody`, {
        hint: "`elenchus show ID` of a person lists the entries that were merged into theirs.",
      });
    if (others.length > 0) throw ambiguousAuthor(asked, [found, ...others]);
    return found;
  });
  await splitAuthor(store, author);
  await printLines(io, options, { author }, () => [`${named(author)} is a person of their own again`]);
}

async function read<Result>(store: Store, work: (reader: StoreReader) => Promise<Result>): Promise<Result> {
  const reader = await store.openReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

const named = ({ id, name }: Author): string => printableLine(`${name} (author ${id})`);
