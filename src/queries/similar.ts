import { z } from "zod";
import { samenessOf } from "../model/sameness.ts";
import type { StoreReader } from "../store/store.ts";
import { blend } from "../text/blend.ts";
import { sameClaimKey } from "../text/claim-key.ts";
import { differencesBetween } from "../text/opposition.ts";
import { loadClaims } from "./load/claims.ts";
import { requireAuthors } from "./load/find.ts";
import { resolveId } from "./load/resolve-id.ts";
import { wordsOfClaims } from "./load/words.ts";
import type { Query } from "./query.ts";
import { Id, readRows } from "./read-rows.ts";
import type { ClaimItem, Words } from "./shapes.ts";
import { type ClaimTexts, readClaimTexts } from "./similar/claim-texts.ts";
import type { Meaning } from "./similar/meaning.ts";
import type { Hit } from "./similar/nearest-hits.ts";
import { SimilarInput, type SimilarItem, SimilarOutput } from "./similar/shapes.ts";
import { notInLayer } from "./view/read-view.ts";
import { openView, type ViewReader } from "./view/view-reader.ts";

export { SimilarInput, SimilarOutput };

/** Claims are counted up to here. */
const mostHits = 1000;
/** Texts with nothing in common score 0, and are found by a model alone. */
const leastScore = Number.MIN_VALUE;

/** Of so many times as many claims those that are seen are looked for, where the nearest hold too few. */
const widening = 8;

const IdRow = z.object({ id: Id });

export const similar: Query<typeof SimilarInput, typeof SimilarOutput> = {
  id: "similar",
  describes: "Claims that say nearly the same as a claim or a text, best first.",
  input: SimilarInput,
  output: SimilarOutput,
  run: (store, input) => findSimilar(store, input),
};

/** What a model is asked, and of how many claims: of those most like in their characters. */
export interface Reading {
  readonly meaning: Meaning;
  readonly most: number;
}

/** What claims are to be like: words, and the claim that they are of. */
interface Asked {
  readonly text: string;
  readonly claim: ClaimItem | null;
}

/** Some words of a claim, scored. */
interface Scored extends Pick<SimilarItem, "score" | "characters" | "meaning"> {
  readonly id: string;
  readonly text: string;
}

/** Those of some claims that the view has, that one of some people states, and that are not the one asked for. */
type OnlySeen = <Some extends Hit>(hits: readonly Some[]) => Promise<readonly Some[]>;

/**
 * Finds the claims that say nearly the same as a claim or a text.
 *
 * Every claim of the store is compared by its characters. With a model, the nearest of them are compared by
 * meaning too, and the score is a mean of both. Linear in the claims (similar/claim-texts.ts).
 *
 * @throws AppError `query.id-unknown`, `query.id-ambiguous`, `query.no-match`, `query.unknown-layer`; what
 *   the model throws.
 */
export async function findSimilar(
  whole: StoreReader,
  input: z.output<typeof SimilarInput>,
  reading: Reading | null = null,
): Promise<SimilarOutput> {
  const store = await openView(whole, input.extractor ?? null);
  const asked = await readAsked(store, input);
  const authorIds =
    input.author === null ? null : (await requireAuthors(store, input.author)).map(({ id }) => id);
  const texts = await readClaimTexts(whole);
  const own = await ownWordings(store, asked, texts, authorIds);
  const onlySeen: OnlySeen = async (hits) => {
    const among = new Set(await seenAmong(store, hits, authorIds));
    return hits.filter(({ id }) => id !== asked.claim?.id && among.has(id));
  };
  const seen =
    reading === null
      ? await onlySeen(await likeInCharacters(texts, asked, input.min))
      : await blended(texts, asked, input.min, { ...reading, onlySeen });
  const best = seen.slice(0, input.limit);
  const claims = new Map(
    (
      await loadClaims(
        store,
        best.map(({ id }) => id),
      )
    ).map((claim) => [claim.id, claim]),
  );
  const words = await wordsOfClaims(
    store,
    best.map(({ id }) => id),
  );
  const apart = await partedFrom(store, asked.claim);
  const found = best.flatMap((hit): SimilarItem[] => {
    const claim = claims.get(hit.id);
    const said = saidBy(words.get(hit.id) ?? [], authorIds);
    if (claim === undefined || said === undefined) return [];
    const isOne = asked.claim === null && sameClaimKey(hit.text) === sameClaimKey(asked.text);
    return [
      {
        ...scoreOf(hit),
        isOne,
        isApart: apart.has(hit.id),
        differences: differencesBetween(asked.text, hit.text),
        words: said,
        claim,
      },
    ];
  });
  const items = [...own, ...found].sort((a, b) => b.score - a.score || Number(b.isOne) - Number(a.isOne));
  return {
    asked: { claimId: asked.claim?.id ?? null, text: asked.text },
    total: own.length + seen.length,
    items: items.slice(0, input.limit),
  };
}

