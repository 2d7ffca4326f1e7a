import type { Comment, Source } from "../model/comment.ts";
import type { FeedBlock, FeedDraft } from "../model/draft.ts";
import { hashId } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import { overlap, type Span } from "../model/span.ts";
import { foldParagraph } from "../text/keys.ts";
import { composeOffsets, identityOffsets } from "../text/offset-map.ts";
import type { IdentifiedDraft } from "./drafted-comment.ts";

/**
 * A shorter paragraph ("Is that right?") may stand in many comments and identifies none. Length in UTF-16
 * units.
 */
const shortestTellingBlock = 40;
/** A block that looks quoted at least this much goes with the comment that it opens, not with the one before. */
const likelyQuote = 0.5;
/** Share of words in common from which two unequal paragraphs are one paragraph, edited. */
const editedResemblance = 0.6;

export interface PlacedFeed {
  readonly drafts: readonly IdentifiedDraft[];
  readonly source: Source;
}

/**
 * Cuts a feed without marks into comments and finds those that another dump brought already.
 *
 * Paragraphs are the measure: a stretch whose paragraphs stand in one stored comment is that comment, whatever the
 * importer thinks of its boundaries, so overlapping dumps give each comment once. A stretch that holds nothing
 * stored is cut where the importer would cut. When a stored comment appears in two places of the feed, its longest
 * stretch is taken and the words of the others, which it holds already, are left out.
 *
 *     stored   A = [p1 p2 p3]   B = [p4 p5]
 *     feed     p4 p5 p9 | p1 p3         ->  B' = [p4 p5 p9], A' = [p1 p3]   (p9 begins no comment for the importer)
 *
 * Starts that a person set stand as they are: each stretch between two is a comment, the stored one that most
 * of its words are in, or a new one where another stretch has more of that.
 *
 * A feed that names nobody takes the author of the comments it shares, else the author of a feed with the same
 * biography.
 */
export async function placeFeed(feed: FeedDraft, source: Source, known: Known): Promise<PlacedFeed> {
  const { blocks } = feed;
  const owners = await findOwners(blocks, known);
  const stretches = feed.areStartsSet
    ? cutAtStarts(feed, owners)
    : cutAtOwners(blocks, startsLeft(feed, owners), owners);
  const ownerIds = [...new Set(stretches.flatMap(({ owner }) => owner ?? []))];
  const stored = new Map((await known.comments(ownerIds)).map((comment) => [comment.id, comment]));

  const bioKey = feed.bio === null ? null : foldParagraph(feed.bio);
  const author = await authorOf(feed, bioKey, [...stored.values()], known);
  const taken = new Set(ownerIds);
  const kept = longestOfEachOwner(stretches, blocks);
  const drafts: IdentifiedDraft[] = [];
  for (const [index, stretch] of kept.entries()) {
    const own = blocks.slice(stretch.from, stretch.to);
    const span = { start: own[0]?.span.start ?? 0, end: own.at(-1)?.span.end ?? 0 };
    const before = stretch.owner === null ? null : (stored.get(stretch.owner) ?? null);
    const text = feed.text.slice(span.start, span.end);
    const id = before?.id ?? (await identify(own, text, taken, known));
    taken.add(id);
    drafts.push({
      id,
      difference: feed.areStartsSet
        ? "cut"
        : before && isEdited(before, feed, own, owners, stretch.from)
          ? "edit"
          : "extraction",
      paragraphKeys: own.filter(isTelling).map((block) => block.key),
      threadId: null,
      threadTitle: null,
      parentId: null,
      addressee: null,
      author,
      createdAt: null,
      editedAt: null,
      text,
      url: null,
      score: null,
      status: "live",
      quotes: quotesIn(own, span),
      reactions: [],
      earlier: [],
      // The first comment of a profile page is the newest.
      index: kept.length - 1 - index,
      record: null,
      field: null,
      offsets: composeOffsets(identityOffsets(text.length, span.start), feed.offsets),
    });
  }
  return { drafts, source: { ...source, authorId: author?.id ?? null, bioKey } };
}

