import { foldText } from "./tokens.ts";

/** What an ordinal counts. */
type Counted = "point" | "example" | "question" | "paragraph" | "sentence";

/** A place in an order: `place` counts from 1, or from the end with -1 for the last. */
export interface Ordinal {
  readonly counted: Counted;
  readonly place: number;
}

/** What a sentence names of what was said before, in its own words. */
export interface References {
  /** Marks of list items, lower case, without brackets and dots: "2" of "your point 2", "b" of "(b)". */
  readonly marks: ReadonlySet<string>;
  readonly ordinals: readonly Ordinal[];
  /** Whether the marks and ordinals are of what the speaker said: "my second point". */
  readonly areOwn: boolean;
  /** The words between quotation marks. */
  readonly quoted: readonly string[];
  /** The words that say of what somebody spoke: "tides" of "your example of tides". */
  readonly topics: readonly string[];
}

const letters = "\\p{L}\\p{N}";
const mark = "(?:\\d{1,2}|[a-z]|[ivx]{2,4})";
const otherMarks = `(?:(?:,|,? and| or| &) [(#]?${mark}\\)?(?![${letters}'%]))`;
const firstMark = `[(#]?${mark}\\)?`;
const part =
  "(?:point|item|part|reason|claim|argument|question|option|bullet|step|premise|objection|assumption|section)";
/** "Part 2 of the film" is no part of what was said. */
const unlessOfAnother = "(?! (?:of|on|in|from) (?!the list|it|your?|this|that))";
/** What begins to say something of a thing that is named by its mark; other words behind a number are counted by it. */
const said = `(?:is|isn't|was|wasn't|are|aren't|were|does|doesn't|do|don't|has|would|will|can|can't|cannot|seems?|looks?|sounds?|makes?|misses|assumes|ignores|still|stands?|holds?|fails?|contradicts?|clash|begs|both|and(?! \\d)|but|though|too|i|you|we|it)(?![${letters}])`;
/** Where a clause begins. Behind a noun a bare mark is part of a name ("chapter 2", "vitamin c"). */
const begins = `(?<=^[\\s"'(*_>-]{0,8}|[,;:.!?(-] |(?<![${letters}'])(?:and|because|both|but|since|so|that|think|while|your) )(?<!(?<![${letters}])[${letters}](?:,|,? and|,? or| &) )`;

/** A mark between brackets, and the beginning of own points that are counted off so: "(1) the price and (2) the noise". */
const bracketed = new RegExp(`(?<![${letters}])\\((${mark})\\)`, "gu");
const ownBrackets = new RegExp(
  `(?<!(?<![${letters}])(?:about|on|re|regarding|to|with|points?|your) )\\((?:1|a|i)\\) (?!${said})[^()]{1,200}\\((?:2|b|ii)\\) (?!${said})`,
  "u",
);

/**
 * Where else marks of list items stand. "a" and "i" are words, so they count between brackets, at a stop, or
 * before a verb only; a number counts behind a word for a part of a text
 * or a word that turns to a matter, and where it begins a clause, before a stop or a verb.
 */
