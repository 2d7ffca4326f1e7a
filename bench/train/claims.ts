import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Extractor } from "../../src/extraction/extractor.ts";
import { rules } from "../../src/extraction/registry.ts";
import { featuresOf } from "../../src/extraction/rules/claims/features.ts";
import { readSegments } from "../../src/extraction/rules/claims/read-segments.ts";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { loadTagger, type Tagger } from "../../src/extraction/rules/terms/tagger.ts";
import { compareStrings } from "../../src/model/id.ts";
import { segment } from "../../src/segmentation/segment.ts";
import { mapTopic } from "../eval/own/draw-topic.ts";
import { Labelling } from "../eval/own/labels.ts";
import { nearestSentence, placeSentences, postOf, readPosts } from "../eval/own/posts.ts";
import { claimPrior, standpointPrior } from "./claim-priors.ts";
import { type Example, fitLogistic } from "./fit-logistic.ts";
import type { Weights } from "./weights.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * How firmly learned weights are held to the hand-set ones. For claims 1, 3 and 10 give the same F1 on `npm
 * run eval -- own` within a point. What people answer and give reasons for is a weaker sign of a standpoint,
 * so it is held firmer.
 */
const strengths = { claim: 3, standpoint: 100 };

/** A sentence of the training threads, with what its two readers said of it. */
interface LabelledSentence {
  readonly features: readonly string[];
  readonly isClaim: boolean;
  /** Whether somebody else takes it up or its author gives a reason for it. */
  readonly isStandpoint: boolean;
}

/** What each feature says, in natural logarithms of odds. */
interface ClaimWeights {
  /** For a sentence being a claim. */
  readonly claim: Weights;
  /** For a claim being one that its text turns on. */
  readonly standpoint: Weights;
}

/** Learns the weights of claims from `training/`. */
export async function trainClaims(): Promise<ClaimWeights> {
  const sentences = await labelledSentences();
  const learn = (prior: Weights, strength: number, is: (one: LabelledSentence) => boolean): Weights =>
    fitLogistic(
      sentences.map((one): Example => ({ features: one.features, isPositive: is(one) })),
      prior,
      strength,
    );
  return {
    claim: learn(claimPrior, strengths.claim, ({ isClaim }) => isClaim),
    standpoint: learn(standpointPrior, strengths.standpoint, ({ isStandpoint }) => isStandpoint),
  };
}

/** The own sentences of all training threads that have both labellings, in the order of files and text. */
async function labelledSentences(): Promise<readonly LabelledSentence[]> {
  const tag = await loadTagger();
  const extractor = await rules({ glossary: shippedGlossary });
  const names = (await readdir(`${root}training/labels/b`)).map((name) => name.replace(/\.json$/u, ""));
  const all: LabelledSentence[] = [];
  for (const name of names.sort(compareStrings)) all.push(...(await sentencesOf(name, { tag, extractor })));
  return all;
}

async function sentencesOf(
  name: string,
  { tag, extractor }: { readonly tag: Tagger; readonly extractor: Extractor },
): Promise<readonly LabelledSentence[]> {
  const read = (path: string): Promise<string> => readFile(`${root}training/${path}`, "utf8");
  const posts = readPosts(await read(`sentences/${name}.txt`));
  const [a, b] = await Promise.all(
    ["a", "b"].map(async (reader) => labelsOf(JSON.parse(await read(`labels/${reader}/${name}.json`)))),
  );
  const graph = await mapTopic(name, await read(`threads/${name}.jsonl`), extractor);
  const comments = graph.comments.filter(({ status }) => status !== "stub").sort((a, b) => a.seq - b.seq);
  return comments.flatMap((comment, index) => {
    const post = posts[index];
    const sentences = post === undefined ? [] : placeSentences(post, comment.text);
    const quotes = graph.quotes.filter(({ commentId, how }) => commentId === comment.id && how !== "inline");
    const segments = segment(comment.text, quotes);
    const readings = readSegments({ text: comment.text, segments }, tag);
    return segments.flatMap(({ span, quoteId }, at): LabelledSentence[] => {
      const [sentence, reading] = [nearestSentence(sentences, span), readings[at]];
      if (quoteId !== null || reading === undefined || sentence === null || sentence.isQuoted) return [];
      const { id } = sentence;
      const isClaim = a?.claims.has(id) ?? false;
      // What the readers differ on teaches nothing.
      if (isClaim !== b?.claims.has(id)) return [];
      const isStandpoint = [a, b].some((labels) => labels?.standpoints.has(id));
      return [{ features: featuresOf(reading), isClaim, isStandpoint }];
    });
  });
}

interface Labels {
  readonly claims: ReadonlySet<string>;
  readonly standpoints: ReadonlySet<string>;
}

function labelsOf(written: unknown): Labels {
  const { claims, relations } = Labelling.parse(written);
  const taken = relations.filter(({ from, to, type }) => type === "supports" || postOf(from) !== postOf(to));
  return { claims: new Set(claims), standpoints: new Set(taken.map(({ to }) => to)) };
}
