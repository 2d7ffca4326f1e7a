/** Lengths of the runs of characters that are compared, in code units. */
const [shortest, longest] = [3, 5];

/** How alike two texts are, from 0, nothing in common, to 1, the same runs of characters. */
export type SameClaimScore = (a: string, b: string) => number;

type Weights = ReadonlyMap<string, number>;

/**
 * Learns from a collection which runs of characters tell its texts apart, and tells how alike two of them are.
 *
 * Runs of three to five characters, those that few texts hold weighing more, compared by the cosine: character
 * runs see through inflection and spelling. It does not see a denial: "X is safe" and "X is not safe" are alike, so a likeness
 * alone may join nothing.
 *
 * Linear in the length of the texts. Each text is read once; texts outside of the collection are weighed by its runs.
 */
export function sameClaimScore(collection: Iterable<string>): SameClaimScore {
  const frequency = new Map<string, number>();
  let texts = 0;
  for (const text of new Set(collection)) {
    texts++;
    for (const run of runsOf(text).keys()) frequency.set(run, (frequency.get(run) ?? 0) + 1);
  }
  const known = new Map<string, Weights>();
  const weigh = (text: string): Weights => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const weights = unit(runsOf(text), (run) => Math.log((1 + texts) / (1 + (frequency.get(run) ?? 0))) + 1);
    known.set(text, weights);
    return weights;
  };
  return (a, b) => product(weigh(a), weigh(b));
}

/** The runs inside each word, a blank before and behind it, with their counts. */
function runsOf(text: string): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (word === "") continue;
    const padded = ` ${word} `;
    for (let length = shortest; length <= longest; length++)
      for (let at = 0; at + length <= padded.length; at++) {
        const run = padded.slice(at, at + length);
        runs.set(run, (runs.get(run) ?? 0) + 1);
      }
  }
  return runs;
}

/** Weights of length 1: the count of each run, more than one counting by its logarithm, times what the run says. */
function unit(runs: ReadonlyMap<string, number>, weightOf: (run: string) => number): Weights {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [run, count] of runs) {
    const weight = (1 + Math.log(count)) * weightOf(run);
    weights.set(run, weight);
    square += weight ** 2;
  }
  const norm = Math.sqrt(square);
  for (const [run, weight] of weights) weights.set(run, weight / norm);
  return weights;
}

function product(a: Weights, b: Weights): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [run, weight] of few) sum += weight * (many.get(run) ?? 0);
  return Math.min(1, sum);
}
