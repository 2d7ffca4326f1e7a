import type { Comment } from "../model/comment.ts";
import { versionId } from "../model/id.ts";

/**
 * The comment that stands for one which is named and was never seen.
 *
 * @param sourceId - the source that names it.
 */
export function stubOf(id: string, threadId: string | null, sourceId: string, seq: number): Comment {
  return {
    id,
    authorId: null,
    threadId,
    parentId: null,
    createdAt: null,
    editedAt: null,
    order: { source: sourceId, index: 0 },
    seq,
    text: "",
    version: versionId(""),
    url: null,
    score: null,
    status: "stub",
    reactions: [],
    origin: null,
  };
}
