import { z } from "zod";
import { compareStrings } from "../../model/id.ts";
import type { StoreReader } from "../../store/store.ts";
import { type Leaning, leaningOf } from "../leaning.ts";
import { namesOf } from "../load/names.ts";
import { readPeople } from "../load/people.ts";
import { drawnOf, relationsAmong } from "../load/relations.ts";
import { onDrawnRelations, type StanceRow, stancesOnClaims, stancesOnConcepts } from "../load/stances.ts";
import { wordsOfClaims } from "../load/words.ts";
import { groupBy, Id, maybe, readRows, unique } from "../read-rows.ts";
import type { RelationItem, Words } from "../shapes.ts";
import type { ViewReader } from "../view/view-reader.ts";
import type { Positions } from "./clashes.ts";
import { bondsOf, type Speaker, speakerOf } from "./participants.ts";
import type { Participant } from "./shapes.ts";
import type { Bond } from "./sides.ts";
import type { FoundSubject } from "./subjects.ts";

const ReplyRow = z.object({ id: Id, replyId: Id, authorId: maybe(z.string()) });
const OpponentRow = z.object({ id: Id, opponentId: Id });

/** What a debate is made of, before anybody is placed. */
export interface Material {
  /** Claims about either subject, then those one disagreement away. */
  readonly claimIds: readonly string[];
  /** The relations that are drawn: nothing else makes bonds, sides and clashes. */
  readonly relations: readonly RelationItem[];
  /** The relations that are not sure and not drawn. */
  readonly suggestions: readonly RelationItem[];
  readonly words: ReadonlyMap<string, readonly Words[]>;
  readonly leanings: ReadonlyMap<string, Leaning>;
  readonly participants: ReadonlyMap<string, Participant>;
  readonly bonds: readonly Bond[];
  /** Which comments answer or quote the comments that hold an attack. */
  readonly repliesTo: Positions["repliesTo"];
  readonly aboutOf: (claimId: string) => readonly ("a" | "b")[];
}

/** Reads the claims of two subjects with all that is said between them; `which` says what of it is drawn. */
export async function gather(
  store: ViewReader,
  a: FoundSubject,
  b: FoundSubject,
  which: "sure" | "all",
): Promise<Material> {
  const core = unique([...a.claimIds, ...b.claimIds]);
  const opponents = await readRows(store, "opponents-of-claims", { ids: core }, OpponentRow);
  const claimIds = unique([...core, ...opponents.map((row) => row.opponentId)]);
  const words = await wordsOfClaims(store, claimIds);
  const among = await relationsAmong(store, words);
  const { drawn: relations } = drawnOf(among, which);
  const labels = { a: a.labels, b: b.labels };
  const leanings = new Map(
    [...words].map(([id, locutions]) => [id, leaningOf(locutions[0]?.text ?? "", labels)]),
  );
  const stances = await onDrawnRelations(store, await stancesOnClaims(store, claimIds), which);
  const participants = await withReaders(store, countParticipants(words, leanings), stances, leanings);
  await addConceptStances(store, a, b, participants);
  const inA = new Set(a.claimIds);
  const inB = new Set(b.claimIds);
  return {
    claimIds,
    relations,
    suggestions: which === "all" ? [] : among.filter(({ isSuggestion }) => isSuggestion),
    words,
    leanings,
    participants,
    repliesTo: await readReplies(store, relations),
    bonds: bondsOf(relations, stances, words),
    aboutOf: (id) => [...(inA.has(id) ? (["a"] as const) : []), ...(inB.has(id) ? (["b"] as const) : [])],
  };
}

async function readReplies(
  store: StoreReader,
  relations: readonly RelationItem[],
): Promise<Positions["repliesTo"]> {
  const attacks = relations.filter((relation) => relation.kind === "disagrees-with");
  const ids = unique(attacks.map((attack) => attack.from.commentId));
  const people = await readPeople(store);
  const rows = await readRows(store, "replies-to-comments", { ids }, ReplyRow);
  const replies = groupBy(
    rows.map((row) => ({ ...row, authorId: row.authorId === null ? null : people.idOf(row.authorId) })),
    (row) => row.id,
  );
  return (commentId) => replies.get(commentId) ?? [];
}

/**
 * Everybody who states a claim of the debate, by id, with how the claims lean that they hold and not only
 * report.
 */
function countParticipants(
  words: ReadonlyMap<string, readonly Words[]>,
  leanings: ReadonlyMap<string, Leaning>,
): Map<string, Participant> {
  const participants = new Map<string, Participant>();
  for (const [claimId, locutions] of words) {
    const speakers = new Map<string, Speaker>(locutions.map((it) => [speakerOf(it).id, speakerOf(it)]));
    const holders = new Set(
      locutions.filter((it) => it.attribution !== "reported").map((it) => speakerOf(it).id),
    );
    for (const [id, speaker] of speakers) {
      const leaning = (holders.has(id) ? leanings.get(claimId) : undefined) ?? { a: 0, b: 0 };
      const { claims, towardA, towardB } = participants.get(id) ?? { claims: 0, towardA: 0, towardB: 0 };
      participants.set(id, {
        ...speaker,
        claims: claims + 1,
        towardA: towardA + leaning.a,
        towardB: towardB + leaning.b,
      });
    }
  }
  return new Map([...participants].sort(([left], [right]) => compareStrings(left, right)));
}

/**
 * The participants with those who took sides on claims of the debate without a word of their own: by a
 * button, a vote. They lean as the claims do that they are for, and against those that they are against.
 */
async function withReaders(
  store: StoreReader,
  speakers: ReadonlyMap<string, Participant>,
  stances: readonly StanceRow[],
  leanings: ReadonlyMap<string, Leaning>,
): Promise<Map<string, Participant>> {
  const readers = new Map<string, Participant>();
  const silent = stances.filter(({ authorId, stance }) => stance !== "neutral" && !speakers.has(authorId));
  const names = await namesOf(
    store,
    silent.map(({ authorId }) => authorId),
  );
  for (const { authorId: id, targetId, stance } of silent) {
    const name = names(id)?.name ?? id;
    const before = readers.get(id) ?? {
      id,
      name,
      isKnown: true,
      commentId: null,
      claims: 0,
      towardA: 0,
      towardB: 0,
    };
    const leaning = leanings.get(targetId) ?? { a: 0, b: 0 };
    const sign = stance === "for" ? 1 : -1;
    readers.set(id, {
      ...before,
      towardA: before.towardA + sign * leaning.a,
      towardB: before.towardB + sign * leaning.b,
    });
  }
  return new Map([...speakers, ...readers].sort(([left], [right]) => compareStrings(left, right)));
}

/** What participants hold toward the two concepts themselves counts like one claim. */
async function addConceptStances(
  store: StoreReader,
  a: FoundSubject,
  b: FoundSubject,
  participants: Map<string, Participant>,
): Promise<void> {
  for (const [key, { subject }] of [
    ["towardA", a],
    ["towardB", b],
  ] as const)
    for (const { authorId, stance } of await stancesOnConcepts(
      store,
      unique(subject.concepts.map(({ id }) => id)),
    )) {
      const participant = participants.get(authorId);
      if (participant === undefined || stance === "neutral") continue;
      participants.set(authorId, { ...participant, [key]: participant[key] + (stance === "for" ? 1 : -1) });
    }
}