const markPatterns: readonly RegExp[] = [
  new RegExp(
    `(?<![${letters}])${part} (${firstMark}${otherMarks}*)(?=[).,:;?!\\s]|$)${unlessOfAnother}`,
    "gu",
  ),
  new RegExp(
    `(?<![${letters}])${part}s (${firstMark}${otherMarks}+)(?=[).,:;?!\\s]|$)${unlessOfAnother}`,
    "gu",
  ),
  new RegExp(
    `(?<![${letters}])(?<!(?<![${letters}])(?:the|a|an|my|our|its|their) )(?:nos?\\.?|numbers?|nrs?\\.?) (${firstMark}${otherMarks}*)(?=[).,:;?!]|$| ${said})`,
    "gu",
  ),
  new RegExp(
    `(?<![${letters}&])(?<!(?<![${letters}])(?:the|a|an|my|our|its|their|comment|issue|message|post|reply|ticket) )#(\\d{1,2})(?![${letters}])`,
    "gu",
  ),
  new RegExp(
    `(?:(?<![${letters}'])(?:re|ad|regarding|as for|your|(?:agree|disagree|not|right|sure|with you|wrong) (?:about|on))|${begins}(?:about|on)):? (\\d{1,2}|[a-h])(?=\\)|[:,;.](?:\\s|$)| -|$| (?:i|you|we|it|is|was|still|stands?)(?![${letters}]))`,
    "gu",
  ),
  new RegExp(
    `(?:${begins}|(?<=(?<![${letters}])your (?:\\p{L}{1,20} ){1,3}(?:in|on) ))(\\d(?:(?:, ?|,? and | & )\\d){1,9})(?= (?:are|aren't|is|isn't|both|seem|clash|contradict|stand|still)(?![${letters}]))`,
    "gu",
  ),
  new RegExp(`${begins}(\\d)(?= still)`, "gu"),
  new RegExp(
    `(?<![${letters}])(?:agree (?:with|on)|yes to|no to|doubt|grant|accept|reject|concede|drop) (\\d(?:(?:, ?|,? and | & )\\d)*)(?=[.:;!?)]|,(?! ?\\d)|$| but| though)`,
    "gu",
  ),
  new RegExp(`${begins}([b-h])(?= (?:is|was|i)(?![${letters}]))`, "gu"),
];
const oneMark = new RegExp(`(?<![${letters}])${mark}(?![${letters}])`, "gu");

/**
 * The marks of list items that a folded text refers to: "drop point 3" refers to "3", "c is the weakest" to
 * "c".
 */
export function itemsReferredTo(folded: string): ReadonlySet<string> {
  const patterns = ownBrackets.test(folded) ? markPatterns : [bracketed, ...markPatterns];
  const found = patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const list = (match[1] ?? "").match(oneMark) ?? [];
      const rest = folded.slice(match.index + match[0].length);
      return list.filter((one) => !isWord(one, match[0], rest));
    }),
  );
  return new Set(found);
}

/** Whether "a" or "i" is the word and no mark: it stands in no brackets, and nothing ends or judges behind it. */
const isWord = (one: string, found: string, rest: string): boolean =>
  (one === "a" || one === "i") && !found.includes(`(${one})`) && !/^(?:[).,:;?!]|$| is | and )/u.test(rest);

const numerals: readonly string[] = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
];
const numeral = `(?:${numerals.join("|")}|[1-9](?:st|nd|rd|th)|last|final|closing|opening)`;
const countedWords =
  "points?|claims?|arguments?|reasons?|objections?|premises?|items?|bullets?|concerns?|suggestions?|options?|assumptions?|examples?|questions?|paragraphs?|para|sentences?|lines?|ones?|parts?";
const whose = "(?:your|my|his|her|their|that|\\p{L}{1,30}'s)";
const ordinalPattern = new RegExp(
  `(?<![${letters}])(?:${whose} (?:very )?(${numeral}(?:(?:,|,? and| &) ${numeral})*) (?:bullet )?(${countedWords})|the (?:very )?(${numeral}) (points?|arguments?|claims?|bullets?|paragraphs?|sentences?|of (?:these|those|your \\p{L}{1,20}))(?![${letters}'])${unlessOfAnother})(?![${letters}'])`,
  "gu",
);
const oneNumeral = new RegExp(numeral, "gu");

/** The ordinals by which a folded text refers to parts of another: "your second point", "the last paragraph". */
function ordinalsIn(folded: string): readonly Ordinal[] {
  return [...folded.matchAll(ordinalPattern)].flatMap((match) => {
    const counted = countedBy(match[2] ?? match[4] ?? "");
    const list = (match[1] ?? match[3] ?? "").match(oneNumeral) ?? [];
    return list.map((word) => ({ counted, place: placeOf(word) }));
  });
}

