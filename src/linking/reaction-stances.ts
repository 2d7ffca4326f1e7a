import type { Locution, Stance } from "../model/claim.ts";
import type { Comment, Reaction } from "../model/comment.ts";
import { stanceId } from "../model/id.ts";
import type { Relation } from "../model/relation.ts";
import { overlap, type Span } from "../model/span.ts";
import { spanOfWords, WordIndex, wordsWithSpans } from "./word-match.ts";

/** Share of the words of a reaction that a passage must hold where they do not stand word for word. */
const leastContainment = 0.9;
/** Fewer words than this are looked for only word for word. */
const fewestContained = 5;

/** A comment with reactions, what it states, and where its statements answer those of its parent. */
export interface ReactedComment {
  readonly comment: Comment;
  /** What the comment states, quotes included. */
  readonly locutions: readonly Locution[];
  /** Relations from the comment to what its parent states. */
  readonly answers: readonly Pick<Relation, "from" | "toClaim">[];
  /** The layer that found the statements; absent where a map states them. */
  readonly layer?: string;
}

/**
 * The stances that people took with buttons instead of words.
 *
 * A reaction to quoted words is a stance on the claims that they state; a reaction without words is one where
 * the comment itself states a single claim, as a statement that is voted on does. A `delta`, by which the
 * commenter says that the parent changed their mind, is a stance for what the comment answers there. Of
 * several reactions of one person to one claim the signs add up.
 *
 *     comment   [ RL is unsafe. ] [ SSL is not. ]     bo: agree "RL is unsafe"   ->  bo for the first claim
 */
export function stancesOfReactions({
  comment,
  locutions,
  answers,
  layer,
}: ReactedComment): readonly Stance[] {
  const index = new WordIndex(comment.text);
  const found = new Map<string, { stance: Omit<Stance, "stance">; sign: number }>();
  const add = (
    by: string,
    claimId: string,
    method: Stance["method"],
    evidence: string,
    sign: number,
  ): void => {
    const id = stanceId(by, claimId, method, evidence, layer);
    const createdAt = method === "delta" ? comment.createdAt : null;
    const target = { kind: "claim" as const, id: claimId };
    const extractor = layer === undefined ? {} : { extractor: layer };
    const stance = { id, authorId: by, target, method, evidence, ...extractor, createdAt };
    found.set(id, { stance, sign: (found.get(id)?.sign ?? 0) + sign });
  };
  for (const reaction of comment.reactions) {
    const { by, kind, sign } = reaction;
    if (by === null) continue;
    if (kind === "delta") {
      // Of somebody else it says nothing of the parent.
      if (by === comment.authorId)
        for (const { from, toClaim } of answers) add(by, toClaim, "delta", from, 1);
      continue;
    }
    const method = kind === "vote" ? "vote" : "reaction";
    for (const { id, claimId } of aimedAt(reaction, locutions, comment.text, index))
      add(by, claimId, method, id, sign);
  }
  return [...found.values()].map(({ stance, sign }) => ({
    ...stance,
    stance: sign > 0 ? "for" : sign < 0 ? "against" : "neutral",
  }));
}

function aimedAt(
  { quote, kind, sign }: Reaction,
  locutions: readonly Locution[],
  text: string,
  index: WordIndex,
): readonly Locution[] {
  if (quote === null || quote.trim() === "") {
    const own = locutions.filter(({ quoteId, reported }) => quoteId === null && reported === undefined);
    const isOne = new Set(own.map(({ claimId }) => claimId)).size === 1;
    // Passing over a statement is an answer to it; a button without a sign ("thanks") takes no side.
    return isOne && (sign !== 0 || kind === "vote") ? own.slice(0, 1) : [];
  }
  const span = placeOf(quote, text, index);
  if (span === null) return [];
  const near = locutions.filter((locution) => overlap(locution.span, span) > 0);
  const most = Math.max(...near.map((locution) => overlap(locution.span, span)));
  return near.filter((locution) => {
    const common = overlap(locution.span, span);
    return common === most || 2 * common >= locution.span.end - locution.span.start;
  });
}

/** Where the words of a reaction stand in the comment, whatever became of punctuation and spaces on the way. */
function placeOf(quote: string, text: string, index: WordIndex): Span | null {
  const words = wordsWithSpans(quote);
  if (words.length === 0) return null;
  const [from] = index.exact(words);
  if (from !== undefined) return spanOfWords(text, index.words, from, from + words.length);
  if (words.length < fewestContained) return null;
  const passage = index.passage(words, leastContainment);
  return passage && spanOfWords(text, index.words, passage.from, passage.to);
}
