import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { measuredExtractor } from "../corpora/extractor-readers.ts";
import { measureCorpus, type Task } from "../corpora/measure-corpus.ts";
import { labelledSets } from "../gold/labelled-sets.ts";
import { measureGold } from "../gold/measure-gold.ts";
import { topicNames } from "../own/labels.ts";
import { figuresOf, measureOwn, type OwnFigures } from "../own/measure-own.ts";
import { readRecorded, recordFigures, shortfalls } from "../own/recorded.ts";
import { measureQuotePosts } from "../quote-posts.ts";
import { discourseQuotes, forumQuotes } from "../quoting-corpora.ts";
import { corpusSection } from "./corpus-section.ts";
import { goldSection } from "./gold-section.ts";
import type { PageSection } from "./markdown.ts";
import { ownSection } from "./own-section.ts";
import { qualityPage, replaceSection } from "./page.ts";
import { type MeasuredForum, quotePostsSection } from "./quote-posts-section.ts";

const page = fileURLToPath(new URL("../../../docs/quality.md", import.meta.url));
const corpora = fileURLToPath(new URL("../../../../shared/corpora/", import.meta.url));

/** The corpus of each task, in the order of the page. */
const files: readonly (readonly [task: Task, file: string])[] = [
  ["stance", "reply-stance.dev.jsonl"],
  ["relations", "relations.dev.jsonl"],
  ["claims", "claims.dev.jsonl"],
  ["units", "units.dev.jsonl"],
  ["quotes", "quotes.dev.jsonl"],
  ["concepts", "concepts.dev.jsonl"],
  ["same-claim", "same-claim.dev.jsonl"],
];

/** The first threads of the forum that are mapped: all of it takes seven minutes. */
const forumThreads = 300;
const forumFile = "forum-50k.comments.jsonl.gz";
const discourseFile = "discourse-4725.comments.jsonl.gz";

async function measureForums(): Promise<readonly MeasuredForum[]> {
  const forum = await forumQuotes(`${corpora}${forumFile}`, forumThreads);
  const discourse = await discourseQuotes(`${corpora}${discourseFile}`, Number.POSITIVE_INFINITY);
  return [
    {
      name: "Internet Argument Corpus",
      file: forumFile,
      options: ` --threads ${forumThreads}`,
      measured: await measureQuotePosts(forum),
    },
    { name: "Discourse", file: discourseFile, options: "", measured: await measureQuotePosts(discourse) },
  ];
}

/**
 * Measures everything there are labels for and writes `docs/quality.md`, but for the notes that people wrote
 * in it, and the figures of the own gold set that the gate holds.
 *
 * @param onProgress - told what is measured next.
 * @throws Error when the gate would fail: a loss is recorded by `own --record` alone.
 * @returns the path of what is not there, where nothing was measured; else null.
 */
export async function writeQuality(onProgress: (what: string) => void): Promise<string | null> {
  const wanted = [...files.map(([, file]) => file), forumFile, discourseFile];
  const missing = wanted.find((file) => !existsSync(`${corpora}${file}`));
  if (missing !== undefined) return `../shared/corpora/${missing}`;
  const sets = await labelledSets();
  if (sets === null) return "../shared/gold";
  const measured = await measuredExtractor("rules");
  if (measured === null) throw new Error("the rules are no extractor");
  onProgress("own");
  const own = figuresOf(await measureOwn(await topicNames(), measured.extractor));
  const [shortfall] = shortfalls(own.sum.ours, await readRecorded());
  if (shortfall !== undefined) throw new Error(shortfall);
  onProgress("gold");
  const sections: PageSection[] = [ownSection(own), goldSection(await measureGold(sets, "rules"))];
  for (const [task, file] of files) {
    onProgress(task);
    const report = await measureCorpus(task, `${corpora}${file}`, measured, Number.POSITIVE_INFINITY);
    sections.push(corpusSection(task, report));
  }
  onProgress("quote-posts");
  sections.push(quotePostsSection(await measureForums()));
  await recordFigures(own);
  await writeFile(page, qualityPage(sections, await readPage()));
  return null;
}

/** Writes the figures of the own gold set into the page, which holds them beside those of other texts. */
export async function updateOwnSection(figures: OwnFigures): Promise<void> {
  const before = await readPage();
  if (before !== null) await writeFile(page, replaceSection(before, ownSection(figures)));
}

async function readPage(): Promise<string | null> {
  return existsSync(page) ? await readFile(page, "utf8") : null;
}
