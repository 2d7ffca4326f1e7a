import { z } from "zod";
import type { Correction } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import { type ConceptCorrection, conceptCorrectionOf } from "../model/concept-correction.ts";
import { compareStrings } from "../model/id.ts";
import { parsePair } from "../model/judged-pair.ts";
import { type QuoteSaying, quoteSayingOf, spanSpokenOf } from "../model/quote-correction.ts";
import { samenessOf } from "../model/sameness.ts";
import type { StoreReader } from "../store/store.ts";
import { wordsById } from "./load/words.ts";
import type { Query } from "./query.ts";
import { listOf } from "./shapes.ts";

/**
 * What a person said of something. `words` are those of a claim, of both ends of a relation, or a name;
 * `says` is what stands there by the person's word, null where that is only right or wrong; `isWaiting` says
 * that nothing there is left to judge, so that it waits for an extraction that finds it again.
 */
const CorrectionItem = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["claim", "concept", "relation", "quote", "author"]),
    action: z.enum(["accept", "reject", "change"]),
    by: z.string(),
    at: z.string().nullable(),
    targetId: z.string(),
    words: z.array(z.string()).readonly(),
    says: z.string().nullable(),
    isWaiting: z.boolean(),
  })
  .readonly();
export type CorrectionItem = z.output<typeof CorrectionItem>;

const CorrectionsInput = z.strictObject({}).readonly();
export const CorrectionsOutput = listOf(CorrectionItem);
export type CorrectionsOutput = z.output<typeof CorrectionsOutput>;

export const corrections: Query<typeof CorrectionsInput, typeof CorrectionsOutput> = {
  id: "corrections",
  describes: "What people corrected.",
  input: CorrectionsInput,
  output: CorrectionsOutput,
  async run(store) {
    const stored = await store.known.allCorrections();
    const about = await readAbout(store, stored);
    const items = stored.map((correction): CorrectionItem => {
      const { id, action, by, at, target } = correction;
      return { id, kind: target.kind, action, by, at, targetId: target.id, ...about(correction) };
    });
    return { total: items.length, items: items.sort(byTimeAndThing) };
  },
};

/** In the order of time where it is known, else those of one kind of thing together, in the order of its words. */
function byTimeAndThing(a: CorrectionItem, b: CorrectionItem): number {
  return (
    compareStrings(a.at ?? "", b.at ?? "") ||
    compareStrings(a.kind, b.kind) ||
    compareStrings(a.words.join("\n"), b.words.join("\n")) ||
    compareStrings(a.id, b.id)
  );
}

type About = Pick<CorrectionItem, "words" | "says" | "isWaiting">;

/** Reads what corrections are about, and makes a function that tells it in words. */
async function readAbout(
  store: StoreReader,
  stored: readonly Correction[],
): Promise<(correction: Correction) => About> {
  const words = await wordsById(store, stored.flatMap(locutionsOf));
  const commentIds = [...new Set([...words.values()].map(({ commentId }) => commentId))];
  const relations = commentIds.length === 0 ? [] : await store.known.relations(commentIds);
  const related = new Set(relations.map(({ from, to }) => `${from} ${to}`));
  // Each entry by its own name, though it may be another's by now.
  const entries = await store.known.authors([...new Set(stored.flatMap(authorsOf))]);
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const quoting = stored.flatMap((one) => quoteSayingOf(one)?.commentId ?? []);
  const comments = new Map((await store.known.comments([...new Set(quoting)])).map((one) => [one.id, one]));
  const hasConcepts = stored.some(({ target }) => target.kind === "concept");
  const concepts = new Set(hasConcepts ? (await store.known.concepts()).map(({ id }) => id) : []);
  return (correction) => {
    const { target, value } = correction;
    if (target.kind === "author") {
      const other = value ?? "";
      const name = names.get(other);
      const says = `the same person as ${name === undefined ? other : `${name} (${other})`}`;
      return { words: [names.get(target.id) ?? target.id], says, isWaiting: false };
    }
    const quote = quoteSayingOf(correction);
    if (quote !== null) return aboutQuote(quote, names.get(quote.speaker ?? "") ?? null, comments);
    const concept = conceptCorrectionOf(correction);
    if (concept !== null) return aboutConcept(concept, concepts);
    const ids = locutionsOf(correction);
    const sameness = samenessOf(correction);
    if (sameness !== null) {
      const [a, b] = [words.get(sameness.a), words.get(sameness.b)];
      const isSettled = a !== undefined && b !== undefined && (a.claimId === b.claimId) === sameness.isSame;
      const says = sameness.isSame ? "one claim" : "not one claim";
      return { words: [a, b].flatMap((one) => one?.text ?? []), says, isWaiting: !isSettled };
    }
    const isWhole = ids.length > 0 && ids.every((one) => words.has(one));
    const pair = target.kind === "relation" ? parsePair(value) : null;
    const isThere = isWhole && (pair === null || related.has(`${pair.from} ${pair.to}`));
    const attack = pair?.says?.attack == null ? "" : ` (${pair.says.attack})`;
    return {
      words: ids.flatMap((one) => words.get(one)?.text ?? []),
      says: pair?.says ? `${pair.says.kind}${attack}` : null,
      isWaiting: !isThere,
    };
  };
}

function aboutQuote(
  saying: QuoteSaying,
  speaker: string | null,
  comments: ReadonlyMap<string, Comment>,
): About {
  const { commentId, text, isQuote, source } = saying;
  const comment = comments.get(commentId);
  const isWaiting = comment === undefined || spanSpokenOf(saying, comment) === null;
  const whose = speaker === null ? "somebody else's words" : `words of ${speaker}`;
  const from = source === null ? "" : `, from ${source.commentId}`;
  return { words: [text], says: isQuote ? `${whose}${from}` : null, isWaiting };
}

/** What is said of a concept that is none, or of a label that is no part of it, needs nothing to be there. */
function aboutConcept({ conceptId, saying }: ConceptCorrection, stored: ReadonlySet<string>): About {
  const words = [saying.name];
  if (saying.verb === "drop") return { words, says: null, isWaiting: false };
  const label = `"${saying.label}"`;
  if (saying.verb === "split") return { words, says: `${label} is apart from it`, isWaiting: false };
  const says = saying.verb === "rename" ? `it is called ${label}` : `${label} counts as it`;
  return { words, says, isWaiting: !stored.has(conceptId) };
}

function locutionsOf(correction: Correction): readonly string[] {
  const { target, value } = correction;
  const sameness = samenessOf(correction);
  if (sameness !== null) return [sameness.a, sameness.b];
  if (target.kind === "claim") return [target.id];
  const pair = target.kind === "relation" ? parsePair(value) : null;
  return pair === null ? [] : [pair.from, pair.to];
}

function authorsOf(correction: Correction): readonly string[] {
  const { target, value } = correction;
  const speaker = quoteSayingOf(correction)?.speaker ?? null;
  if (speaker !== null) return [speaker];
  return target.kind === "author" ? [target.id, ...(value === null ? [] : [value])] : [];
}

/** The one correction whose id is `asked` or starts with it; several or none where that is not so. */
export function correctionsMeant(items: readonly CorrectionItem[], asked: string): readonly CorrectionItem[] {
  const exact = items.filter(({ id }) => id === asked);
  return exact.length > 0 ? exact : items.filter(({ id }) => id.startsWith(asked));
}
