import { z } from "zod";
import type { Correction } from "../model/claim.ts";
import type { StoreReader } from "../store/store.ts";
import { wordsById } from "./load/words.ts";
import type { Query } from "./query.ts";
import { listOf } from "./shapes.ts";
import { readJudgements } from "./view/read-view.ts";

/**
 * What a person said of a claim or a relation. `words` are those of the claim, or of both ends; `isWaiting` says that
 * nothing there is left to judge, so that it waits for an extraction that finds it again.
 */
const CorrectionItem = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["claim", "relation"]),
    action: z.enum(["accept", "reject", "change"]),
    by: z.string(),
    targetId: z.string(),
    words: z.array(z.string()).readonly(),
    isWaiting: z.boolean(),
  })
  .readonly();
export type CorrectionItem = z.output<typeof CorrectionItem>;

const CorrectionsInput = z.strictObject({}).readonly();
export const CorrectionsOutput = listOf(CorrectionItem);
export type CorrectionsOutput = z.output<typeof CorrectionsOutput>;

export const corrections: Query<typeof CorrectionsInput, typeof CorrectionsOutput> = {
  id: "corrections",
  describes: "What people said of claims and relations.",
  input: CorrectionsInput,
  output: CorrectionsOutput,
  async run(store) {
    const items: CorrectionItem[] = [];
    for (const { id, action, by, targetKind: kind, targetId, value } of await readJudgements(store)) {
      const ids = kind === "relation" ? (value?.split(" ") ?? []) : [targetId];
      const words = await wordsById(store, ids);
      const isWhole = ids.length > 0 && ids.every((one) => words.has(one));
      const isWaiting = !isWhole || (kind === "relation" && !(await isRelated(store, ids)));
      const texts = ids.flatMap((one) => words.get(one)?.text ?? []);
      items.push({ id, kind, action, by, targetId, words: texts, isWaiting });
    }
    return { total: items.length, items };
  },
};

/** Whether any layer relates two stretches of words. */
async function isRelated(store: StoreReader, [from, to]: readonly string[]): Promise<boolean> {
  const commentId = (await wordsById(store, [from ?? ""])).get(from ?? "")?.commentId ?? "";
  return (await store.known.relations([commentId])).some((one) => one.from === from && one.to === to);
}

/** The one correction whose id is `asked` or starts with it; several or none where that is not so. */
export function correctionsMeant(
  items: readonly CorrectionItem[],
  asked: string,
): readonly Pick<Correction, "id">[] {
  const exact = items.filter(({ id }) => id === asked);
  return exact.length > 0 ? exact : items.filter(({ id }) => id.startsWith(asked));
}
