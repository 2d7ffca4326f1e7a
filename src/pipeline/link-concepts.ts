import { ChangeBuilder } from "../linking/change-builder.ts";
import { CommentShelf } from "../linking/comment-shelf.ts";
import { keysNamed } from "../linking/corrected-groups.ts";
import { countTerms } from "../linking/count-terms.ts";
import { foundersOf } from "../linking/founders.ts";
import { conceptOfKey, conceptsIn, mentionsOf, selectConcepts } from "../linking/merge-concepts.ts";
import { glossaryKeys } from "../linking/term-variants.ts";
import type { CommentTerms } from "../model/change.ts";
import type { Concept, Correction, Locution, Mention } from "../model/claim.ts";
import { conceptCorrectionOf } from "../model/concept-correction.ts";
import { compareStrings, hashId } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import { toOrigin } from "../text/offset-map.ts";
import { batches } from "./batches.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/** How many comments one change gives their mentions. */
const commentsPerChange = 500;

/**
 * Makes concepts of the terms of the whole corpus, then says where each is mentioned and what claims are about.
 *
 * Everything is counted anew and only what differs from the store is written, so the result depends on what is
 * stored and not on the order in which it came. A claim is about what the words that founded it mention, and what
 * their lead-in does; where these were forgotten, the first of those that are left.
 */
export async function* linkConcepts(run: Run): AsyncGenerator<Step> {
  const corrections = await run.known.allCorrections();
  for await (const { change, done } of conceptChanges(run, corrections))
    if (done === 0 || !change.isEmpty) yield stepOf(run, change, { stage: "concepts", done });
}

/**
 * What differs from the store when concepts are counted anew: first the concepts, then comment by comment
 * where they are mentioned. Each may be applied before the next is asked for, or all at once.
 *
 * @param corrections - people's, which may be others than those that are stored.
 */
export async function* conceptChanges(
  { known, glossary }: Pick<Run, "known" | "glossary">,
  corrections: readonly Correction[],
): AsyncGenerator<{ readonly change: ChangeBuilder; readonly done: number }> {
  const said = corrections.flatMap((one) => conceptCorrectionOf(one) ?? []);
  const named = new Set([...glossaryKeys(glossary).keys(), ...keysNamed(said)]);
  const selected = selectConcepts(await countTerms(() => known.terms(), named), glossary, said);
  const wanted = selected.map(({ concept }) => concept);
  yield { change: planConcepts(await known.concepts(), wanted), done: 0 };
  const concepts = conceptOfKey(selected);
  let done = 0;
  for await (const comments of batches(known.terms(), commentsPerChange)) {
    done += comments.length;
    yield { change: await planMentions(known, comments, concepts), done };
  }
}

/**
 * What to save and remove so that `wanted` are the concepts. Broader ones are there before those that name
 * them.
 */
function planConcepts(stored: readonly Concept[], wanted: readonly Concept[]): ChangeBuilder {
  const change = new ChangeBuilder();
  const before = new Map(stored.map((concept) => [concept.id, concept]));
  const after = new Set(wanted.map(({ id }) => id));
  const gone = stored.filter(({ id }) => !after.has(id));
  change.add("remove-concepts", ...gone.map(({ id }) => ({ id })));
  const changed = wanted.filter((concept) => !isSame(before.get(concept.id), concept));
  return change.add("save-concepts", ...changed.sort((a, b) => compareStrings(a.id, b.id)));
}

function isSame(a: Concept | undefined, b: Concept): boolean {
  return (
    a !== undefined &&
    a.prefLabel === b.prefLabel &&
    a.salience === b.salience &&
    a.labels.join("\n") === b.labels.join("\n") &&
    a.altLabels.join("\n") === b.altLabels.join("\n") &&
    a.broader.join("\n") === b.broader.join("\n")
  );
}

async function planMentions(
  known: Known,
  comments: readonly (CommentTerms & { readonly version: string })[],
  concepts: ReadonlyMap<string, string>,
): Promise<ChangeBuilder> {
  const change = new ChangeBuilder();
  const ids = comments.map(({ commentId }) => commentId);
  const shelf = new CommentShelf(known);
  await shelf.fetch(ids);
  const stored = new Map((await known.mentions(ids)).map((mention) => [mention.id, mention.commentId]));
  const wanted = new Set<string>();
  const mentions = new Map<string, readonly Mention[]>();
  for (const { commentId, version, terms } of comments) {
    const shelved = await shelf.get(commentId);
    const found = mentionsOf(terms, concepts).map(({ conceptId, span }): Mention => {
      const origin = shelved?.comment.origin ?? null;
      return {
        id: hashId("mention", commentId, version, span.start, span.end, conceptId),
        conceptId,
        commentId,
        version,
        span,
        origin: origin && { ...origin, ...toOrigin(shelved?.offsets ?? [], span) },
      };
    });
    mentions.set(commentId, found);
    for (const { id } of found) wanted.add(id);
    change.add("save-mentions", ...found.filter(({ id }) => !stored.has(id)));
  }
  for (const [id, commentId] of stored) if (!wanted.has(id)) change.add("remove-mentions", { id, commentId });

  const founders = await foundersIn(known, ids);
  const before = new Map(
    (await known.abouts(founders.map(({ claimId }) => claimId))).map((one) => [one.claimId, one.conceptIds]),
  );
  for (const locution of founders) {
    const { claimId } = locution;
    const conceptIds = conceptsIn(locution, mentions.get(locution.commentId) ?? []);
    if ((before.get(claimId) ?? []).join(" ") !== conceptIds.join(" "))
      change.add("save-abouts", { claimId, conceptIds });
  }
  return change;
}

/**
 * The words in these comments that stand for a claim: they founded it, or are the first left of those that
 * state it.
 */
async function foundersIn(known: Known, commentIds: readonly string[]): Promise<readonly Locution[]> {
  const locutions = await known.locutions(commentIds);
  const joined = locutions.filter(({ id, claimId }) => id !== claimId);
  const joinedIds = [...new Set(joined.map(({ claimId }) => claimId))];
  const existing = await known.existing("locutions", joinedIds);
  const stating = await known.stating(joinedIds.filter((id) => !existing.has(id)));
  const own = new Set(joined.map(({ id }) => id));
  const heirs = [...(await foundersOf(known, stating)).values()].filter(({ id }) => own.has(id));
  return [...locutions.filter(({ id, claimId }) => id === claimId), ...heirs];
}