/** For each block the stored comment that holds it, or null. Of several, the one that most neighbours are in. */
async function findOwners(blocks: readonly FeedBlock[], known: Known): Promise<readonly (string | null)[]> {
  const keys = [...new Set(blocks.filter(isTelling).map((block) => block.key))];
  const candidates = new Map<string, string[]>();
  for (const { key, commentId } of await known.paragraphs(keys))
    candidates.set(key, [...(candidates.get(key) ?? []), commentId]);
  const votes = new Map<string, number>();
  for (const block of blocks)
    for (const id of candidates.get(block.key) ?? []) votes.set(id, (votes.get(id) ?? 0) + 1);
  const owners: (string | null)[] = [];
  for (const block of blocks) {
    const ids = isTelling(block) ? (candidates.get(block.key) ?? []) : [];
    const previous = owners.at(-1);
    const best = [...ids].sort((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0) || (a < b ? -1 : 1))[0];
    owners.push(previous && ids.includes(previous) ? previous : (best ?? null));
  }
  return owners;
}

/**
 * The importer's starts, less the least sure of those that would begin wholly new comments when the ones
 * found leave no room: a page lists as many comments as the importer cut, whichever way another dump cut
 * them.
 */
function startsLeft({ blocks, starts }: FeedDraft, owners: readonly (string | null)[]): readonly number[] {
  const found = new Set(owners.filter((owner) => owner !== null)).size;
  const score = (start: number): number => blocks[start]?.boundaryScore ?? 0;
  const isNew = (index: number): boolean =>
    owners.slice(starts[index], starts[index + 1] ?? owners.length).every((owner) => owner === null);
  const fresh = starts.filter((_, index) => isNew(index));
  const kept = [...fresh]
    .sort((a, b) => score(b) - score(a) || a - b)
    .slice(0, Math.max(0, starts.length - found));
  return starts.filter((start) => !fresh.includes(start) || kept.includes(start));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly owner: string | null;
}

/**
 * Cuts blocks into stretches of one owner.
 *
 * Blocks that nobody owns between two of one owner are that owner's (the other dump lost them). At the edge of an
 * owner's stretch they begin comments of their own where the importer would begin one; else they stay with what is
 * before, or, when they look quoted, with what they open.
 */
function cutAtOwners(
  blocks: readonly FeedBlock[],
  starts: readonly number[],
  found: readonly (string | null)[],
): readonly Stretch[] {
  const begins = new Set(starts);
  const owners = [...found];
  for (let at = 0; at < owners.length; at++) {
    if (owners[at] !== null) continue;
    let end = at;
    while (end < owners.length && owners[end] === null) end++;
    const before = at > 0 ? (owners[at - 1] ?? null) : null;
    const after = end < owners.length ? (owners[end] ?? null) : null;
    if (before !== null && before === after) owners.fill(before, at, end);
    else assignEdges(blocks, begins, owners, at, end, before, after);
    at = end;
  }
  const stretches: Stretch[] = [];
  for (let at = 0; at < owners.length; at++) {
    const last = stretches.at(-1);
    const owner = owners[at] ?? null;
    if (last && last.owner === owner && (owner !== null || !begins.has(at)))
      stretches[stretches.length - 1] = { ...last, to: at + 1 };
    else stretches.push({ from: at, to: at + 1, owner });
  }
  return stretches;
}

/**
 * Gives the unowned blocks `at` to `end` to the owners at their edges, up to where the importer begins
 * comments.
 */
function assignEdges(
  blocks: readonly FeedBlock[],
  begins: ReadonlySet<number>,
  owners: (string | null)[],
  at: number,
  end: number,
  before: string | null,
  after: string | null,
): void {
  let from = at;
  if (before !== null)
    while (
      from < end &&
      !begins.has(from) &&
      (after === null || (blocks[from]?.quoteScore ?? 0) < likelyQuote)
    )
      owners[from++] = before;
  let to = end;
  if (after !== null && !begins.has(end)) while (to > from && !begins.has(to)) owners[--to] = after;
}

/** Cuts blocks where a person said. Of several stretches with words of one owner, that with the most has it. */
function cutAtStarts({ blocks, starts }: FeedDraft, owners: readonly (string | null)[]): readonly Stretch[] {
  const stretches = starts.map((from, index) => ({ from, to: starts[index + 1] ?? blocks.length }));
  const shares = stretches.flatMap(({ from, to }, index) => {
    const lengths = new Map<string, number>();
    for (let at = from; at < to; at++) {
      const owner = owners[at] ?? null;
      const { start, end } = blocks[at]?.span ?? { start: 0, end: 0 };
      if (owner !== null) lengths.set(owner, (lengths.get(owner) ?? 0) + end - start);
    }
    return [...lengths].map(([owner, length]) => ({ owner, length, index }));
  });
  const ownerOf = new Map<number, string>();
  const taken = new Set<string>();
  for (const { owner, index } of shares.sort((a, b) => b.length - a.length || a.index - b.index)) {
    if (ownerOf.has(index) || taken.has(owner)) continue;
    ownerOf.set(index, owner);
    taken.add(owner);
  }
  return stretches.map((stretch, index) => ({ ...stretch, owner: ownerOf.get(index) ?? null }));
}