function countedBy(word: string): Counted {
  if (word.startsWith("para")) return "paragraph";
  if (/^(?:sentence|line)/u.test(word)) return "sentence";
  if (word.startsWith("example")) return "example";
  return word.startsWith("question") ? "question" : "point";
}

function placeOf(word: string): number {
  if (word === "last" || word === "final" || word === "closing") return -1;
  if (word === "opening") return 1;
  const at = numerals.indexOf(word);
  return at < 0 ? Number.parseInt(word, 10) : at + 1;
}

const itemMarkPattern =
  /^[^\S\n]{0,20}(?:\(?(\d{1,2}|[A-Za-z]|[ivx]{2,4})[.)]|[-*+•‣◦▪●∙·–—])[^\S\n]{1,20}(?=\S|$)/u;

/**
 * The mark of the list item that the words at `start` open, lower case: "3" in "3. Slow is fine."; "•" for a
 * bullet; else null.
 */
export function itemMark(text: string, start: number): string | null {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const match = itemMarkPattern.exec(text.slice(line, start + 5));
  return match !== null && line + match[0].length >= start ? (match[1] ?? "•").toLowerCase() : null;
}

const quotedWords = /["“]([^"”\n]{2,160})["”]/gu;

/** The words between quotation marks. */
export function wordsQuoted(text: string): readonly string[] {
  return [...text.matchAll(quotedWords)].map((match) => match[1] ?? "");
}

const topicPattern = new RegExp(
  `(?<![${letters}])(?:(?:your|his|her|their|\\p{L}{1,30}'s) (?:point|claim|argument|example|idea|analogy|comparison|bit|part|question|remark|theory|story|suggestion|worry|concern|number|numbers|figure) (?:of|about|that|on|with|regarding)|(?:what )?you (?:say|said|claim|claimed|argue|argued|mention|mentioned|wrote|write|assume|suggest|suggested|propose|insist)(?: that| about)?) ([^.,:;?!()"\\n]{3,80})`,
  "gu",
);

/** The words by which a folded text says what somebody spoke of: "tides" of "your example of tides". */
function topicsNamed(folded: string): readonly string[] {
  return [...folded.matchAll(topicPattern)].map((match) => match[1] ?? "");
}

/**
 * Signs without which a sentence holds no mark, no ordinal and no topic; they spare most sentences the
 * patterns.
 */
const mayMark = /\d|\((?:[a-z]|[ivx]{2,4})\)|(?:^|[^a-z'])(?:[b-hj-z](?![a-z'])|[ai][).:,])/u;
const mayCount =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last|final|opening|closing|\d(?:st|nd|rd|th))\b/u;
const mayNameTopic =
  /\byou (?:sa|cl|ar|me|wr|as|su|pr|in)|\b(?:your|his|her|their|[a-z]+'s) [a-z]+ (?:of|about|that|on|with|regarding) /u;

const ownParts = new RegExp(
  `(?<![${letters}])my (?:very |own )?(?:${numeral}|${countedWords})(?![${letters}])`,
  "u",
);

const nothing: References = { marks: new Set(), ordinals: [], areOwn: false, quoted: [], topics: [] };

/** What a sentence refers to by name. Nothing tells yet whether there is such a thing, or whose it is. */
export function referencesIn(text: string): References {
  const folded = foldText(text);
  const marks = mayMark.test(folded) ? itemsReferredTo(folded) : nothing.marks;
  const ordinals = mayCount.test(folded) ? ordinalsIn(folded) : nothing.ordinals;
  const quoted = folded.includes('"') ? wordsQuoted(text) : nothing.quoted;
  const topics = mayNameTopic.test(folded) ? topicsNamed(folded) : nothing.topics;
  if (marks.size + ordinals.length + quoted.length + topics.length === 0) return nothing;
  return { marks, ordinals, areOwn: ownParts.test(folded), quoted, topics };
}
