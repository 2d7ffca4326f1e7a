import { assertNever } from "../../errors.ts";
import type { Span } from "../../model/span.ts";
import type {
  AnswerItem,
  CommentItem,
  QuoteItem,
  StanceItem,
  Words,
  WordsInComment,
} from "../../queries/shapes.ts";
import type { ShowOutput } from "../../queries/show.ts";
import type { Io } from "../io.ts";
import { painter } from "../paint.ts";
import { printableLine } from "../printable.ts";
import { claimLines, conceptLines } from "./lists.ts";
import { relationLines, relationName, suggestionsLine } from "./relations.ts";
import { byline, day, marked, reportNote, shownId, wrapped, wrappedText } from "./text.ts";

/** Lays out one thing of the store to be read. */
export function showLines(io: Io, shown: ShowOutput, width: number | null): readonly string[] {
  const title = (text: string): readonly string[] => ["", painter(io, io.stdout)("bold", text)];
  const list = <Item>(name: string, items: readonly Item[], lines: (item: Item) => readonly string[]) =>
    items.length === 0 ? [] : [...title(name), ...items.flatMap(lines)];
  switch (shown.kind) {
    case "claim":
      return [
        ...heading(io, shown.text, `claim ${shown.id}`, width),
        ...list("Said", shown.locutions, (words) => inComment(words, width)),
        ...list("Answers to it", shown.incoming, (relation) =>
          relationLines(io, relation, { seenFrom: "to", width, indent: "  " }),
        ),
        ...list("What it answers", shown.outgoing, (relation) =>
          relationLines(io, relation, { seenFrom: "from", width, indent: "  " }),
        ),
        ...suggested(shown.suggestions),
        ...list("Who answers whom, by comments", shown.answers, (answer) => answerLines(answer, width)),
        ...list("About", shown.concepts, (concept) => [
          `  ${printableLine(concept.label)} (concept ${shownId(concept.id, width)})`,
        ]),
        ...list("Who holds what", stanceLines(shown.stances, "author"), (line) => [line]),
      ];
    case "concept":
      return [
        ...conceptLines(io, shown.concept, width),
        ...list("More general", shown.broader, (concept) => [`  ${printableLine(concept.label)}`]),
        ...list("Less general", shown.narrower, (concept) => [`  ${printableLine(concept.label)}`]),
        ...list(`Claims, ${shown.claims.length} of ${shown.concept.claims}`, shown.claims, (claim) =>
          claimLines(io, claim, width, "  "),
        ),
        ...list("Who holds what", stanceLines(shown.stances, "author"), (line) => [line]),
      ];
    case "author":
      return [
        ...heading(
          io,
          shown.author.name,
          `author ${shown.author.id} · ${shown.comments} comments · ${shown.claimCount} claims`,
          width,
        ),
        ...list("Also", shown.otherEntries, ({ id, name }) => [`  ${printableLine(name)} (author ${id})`]),
        ...list(`Claims, ${shown.claims.length} of ${shown.claimCount}`, shown.claims, (claim) =>
          claimLines(io, claim, width, "  "),
        ),
        ...list("Holds", stanceLines(shown.stances, "target"), (line) => [line]),
      ];
    case "comment":
      return commentLines(io, shown.comment, width, list);
    case "relation":
      return [
        relationName(io, shown.relation),
        painter(io, io.stdout)("dim", `  relation ${shown.relation.id} · ${day(shown.relation.createdAt)}`),
        ...(shown.relation.correction === null ? [] : [`  correction ${shown.relation.correction.id}`]),
        ...title("These words"),
        ...inComment(shown.from, width),
        ...title(shown.relation.kind === "supports" ? "support these" : "answer these"),
        ...inComment(shown.to, width),
      ];
    case "quote":
      return [
        ...heading(io, shown.quote.text, `quote ${shown.quote.id}`, width),
        ...quoteFacts(shown.quote),
        ...title(
          `In ${shown.quote.commentId}${shown.quotedBy === null ? "" : `, by ${printableLine(shown.quotedBy.name)}`}`,
        ),
        ...wrappedText(marked(shown.commentText, ["quote", [shown.quote.span]]), width, "  "),
      ];
    default:
      return assertNever(shown);
  }
}

function heading(io: Io, text: string, facts: string, width: number | null): readonly string[] {
  const paint = painter(io, io.stdout);
  return [
    ...wrapped(text, width).map((line) => paint("bold", line)),
    ...wrapped(facts, width, "  ").map((line) => paint("dim", line)),
  ];
}

