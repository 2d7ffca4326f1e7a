import type { Exchange } from "../extraction/rules/stance/forum-manners.ts";
import type { Comment } from "../model/comment.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import type { Quote } from "../model/quote.ts";

type Read = Pick<Known, "comments" | "commentsOfSource" | "quotes">;

/** So many comments of a source are read, spread over all of them. */
const mostRead = 500;
/** So many of them are asked for at a time. */
const readAtOnce = 200;

/**
 * Tells how people answer each other where a comment was imported from, in log odds of disagreement (`mannersOf`).
 *
 * The estimate is of a source: of the comments that it brought, spread evenly over their ids, and what they
 * answer of its own. It looks at nothing that extraction or another source adds, so a run that is cut off and
 * taken up again gets the same, in whatever order inputs come. A source that grows gets a new one, for the
 * comments that are extracted from then on. The rules load when it is first asked for.
 */
export class ForumManners {
  readonly #known: Read;
  /** One number a source, and a source is an input: a run holds the list of inputs anyway. */
  readonly #bySource = new Map<string, Promise<number>>();

  constructor(known: Read) {
    this.#known = known;
  }

  /** The estimate for the source that brought a comment first; it is made once. */
  of({ order: { source } }: Pick<Comment, "order">): Promise<number> {
    const known = this.#bySource.get(source);
    if (known !== undefined) return known;
    const read = this.#read(source);
    this.#bySource.set(source, read);
    return read;
  }

  async #read(source: string): Promise<number> {
    const ids = [...(await this.#known.commentsOfSource(source))].sort(compareStrings);
    const step = Math.max(1, ids.length / mostRead);
    const sample = Array.from(
      { length: Math.min(mostRead, ids.length) },
      (_, at) => ids[Math.floor(at * step)] ?? "",
    );
    const { mannersOf } = await import("../extraction/rules/stance/forum-manners.ts");
    const exchanges: Exchange[] = [];
    for (let at = 0; at < sample.length; at += readAtOnce)
      exchanges.push(...(await this.#exchanges(sample.slice(at, at + readAtOnce), source)));
    return mannersOf(exchanges);
  }

  async #exchanges(ids: readonly string[], source: string): Promise<readonly Exchange[]> {
    const isBrought = ({ origin }: Comment) => origin?.sourceId === source;
    const replies = (await this.#known.comments(ids)).filter(isBrought);
    const above = [...new Set(replies.flatMap(({ parentId }) => parentId ?? []))].sort(compareStrings);
    const parents = new Map((await this.#known.comments(above)).map((comment) => [comment.id, comment]));
    const quotes = await this.#known.quotes(replies.map(({ id }) => id));
    return replies.flatMap((comment): readonly Exchange[] => {
      const parent = comment.parentId === null ? undefined : parents.get(comment.parentId);
      if (!parent || !isBrought(parent) || parent.authorId === comment.authorId) return [];
      const { authorId, reactions } = comment;
      return [
        {
          reply: ownWords(comment, quotes),
          answered: parent.text,
          isConvinced: reactions.some(({ kind, by }) => kind === "delta" && by === authorId),
          isOpposed: reactions.some(({ sign, by }) => sign < 0 && by !== authorId),
        },
      ];
    });
  }
}

/** The text of a comment without the quotes that its source marks. */
function ownWords({ id, version, text }: Comment, quotes: readonly Quote[]): string {
  const marked = quotes
    .filter((quote) => quote.commentId === id && quote.version === version && quote.how === "markup")
    .sort((a, b) => a.span.start - b.span.start);
  let own = "";
  let at = 0;
  for (const { span } of marked) {
    if (span.start > at) own += `${text.slice(at, span.start)}\n`;
    at = Math.max(at, span.end);
  }
  return own + text.slice(at);
}