/** Of several stretches of one owner the one with the most words; all that have no owner. */
function longestOfEachOwner(stretches: readonly Stretch[], blocks: readonly FeedBlock[]): readonly Stretch[] {
  const length = ({ from, to }: Stretch) =>
    blocks.slice(from, to).reduce((sum, { span }) => sum + span.end - span.start, 0);
  const longest = new Map<string, Stretch>();
  for (const stretch of stretches) {
    if (stretch.owner === null) continue;
    const best = longest.get(stretch.owner);
    if (!best || length(stretch) > length(best)) longest.set(stretch.owner, stretch);
  }
  return stretches.filter((stretch) => stretch.owner === null || longest.get(stretch.owner) === stretch);
}

/**
 * The id of a comment without a native one: the key of its first paragraph, and of the following ones while
 * another comment has that id ("Thanks!" opens many). A comment too short to be told by its paragraphs is met
 * again here, by its whole text.
 */
async function identify(
  own: readonly FeedBlock[],
  text: string,
  taken: ReadonlySet<string>,
  known: Known,
): Promise<string> {
  for (let count = 1; ; count++) {
    const keys = own.slice(0, count).map((block) => block.key);
    const id = `text:${count <= own.length ? hashId(...keys) : hashId(...keys, count)}`;
    if (taken.has(id)) continue;
    const [stored] = await known.comments([id]);
    if (stored === undefined || foldParagraph(stored.text) === foldParagraph(text)) return id;
  }
}

async function authorOf(
  feed: FeedDraft,
  bioKey: string | null,
  shared: readonly Comment[],
  known: Known,
): Promise<{ id: string; name: string } | null> {
  if (feed.author !== null) return { id: `name:${feed.author}`, name: feed.author };
  const byOverlap = shared.flatMap(({ authorId }) => authorId ?? []).sort()[0];
  const byBio =
    bioKey === null
      ? undefined
      : (await known.sources()).find((one) => one.bioKey === bioKey && one.authorId);
  const id = byOverlap ?? byBio?.authorId;
  return (id ? (await known.authors([id]))[0] : undefined) ?? null;
}

/**
 * Whether the author changed words, as opposed to an extraction that lost some.
 *
 * An edit shows as a paragraph that resembles one of the stored comment without being equal to it. Lists and
 * quotes do not count: extractions lose them in parts.
 */
function isEdited(
  before: Comment,
  feed: FeedDraft,
  own: readonly FeedBlock[],
  owners: readonly (string | null)[],
  from: number,
): boolean {
  const stored = before.text
    .split("\n")
    .map(foldParagraph)
    .filter((line) => line.length > 0);
  const exact = new Set(stored);
  return own.some((block, index) => {
    if (owners[from + index] !== null || block.isList || block.quoteScore >= likelyQuote || !isTelling(block))
      return false;
    const words = foldParagraph(feed.text.slice(block.span.start, block.span.end));
    return !exact.has(words) && stored.some((line) => resemblance(line, words) >= editedResemblance);
  });
}

/** Jaccard index of two texts' sets of words. */
function resemblance(a: string, b: string): number {
  const left = new Set(a.split(" "));
  const right = new Set(b.split(" "));
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common);
}

function isTelling(block: FeedBlock): boolean {
  return !block.isList && block.span.end - block.span.start >= shortestTellingBlock;
}

function quotesIn(own: readonly FeedBlock[], comment: Span): IdentifiedDraft["quotes"] {
  return own
    .filter((block) => block.quoteScore >= likelyQuote && overlap(block.span, comment) > 0)
    .map((block) => ({
      span: { start: block.span.start - comment.start, end: block.span.end - comment.start },
      how: "guessed" as const,
      score: block.quoteScore,
      speaker: block.quotedFrom ?? null,
      source: null,
    }));
}
