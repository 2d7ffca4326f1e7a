import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { measuredExtractor } from "./eval/corpora/extractor-readers.ts";
import {
  isTask,
  measureCorpus,
  type Task,
  taskNames,
  withoutMistakes,
} from "./eval/corpora/measure-corpus.ts";
import { printReport } from "./eval/corpora/print-report.ts";
import { type LabelledSet, labelledSets } from "./eval/gold/labelled-sets.ts";
import { measureGold } from "./eval/gold/measure-gold.ts";
import { printGold } from "./eval/gold/print-gold.ts";
import { measureCues } from "./eval/leave-out.ts";
import { ownGold } from "./eval/own-gold.ts";
import { writeQuality } from "./eval/quality/write-quality.ts";
import { measureQuotePosts, printQuotePosts } from "./eval/quote-posts.ts";
import { discourseQuotes, forumQuotes, type QuotingCorpus } from "./eval/quoting-corpora.ts";
import { measureRecorded, printRecorded } from "./eval/recorded/measure-recorded.ts";
import type { EmbeddingFiles } from "./support/meanings.ts";

const usage = `usage: npm run eval -- gold [NAME ...] [--extractor ID] [--json] [--worst N] [--leave-out]
       npm run eval -- own [TOPIC ...] [--extractor ID] [--json] [--worst N] [--record]
       npm run eval -- ${taskNames.join("|")} FILE.jsonl [--extractor ID] [--json] [--worst N] [--limit N]
       npm run eval -- same-claim FILE.jsonl --embeddings MODEL.onnx [--vocabulary FILE]
       npm run eval -- recorded [NAME ...] [--json]
       npm run eval -- all
       npm run eval -- quote-posts FILE [--threads N] [--worst N]`;

/**
 * Measures against labels that stand beside the checkout, and prints the figures.
 *
 * `gold` measures the whole pipeline against the labels of `../shared/gold`: each labelled file is mapped
 * alone into a fresh store, the dumps of the evolution labels together, and the scorers that come with the
 * labels read the exported graph. Beside each figure stands the simple baseline: every sentence a claim, each
 * joined to the one before it. `--leave-out` prints instead what each cue earns by which a dump without marks
 * is cut.
 *
 * `own` measures against the gold set of this repository, `test/gold`; `--record` writes the figures that its
 * gate holds.
 *
 * `stance`, `relations`, `quotes` and the others measure one task on a file of labelled items, one a line
 * (corpora/items.ts), and print each figure beside a simple baseline; `--limit` takes so many items from the
 * start. `--embeddings` names a sentence model whose likeness `same-claim` blends with its own.
 *
 * `quote-posts` measures how many marked quotes are resolved to the post that they are from; the forum's own
 * word for it is withheld where it is not part of the mark. `--threads` takes so many threads from the start.
 *
 * `recorded` measures what the answers of a capable model reach that are recorded in `test/recorded`, on the
 * same texts as `gold`.
 *
 * `all` measures everything, and writes `docs/quality.md` and the figures that the gate holds.
 *
 * `--worst` prints so many mistakes, the most confident first, by default 20. `--json` prints figures and no
 * mistakes. `--extractor` measures another extractor than the rules.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    "leave-out": { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    worst: { type: "string", default: "20" },
    threads: { type: "string", default: "Infinity" },
    limit: { type: "string", default: "Infinity" },
    extractor: { type: "string", default: "rules" },
    embeddings: { type: "string" },
    vocabulary: { type: "string" },
  },
});
const [command = "", ...names] = positionals;
const [worst, threads, limit] = [values.worst, values.threads, values.limit].map(Number);
process.exitCode = await evaluate(worst ?? Number.NaN, threads ?? Number.NaN, limit ?? Number.NaN);

async function evaluate(worst: number, threads: number, limit: number): Promise<number> {
  if (![worst, threads, limit].every((count) => count >= 0)) return wrongUse(usage);
  if (command === "gold") return gold(worst);
  if (command === "own") return own(worst);
  if (command === "recorded") return recorded();
  if (command === "all") return all();
  const [file] = names;
  if (!(isTask(command) || command === "quote-posts") || file === undefined) return wrongUse(usage);
  if (!existsSync(file)) return nothingThere(file);
  if (isTask(command)) return corpus(command, file, { worst, limit });
  printQuotePosts(file, await measureQuotePosts(await quotingCorpus(file, threads)), worst);
  return 0;
}

async function all(): Promise<number> {
  const missing = await writeQuality((what) => console.log(`measuring ${what}`));
  return missing === null ? 0 : nothingThere(missing);
}

async function corpus(
  task: Task,
  file: string,
  { worst, limit }: { readonly worst: number; readonly limit: number },
): Promise<number> {
  const measured = await measuredExtractor(values.extractor);
  if (measured === null) return noExtractor();
  const report = await measureCorpus(task, file, measured, limit, embeddings());
  if (values.json) console.log(JSON.stringify(withoutMistakes(report), null, 1));
  else printReport(report, worst);
  return 0;
}

function embeddings(): EmbeddingFiles | null {
  const { embeddings: model, vocabulary } = values;
  return model === undefined ? null : { model, ...(vocabulary !== undefined && { vocabulary }) };
}

/** A Discourse corpus by its name, else one of posts whose quotes are spans. */
async function quotingCorpus(file: string, threads: number): Promise<QuotingCorpus> {
  return /discourse[^/]*$/u.test(file) ? discourseQuotes(file, threads) : forumQuotes(file, threads);
}

/** The labelled sets that are named, all where none is; the exit code where there are no such. */
async function chosenSets(): Promise<readonly LabelledSet[] | number> {
  const sets = await labelledSets();
  if (sets === null) return nothingThere("../shared/gold");
  const missing = names.filter((name) => !sets.some((set) => set.name === name));
  if (missing.length > 0)
    return wrongUse(
      `There are no labels "${missing.join('", "')}". There are: ${sets.map((set) => set.name).join(", ")}`,
    );
  return sets.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function recorded(): Promise<number> {
  const sets = await chosenSets();
  if (typeof sets === "number") return sets;
  const measured = await measureRecorded(sets);
  if (values.json)
    console.log(
      JSON.stringify(
        measured.map(({ pairs: _, ...scores }) => scores),
        null,
        1,
      ),
    );
  else printRecorded(measured);
  return 0;
}

async function gold(worst: number): Promise<number> {
  const chosen = await chosenSets();
  if (typeof chosen === "number") return chosen;
  if ((await measuredExtractor(values.extractor)) === null) return noExtractor();
  if (values["leave-out"]) for (const set of chosen) await measureCues(set);
  else printGold(await measureGold(chosen, values.extractor), { asJson: values.json, worst });
  return 0;
}

async function own(worst: number): Promise<number> {
  const { json: asJson, record } = values;
  const measured = await measuredExtractor(values.extractor);
  if (measured === null) return noExtractor();
  const refusal = await ownGold(names, measured.extractor, { asJson, record, worst });
  return refusal === null ? 0 : wrongUse(refusal);
}

function noExtractor(): number {
  return wrongUse(`There is no extractor "${values.extractor}".`);
}

function wrongUse(message: string): number {
  console.error(message);
  return 2;
}

function nothingThere(path: string): number {
  console.log(`eval: there is no ${path} here, so there is nothing to measure against`);
  return 0;
}
