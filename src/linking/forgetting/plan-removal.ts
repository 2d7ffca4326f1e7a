import type { Claim } from "../../model/claim.ts";
import type { Comment, Version } from "../../model/comment.ts";
import { compareStrings } from "../../model/id.ts";
import { parsePair } from "../../model/judged-pair.ts";
import type { Known } from "../../model/known.ts";
import type { Quote } from "../../model/quote.ts";
import { type QuoteSaying, quoteSayingOf } from "../../model/quote-correction.ts";
import { samenessOf } from "../../model/sameness.ts";
import { sameClaimKey } from "../../text/claim-key.ts";
import { ChangeBuilder } from "../change-builder.ts";
import { foundersOf } from "../founders.ts";
import { withRelating } from "../with-relating.ts";

/** A comment that stays with other words, or with fewer texts, than before. */
export interface Rewritten {
  readonly comment: Comment;
  /** Ids of the versions that go. */
  readonly gone: readonly string[];
  /** Texts that come in their place, or whose origin changes. */
  readonly versions: readonly Version[];
  /** The quotes that the format marked in the new text; null when text and extraction stay as they are. */
  readonly quotes: readonly Quote[] | null;
}

/** What forgetting does to comments, before it is known what answers them. */
export interface Fates {
  /** Comments that go, unless one that stays answers them. */
  readonly gone: readonly Comment[];
  /** How such a comment stays: without its words. `answer` is the first one that answers it. */
  readonly emptied: (comment: Comment, answer: Comment) => Comment;
  readonly rewritten: readonly Rewritten[];
}

/** What forgetting changes, and what it may leave behind with nothing in it. */
export interface ForgetPlan {
  readonly change: ChangeBuilder;
  /** Ids of the comments that go with all that is theirs. */
  readonly removed: readonly string[];
  /** Ids of those that stay without words, because others answer them. */
  readonly emptied: readonly string[];
  /** Ids of those that lose some of their words or texts. */
  readonly rewritten: readonly string[];
  /**
   * People and threads to look at when what is left was linked again, and corrections that say what is one
   * claim: linking still needs these to part what they joined, and to join what they parted.
   */
  readonly left: {
    readonly authors: readonly string[];
    readonly threads: readonly string[];
    readonly corrections: readonly string[];
  };
}

/**
 * Plans the end of comments: their words, quotes, locutions and relations, the claims that nobody else states, and
 * corrections of these.
 *
 *     a ── b ── c        b goes: it stays as `emptied` while c answers it
 *     a ── b             b goes whole; and a, when a is a stub that only b answered
 *
 * A claim that others state too takes the wording of the earliest of them and keeps its id. Comments that
 * answered or quoted what changes wait for extraction again. Concepts, refinements, and people and threads
 * with nothing left are matters of the steps that follow.
 */
export async function planRemoval(known: Known, { gone, emptied, rewritten }: Fates): Promise<ForgetPlan> {
  const ghosts = await ghostsAmong(known, gone, emptied, rewritten);
  const removed = gone.filter(({ id }) => !ghosts.has(id));
  const hollow = await hollowParents(known, removed);
  const removedIds = [...removed, ...hollow].map(({ id }) => id).sort(compareStrings);
  const ghostIds = [...ghosts.keys()].sort(compareStrings);
  const anew = rewritten.filter(({ quotes }) => quotes !== null);
  const lost = [...removedIds, ...ghostIds, ...anew.map(({ comment }) => comment.id)];

  const change = new ChangeBuilder();
  const active = await known.activeAuthors(await known.authorIds());
  const reactors = (await known.comments(lost)).flatMap(({ reactions }) =>
    reactions.flatMap(({ by }) => by ?? []),
  );
  for (const commentId of lost) {
    change.add("remove-extractions", { commentId });
    change.add("remove-quotes", { commentId });
  }
  const corrections = await addClaimsAndCorrections(known, new Set(lost), change);

  const wordless = [...removedIds, ...ghostIds];
  change.add("remove-paragraphs", ...wordless.map((commentId) => ({ commentId })));
  const texts = await known.versions(ghostIds);
  change.add("remove-versions", ...texts.map(({ commentId, id }) => ({ commentId, id })));
  change.add("remove-comments", ...removedIds.map((id) => ({ id })));
  change.add("save-comments", ...ghosts.values());
  // No language is known of a comment without words.
  change.add(
    "save-extracted",
    ...ghostIds.map((commentId) => ({ commentId, fingerprints: [], language: null })),
  );
  for (const { comment, gone: texts, versions, quotes } of rewritten) {
    change.add("remove-versions", ...texts.map((id) => ({ commentId: comment.id, id })));
    change.add("save-comments", comment);
    change.add("save-versions", ...versions);
    change.add("save-quotes", ...(quotes ?? []));
  }
  const touched = new Set(await withRelating([...lost, ...(await known.children(lost))], known));
  for (const id of removedIds) touched.delete(id);
  change.add("forget-extracted", ...[...touched].sort(compareStrings).map((commentId) => ({ commentId })));

  const threads = removed.flatMap(({ threadId }) => threadId ?? []);
  return {
    change,
    removed: removedIds,
    emptied: ghostIds,
    rewritten: rewritten.map(({ comment }) => comment.id),
    left: {
      authors: [...new Set([...active, ...reactors])].sort(compareStrings),
      threads: [...new Set(threads)].sort(compareStrings),
      corrections,
    },
  };
}

