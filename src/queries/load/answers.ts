import { overlap } from "../../model/span.ts";
import type { StoreReader } from "../../store/store.ts";
import { unique } from "../read-rows.ts";
import type { AnswerItem, RelationItem, Words } from "../shapes.ts";
import { loadComments } from "./comments.ts";

/**
 * What the input itself says of who answers whom, for words between which no relation is drawn.
 *
 * That a comment answers a comment is a fact, and so is the quoted passage that own words follow; which
 * sentence answers which is an estimate. Where a drawn relation joins the two comments it says more, and the
 * fact is left out.
 *
 * @param words - the locutions of a claim.
 * @param relations - those of the claim that are drawn.
 */
export async function answersOf(
  store: StoreReader,
  words: readonly Words[],
  relations: readonly RelationItem[],
): Promise<readonly AnswerItem[]> {
  const own = unique(words.map(({ commentId }) => commentId));
  const joined = new Set(relations.map(({ from, to }) => `${from.commentId} ${to.commentId}`));
  const parents = (await store.known.comments(own)).flatMap(({ id, parentId }) =>
    parentId === null || joined.has(`${id} ${parentId}`) ? [] : [{ id, other: parentId }],
  );
  const children = (await store.known.comments(await store.known.children(own))).flatMap(
    ({ id, parentId }) =>
      parentId === null || !own.includes(parentId) || joined.has(`${id} ${parentId}`)
        ? []
        : [{ id: parentId, other: id }],
  );
  const others = [...parents, ...children].map(({ other }) => other);
  const comments = new Map((await loadComments(store, others)).map((comment) => [comment.id, comment]));
  const passageOf = await passagesOf(store, words, [...own, ...others]);
  const items = (pairs: readonly { id: string; other: string }[], direction: "in" | "out") =>
    pairs.flatMap(({ id, other }): AnswerItem[] => {
      const comment = comments.get(other);
      const passage = direction === "out" ? passageOf(id, other) : passageOf(other, id);
      return comment === undefined ? [] : [{ direction, ofComment: id, comment, passage }];
    });
  return [...items(parents, "out"), ...items(children, "in")];
}

/**
 * Tells which quoted passage of one comment another answers; in what it says of a claim, the passage that
 * bears on it.
 */
async function passagesOf(
  store: StoreReader,
  words: readonly Words[],
  commentIds: readonly string[],
): Promise<(answering: string, answered: string) => string | null> {
  const quotes = await store.known.quotes(unique(commentIds));
  return (answering, answered) => {
    const between = quotes.filter(
      ({ commentId, source }) => commentId === answering && source?.commentId === answered,
    );
    const found = between.find(({ answer, source }) =>
      words.some(
        ({ commentId, span }) =>
          (commentId === answering && answer !== null && overlap(answer, span) > 0) ||
          (commentId === answered && source !== null && overlap(source.span, span) > 0),
      ),
    );
    return found?.text ?? null;
  };
}
