/**
 * Nouns that fit most debates and are what some debate is about: "face" of a fresco, "test" of code, "line"
 * of verse.
 *
 * In the singular and in American spelling. A judgement, not a count. Alone they need more evidence than other
 * nouns before they count as a concept.
 */
export const broadNouns: ReadonlySet<string> = new Set(
  `
  ability act age agreement angle appearance area assertion assumption attempt attention attitude author
  background bar box break button caller cause change chapter choice citation clarification class
  collection combination comparison complaint complexity component conclusion condition confusion
  connection consequence consideration contact content context contrast contribution conversation
  correction counterexample course credence criterion criticism crux curiosity date deal degree
  description difference dimension direction disagreement discussion distinction document doubt draft edge
  edit effect effort element email entity error essay estimate exception excuse existence expectation
  experience explanation expression eye face fact factor feature feedback feeling field figure file flag
  focus footnote form format framework friend front fun function future gap group guess hand head heading
  history home hope house illustration image impact implication improvement incident individual
  information input insight instruction intent intention interest interpretation intro introduction
  intuition item job joke judgment jump justification key knowledge language layer length lesson letter
  level lie life light limit limitation line link location logic luck mail mark meaning measure member
  mention message metaphor method mind mistake misunderstanding mix motivation move movie name narrative
  nature necessity news night note object observation offer office opinion opponent opportunity option
  order outcome output page pair paper paragraph parent participant party past path pattern phase phrase
  play pointer potential practice preference presence prior procedure process product project proof
  property proposal puzzle quality quantity quotation range rate ratio rationale reader reading reality
  recipe record reference relation relationship reply report request requirement resource response review
  role room root rule sample satisfaction scale scene section segment self sentence sentiment sequence
  shape share shot sign similarity site size skepticism slide space speaker spectrum spirit spot stage
  stake stance standard start statement status stop story strength style subject substance suggestion sum
  support supporter surprise symbol system table talk target task taste tendency terminology test text
  theme thought threshold tip title tone tool touch track tradition trait transition treatment trend trick
  trouble truth turn understanding unit update usage use user variation variety version vibe wait walk
  wall weight wish wonder word work worry writer writing zone
`
    .trim()
    .split(/\s+/),
);
