import { ChangeBuilder } from "../linking/change-builder.ts";
import { proposeRefinements } from "../linking/evolution.ts";
import { locutionAt, relationOf } from "../linking/link.ts";
import { mergesOf, peopleBy } from "../linking/people-of.ts";
import type { Answered, TimelineClaim } from "../linking/refinement-candidates.ts";
import type { Locution } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import { relationId } from "../model/id.ts";
import { isStatedBy } from "../model/layer.ts";
import type { Relation } from "../model/relation.ts";
import { itemMark } from "../text/references.ts";
import { batches } from "./batches.ts";
import { layersOf } from "./layers.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/** How many of an author's claims before a window may be continued in it. */
const olderClaims = 300;
/** How many comments of a timeline make a window. */
const commentsPerWindow = 20;
/** The method that marks the relations of this stage. */
const method = "own-claim-continued";

interface Said {
  readonly claim: TimelineClaim;
  readonly locution: Locution;
}

/**
 * Joins claims of one person to older claims of theirs in other comments, person by person. The entries of a person
 * who has several are read as one.
 *
 * Each layer is joined anew from what it states, since what claims are about is common to all. What was
 * joined before and would not be now is taken away, so the result does not depend on the order in which
 * inputs and layers were mapped. A pair that extraction joined already (a quote of oneself) keeps its
 * relation.
 *
 * @param authorIds - entries of the people whose claims are joined. Default: all.
 */
export async function* linkRefinements(run: Run, authorIds?: readonly string[]): AsyncGenerator<Step> {
  let done = 0;
  const layers = await layersOf(run);
  const people = peopleBy(await mergesOf(run.known));
  const joined = new Set<string>();
  for (const authorId of authorIds ?? (await run.known.authorIds())) {
    if (joined.has(authorId)) continue;
    const entries = people.entriesOf(authorId);
    for (const id of entries) joined.add(id);
    const change = new ChangeBuilder();
    for (const layer of layers)
      for await (const window of windows(run, entries, layer)) planDifference(layer, window, change);
    done++;
    if (!change.isEmpty) yield stepOf(run, change, { stage: "refinements", done });
  }
}

/** Adds what of the proposed relations is new or other than stored, and takes away what is proposed no longer. */
function planDifference(
  extractor: string,
  { claims, answered, fresh, stored }: Window,
  change: ChangeBuilder,
): void {
  const said = new Map(claims.map(({ locution }) => [locution.id, locution]));
  const before = new Map(stored.map((relation) => [relation.id, relation]));
  const wanted = new Set<string>();
  const firstNew = claims.length - fresh.size;
  for (const proposed of proposeRefinements(
    claims.map(({ claim }) => claim),
    { firstNew, answered },
  )) {
    const from = said.get(locutionAt(proposed.from));
    const to = said.get(locutionAt(proposed.to));
    if (!from || !to) throw new Error("a refinement ends on words outside its window");
    const id = relationId(extractor, from.id, to.id);
    const known = before.get(id);
    if (known && known.method !== method) continue;
    wanted.add(id);
    const ends = { from: from.id, to: to.id, fromClaim: from.claimId, toClaim: to.claimId };
    const relation = relationOf(proposed, ends, {
      extractor,
      speaker: from.speaker,
      createdAt: from.createdAt,
    });
    if (!known || JSON.stringify(sorted(known)) !== JSON.stringify(sorted(relation)))
      change.add("save-relations", relation);
  }
  for (const { id, ...relation } of stored)
    if (relation.method === method && !wanted.has(id))
      change.add("remove-relations", { id, fromClaim: relation.fromClaim });
}

function sorted(relation: Relation): readonly (readonly [string, unknown])[] {
  return Object.entries(relation).sort(([a], [b]) => (a < b ? -1 : 1));
}

interface Window {
  /** Claims of one person, oldest first: those that others may refine, then the fresh ones. */
  readonly claims: readonly Said[];
  /** What each comment of the window answers, as far as it is stored. */
  readonly answered: ReadonlyMap<string, Answered>;
  /** The locutions whose refinements this window decides. Each is fresh in one window. */
  readonly fresh: ReadonlySet<string>;
  /** Refinements by the fresh locutions, as stored. */
  readonly stored: readonly Relation[];
}

/** Reads a person's claims in windows, so that time and memory do not grow with the square of the timeline. */
async function* windows({ known }: Run, entries: readonly string[], layer: string): AsyncGenerator<Window> {
  let older: readonly Said[] = [];
  for await (const comments of batches(known.timeline(entries), commentsPerWindow)) {
    const ids = comments.map(({ id }) => id);
    const texts = new Map(comments.map(({ id, text }) => [id, text]));
    const place = new Map(ids.map((id, index) => [id, index]));
    const shown = new Set(comments.map(({ id, version }) => `${id} ${version}`));
    const locutions = (await known.locutions(ids))
      .filter(
        ({ commentId, version, speaker, quoteId, reported, extractors }) =>
          speaker !== null &&
          entries.includes(speaker) &&
          quoteId === null &&
          reported === undefined &&
          shown.has(`${commentId} ${version}`) &&
          isStatedBy(extractors, layer),
      )
      .sort(
        (a, b) =>
          (place.get(a.commentId) ?? 0) - (place.get(b.commentId) ?? 0) || a.span.start - b.span.start,
      );
    const claimIds = [...new Set(locutions.map(({ claimId }) => claimId))];
    const abouts = new Map((await known.abouts(claimIds)).map((one) => [one.claimId, one.conceptIds]));
    const said = locutions.map((locution) => {
      const { commentId, version, span, text, claimId } = locution;
      const concepts = abouts.get(claimId) ?? [];
      const mark = itemMark(texts.get(commentId) ?? "", span.start);
      return { claim: { place: { commentId, version, span }, text, concepts, mark }, locution };
    });
    const fresh = new Set(locutions.map(({ id }) => id));
    const stored = (await known.relations(ids)).filter(
      ({ kind, from, extractor }) => kind === "refines" && extractor === layer && fresh.has(from),
    );
    const claims = [...older, ...said];
    yield { claims, answered: await answeredBy(comments, known), fresh, stored };
    older = claims.slice(-olderClaims);
  }
}

async function answeredBy(
  comments: readonly Comment[],
  known: Run["known"],
): Promise<ReadonlyMap<string, Answered>> {
  const parents = new Map(
    (await known.comments([...new Set(comments.flatMap(({ parentId }) => parentId ?? []))])).map((parent) => [
      parent.id,
      parent,
    ]),
  );
  return new Map(
    comments.flatMap(({ id, parentId }): [string, Answered][] => {
      const parent = parentId === null ? undefined : parents.get(parentId);
      return parent === undefined ? [] : [[id, { text: parent.text, parentId: parent.parentId }]];
    }),
  );
}