/** Words marked in their comment. */
function inComment(words: WordsInComment, width: number | null): readonly string[] {
  const quoter =
    words.isQuoted && words.commentAuthor !== null
      ? `, quoted by ${printableLine(words.commentAuthor.name)}`
      : "";
  const spans = [words.span, ...(words.leadIn === null ? [] : [words.leadIn.span])];
  return [
    `  ${byline(words)}${quoter}${words.url === null ? "" : ` · ${printableLine(words.url)}`}`,
    ...wrappedText(marked(words.commentText, ["claim", spans]), width, "    "),
    "",
  ];
}

/** A line for each stance; those that several relations of one day show are said once. */
function stanceLines(stances: readonly StanceItem[], other: "author" | "target"): readonly string[] {
  const lines = stances.map(({ stance, author, target, method, createdAt }) => {
    const about = other === "author" ? author.name : target.text;
    return `  ${stance}: ${printableLine(about)} (${method}, ${day(createdAt)})`;
  });
  return [...new Set(lines)];
}

function quoteFacts(quote: QuoteItem): readonly string[] {
  const speaker =
    quote.speaker === null ? "speaker unknown" : `words of ${printableLine(quote.speaker.name)}`;
  const source = quote.source === null ? "source unknown" : `from ${printableLine(quote.source.commentId)}`;
  return [`  ${speaker} · ${source} · found by ${quote.how}, score ${quote.score.toFixed(2)}`];
}

type Comment = Extract<ShowOutput, { kind: "comment" }>["comment"];
type List = <Item>(
  name: string,
  items: readonly Item[],
  lines: (item: Item) => readonly string[],
) => readonly string[];

function commentLines(io: Io, comment: Comment, width: number | null, list: List): readonly string[] {
  const author = comment.author === null ? "author unknown" : printableLine(comment.author.name);
  const spansOf = (items: readonly { readonly version: string; readonly span: Span }[]): readonly Span[] =>
    items.filter((item) => item.version === comment.version).map((item) => item.span);
  const own = spansOf(comment.words);
  const quoted = spansOf(comment.quotes);
  const facts = [
    `comment ${comment.id}`,
    day(comment.createdAt),
    ...(comment.status === "live" ? [] : [comment.status]),
    ...(comment.thread === null ? [] : [`thread ${comment.thread.title ?? comment.thread.id}`]),
    ...(comment.url === null ? [] : [comment.url]),
  ].join(" · ");
  const neighbour = (name: string) => (item: CommentItem) => neighbourLines(name, item, width);
  return [
    ...heading(io, author, facts, width),
    "",
    ...wrappedText(marked(comment.text, ["quote", quoted], ["claim", own]), width, "  "),
    ...list("Claims", comment.words, (words: Words) => [
      ...wrapped(`claim ${shownId(words.claimId, width)}${noteOf(words)}: ${words.text}`, width, "  "),
    ]),
    ...list("Quotes", comment.quotes, (quote) => [
      ...wrapped(`quote ${shownId(quote.id, width)}: ${quote.text}`, width, "  "),
      ...quoteFacts(quote).map((line) => `  ${line}`),
    ]),
    ...list("Versions", comment.versions.length < 2 ? [] : comment.versions, ({ id, at, kind, text }) => [
      ...wrapped(
        `${id === comment.version ? "shown" : kind} · ${day(at)} · ${text.replace(/\s+/gu, " ").slice(0, 160)}`,
        width,
        "  ",
      ),
    ]),
    ...list("From", comment.origins, ({ file, format, captured, record }) => [
      ...wrapped(
        [file, format, captured ?? [], record === null ? [] : `record ${record}`].flat().join(" · "),
        width,
        "  ",
      ),
    ]),
    ...list("Answers", comment.parent === null ? [] : [comment.parent], neighbour("to")),
    ...list("Replies", comment.replies, neighbour("by")),
  ];
}

function noteOf(words: Words): string {
  const note = reportNote(words);
  return note === null ? "" : ` (${note})`;
}

function neighbourLines(preposition: string, item: CommentItem, width: number | null): readonly string[] {
  const author = item.author === null ? "author unknown" : item.author.name;
  return wrapped(
    `${preposition} ${author} · ${day(item.createdAt)} · ${item.id}: ${item.start}`,
    width,
    "  ",
  );
}

function suggested(count: number): readonly string[] {
  const line = suggestionsLine(count);
  return line === null ? [] : ["", `  ${line}`];
}

/** What the input says where no relation is drawn: that a comment answers a comment, or a passage of it. */
function answerLines({ direction, comment, passage }: AnswerItem, width: number | null): readonly string[] {
  const what = passage === null ? "" : `, namely "${passage.replace(/\s+/gu, " ")}"`;
  return [
    ...neighbourLines(direction === "out" ? "answers" : "answered by", comment, width),
    ...(what === "" ? [] : wrapped(what.slice(2), width, "    ")),
  ];
}
