import { z } from "zod";
import { compareStrings } from "../../model/id.ts";
import type { Span } from "../../model/span.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, maybe, readRows, unique } from "../read-rows.ts";
import type { Person, Words, WordsInComment } from "../shapes.ts";
import { namesOf } from "./names.ts";
import { reportedPeople } from "./reported-people.ts";

const WordsRow = z.object({
  id: Id,
  claimId: Id,
  commentId: Id,
  version: Id,
  startsAt: z.int(),
  endsAt: z.int(),
  text: z.string(),
  leadInStart: maybe(z.int()),
  leadInEnd: maybe(z.int()),
  reportedStart: maybe(z.int()),
  reportedEnd: maybe(z.int()),
  quoteId: maybe(z.string()),
  speaker: maybe(z.string()),
  createdAt: maybe(z.string()),
  orderSource: z.string(),
  orderIndex: z.int(),
  seq: z.int(),
  authorId: maybe(z.string()),
  url: maybe(z.string()),
});
type WordsRow = z.output<typeof WordsRow>;

/** Words with what orders them. */
interface Placed {
  readonly row: WordsRow;
  readonly rank: number;
}

/** All locutions of some claims, by claim, each group oldest first. */
export async function wordsOfClaims(
  store: StoreReader,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Words[]>> {
  const rows = await readRows(store, "words-of-claims", { ids: claimIds }, WordsRow);
  const words = await finish(store, rows);
  const groups = new Map<string, Words[]>(claimIds.map((id) => [id, []]));
  for (const it of words) groups.get(it.claimId)?.push(it);
  return groups;
}

/** Locutions by their ids. */
export async function wordsById(
  store: StoreReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Words>> {
  const rows = await readRows(store, "words-by-id", { ids: unique(ids) }, WordsRow);
  return new Map((await finish(store, rows)).map((words) => [words.locutionId, words]));
}

/** All locutions of a comment, in the order of its text. */
export async function wordsOfComment(store: StoreReader, commentId: string): Promise<readonly Words[]> {
  const rows = await readRows(store, "words-of-comment", { id: commentId }, WordsRow);
  return [...(await finish(store, rows))].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** Locutions by their ids, oldest first, each with the whole text that it stands in. */
export async function wordsInComments(
  store: StoreReader,
  ids: readonly string[],
): Promise<readonly WordsInComment[]> {
  const rows = await readRows(store, "words-by-id", { ids: unique(ids) }, WordsRow);
  const words = await finish(store, rows);
  const texts = await versionTexts(store, rows);
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const names = await namesOf(
    store,
    rows.map((row) => row.authorId),
  );
  return words.map((it) => {
    const row = rowById.get(it.locutionId);
    return {
      ...it,
      commentText: texts.get(textKey(it)) ?? it.text,
      commentAuthor: names(row?.authorId ?? null),
      url: row?.url ?? null,
    };
  });
}

/** Adds names, lead-ins and whom the words report, oldest first. */
async function finish(store: StoreReader, rows: readonly WordsRow[]): Promise<readonly Words[]> {
  const names = await namesOf(
    store,
    rows.map((row) => row.speaker),
  );
  const texts = await versionTexts(
    store,
    rows.filter((row) => row.leadInStart !== null || row.reportedStart !== null),
  );
  const partOf = (row: WordsRow, part: "leadIn" | "reported") => cut(row, part, texts.get(textKey(row)));
  const people = await reportedPeople(
    store,
    rows.flatMap((row) => {
      const source = partOf(row, "reported")?.text;
      return source === undefined ? [] : [{ id: row.id, commentId: row.commentId, source }];
    }),
  );
  return (await inOrder(store, rows)).map((row) => ({
    locutionId: row.id,
    claimId: row.claimId,
    commentId: row.commentId,
    version: row.version,
    span: { start: row.startsAt, end: row.endsAt },
    text: row.text,
    leadIn: partOf(row, "leadIn"),
    speaker: names(row.speaker),
    isQuoted: row.quoteId !== null,
    ...attributed(row, partOf(row, "reported"), people.get(row.id) ?? null),
    createdAt: row.createdAt,
  }));
}

interface Part {
  readonly span: Span;
  readonly text: string;
}

/** A part of the text of the words' version, with its place; null where there is none. */
function cut(row: WordsRow, part: "leadIn" | "reported", text: string | undefined): Part | null {
  const [start, end] = [row[`${part}Start`], row[`${part}End`]];
  if (start === null || end === null || text === undefined) return null;
  return { span: { start, end }, text: text.slice(start, end) };
}

/** Whose view the words put forward. */
function attributed(
  { quoteId }: WordsRow,
  source: Part | null,
  person: Person | null,
): Pick<Words, "attribution" | "reported"> {
  if (source !== null) return { attribution: "reported", reported: { ...source, person } };
  return { attribution: quoteId === null ? "own" : "quoted", reported: null };
}

const textKey = ({ commentId, version }: { commentId: string; version: string }): string =>
  `${commentId}\u001f${version}`;

/** The texts of the versions that words stand in. */
async function versionTexts(
  store: StoreReader,
  rows: readonly WordsRow[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const versions = await store.known.versions(unique(rows.map((row) => row.commentId)));
  return new Map(
    versions.map((version) => [textKey({ commentId: version.commentId, version: version.id }), version.text]),
  );
}

/**
 * Oldest first: by time; words without one follow, by the rank of their source and their index in it. Within one
 * comment by place. Times and ranks cannot be compared, so one of the two must come first.
 */
async function inOrder(store: StoreReader, rows: readonly WordsRow[]): Promise<readonly WordsRow[]> {
  const ranks = new Map((await store.known.sources()).map((source) => [source.id, source.rank]));
  const placed: readonly Placed[] = rows.map((row) => ({ row, rank: ranks.get(row.orderSource) ?? 0 }));
  return [...placed].sort(comparePlaced).map(({ row }) => row);
}

function comparePlaced(a: Placed, b: Placed): number {
  const [left, right] = [a.row, b.row];
  if ((left.createdAt === null) !== (right.createdAt === null)) return left.createdAt === null ? 1 : -1;
  return (
    compareStrings(left.createdAt ?? "", right.createdAt ?? "") ||
    a.rank - b.rank ||
    left.orderIndex - right.orderIndex ||
    left.seq - right.seq ||
    left.startsAt - right.startsAt ||
    compareStrings(left.id, right.id)
  );
}
