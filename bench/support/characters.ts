import { Likeness, type Profile } from "../../src/text/likeness.ts";

/** How alike two texts of a collection are in their characters, 0 to 1. Each is read once. */
export function sameClaimScore(collection: Iterable<string>): (a: string, b: string) => number {
  const likeness = new Likeness();
  for (const text of new Set(collection)) likeness.learn(text);
  const profiles = new Map<string, Profile>();
  return (a, b) => {
    const profile = profiles.get(b) ?? likeness.profileOf(b);
    profiles.set(b, profile);
    return likeness.between(profile, a);
  };
}
