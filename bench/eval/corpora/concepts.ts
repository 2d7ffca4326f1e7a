import { z } from "zod";
import { shippedGlossary } from "../../../src/extraction/rules/glossary.ts";
import { countTerms } from "../../../src/linking/count-terms.ts";
import { selectConcepts } from "../../../src/linking/merge-concepts.ts";
import { glossaryKeys } from "../../../src/linking/term-variants.ts";
import type { Term } from "../../../src/model/claim.ts";
import { noContext } from "../../../src/model/extraction.ts";
import { compareStrings } from "../../../src/model/id.ts";
import { middleOf, resampledSums } from "../counts.ts";
import { commentOf, type MeasuredExtractor } from "./extractor-readers.ts";
import { readItems } from "./items.ts";
import { keyPhraseBaseline } from "./key-phrase-baseline.ts";
import type { Mistake, ReportedFigure, Section } from "./report.ts";
import { phraseStemmer } from "./stemmer.ts";

const Label = z.array(z.string());

/** A text with its key phrases and what was found in it, all as stems, each once, the best first. */
interface RankedText {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly wanted: readonly string[];
  readonly found: readonly string[];
  readonly baseline: readonly string[];
}

/** Terms that are concepts however rarely they occur. */
const glossaryTerms: ReadonlySet<string> = new Set(glossaryKeys(shippedGlossary).keys());

/** How many of the first phrases are judged. */
const firsts = [5, 10];

/**
 * Measures what a text is about against the key phrases that indexers gave it.
 *
 * Each text is mapped alone: the extractor's terms are counted and ranked by the stage that makes concepts of
 * them, and the first five and ten by salience are judged. Two phrases are the same when the Porter stems of
 * their words are (lower case, marks dropped). Precision and recall are means over the texts, F1 is theirs.
 * Key phrases that do not occur in the text count as missed, as is usual for Inspec.
 */
export async function measureConcepts(
  file: string,
  { extractor }: MeasuredExtractor,
  limit: number,
): Promise<readonly Section[]> {
  const items = await readItems(file, Label, limit);
  const stem = phraseStemmer();
  const stems = (phrases: readonly string[]): readonly string[] => [
    ...new Set(phrases.map(stem).filter((phrase) => phrase !== "")),
  ];
  const baseline = keyPhraseBaseline(items.map(({ text }) => text));
  const texts: RankedText[] = [];
  for (const { id, group, text, label } of items) {
    const { terms } = await extractor.extract(commentOf("text", text, null), noContext);
    const found = stems(await conceptsOf(text, terms));
    texts.push({ id, group, text, wanted: stems(label), found, baseline: stems(baseline(text)) });
  }
  return [sectionOf(texts)];
}

/** The concepts of a text that is mapped alone, the most salient first. */
async function conceptsOf(text: string, terms: readonly Term[]): Promise<readonly string[]> {
  const read = async function* () {
    yield { commentId: "text", terms, text };
  };
  const stats = await countTerms(read, glossaryTerms);
  return selectConcepts(stats, shippedGlossary).map(({ concept }) => concept.prefLabel);
}

function sectionOf(texts: readonly RankedText[]): Section {
  return {
    name: "texts",
    items: texts.length,
    groups: texts.length,
    baseline: "TF-IDF of runs of words",
    figures: firsts.flatMap((first) => figuresAt(texts, first)),
    coverage: [],
    calibration: null,
    confusion: null,
    mistakes: texts.map(mistakeOf).sort((a, b) => compareStrings(a.id, b.id)),
  };
}

type Shares = readonly [precision: number, recall: number];

function figuresAt(texts: readonly RankedText[], first: number): readonly ReportedFigure[] {
  const rows = texts.map(({ wanted, found }) => sharesOf(found.slice(0, first), wanted));
  const plain = meanOf(texts.map(({ wanted, baseline }) => sharesOf(baseline.slice(0, first), wanted)));
  const ours = meanOf(rows);
  const interval = middleOf(resampledSums(rows).map(([p = 0, r = 0]) => harmonicMean([p, r]) / rows.length));
  return [
    { name: `first ${first}, F1`, value: harmonicMean(ours), interval, baseline: harmonicMean(plain) },
    { name: `first ${first}, precision`, value: ours[0], interval: null, baseline: plain[0] },
    { name: `first ${first}, recall`, value: ours[1], interval: null, baseline: plain[1] },
  ];
}

function sharesOf(found: readonly string[], wanted: readonly string[]): Shares {
  const known = new Set(wanted);
  const right = found.filter((phrase) => known.has(phrase)).length;
  return [right / Math.max(1, found.length), right / Math.max(1, wanted.length)];
}

function meanOf(rows: readonly Shares[]): Shares {
  const mean = (column: 0 | 1): number =>
    rows.reduce((sum, row) => sum + row[column], 0) / Math.max(1, rows.length);
  return [mean(0), mean(1)];
}

const harmonicMean = ([a, b]: Shares): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** The first concept of a text that is no key phrase, beside those that are. */
function mistakeOf({ id, text, found, wanted }: RankedText): Mistake {
  const known = new Set(wanted);
  return {
    id,
    confidence: null,
    said: found
      .filter((phrase) => !known.has(phrase))
      .slice(0, 5)
      .join(", "),
    label: wanted.join(", "),
    lines: [text],
  };
}
