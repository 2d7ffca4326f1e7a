import { probabilities } from "../../src/linking/probabilities.ts";
import { type Answered, continuations, type TimelineClaim } from "../../src/linking/refinement-candidates.ts";
import { itemMark } from "../../src/text/references.ts";
import { mapTopic } from "../eval/own/draw-topic.ts";
import { isAgreedPair, type MergedLabels, mergeLabels } from "../eval/own/merge-labels.ts";
import { type Post, placeSentences, postOf } from "../eval/own/posts.ts";
import { silent } from "../eval/silent-extractor.ts";
import { type ChoiceExample, fitChoice } from "./fit-choice.ts";
import type { TrainingThread } from "./training-threads.ts";
import type { NamedWeights } from "./write-weights.ts";

/**
 * The rule that words tell a continuation where two claims are very near, as it was before anything was
 * learned. In the training threads hardly a pair is that near, so the rule stands as it is; from 3 to 6 as
 * many are found on `npm run eval -- own`, and with more weight more of them wrongly.
 */
const prior = { near: 4 };
/** How firmly learned weights are held to those set by hand: 1.5 and 5 give the same within two pairs. */
const strength = 3;
/** Topics are parted into so many groups to measure on what was not learned from. */
const folds = 8;
/** The least probability that counts as drawn where precision is printed. */
const drawn = 0.5;

export interface LearnedChoice extends ChoiceExample {
  readonly topic: string;
}

/** Weights of the model that tells which older claim of an author a newer one continues, by readers a and b. */
export function trainRefinements(learned: readonly LearnedChoice[]): NamedWeights {
  return { continued: fitChoice(learned, prior, strength) };
}

/** What would be drawn in each topic by weights learned from other topics, in a line. */
export function crossValidateRefinements(learned: readonly LearnedChoice[]): string {
  const names = [...new Set(learned.map(({ topic }) => topic))];
  let [right, all, sure] = [0, 0, 0];
  for (let fold = 0; fold < folds; fold++) {
    const held = new Set(names.filter((_, index) => index % folds === fold));
    const weights = fitChoice(
      learned.filter(({ topic }) => !held.has(topic)),
      prior,
      strength,
    );
    for (const { topic, candidates, right: gold } of learned) {
      if (!held.has(topic) || candidates.length === 0) continue;
      const shares = probabilities(candidates, weights);
      const most = Math.max(...shares);
      if (most < drawn) continue;
      all++;
      sure += most;
      if (gold.has(shares.indexOf(most))) right++;
    }
  }
  const labelled = learned.filter(({ right: gold }) => gold.size > 0).length;
  return `own claims continued, in other topics than learned from: ${right} of ${all} right, mean confidence ${(sure / all).toFixed(2)}; ${labelled} claims labelled`;
}

/**
 * The claims of each author of the threads with older ones of theirs, as their readers gave them; what one
 * reader joined and the other did not teaches nothing.
 */
export async function learnRefinements(
  threads: readonly TrainingThread[],
): Promise<readonly LearnedChoice[]> {
  const all: LearnedChoice[] = [];
  for (const thread of threads) all.push(...(await choicesIn(thread)));
  return all;
}

async function choicesIn({
  name,
  thread,
  posts,
  readers,
}: TrainingThread): Promise<readonly LearnedChoice[]> {
  const labels = mergeLabels(readers.a, readers.b);
  const { comments } = await mapTopic(name, thread, silent);
  const ordered = comments.filter(({ status }) => status !== "stub").sort((one, two) => one.seq - two.seq);
  const byId = new Map(ordered.map((comment) => [comment.id, comment]));
  const answered = new Map(
    ordered.flatMap(({ id, parentId }): [string, Answered][] => {
      const parent = parentId === null ? undefined : byId.get(parentId);
      return parent === undefined ? [] : [[id, parent]];
    }),
  );
  const authors = [...new Set(ordered.map(({ authorId }) => authorId))];
  return authors.flatMap((author) => {
    const line = ordered.flatMap((comment, index) => {
      const post = posts[index];
      return comment.authorId === author && post !== undefined ? claimsIn(comment, post, labels) : [];
    });
    return learnedFrom(name, line, { answered, labels });
  });
}

interface Labelled {
  readonly sentence: string;
  readonly claim: TimelineClaim;
}

/** The sentences of a comment that a reader called claims, as claims. */
function claimsIn(
  { id, version, text }: { readonly id: string; readonly version: string; readonly text: string },
  post: Post,
  { claims, disputedClaims }: MergedLabels,
): readonly Labelled[] {
  return placeSentences(post, text)
    .filter((one) => !one.isQuoted && (claims.has(one.id) || disputedClaims.has(one.id)))
    .map(({ id: sentence, text: words, span }) => ({
      sentence,
      claim: {
        place: { commentId: id, version, span },
        text: words,
        concepts: [],
        mark: itemMark(text, span.start),
      },
    }));
}

function learnedFrom(
  topic: string,
  line: readonly Labelled[],
  { answered, labels }: { readonly answered: ReadonlyMap<string, Answered>; readonly labels: MergedLabels },
): readonly LearnedChoice[] {
  const claims = line.map(({ claim }) => claim);
  const sentence = (at: number): string => line[at]?.sentence ?? "";
  return [...continuations({ claims, answered, firstNew: 0 })].flatMap(
    ({ from, candidates }): readonly LearnedChoice[] => {
      const pairs = candidates.map(({ to }) => labels.relations.get(`${sentence(from)} ${sentence(to)}`));
      const right = pairs.flatMap((pair, index) => (pair && isAgreedPair(pair) ? [index] : []));
      const given = [...labels.relations.values()].filter(
        (pair) => pair.from === sentence(from) && postOf(pair.to) !== postOf(pair.from),
      );
      const isDisputed =
        right.length === 0 && given.some(({ to }) => line.some((one) => one.sentence === to));
      if (isDisputed || candidates.length === 0) return [];
      return [{ topic, candidates: candidates.map(({ features }) => features), right: new Set(right) }];
    },
  );
}
