import type { Comment } from "../../model/comment.ts";
import type { StoreReader } from "../../store/store.ts";
import { unique } from "../read-rows.ts";
import type { Person } from "../shapes.ts";
import { namesOf } from "./names.ts";

/** Words that report somebody, with those of them that name whom. */
interface Report {
  readonly id: string;
  readonly commentId: string;
  readonly source: string;
}

/** So many comments above the one that reports are looked at for whom it names. */
const levels = 6;

/**
 * The people whom words report, of those who take part above them: "you" is the author of the comment
 * answered, "I" the commenter; a name is that of whoever has it, be it behind "@" or a title, or as the first
 * name of one person alone.
 *
 * @returns by the reports' ids; who is nobody of these is left out.
 */
export async function reportedPeople(
  store: StoreReader,
  reports: readonly Report[],
): Promise<ReadonlyMap<string, Person>> {
  if (reports.length === 0) return new Map();
  const comments = await withThoseAbove(
    store,
    reports.map(({ commentId }) => commentId),
  );
  const names = await namesOf(
    store,
    [...comments.values()].map(({ authorId }) => authorId),
  );
  const found = new Map<string, Person>();
  for (const { id, commentId, source } of reports) {
    const [own, ...above] = chainOf(commentId, comments).map(({ authorId }) => names(authorId));
    const person = personNamed(source, own ?? null, above);
    if (person !== null) found.set(id, person);
  }
  return found;
}

async function withThoseAbove(
  store: StoreReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Comment>> {
  const comments = new Map<string, Comment>();
  let wanted = unique(ids);
  for (let level = 0; level <= levels && wanted.length > 0; level++) {
    const read = await store.known.comments(wanted);
    for (const comment of read) comments.set(comment.id, comment);
    wanted = unique(read.map(({ parentId }) => parentId)).filter((id) => !comments.has(id));
  }
  return comments;
}

/** A comment and those above it, nearest first. */
function chainOf(id: string, comments: ReadonlyMap<string, Comment>): readonly Comment[] {
  const chain: Comment[] = [];
  let next = comments.get(id);
  while (next !== undefined && chain.length <= levels && !chain.includes(next)) {
    chain.push(next);
    next = next.parentId === null ? undefined : comments.get(next.parentId);
  }
  return chain;
}

function personNamed(source: string, own: Person | null, above: readonly (Person | null)[]): Person | null {
  if (/^i\b/iu.test(source)) return own;
  // Who answers themselves speaks to nobody in particular.
  if (/^your?\b/iu.test(source)) return above[0]?.id === own?.id ? null : (above[0] ?? null);
  const called = source.replace(/^@|^(?:mr|mrs|ms|dr|prof)\.?\s+/iu, "");
  const people = [...new Map(above.flatMap((one) => (one === null ? [] : [[one.id, one]]))).values()];
  const isCalled = ({ name }: Person): boolean => startsWithName(called, name, source.startsWith("@"));
  const whole = people.find(isCalled);
  if (whole !== undefined) return whole;
  const first = people.filter(({ name }) => startsWithName(called, name.split(" ", 1)[0] ?? "", false));
  return first.length === 1 ? (first[0] ?? null) : null;
}

/** Whether words begin with a name, written as its bearer writes it; behind "@" in whatever case. */
function startsWithName(words: string, name: string, ignoresCase: boolean): boolean {
  const [text, wanted] = ignoresCase ? [words.toLowerCase(), name.toLowerCase()] : [words, name];
  return name.length > 1 && text.startsWith(wanted) && !/^[\p{L}\p{N}_]/u.test(text.slice(name.length));
}
