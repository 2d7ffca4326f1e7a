import { z } from "zod";
import { compareStrings } from "../../../src/model/id.ts";
import { blend } from "../../../src/text/blend.ts";
import { wordsOf } from "../../../src/text/resemblance.ts";
import { sameClaimScore } from "../../support/characters.ts";
import { type EmbeddingFiles, meaningsOf } from "../../support/meanings.ts";
import { bootstrap } from "../counts.ts";
import { precisionAt } from "../own/confidence.ts";
import { readItems } from "./items.ts";
import type { Mistake, Section } from "./report.ts";

const Label = z.enum(["match", "no_match"]);

/**
 * An argument with the key point that resembles it most, and what people said of the two; null where they
 * differ.
 */
interface BestMatch {
  readonly id: string;
  readonly text: string;
  readonly keyPoint: string;
  readonly score: number;
  readonly label: z.output<typeof Label> | null;
}

/** The arguments of one side of one topic with their best matches, ours and the baseline's. */
interface Side {
  readonly group: string;
  readonly ours: readonly BestMatch[];
  readonly baseline: readonly BestMatch[];
}

type Score = (a: string, b: string) => number;
type Item = Awaited<ReturnType<typeof readItems<z.output<typeof Label>>>>[number];

/** The share of arguments that are ranked, those with the best matches. */
const ranked = 0.5;
/** The shares of labelled pairs, the most alike first, whose precision is told. */
const shares = [0.02, 0.1, 0.28];

/**
 * Measures how well statements of one claim are known, by the rules of the shared task on key points (ArgKP 2021).
 *
 * Every argument gets the key point of its side that it resembles most. Of each side of a topic the half of
 * the arguments with the best matches is ranked, and the average precision of that ranking taken; the figure
 * is the mean over the sides. Pairs on which the readers did not agree are not in the file: they count as no
 * match (strict) or as a match (relaxed). Since 2021-09-23 the task's script also multiplies by the share of
 * matches in the ranked half; as the published figures that we compare with come from before, we do not.
 *
 * The baseline compares by the share of words in common.
 *
 * @param embeddings - a sentence model whose likeness is blended with that of characters; null for characters
 *   alone.
 */
export async function measureSameClaim(
  file: string,
  limit: number,
  embeddings: EmbeddingFiles | null,
): Promise<readonly Section[]> {
  const items = await readItems(file, Label, limit);
  const texts = items.flatMap(({ text, parent }) => [text, parent]);
  const characters = sameClaimScore(texts);
  const meaning = embeddings && (await meaningsOf(texts, embeddings.model, embeddings.vocabulary));
  const score: Score = (a, b) => blend(characters(a, b), meaning?.(a, b) ?? null);
  const groups = [...new Set(items.map(({ group }) => group))];
  const sides = groups.map((group): Side => {
    const own = items.filter((item) => item.group === group);
    return { group, ours: bestMatches(own, score), baseline: bestMatches(own, wordsInCommon) };
  });
  return [sectionOf(items, sides, score)];
}

function sectionOf(items: readonly Item[], sides: readonly Side[], score: Score): Section {
  const judged = items.map(({ text, parent, label }) => ({
    confidence: score(text, parent),
    isRight: label === "match",
  }));
  const figure = (name: string, undecided: boolean) => {
    const mean = (some: readonly Side[], of: "ours" | "baseline"): number =>
      some.reduce((sum, side) => sum + averagePrecision(side[of], undecided), 0) / Math.max(1, some.length);
    const interval = bootstrap(
      sides,
      ({ group }) => group,
      (some) => mean(some, "ours"),
    );
    return { name, value: mean(sides, "ours"), interval, baseline: mean(sides, "baseline") };
  };
  return {
    name: "arguments and key points",
    items: items.length,
    groups: sides.length,
    baseline: "words in common",
    figures: [figure("mAP strict", false), figure("mAP relaxed", true)],
    coverage: shares.map((share) => ({ name: "match", share, precision: precisionAt(judged, share) })),
    calibration: null,
    confusion: null,
    mistakes: sides.flatMap(({ ours }) => mistakesOf(ours)).sort(bySureness),
  };
}

const bySureness = (a: Mistake, b: Mistake): number =>
  (b.confidence ?? 0) - (a.confidence ?? 0) || compareStrings(a.id, b.id);

/** The id of an argument, which stands before `~` in that of a pair. */
const argumentOf = ({ id }: Item): string => id.slice(0, id.indexOf("~"));

function bestMatches(side: readonly Item[], score: Score): readonly BestMatch[] {
  const keyPoints = [...new Set(side.map(({ parent }) => parent))].sort(compareStrings);
  const labels = new Map(side.map((item) => [`${argumentOf(item)}\n${item.parent}`, item.label]));
  const texts = new Map(side.map((item) => [argumentOf(item), item.text]));
  return [...texts].flatMap(([id, text]): readonly BestMatch[] => {
    let best: BestMatch | null = null;
    for (const keyPoint of keyPoints) {
      const near = score(text, keyPoint);
      if (best === null || near > best.score)
        best = { id, text, keyPoint, score: near, label: labels.get(`${id}\n${keyPoint}`) ?? null };
    }
    return best === null ? [] : [best];
  });
}

/**
 * The area under precision by recall of the ranked half: the mean of the precision at each match, equal
 * scores taken together. 0 where the half holds no match.
 */
export function averagePrecision(matches: readonly BestMatch[], undecided: boolean): number {
  const sorted = matches.toSorted((a, b) => b.score - a.score || compareStrings(a.id, b.id));
  const half = sorted.slice(0, Math.floor(sorted.length * ranked));
  const isMatch = ({ label }: BestMatch): boolean => (label === null ? undecided : label === "match");
  const all = half.filter(isMatch).length;
  let [seen, right, sum] = [0, 0, 0];
  while (seen < half.length) {
    const tied = half.filter(({ score }) => score === half[seen]?.score);
    const hits = tied.filter(isMatch).length;
    seen += tied.length;
    right += hits;
    sum += (hits * right) / seen;
  }
  return all === 0 ? 0 : sum / all;
}

function wordsInCommon(a: string, b: string): number {
  const [one, other] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const common = [...one].filter((word) => other.has(word)).length;
  return common / Math.max(1, one.size + other.size - common);
}

function mistakesOf(matches: readonly BestMatch[]): readonly Mistake[] {
  return matches.flatMap(({ id, text, keyPoint, score, label }) =>
    label === "no_match"
      ? [{ id, confidence: score, said: "match", label, lines: [`> ${keyPoint}`, text] }]
      : [],
  );
}
