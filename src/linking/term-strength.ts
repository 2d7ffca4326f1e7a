import { broadNouns } from "../text/broad-nouns.ts";
import { everydayWords } from "../text/everyday-words.ts";
import { isJoinedByOf, type TermCount, type TermGroup } from "./count-terms.ts";

/**
 * What each sign of a concept adds to the logarithm of a term's strength.
 *
 * Chosen by hand, to one figure, so that the first terms of threads of one page, of a dump of one author and of
 * single abstracts are those that readers named (`npm run eval -- own`, `gold`, `concepts`).
 */
const weights = {
  occurrences: 0.5,
  ownOccurrences: 0.6,
  comments: 0.5,
  nested: -0.3,
  neverAlone: -1.1,
  glossary: 1.2,
  broad: -0.8,
  everyday: -0.5,
  late: -0.4,
};

/** What the length of a term adds in a corpus of many comments, for two, three and more words. */
const lengthWeights = [0.3, 0, -0.4] as const;
/** What it adds more in a single text, where most terms stand once and their form must tell. */
const lengthWeightsOfOne = [1.3, 1.9, 1.6] as const;

/**
 * A broad or everyday noun, and two phrases that "of" joins, count from so many occurrences outside of longer
 * terms.
 */
const leastOfCommon = 2;
/** What never stands alone counts when so many different terms hold it. */
const leastContainers = 3;

/**
 * How strongly a term asks to be a concept, above 0; 0 when it is none.
 *
 * The product of powers of its occurrences, of those that do not only belong to one longer term (as in C-value),
 * and of the comments that use it, times factors: more for a glossary term and, in a small corpus, for a phrase;
 * less for a noun of every debate, for what is mostly part of longer terms, and for what stands late in a text.
 *
 * @param comments - how many comments the corpus has.
 * @see Frantzi, Ananiadou, Mima 2000, "Automatic recognition of multi-word terms: the C-value/NC-value method",
 *   doi:10.1007/s007999900023, for what a nested term counts.
 */
export function strengthOf(group: TermGroup, comments: number): number {
  const { counts, entry, key } = group;
  const sum = (of: (count: TermCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const occurrences = sum(({ frequency }) => frequency);
  const free = sum((count) => count.free);
  const nested = occurrences - free;
  const containers = sum((count) => count.containers);
  const words = key.split(" ").length;
  const everyday = words === 1 ? (everydayWords.get(key) ?? 0) : 0;
  const isBroad = words === 1 && broadNouns.has(key);
  if (entry === null) {
    if (free === 0 && containers < leastContainers) return 0;
    if ((isBroad || everyday > 0 || isJoinedByOf(group)) && free < leastOfCommon) return 0;
  }
  // A term nested in many different ones is a term of its own; one nested in a single one is a part of it.
  const own = Math.max(0.5, free + (containers > 1 ? nested * (1 - 1 / containers) : 0));
  const spread = sum((count) => count.comments);
  const lateness = sum(({ firstPlaces }) => firstPlaces) / spread / 1000;
  return Math.exp(
    weights.occurrences * Math.log(occurrences) +
      weights.ownOccurrences * Math.log(own) +
      weights.comments * Math.log(spread) +
      weights.nested * Math.log(1 + nested) +
      (free === 0 && entry === null ? weights.neverAlone : 0) +
      (entry === null ? 0 : weights.glossary) +
      (isBroad ? weights.broad : 0) +
      weights.everyday * Math.log(1 + everyday) +
      weights.late * lateness +
      lengthWeight(words, comments),
  );
}

function lengthWeight(words: number, comments: number): number {
  if (words === 1) return 0;
  const at = Math.min(words, 4) - 2;
  return (lengthWeights[at] ?? 0) + (lengthWeightsOfOne[at] ?? 0) / comments;
}
