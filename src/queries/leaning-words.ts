/**
 * Words that praise or blame what they are said of, in arguments about how to build and use things.
 *
 * A final `*` stands for any ending. Left out on purpose: words that name a field and judge nothing (`safety`,
 * `alignment`), and words that are as often neutral (`powerful`, `fast`).
 */
export const goodWords: readonly string[] =
  `safe safer safest safely safeguard* secure securely aligned benign harmless beneficial benefit benefits benefited
  better best good great improve improves improved improving improvement* robust robustly reliable reliably
  trustworthy transparent interpretable honest honestly legible corrigible controllable predictable tractable
  useful helpful hopeful optimistic happy effective efficient efficiently promising preferable superior advantage* succeed* success*
  accurate accurately reasonable sensible wise sane
  protect* cure cures solve solves solved cheap cheaper competent favour favor merit* valuable`
    .split(/\s+/)
    .filter(Boolean);

export const badWords: readonly string[] =
  `danger* risk risks risky riskier riskiest unsafe unsafely insecure misaligned misalignment harm harms harmful
  harmed harming bad badly worse worst fail fails failed failing failure* flaw* fault* broken breaks brittle
  fragile unreliable untrustworthy opaque dishonest deceiv* decept* deceit* scheme* scheming treacher*
  manipulat* adversarial catastroph* disast* doom* fatal lethal destr* hack hacks hacking hacked exploit* goodhart*
  wirehead* problem* problematic trouble* worry worries worried worrying worrisome concern concerns concerning
  alarming fear* scary terrif* hazard* threat* uncontrollable unpredictable intractable wrong wrongly mistake*
  mistaken useless ineffective inefficient inferior disadvantage* drawback* downside* misspecif* unhelpful harder difficult unhappy pessimistic skeptical sceptical
  unaligned toxic poison* evil corrupt* incorrect unsound unreasonable foolish reckless expensive costly
  vulnerab* hopeless`
    .split(/\s+/)
    .filter(Boolean);

/** Verbs whose object is what they judge: "prefer X", "avoid X". */
export const goodVerbs: readonly string[] =
  `prefer prefers preferred recommend recommends recommended trust trusts favour favours favor favors endorse
  endorses advocate advocates choose`
    .split(/\s+/)
    .filter(Boolean);

export const badVerbs: readonly string[] =
  `avoid avoids ban bans banning abandon abandons distrust distrusts reject rejects oppose opposes dislike dislikes
  forbid forbids stop fear fears`
    .split(/\s+/)
    .filter(Boolean);

/** Words that turn the judgement that follows in the same clause: denials, doubts, and verbs that lessen. */
export const negators: readonly string[] =
  `not no never neither nor cannot without hardly rarely seldom barely nothing nobody none few unlikely
  doubt doubts doubtful deny denies disagree disagrees dispute disputes disbelieve myth false untrue
  reduce reduces reduced reducing avoid avoids avoided avoiding prevent prevents prevented preventing mitigate
  mitigates mitigated lack lacks lacking lessen lessens lower lowers eliminate eliminates remove removes solve solves
  fix fixes overstate overstates overstated overrated overblown exaggerate exaggerates exaggerated less fewer`
    .split(/\s+/)
    .filter(Boolean);

/** Comparatives that carry no judgement of their own; the word that they stand before does. */
export const moreWords: readonly string[] = [
  "more",
  "greater",
  "higher",
  "bigger",
  "larger",
  "likelier",
  "stronger",
];
export const lessWords: readonly string[] = ["less", "fewer", "lower", "smaller", "lesser"];
/** Comparatives that judge. */
export const betterWords: readonly string[] =
  `better safer cheaper sounder wiser fairer saner preferable superior`.split(" ");
export const worseWords: readonly string[] = `worse riskier inferior scarier`.split(" ");
