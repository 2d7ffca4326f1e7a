import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { blend } from "../src/text/blend.ts";
import { differencesBetween } from "../src/text/opposition.ts";
import { sameClaimScore } from "./support/characters.ts";
import { meaningsOf } from "./support/meanings.ts";

const Pair = z.strictObject({
  topic: z.string(),
  claim: z.string(),
  other: z.string(),
  relation: z.enum(["same", "opposite"]),
});

const file = fileURLToPath(new URL("../training/pairs/same.jsonl", import.meta.url));
const shares = Array.from({ length: 11 }, (_, at) => at / 10);
const leastScores = [0.2, 0.3, 0.4, 0.5, 0.6];

/**
 * Measures how well rewordings are told from other claims of their topic, on the pairs written for it.
 *
 * `npm run bench same-pairs [MODEL.onnx [VOCABULARY]]`. With a model, the figures of all shares that its
 * likeness may have in the score; `meaningShare` (src/text/blend.ts) is the least that comes within .02 of
 * the best. Also how often the signs of an opposite are seen in opposites, and in rewordings, where they are
 * wrong.
 */
export async function run([model, vocabulary]: readonly string[]): Promise<void> {
  const pairs = (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => Pair.parse(JSON.parse(line)));
  const same = pairs.filter(({ relation }) => relation === "same");
  const texts = same.flatMap(({ claim, other }) => [claim, other]);
  const characters = sameClaimScore(texts);
  const meaning = model === undefined ? null : await meaningsOf(texts, model, vocabulary);
  // Every claim with every other of its topic: its rewording is to stand before all else.
  const compared = same.flatMap(({ topic, claim }) =>
    same
      .filter((it) => it.topic === topic)
      .flatMap((it) =>
        [it.claim, it.other].filter((text) => text !== claim).map((text) => ({ claim, text })),
      ),
  );
  const isSame = new Set(same.map(({ claim, other }) => `${claim}\n${other}`));
  console.log(`${same.length} rewordings among ${compared.length} pairs of one topic`);
  for (const share of meaning === null ? [0] : shares) {
    const scored = compared.map(({ claim, text }) => ({
      score: blend(characters(claim, text), meaning?.(claim, text) ?? null, share),
      isRight: isSame.has(`${claim}\n${text}`),
    }));
    const least = leastScores.map((score) => precisionFrom(scored, score)).join("  ");
    console.log(
      `share ${share.toFixed(1)}  average precision ${averagePrecision(scored).toFixed(3)}  ${least}`,
    );
  }
  for (const relation of ["opposite", "same"] as const) {
    const some = pairs.filter((pair) => pair.relation === relation);
    const seen = some.filter(({ claim, other }) => differencesBetween(claim, other).length > 0);
    console.log(`signs of an opposite in ${seen.length} of ${some.length} ${relation}`);
  }
}

interface Scored {
  readonly score: number;
  readonly isRight: boolean;
}

function averagePrecision(scored: readonly Scored[]): number {
  let [right, sum] = [0, 0];
  scored
    .toSorted((a, b) => b.score - a.score)
    .forEach(({ isRight }, at) => {
      if (!isRight) return;
      right++;
      sum += right / (at + 1);
    });
  return sum / Math.max(1, right);
}

function precisionFrom(scored: readonly Scored[], least: number): string {
  const found = scored.filter(({ score }) => score >= least);
  const right = found.filter(({ isRight }) => isRight).length;
  return `from ${least}: ${right} of ${found.length} right`;
}
