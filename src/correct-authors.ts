import { AppError } from "./errors.ts";
import { ChangeBuilder } from "./linking/change-builder.ts";
import { type Merge, mergesOf } from "./linking/people-of.ts";
import type { Correction } from "./model/claim.ts";
import type { Author } from "./model/comment.ts";
import { hashId } from "./model/id.ts";
import type { Known } from "./model/known.ts";
import { relinkPeople } from "./pipeline.ts";
import type { Store, StoreWriter } from "./store/store.ts";
import { applySteps, writeToStore } from "./write-to-store.ts";

/**
 * Says that two entries are one person: what `other` said counts as said by `into`.
 *
 * Nothing of what was imported changes. Queries read it so, whatever is mapped later, until `splitAuthor` takes it
 * back. The person's claims stand on one line from then on: those of one entry may refine those of another.
 *
 * @param into - the entry that speaks for the person from now on.
 * @throws AppError `linking.corrections-overlap` when either entry is merged into some other; `store.*` when the
 *   store cannot be opened or written.
 */
export async function mergeAuthors(store: Store, into: Author, other: Author): Promise<void> {
  const correction: Correction = {
    id: correctionId(other),
    by: "",
    at: null,
    action: "change",
    target: { kind: "author", id: other.id },
    value: into.id,
  };
  await writeToStore(store, async (writer) => {
    await requireUnmerged(writer.known, [into, other]);
    const change = new ChangeBuilder().add("save-corrections", correction);
    await applySteps(writer, relinkPeople(writer.known, change, [into.id]));
  });
}

/** Two runs that merge the same entries at once would make a ring of them, or one undo the other. */
async function requireUnmerged(known: Known, authors: readonly Author[]): Promise<void> {
  for (const { id, into } of await mergesOf(known))
    if (authors.some((author) => author.id === id))
      throw new AppError("linking.corrections-overlap", `the author ${id} is merged into ${into}`, {
        hint: "Look at `elenchus authors`, and merge again if they are still two.",
      });
}

/** Takes back that an entry is the same person as another. */
export async function splitAuthor(store: Store, author: Author): Promise<void> {
  await writeToStore(store, async (writer) => {
    const merges = (await mergesOf(writer.known)).filter(({ id }) => id === author.id);
    const corrections = merges.map(({ correction }) => correction);
    await takeBack(writer, corrections, merges);
  });
}

/** Takes back one correction that says who is one person. */
export async function undoMerge(store: Store, said: Pick<Correction, "id">): Promise<void> {
  await writeToStore(store, async (writer) => {
    const merges = (await mergesOf(writer.known)).filter(({ correction }) => correction.id === said.id);
    await takeBack(writer, [said], merges);
  });
}

/** @param merges - what the corrections merge: nobody where the entry that they name is not stored. */
async function takeBack(
  writer: StoreWriter,
  corrections: readonly Pick<Correction, "id">[],
  merges: readonly Merge[],
): Promise<void> {
  const change = new ChangeBuilder().add("remove-corrections", ...corrections.map(({ id }) => ({ id })));
  const apart = merges.flatMap(({ id, into }) => [id, into]);
  await applySteps(writer, relinkPeople(writer.known, change, apart));
}

const correctionId = ({ id }: Author): string => hashId("correction", "author", id);
