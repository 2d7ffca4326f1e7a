import { z } from "zod";
import type { Reaction } from "../../model/comment.ts";

/**
 * What a react says of the words it stands at: 1 that they are right, -1 that they are wrong. Reacts that say
 * neither (`crux`, `examples`, `thanks`) have no entry and no sign.
 *
 * Names are those of the site's palette, with those that it no longer offers.
 *
 * @see https://github.com/ForumMagnum/ForumMagnum packages/lesswrong/lib/voting/reactions.tsx
 */
const signs: ReadonlyMap<string, -1 | 1> = new Map([
  ["agree", 1],
  ["support", 1],
  ["handshake", 1],
  ["verified", 1],
  ["betTrue", 1],
  ["locallyValid", 1],
  ["hitsTheMark", 1],
  ["yeswhatimean", 1],
  ["changemind", 1],
  ["changed-mind-on-point", 1],
  ["thumbs-up", 1],
  ["60percent", 1],
  ["75percent", 1],
  ["90percent", 1],
  ["99percent", 1],
  ["disagree", -1],
  ["verifiedFalse", -1],
  ["betFalse", -1],
  ["locallyInvalid", -1],
  ["shakyPremise", -1],
  ["nonSequitur", -1],
  ["tooManyAssumptions", -1],
  ["miss", -1],
  ["strawman", -1],
  ["obtuse", -1],
  ["thumbs-down", -1],
  ["1percent", -1],
  ["10percent", -1],
  ["25percent", -1],
  ["40percent", -1],
]);

const React = z.object({
  userId: z.string().nullish(),
  displayName: z.string().nullish(),
  reactType: z.string().nullish(),
  quotes: z.array(z.string()).nullish(),
});

/** `extendedScore` as far as it says who reacted how; aggregates of votes name nobody. */
export const ExtendedScore = z.object({ reacts: z.record(z.string(), z.array(z.unknown())).nullish() });
export type ExtendedScore = z.output<typeof ExtendedScore>;

/**
 * What one react by one person says, 1 for, -1 against, 0 neither. Who disagrees with a react says the
 * opposite.
 */
export function signOfReact(kind: string, isAgainst: boolean): -1 | 0 | 1 {
  const sign = signs.get(kind) ?? 0;
  return isAgainst && sign !== 0 ? (sign === 1 ? -1 : 1) : sign;
}

/**
 * The reacts on a comment: one for each person, kind and quoted stretch of its text. Entries that cannot be
 * read are counted in `unreadable`.
 */
export function readReacts(
  score: ExtendedScore | null | undefined,
  host: string,
): { readonly reactions: readonly Reaction[]; readonly unreadable: number } {
  const reactions: Reaction[] = [];
  let unreadable = 0;
  for (const [kind, entries] of Object.entries(score?.reacts ?? {}))
    for (const entry of entries) {
      const react = React.safeParse(entry);
      if (!react.success) {
        unreadable++;
        continue;
      }
      const { userId, displayName, reactType, quotes } = react.data;
      const person = userId ?? displayName;
      const by = person ? `${host}:${person}` : null;
      const sign = signOfReact(kind, reactType === "disagreed");
      const words: readonly (string | null)[] = quotes && quotes.length > 0 ? quotes : [null];
      for (const quote of words) reactions.push({ by, kind, quote, sign });
    }
  return { reactions, unreadable };
}
