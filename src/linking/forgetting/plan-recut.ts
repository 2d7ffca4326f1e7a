import type { Source } from "../../model/comment.ts";
import type { FeedDraft } from "../../model/draft.ts";
import type { Known } from "../../model/known.ts";
import { stubOf } from "../stub.ts";
import { byComment, type ForgetPlan, planRemoval } from "./plan-removal.ts";

/**
 * Plans the end of comments that a person has cut otherwise: those of the feed's source whose words are no
 * longer one stretch of it. Null where nothing was cut before, or nothing is cut otherwise.
 *
 * What another input brought too stays, and gets its new text when the feed is placed. Comments that are cut as
 * before stay with all that people said of them.
 */
export async function planRecut(feed: FeedDraft, source: Source, known: Known): Promise<ForgetPlan | null> {
  const { text, blocks, starts } = feed;
  const texts = new Set(
    starts.map((from, index) => {
      const last = blocks[(starts[index + 1] ?? blocks.length) - 1];
      return text.slice(blocks[from]?.span.start ?? 0, last?.span.end ?? 0);
    }),
  );
  const ids = await known.commentsOfSource(source.id);
  const versions = byComment(await known.versions(ids));
  const gone = (await known.comments(ids)).filter(
    (comment) =>
      comment.text !== "" &&
      !texts.has(comment.text) &&
      (versions.get(comment.id) ?? []).every(
        ({ origin }) => origin === null || origin.sourceId === source.id,
      ),
  );
  if (gone.length === 0) return null;
  return planRemoval(known, {
    gone,
    emptied: ({ id, seq }, { threadId, order }) => stubOf(id, threadId, order.source, seq),
    rewritten: [],
  });
}
