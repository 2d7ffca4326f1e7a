import type { Statement } from "../../model/claim.ts";
import type { ContextComment } from "../../model/extraction.ts";
import type { SegmentedComment } from "../../model/segment.ts";
import type { SeenComment } from "./extraction-task.ts";

/**
 * Comments that a thread keeps between messages: those sent of late, since a comment is looked at by many
 * that answer it. Whoever sends knows by the same rule what is kept, and both hold to it message by message.
 */
const mostKept = 300;

/** A comment in a message. */
export interface SentComment {
  /** Names it in later messages to the same thread. */
  readonly key: number;
  /** Null where the thread has it. */
  readonly comment: SegmentedComment | null;
  /** What it states; null where that is not known yet, or the thread knows. */
  readonly statements: readonly Statement[] | null;
}

/** A comment as a thread has it; `read` is null until it is known what it states. */
export interface KeptComment {
  readonly comment: SegmentedComment;
  read: ContextComment | null;
}

/** Turns comments into what one thread needs to have them. */
export class CommentSender {
  readonly #sent = new Map<SeenComment, { readonly key: number; readonly isRead: boolean }>();
  #last = 0;

  /** @param isTask - whether the thread is to extract it, and so learns what it states. */
  send(seen: SeenComment, { isTask }: { readonly isTask: boolean }): SentComment {
    const before = this.#sent.get(seen);
    const key = before?.key ?? ++this.#last;
    const isNews = before?.isRead !== true && seen.read !== null;
    keep(this.#sent, seen, { key, isRead: before?.isRead === true || isTask || seen.read !== null });
    return {
      key,
      comment: before === undefined ? seen.comment : null,
      statements: isNews ? (seen.read?.statements ?? null) : null,
    };
  }
}

/** Turns what was sent into comments again, on the other side: the same object for the same comment. */
export class CommentReceiver {
  readonly #kept = new Map<number, KeptComment>();

  receive({ key, comment, statements }: SentComment): KeptComment {
    const kept = comment === null ? this.#kept.get(key) : { comment, read: null };
    if (kept === undefined) throw new Error(`comment ${key} was never sent, or too long ago`);
    if (kept.read === null && statements !== null) kept.read = { ...kept.comment, statements };
    keep(this.#kept, key, kept);
    return kept;
  }
}

function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= mostKept) break;
    map.delete(oldest);
  }
}
