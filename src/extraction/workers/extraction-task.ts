import type { Statement } from "../../model/claim.ts";
import type { ContextComment, ExtractionContext } from "../../model/extraction.ts";
import type { SegmentedComment } from "../../model/segment.ts";

/** A comment as others look at it, which may be before it is extracted itself. */
export class SeenComment {
  readonly comment: SegmentedComment;
  #read: ContextComment | null = null;

  /** @param statements - what it states; null while that is not known. */
  constructor(comment: SegmentedComment, statements: readonly Statement[] | null = null) {
    this.comment = comment;
    if (statements !== null) this.settle(statements);
  }

  /** The comment with what it states, always the same object; null while that is not known. */
  get read(): ContextComment | null {
    return this.#read;
  }

  settle(statements: readonly Statement[]): void {
    this.#read = { ...this.comment, statements };
  }
}

/** An `ExtractionContext` of comments some of which are still to be extracted. */
export interface SeenContext {
  readonly ancestors: readonly SeenComment[];
  readonly quoted: readonly SeenComment[];
  readonly earlier: readonly SeenComment[];
  readonly forum?: number;
}

/** A comment that is to be extracted, and what its extractor may look at beside it. */
export interface ExtractionTask {
  /** How those that answer it see it; whoever asks settles it once it is extracted. */
  readonly seen: SeenComment;
  readonly context: SeenContext;
}

/** The context once all of its comments are extracted. */
export function readContext({ ancestors, quoted, earlier, ...rest }: SeenContext): ExtractionContext {
  return {
    ...rest,
    ancestors: ancestors.map(readOf),
    quoted: quoted.map(readOf),
    earlier: earlier.map(readOf),
  };
}

function readOf({ read, comment }: SeenComment): ContextComment {
  if (read === null) throw new Error(`${comment.id} is looked at before it is extracted`);
  return read;
}
