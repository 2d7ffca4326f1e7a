/** Abbreviations that never end a sentence: a title before a name, or words that must go on. */
export const neverLast: ReadonlySet<string> = new Set(
  "e.g eg i.e ie cf vs viz dr mr mrs ms prof st rev gen col sgt capt hon messrs mme mlle approx resp esp a.k.a aka w.r.t s.t ca incl excl inc.l n.b nb".split(
    " ",
  ),
);

/** Abbreviations that do not end a sentence when a number follows. */
export const beforeNumbers: ReadonlySet<string> = new Set(
  "no nos fig figs eq eqs sec secs ch chap p pp vol art ver v ex thm lem def est jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** Words that start a sentence even after a lone capital letter ("Plan A. Then …"), and are no surnames. */
export const openers: ReadonlySet<string> = new Set(
  `a after all also although and another any as at because before both but by can did do does each either even every first
  for from had has have he hence her here his how however i if in indeed instead is it its last let maybe meanwhile my neither
  no nobody nor not nothing now of often on once one only or our overall people perhaps second she should similarly since so
  some sometimes still such sure that the their then there therefore these they this those though thus to today too under
  unless until we well what when where whereas whether which while who why will with would yes yet you your`.split(
    /\s+/,
  ),
);
