import type { StoreReader } from "../../store/store.ts";
import { isBare } from "../bare-words.ts";
import { groupBy, readRows } from "../read-rows.ts";
import type { Answered, Words } from "../shapes.ts";
import { loadComments } from "./comments.ts";
import { OutgoingRow } from "./relations.ts";
import { wordsById } from "./words.ts";

/**
 * What words answer that say too little by themselves ("I doubt that."): the words at the other end of the
 * surest relation that starts from them, sure or a suggestion, else the start of the comment that their
 * comment answers.
 *
 * @returns by the ids of the locutions; those that say enough, and those that answer nothing, are left out.
 */
export async function answeredWords(
  store: StoreReader,
  words: readonly Words[],
): Promise<ReadonlyMap<string, Answered>> {
  const bare = words.filter(({ text, isQuoted }) => !isQuoted && isBare(text));
  if (bare.length === 0) return new Map();
  const found = await joinedTo(store, bare);
  const left = bare.filter(({ locutionId }) => !found.has(locutionId));
  for (const [locutionId, answered] of await parentsOf(store, left)) found.set(locutionId, answered);
  return found;
}

async function joinedTo(store: StoreReader, bare: readonly Words[]): Promise<Map<string, Answered>> {
  const ids = bare.map(({ claimId }) => claimId);
  const rows = groupBy(
    await readRows(store, "relations-from-claims", { ids }, OutgoingRow),
    ({ fromLocution }) => fromLocution,
  );
  const surest = bare.flatMap(({ locutionId }) => {
    // The rows are in the order of their ids, and the first of the surest stays first.
    const [first] = [...(rows.get(locutionId) ?? [])].sort((a, b) => b.confidence - a.confidence);
    return first === undefined ? [] : [[locutionId, first.toLocution] as const];
  });
  const others = await wordsById(
    store,
    surest.map(([, to]) => to),
  );
  return new Map(
    surest.flatMap(([locutionId, to]): [string, Answered][] => {
      const other = others.get(to);
      if (other === undefined) return [];
      const { claimId, commentId, text, speaker } = other;
      return [[locutionId, { claimId, commentId, text, speaker }]];
    }),
  );
}

async function parentsOf(
  store: StoreReader,
  bare: readonly Words[],
): Promise<readonly (readonly [string, Answered])[]> {
  if (bare.length === 0) return [];
  const own = await store.known.comments([...new Set(bare.map(({ commentId }) => commentId))]);
  const parentOf = new Map(own.map(({ id, parentId }) => [id, parentId]));
  const parents = new Map(
    (await loadComments(store, parentOf.values())).map((parent) => [parent.id, parent]),
  );
  return bare.flatMap(({ locutionId, commentId }) => {
    const parent = parents.get(parentOf.get(commentId) ?? "");
    if (parent === undefined || parent.start === "") return [];
    const { id, start, author } = parent;
    return [[locutionId, { claimId: null, commentId: id, text: start, speaker: author }] as const];
  });
}