async function readAsked(store: ViewReader, { claim, text }: SimilarInput): Promise<Asked> {
  if (claim === null) return { text: text ?? "", claim: null };
  const { id } = await resolveId(store, claim, "claim");
  const [found] = await loadClaims(store, [id]);
  if (found === undefined) throw notInLayer(id, store.view);
  return { text: found.text, claim: found };
}

/** The other wordings of the claim asked for, each once: they say the same, however far they are. */
async function ownWordings(
  store: ViewReader,
  { text, claim }: Asked,
  texts: ClaimTexts,
  authorIds: readonly string[] | null,
): Promise<readonly SimilarItem[]> {
  if (claim === null) return [];
  const all = (await wordsOfClaims(store, [claim.id])).get(claim.id) ?? [];
  const wordings = new Map<string, Words>();
  for (const words of all)
    if (words.text !== text && saidBy([words], authorIds) && !wordings.has(words.text))
      wordings.set(words.text, words);
  return [...wordings.values()].map((words) => {
    const characters = rounded(texts.between(text, words.text));
    return {
      score: characters,
      characters,
      meaning: null,
      isOne: true,
      isApart: false,
      differences: [],
      words,
      claim,
    };
  });
}

async function likeInCharacters(texts: ClaimTexts, { text }: Asked, min: number): Promise<readonly Scored[]> {
  const near = await texts.nearest(text, { min: Math.max(min, leastScore), most: mostHits });
  return near.map((hit) => ({ ...hit, characters: hit.score, meaning: null }));
}

async function blended(
  texts: ClaimTexts,
  { text }: Asked,
  min: number,
  { meaning: model, most, onlySeen }: Reading & { readonly onlySeen: OnlySeen },
): Promise<readonly Scored[]> {
  const near = await nearestSeen(texts, text, { most, onlySeen });
  const meanings = await model.compare(
    text,
    near.map((hit) => hit.text),
  );
  return near
    .map((hit, at) => {
      const meaning = meanings[at] ?? 0;
      return { ...hit, characters: hit.score, meaning, score: blend(hit.score, meaning) };
    })
    .filter(({ score }) => score >= min)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, mostHits);
}

/**
 * The nearest claims that are seen: those of one author may be few and far down, and the model reads no
 * others.
 */
async function nearestSeen(
  texts: ClaimTexts,
  text: string,
  { most, onlySeen }: { readonly most: number; readonly onlySeen: OnlySeen },
): Promise<readonly Hit[]> {
  for (let looked = most; ; looked *= widening) {
    const near = await texts.nearest(text, { min: 0, most: looked });
    const seen = await onlySeen(near);
    if (seen.length >= most || near.length < looked) return seen.slice(0, most);
  }
}

/** The claims that people set apart from one. */
async function partedFrom(store: ViewReader, claim: ClaimItem | null): Promise<ReadonlySet<string>> {
  if (claim === null) return new Set();
  const said = (await store.known.allCorrections())
    .flatMap((correction) => samenessOf(correction) ?? [])
    .filter(({ isSame }) => !isSame);
  const locutions = await store.known.locutionsById(said.flatMap(({ a, b }) => [a, b]));
  const claimOf = new Map(locutions.map(({ id, claimId }) => [id, claimId]));
  const ends = said.map(({ a, b }) => [claimOf.get(a) ?? "", claimOf.get(b) ?? ""]);
  return new Set(ends.filter((pair) => pair.includes(claim.id)).flat());
}

/** Those of the claims that the view has, and that one of some people states. */
async function seenAmong(
  store: ViewReader,
  scored: readonly Hit[],
  authorIds: readonly string[] | null,
): Promise<readonly string[]> {
  const { others, rejectedClaims } = store.view;
  const parameters = { ids: scored.map(({ id }) => id), authorIds, others, rejectedClaims };
  return (await readRows(store, "similar-claims", parameters, IdRow)).map(({ id }) => id);
}

/** The first words that one of some people says; anybody's where nobody is named. */
function saidBy(words: readonly Words[], authorIds: readonly string[] | null): Words | undefined {
  return words.find(
    ({ speaker }) => authorIds === null || (speaker !== null && authorIds.includes(speaker.id)),
  );
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function scoreOf({
  score,
  characters,
  meaning,
}: Scored): Pick<SimilarItem, "score" | "characters" | "meaning"> {
  return {
    score: rounded(score),
    characters: rounded(characters),
    meaning: meaning === null ? null : rounded(meaning),
  };
}
