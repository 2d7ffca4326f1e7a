import type { IdentifiedDraft } from "../../src/linking/drafted-comment.ts";
import type { Source } from "../../src/model/comment.ts";
import type { FeedBlock, FeedDraft } from "../../src/model/draft.ts";
import { paragraphKey } from "../../src/text/keys.ts";
import { identityOffsets } from "../../src/text/offset-map.ts";

/** A source with plain values. */
export function source(id: string, changes: Partial<Source> = {}): Source {
  const plain = {
    file: `${id}.txt`,
    format: "test",
    host: id,
    captured: null,
    rank: 0,
    authorId: null,
    bioKey: null,
  };
  return { id, ...plain, isComplete: false, ...changes };
}

/** A comment draft with an id and a text, and plain values for the rest. */
export function draft(id: string, text: string, changes: Partial<IdentifiedDraft> = {}): IdentifiedDraft {
  return {
    id,
    text,
    difference: "edit",
    paragraphKeys: null,
    threadId: null,
    threadTitle: null,
    parentId: null,
    addressee: null,
    author: { id: "site:ann", name: "Ann" },
    createdAt: "2025-01-01T00:00:00.000Z",
    editedAt: null,
    url: null,
    score: null,
    status: "live",
    quotes: [],
    reactions: [],
    earlier: [],
    index: 0,
    record: id,
    field: "text",
    offsets: identityOffsets(text.length),
    ...changes,
  };
}

/**
 * A feed of paragraphs. A leading `|` begins a comment, `>` looks quoted, `-` is a list.
 *
 *     feed(["|First comment.", "its second paragraph", "|>Quoted words.", "The answer."])
 */
export function feed(paragraphs: readonly string[], changes: Partial<FeedDraft> = {}): FeedDraft {
  const blocks: FeedBlock[] = [];
  const starts: number[] = [];
  let text = "";
  for (const [index, marked] of paragraphs.entries()) {
    const [, marks = "", words = ""] = /^([|>-]*)(.*)$/su.exec(marked) ?? [];
    if (marks.includes("|") || index === 0) starts.push(index);
    const start = text.length;
    text += words;
    blocks.push({
      span: { start, end: text.length },
      key: paragraphKey(words),
      isList: marks.includes("-"),
      boundaryScore: marks.includes("|") ? 0.8 : 0.1,
      quoteScore: marks.includes(">") ? 0.8 : 0.1,
    });
    text += "\n\n";
  }
  const body = text.trimEnd();
  return {
    author: "Ann",
    bio: null,
    text: body,
    offsets: identityOffsets(body.length),
    blocks,
    starts,
    areStartsSet: false,
    ...changes,
  };
}
