import { trainClaims } from "./claims.ts";
import { trainConcepts } from "./concepts.ts";
import { labelPairs } from "./label-pairs.ts";
import { trainNamed } from "./named.ts";
import { learnRefinements, trainRefinements } from "./refinements.ts";
import { trainAnswers, trainOwn } from "./relations.ts";
import { trainStance } from "./stance.ts";
import { trainingThreads, writtenPairs } from "./training-threads.ts";
import { oneClassModule, weightsModule } from "./write-weights.ts";

/** A file that training writes, by its path from the root of the repository. */
export interface TrainedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Everything that is trained, from what `training/` holds and nothing else.
 *
 * Relations are learned between the claims that the shipped weights find: where those of claims change, train
 * twice.
 */
export async function trainedFiles(): Promise<readonly TrainedFile[]> {
  const threads = await trainingThreads();
  const { answers, own } = await labelPairs(threads);
  const pairs = [...(await writtenPairs("natural")), ...(await writtenPairs("long"))];
  const { claim, standpoint } = await trainClaims();
  const folder = "src/extraction/rules";
  return [
    {
      path: `${folder}/claims/weights.ts`,
      text: oneClassModule(
        "claimWeights",
        "What each feature says for a sentence being a claim, in natural logarithms of odds.",
        claim,
      ),
    },
    {
      path: "bench/eval/corpora/standpoint-weights.ts",
      text: oneClassModule(
        "standpointWeights",
        "What each feature says for a claim being one that its text turns on, in natural logarithms of odds.",
        standpoint,
      ),
    },
    {
      path: `${folder}/relations/relation-weights.ts`,
      text: weightsModule({
        answerWeights: {
          about: "What makes it probable that a statement answers another person's (answer-features.ts).",
          weights: trainAnswers(answers),
        },
        ownWeights: {
          about: "What makes it probable that two statements of one comment hang together (own-features.ts).",
          weights: trainOwn(own),
        },
        namedShares: {
          about: "How often a statement that is named is answered, by what it is named by (named-surely.ts).",
          weights: await trainNamed(answers),
        },
      }),
    },
    {
      path: `${folder}/stance/stance-weights.ts`,
      text: weightsModule({
        stanceWeights: {
          about:
            "What makes it probable that an answer stands against or for what it answers (stance-features.ts).",
          weights: trainStance(pairs, answers),
        },
      }),
    },
    { path: "src/text/everyday-words.ts", text: await trainConcepts() },
    {
      path: "src/linking/refinement-weights.ts",
      text: weightsModule({
        refinementWeights: {
          about:
            "What makes it probable that a claim continues an older one of its author (refinement-candidates.ts).",
          weights: trainRefinements(await learnRefinements(threads)),
        },
      }),
    },
  ];
}
