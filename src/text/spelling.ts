/** British words and their American spelling where no rule below covers them. Keys are singular. */
const american: ReadonlyMap<string, string> = new Map(
  Object.entries({
    artefact: "artifact",
    behaviour: "behavior",
    behavioural: "behavioral",
    centre: "center",
    colour: "color",
    defence: "defense",
    favour: "favor",
    fulfil: "fulfill",
    grey: "gray",
    honour: "honor",
    judgement: "judgment",
    labelled: "labeled",
    labelling: "labeling",
    labour: "labor",
    licence: "license",
    modelled: "modeled",
    modelling: "modeling",
    neighbour: "neighbor",
    offence: "offense",
    programme: "program",
    signalling: "signaling",
    travelling: "traveling",
  }),
);

/** Words in -ise that are spelt so everywhere. */
const alwaysIse = new Set(
  "advise chastise comprise compromise demise devise disguise enterprise exercise expertise franchise improvise merchandise otherwise paradise precise premise promise revise supervise surprise televise".split(
    " ",
  ),
);

/** Words that end in s and are no plurals. */
const noPlural = new Set(
  "alas always analysis basis bias bus chaos christmas crisis diagnosis does emphasis ethics gas has his hypothesis lens less mathematics means news perhaps physics plus politics series species this thus was yes".split(
    " ",
  ),
);

/** Plurals that no rule makes singular. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    analyses: "analysis",
    biases: "bias",
    children: "child",
    criteria: "criterion",
    crises: "crisis",
    heuristics: "heuristic",
    hypotheses: "hypothesis",
    indices: "index",
    lives: "life",
    matrices: "matrix",
    men: "man",
    people: "people",
    phenomena: "phenomenon",
    theses: "thesis",
    women: "woman",
  }),
);

/** A lower-case word without its plural ending; "bias", "process" and words of three letters stay. */
function singular(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || !word.endsWith("s") || noPlural.has(word)) return word;
  if (/(?:ss|us|is|'s)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** A lower-case word in the singular and in American spelling: the same for every way to write it. */
export function spellAlike(word: string): string {
  return spellAmerican(singular(word));
}

/** A lower-case word in the singular in American spelling. */
export function spellAmerican(word: string): string {
  const known = american.get(word);
  if (known !== undefined) return known;
  if (!word.includes("is", 3)) return word;
  const match = /^(\p{L}{3,})is(e|ed|er|ing|ation)$/u.exec(word);
  if (match === null || alwaysIse.has(`${match[1]}ise`) || !/[lmnrtgdvy]$/.test(match[1] ?? "")) return word;
  return `${match[1]}iz${match[2]}`;
}

/** A lower-case word without -ing, -ed, -ly and their like, where a stem with a vowel is left. */
export function cutSuffix(word: string): string {
  const match = /^(\p{L}{3,}?)(?:ingly|edly|ing|ed|ly|ation|ment|ness|er|e)$/u.exec(word);
  const root = match?.[1];
  if (root === undefined || !/[aeiouy]/.test(root)) return word;
  return root.replace(/([bdgmnprt])\1$/, "$1");
}
