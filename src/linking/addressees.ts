import type { Author, Comment } from "../model/comment.ts";
import type { CommentDraft } from "../model/draft.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";

/** How many of a thread's stored comments are at hand; who is named has mostly just spoken. */
const threadSeen = 1000;
/** Comments below a post that answer one another in a row, of which so many are followed up to the post. */
const depthSeen = 100;

type Draft = Pick<CommentDraft, "threadId" | "parentId" | "addressee" | "author" | "createdAt">;
/** A comment that may be answered: what tells whose it is and when it came. */
interface Heard {
  readonly id: string;
  readonly authorId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly createdAt: string | null;
  readonly seq: number;
}

/**
 * Finds whom a comment answers where its format has no parents and the words name a person: "@ann".
 *
 * The answer is to the latest comment of the thread by a person whose name, spaces removed and whatever its case,
 * begins with the name given; it came before in time and in the order of import, so the result is the same however
 * the input is cut into batches. Nobody answers oneself. Where the format names a parent as well, the post that is
 * commented on, only what stands under it is answered.
 *
 * @see Stack Exchange, "How do comment @replies work?", whose rule this is.
 */
export class Addressees {
  readonly #threads = new Map<string, Heard[]>();

  /** Reads the threads of the drafts that name a person. */
  static async read(drafts: readonly Draft[], known: Known): Promise<Addressees> {
    const addressees = new Addressees();
    const threads = drafts.flatMap((draft) => (draft.addressee === null ? [] : (draft.threadId ?? [])));
    for (const threadId of new Set(threads)) {
      const all = { createdAt: null, seq: Number.MAX_SAFE_INTEGER };
      const comments = await known.thread(threadId, all, threadSeen);
      const people = await known.authors([...new Set(comments.flatMap(({ authorId }) => authorId ?? []))]);
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      addressees.#threads.set(threadId, []);
      for (const comment of comments) addressees.add(comment, nameOf.get(comment.authorId ?? "") ?? null);
    }
    return addressees;
  }

  /** Takes note of a comment that later ones may answer. */
  add(comment: Comment, name: Author["name"] | null): void {
    const { id, threadId, authorId, parentId, createdAt, seq, status } = comment;
    const thread = threadId === null ? undefined : this.#threads.get(threadId);
    if (thread === undefined || authorId === null || name === null || status !== "live") return;
    const at = thread.findIndex((one) => one.id === id);
    if (at >= 0) thread.splice(at, 1);
    thread.push({ id, authorId, name: folded(name), parentId, createdAt, seq });
  }

  /** The comment that a draft answers by the name it gives; null when it names nobody who has spoken. */
  find(draft: Draft, seq: number): string | null {
    const { threadId, parentId, addressee, author, createdAt } = draft;
    const wanted = folded(addressee ?? "");
    if (threadId === null || wanted === "") return null;
    const thread = this.#threads.get(threadId) ?? [];
    const parents = new Map(thread.map((one) => [one.id, one.parentId]));
    const isUnder = (id: string | null, left = depthSeen): boolean =>
      id !== null && left > 0 && (id === parentId || isUnder(parents.get(id) ?? null, left - 1));
    const said = thread.filter(
      (one) =>
        one.name.startsWith(wanted) &&
        one.authorId !== author?.id &&
        one.seq < seq &&
        (parentId === null || isUnder(one.parentId)) &&
        (one.createdAt === null || createdAt === null || one.createdAt <= createdAt),
    );
    return said.toSorted(byTime).at(-1)?.id ?? null;
  }
}

const folded = (name: string): string => name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");

const byTime = (a: Heard, b: Heard): number =>
  compareStrings(a.createdAt ?? "", b.createdAt ?? "") || a.seq - b.seq;
