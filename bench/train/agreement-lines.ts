import { agreementOf } from "../eval/own/agreement.ts";
import { mergeLabels } from "../eval/own/merge-labels.ts";
import { trainingThreads } from "./training-threads.ts";

/** How far the readers of the training threads agree, two at a time, as lines to print. */
export async function agreementLines(): Promise<readonly string[]> {
  const threads = await trainingThreads();
  const pairs = [
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ] as const;
  return pairs.map(([one, other]) => {
    const {
      claims,
      pairs: joined,
      pairsAndKinds,
    } = agreementOf(threads.map(({ readers }) => mergeLabels(readers[one], readers[other])));
    const shown = [claims, joined, pairsAndKinds].map((value) => value?.toFixed(2) ?? "-");
    return `agreement of readers ${one} and ${other}, F1: claims ${shown[0]}, pairs ${shown[1]}, pairs and kinds ${shown[2]}`;
  });
}