/** How those of the comments stay that are answered by one that stays, a ghost among these. */
async function ghostsAmong(
  known: Known,
  gone: readonly Comment[],
  emptied: Fates["emptied"],
  rewritten: readonly Rewritten[],
): Promise<ReadonlyMap<string, Comment>> {
  const own = new Map(gone.map((comment) => [comment.id, comment]));
  const others = (await known.children([...own.keys()])).filter((id) => !own.has(id));
  const changed = new Map(rewritten.map(({ comment }) => [comment.id, comment]));
  const answers = (await known.comments(others)).map((comment) => changed.get(comment.id) ?? comment);
  const ghosts = new Map<string, Comment>();
  for (const answer of answers.toSorted((a, b) => a.seq - b.seq)) {
    let below = answer;
    for (;;) {
      const above = below.parentId === null ? undefined : own.get(below.parentId);
      if (!above || ghosts.has(above.id)) break;
      below = emptied(above, below);
      ghosts.set(above.id, below);
    }
  }
  return ghosts;
}

/** Comments without words above those that go, which nothing else answers, and such above them. */
async function hollowParents(known: Known, removed: readonly Comment[]): Promise<readonly Comment[]> {
  const going = new Set(removed.map(({ id }) => id));
  const hollow: Comment[] = [];
  let below = removed;
  while (below.length > 0) {
    const ids = [...new Set(below.flatMap(({ parentId }) => parentId ?? []))].filter((id) => !going.has(id));
    const empty = (await known.comments(ids)).filter(isHollow);
    const children = await known.comments(await known.children(empty.map(({ id }) => id)));
    const answered = new Set(children.filter(({ id }) => !going.has(id)).map(({ parentId }) => parentId));
    below = empty.filter(({ id }) => !answered.has(id));
    for (const comment of below) going.add(comment.id);
    hollow.push(...below);
  }
  return hollow;
}

/** Whether a comment stands only for those that answer it: a stub, or what an earlier forgetting left. */
function isHollow({ status, authorId, text }: Comment): boolean {
  return status === "stub" || (status === "removed" && authorId === null && text === "");
}

/**
 * @returns ids of the corrections that say of lost words what is one claim, which the change leaves where
 * they are.
 */
async function addClaimsAndCorrections(
  known: Known,
  lost: ReadonlySet<string>,
  change: ChangeBuilder,
): Promise<readonly string[]> {
  const ids = [...lost];
  const locutions = await known.locutions(ids);
  const claimIds = [...new Set(locutions.map(({ claimId }) => claimId))];
  const stayed = (await known.stating(claimIds)).filter(({ commentId }) => !lost.has(commentId));
  const byClaim = await foundersOf(known, stayed);
  const reworded = [...byClaim].map(([id, { text }]): Claim => ({ id, text, key: sameClaimKey(text) }));
  change.add("save-claims", ...reworded);
  // What others state is about what their words mention, which is found when concepts are linked.
  const orphaned = [...byClaim.keys()].filter((id) => byClaim.get(id)?.id !== id);
  change.add("save-abouts", ...orphaned.map((claimId) => ({ claimId, conceptIds: [] })));

  const targets = [
    ...claimIds.filter((id) => !byClaim.has(id)),
    ...(await known.quotes(ids)).map(({ id }) => id),
    ...(await known.relations(ids)).map(({ id }) => id),
  ];
  const corrections = await known.corrections(targets);
  const gone = new Set<string>();
  const unsettled = new Set<string>();
  for (const correction of corrections) (samenessOf(correction) ? unsettled : gone).add(correction.id);
  // One of a pair of which the relation is gone already is known by its words alone.
  const said = new Set(locutions.map(({ id }) => id));
  for (const correction of await known.allCorrections()) {
    const { id, target, value } = correction;
    const same = samenessOf(correction);
    if (same && (said.has(same.a) || said.has(same.b))) unsettled.add(id);
    const pair = target.kind === "relation" ? parsePair(value) : null;
    if (pair && (said.has(pair.from) || said.has(pair.to))) gone.add(id);
    const saying = quoteSayingOf({ target, value });
    if (saying && commentsOf(saying).some((commentId) => lost.has(commentId))) gone.add(id);
  }
  change.add("remove-corrections", ...[...gone].sort(compareStrings).map((id) => ({ id })));
  return [...unsettled].sort(compareStrings);
}

/** The comments whose words a correction of a quote holds. */
function commentsOf({ commentId, source, before }: QuoteSaying): readonly string[] {
  const sources = [source, ...before.map((quote) => quote.source)];
  return [commentId, ...sources.flatMap((place) => place?.commentId ?? [])];
}

/** Records by the comment that they belong to. */
export function byComment<Type extends { readonly commentId: string }>(
  records: readonly Type[],
): ReadonlyMap<string, readonly Type[]> {
  const groups = new Map<string, Type[]>();
  for (const record of records) {
    const group = groups.get(record.commentId);
    if (group) group.push(record);
    else groups.set(record.commentId, [record]);
  }
  return groups;
}
