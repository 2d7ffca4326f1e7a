import { AppError } from "./errors.ts";
import type { Correction } from "./model/claim.ts";
import type { Author } from "./model/comment.ts";
import { hashId } from "./model/id.ts";
import type { Known } from "./model/known.ts";
import type { Store } from "./store/store.ts";
import { writeToStore } from "./write-to-store.ts";

/**
 * Says that two entries are one person: what `other` said counts as said by `into`.
 *
 * Nothing of what was imported changes. Queries read it so, whatever is mapped later, until `splitAuthor` takes it
 * back.
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
    await writer.apply({ writes: [{ write: "save-corrections", rows: [correction] }] });
  });
}

/** Two runs that merge the same entries at once would make a ring of them, or one undo the other. */
async function requireUnmerged(known: Known, authors: readonly Author[]): Promise<void> {
  for (const { target, value } of await known.allCorrections()) {
    const merged = authors.find(({ id }) => target.kind === "author" && target.id === id);
    if (merged === undefined || value === null || (await known.authors([value])).length === 0) continue;
    throw new AppError("linking.corrections-overlap", `the author ${merged.id} is merged into ${value}`, {
      hint: "Look at `elenchus authors`, and merge again if they are still two.",
    });
  }
}

/** Takes back that an entry is the same person as another. */
export async function splitAuthor(store: Store, author: Author): Promise<void> {
  const rows = [{ id: correctionId(author) }];
  await writeToStore(store, (writer) => writer.apply({ writes: [{ write: "remove-corrections", rows }] }));
}

const correctionId = ({ id }: Author): string => hashId("correction", "author", id);
