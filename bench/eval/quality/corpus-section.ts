import type { Task } from "../corpora/measure-corpus.ts";
import type { ConfusionTable, Coverage, Report, Section } from "../corpora/report.ts";
import { command, type PageSection, share, shareWithInterval, table } from "./markdown.ts";
import { referenceOf, surestOf } from "./references.ts";

/** What each task asks, and what its figures mean. */
export const corpusProse: Readonly<Record<Task, { readonly title: string; readonly prose: string }>> = {
  stance: {
    title: "The stance of a reply",
    prose: `Does a whole reply agree with the comment that it answers, disagree, or neither? DEBAGREEMENT is from Reddit, 4forums from the Internet Argument Corpus; the
latter has no neutral replies, so two sides are told apart there. Macro F1 is the mean of the F1 of the classes. The precision at the surest 2, 10 and 28 % of all replies is what counts for a map that
draws few relations and sure ones. One reader of DEBAGREEMENT agrees with the majority of the readers 79.8 % of the time.`,
  },
  claims: {
    title: "Which sentences are claims",
    prose: `Single sentences from five corpora of web pages, posts and essays, without their texts. The labels mean a sentence that takes a side on the topic of its text, and the topic is not
given. What Elenchus stores as a claim is far more, anything that somebody could deny, so *statements*, which is what it stores, stands low here by design. *Standpoints* asks how probable it is that a sentence takes a
side; the extractor can tell, and nothing that Elenchus shows makes use of it yet.`,
  },
  units: {
    title: "Where statements begin and end",
    prose: `Threads of Change My View in which every claim and premise was marked. *IoU 50* counts two spans as one where they share at least half of what both cover together. Readers
often marked a part of a sentence, where Elenchus takes the whole.`,
  },
  relations: {
    title: "The relation of two statements",
    prose: `Two statements of one discussion: does the later support the earlier, attack it, say it again, or none of these? All sources together, and each by itself. The
relation is told from the two statements alone, without what stands around them. In Change My View nothing is labelled a rephrase; the macro F1 is over the classes that are labelled.`,
  },
  quotes: {
    title: "Quotes without marks",
    prose: `Posts whose quotation marks were taken out, each with the post that it answers. Quotes inside a sentence are left out on our side, since the labels have none, and so are
punctuation and marks around a span.`,
  },
  concepts: {
    title: "Concepts",
    prose: `Abstracts of papers (Inspec) with the key phrases of professional indexers. Each text is mapped alone, and the first five and ten concepts by salience are judged. Two phrases are one when the
Porter stems of their words are. Precision and recall are means over the texts. About two of five key phrases do not stand in their text word for word, so no program of this kind finds all.`,
  },
  "same-claim": {
    title: "Statements of one claim",
    prose: `Arguments on four topics and two sides each, and the short key points that sum them up. Every argument gets the key point that it resembles most; of each side the half with the best matches is
ranked. *mAP* is the mean average precision of these rankings, by the rules of the shared task before 2021-09-23. Where the readers were undecided, a match counts as wrong (strict) or as right (relaxed).`,
  },
};

/** Of a corpus with more parts, only the first, which is all of it, is shown whole. */
const mostWholeParts = 2;

/**
 * The section of one task: figures beside what others reach, precision at coverage, and what was taken for
 * what.
 */
export function corpusSection(task: Task, { file, sections }: Report): PageSection {
  const { title, prose } = corpusProse[task];
  const parts =
    sections.length > mostWholeParts
      ? [...sections.slice(0, 1).map((section) => partOf(task, section, false)), overview(sections.slice(1))]
      : sections.map((section) => partOf(task, section, sections.length > 1));
  return {
    title,
    prose,
    body: [command(`npm run eval -- ${task} ../shared/corpora/${file}`), ...parts].join("\n\n"),
  };
}

function partOf(task: Task, section: Section, isNamed: boolean): string {
  const { name, figures, baseline, coverage, calibration, confusion } = section;
  const rows = figures.map((figure) => {
    const { simple, best } = referenceOf(task, name, figure.name);
    return [
      figure.name,
      shareWithInterval(figure.value, figure.interval),
      share(figure.baseline),
      simple,
      best,
    ];
  });
  return [
    ...(isNamed ? [`### ${task}: ${name}`] : []),
    `${sizeOf(section)} Baseline: ${baseline}.`,
    table(["figure", "ours (middle 95 %)", "baseline", "small trained model", "best known"], rows),
    ...(coverage.length === 0 ? [] : [coverageTable(task, name, coverage)]),
    ...(calibration === null ? [] : [`Calibration error of the confidence: ${share(calibration)}.`]),
    ...(confusion === null ? [] : [confusionTable(confusion)]),
  ].join("\n\n");
}

/** Parts of a corpus side by side, by their first two figures. */
function overview(sections: readonly Section[]): string {
  const names = (sections[0]?.figures ?? []).slice(0, 2).map(({ name }) => name);
  const rows = sections.map(({ name, items, figures }) => [
    name,
    String(items),
    ...figures
      .slice(0, 2)
      .flatMap(({ value, interval, baseline }) => [shareWithInterval(value, interval), share(baseline)]),
  ]);
  return table(["part", "items", ...names.flatMap((name) => [name, "baseline"])], rows);
}

function sizeOf({ items, groups }: Section): string {
  return groups === items ? `${items} items.` : `${items} items in ${groups} groups.`;
}

function coverageTable(task: Task, part: string, coverage: readonly Coverage[]): string {
  const shares = [...new Set(coverage.map((one) => one.share))];
  const names = [...new Set(coverage.map(({ name }) => name))];
  const rows = names.flatMap((name) => {
    const ours = coverage.filter((one) => one.name === name).map(({ precision }) => share(precision));
    const theirs = surestOf(task, part, name);
    const row = [name, ...ours];
    return theirs === null ? [row] : [row, [`${name}, a small trained model`, ...theirs.map(share)]];
  });
  return table(["precision of", ...shares.map((one) => `surest ${Math.round(one * 100)} %`)], rows);
}

function confusionTable({ columns, rows }: ConfusionTable): string {
  return table(
    ["label down, answer across", ...columns],
    rows.map(({ label, counts }) => [label, ...counts.map(String)]),
  );
}
