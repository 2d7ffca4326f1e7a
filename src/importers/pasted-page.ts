import { AppError } from "../errors.ts";
import type { CommentDraft, ImportRecord } from "../model/draft.ts";
import { hashId } from "../model/id.ts";
import { composeOffsets, unifyLineEnds } from "../text/offset-map.ts";
import { commentDraft, noText } from "./comment-draft.ts";
import { goneWords } from "./gone-words.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { isNewestFirst } from "./pasted-page/age.ts";
import { readCommentText } from "./pasted-page/comment-text.ts";
import { type CutPage, cutPage, type PageComment, readPageLines } from "./pasted-page/cut-page.ts";
import { guessQuotes } from "./pasted-page/guessed-quotes.ts";
import { findQuotedLines, SaidAbove } from "./pasted-page/quoted-words.ts";
import { habitOf } from "./profile-dump/typography.ts";
import { readWhole } from "./read-whole.ts";
import { repeatedIds } from "./threads/repeated-ids.ts";

/** The same words by the same person at the same time are one comment that was copied twice. UTF-16 units. */
const leastRepeated = 20;

/**
 * The text of a forum page as a browser copies it: above each comment its writer's name and a date, on one line or
 * on several, and below it the page's buttons.
 *
 * Buttons, counts of votes and what surrounds the thread are left out. The page tells no comment's parent; who is
 * answered by name is left to linking, and what was copied from a comment above is a quote of it. A date that counts
 * back ("3 days ago") gives no time, but its order where a page lists one person's comments, newest first.
 */
export const pastedPage: Importer = {
  id: "pasted-page",
  describes: "a forum page copied as text, with names, dates and buttons on lines of their own",
  keeps: ["author", "time", "quote", "votes", "deletion"],
  sniff,
  read,
};

function sniff(head: string): number {
  const { comments, footers } = cutPage(readPageLines(unifyLineEnds(head).text));
  const headed = comments.flatMap(({ header, lines }) =>
    header !== null && lines.length > 0 ? [header] : [],
  );
  const names = new Set(headed.map(({ name }) => name));
  const repeated = headed.length - names.size;
  if (headed.length < 2 || headed.length * 2 < comments.length) return 0;
  const isApart = headed.filter((header) => header.isApart).length * 2 >= headed.length;
  const hasFooters = footers * 2 >= headed.length;
  if (!hasFooters && !isApart) return 0;
  // A text that shows such a page in passing is about something else.
  if (lengthOf(comments.filter(({ header }) => header === null)) > lengthOf(comments) / 2) return 0.4;
  if (hasFooters || (repeated >= 3 && headed.length >= 5)) return 0.96;
  // Without buttons: names and dates over paragraphs may also be places and dates of a diary.
  return repeated > 0 || headed.length > 2 ? 0.6 : 0.4;
}

function lengthOf(comments: readonly PageComment[]): number {
  return comments.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + text.length, 0);
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const unified = unifyLineEnds(await readWhole(input, options, "a page"));
  const page = cutPage(readPageLines(unified.text));
  if (page.comments.length === 0)
    throw new AppError(
      "import.record-invalid",
      `${input.name}: no line names an author above or beside a date`,
      {
        hint: "Copy the page with the names and dates above its comments, or name another format with --from.",
      },
    );
  for (const comment of toDrafts(page, options))
    yield {
      kind: "comment",
      comment: { ...comment, offsets: composeOffsets(comment.offsets, unified.offsets) },
    };
}

function* toDrafts({ title, comments }: CutPage, { host }: ImportOptions): Generator<CommentDraft> {
  const names = new Set(comments.flatMap(({ header }) => header?.name ?? []));
  const isReversed = names.size === 1 && isNewestFirst(comments.map(({ header }) => header?.written ?? ""));
  // Whom the only person of a page quotes has no comment there from which the words could be known.
  const habit = names.size === 1 ? habitOf(comments.flatMap(({ lines }) => lines)) : null;
  const idOf = repeatedIds();
  const above = new SaidAbove();
  const seen = new Set<string>();
  for (const [place, comment] of comments.entries()) {
    const { header, lines, score } = comment;
    const name = header?.name ?? null;
    const key = JSON.stringify([name, header?.written, ...lines.map(({ text }) => text)]);
    if (seen.has(key) && key.length >= leastRepeated) continue;
    seen.add(key);
    const written = findQuotedLines(lines, name, names, above);
    if (name !== null) above.add(written, name);
    const read = readCommentText(written);
    if (read.text === "") continue;
    const gone = goneWords(read.text);
    const isUnmarked = habit !== null && name !== null && read.quotes.length === 0;
    const guessed = isUnmarked ? guessQuotes(read.text, name, habit) : [];
    yield commentDraft(gone === null ? { ...read, quotes: [] } : noText, {
      id: idOf(read.text),
      index: isReversed ? comments.length - 1 - place : place,
      ...threadOf(comment, title, host),
      addressee: header?.answers ?? addresseeIn(read.text),
      author: name === null ? null : { id: `${host}:${name}`, name },
      createdAt: header?.at ?? null,
      score,
      status: gone ?? "live",
      quotes: gone !== null ? [] : [...read.quotes, ...guessed],
    });
  }
}

/** The thread whose title stands above the comment, else the page's one thread. */
function threadOf(
  { title }: PageComment,
  pageTitle: string | null,
  host: string,
): Pick<CommentDraft, "threadId" | "threadTitle"> {
  return title === null
    ? { threadId: `${host}:thread`, threadTitle: pageTitle }
    : { threadId: `${host}:${hashId(title)}`, threadTitle: title };
}

/** The name that a comment calls first: "@ada". */
function addresseeIn(text: string): string | null {
  return /^\s*@([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,40})(?=[\s,:.]|$)/u.exec(text)?.[1] ?? null;
}
