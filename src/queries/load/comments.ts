import type { StoreReader } from "../../store/store.ts";
import { unique } from "../read-rows.ts";
import type { CommentItem } from "../shapes.ts";
import { namesOf } from "./names.ts";

/** Letters of a comment that a neighbour shows. */
const startLength = 160;

/** Comments as neighbours show them, in the order of the ids; null and unknown ones are left out. */
export async function loadComments(
  store: StoreReader,
  ids: Iterable<string | null>,
): Promise<readonly CommentItem[]> {
  const wanted = unique(ids);
  if (wanted.length === 0) return [];
  const comments = new Map((await store.known.comments(wanted)).map((comment) => [comment.id, comment]));
  const names = await namesOf(
    store,
    [...comments.values()].map((comment) => comment.authorId),
  );
  return wanted.flatMap((id) => {
    const comment = comments.get(id);
    if (comment === undefined) return [];
    const { authorId, createdAt, text, status } = comment;
    return { id, author: names(authorId), createdAt, start: startOf(text), status };
  });
}

/** The first words, cut between characters. */
function startOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= startLength) return line;
  return `${[...line].slice(0, startLength).join("").trimEnd()}…`;
}
