import type { StoreReader } from "../../store/store.ts";
import { groupBy, unique } from "../read-rows.ts";
import type { CommentItem } from "../shapes.ts";
import { namesOf } from "./names.ts";
import { ownStart } from "./own-start.ts";

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
  const quotes = groupBy(await store.known.quotes(wanted), ({ commentId }) => commentId);
  return wanted.flatMap((id) => {
    const comment = comments.get(id);
    if (comment === undefined) return [];
    const { authorId, createdAt, text, version, status } = comment;
    const quoted = (quotes.get(id) ?? []).filter((quote) => quote.version === version);
    const start = ownStart(
      text,
      quoted.map(({ span }) => span),
    );
    return { id, author: names(authorId), createdAt, start, status };
  });
}
