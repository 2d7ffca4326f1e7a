import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureGold } from "./eval/gold.ts";
import { labelledSets } from "./eval/labelled-sets.ts";
import { measureCues } from "./eval/leave-out.ts";
import { ownGold } from "./eval/own-gold.ts";
import { measureQuotePosts, printQuotePosts } from "./eval/quote-posts.ts";
import { measureQuotes, printQuotes } from "./eval/quotes.ts";
import { discourseQuotes, forumQuotes, type QuotingCorpus } from "./eval/quoting-corpora.ts";

const usage = `usage: npm run eval -- gold [NAME ...] [--json | --leave-out]
       npm run eval -- own [TOPIC ...] [--json] [--worst N] [--record]
       npm run eval -- quotes FILE [--worst N]
       npm run eval -- quote-posts FILE [--threads N] [--worst N]`;

/**
 * Measures against labels that stand beside the checkout, and prints the figures.
 *
 * `gold` measures the whole pipeline against the labels of `../shared/gold`: each labelled file is mapped alone into a
 * fresh store, the dumps of the evolution labels together, and the scorers that come with the labels read the exported
 * graph. Beside each figure stands the simple baseline: every sentence a claim, each joined to the one before it.
 * `--leave-out` prints instead what each cue earns by which a dump without marks is cut.
 *
 * `own` measures against the gold set of this repository, `test/gold`; `--record` writes the figures that its gate holds.
 *
 * `quotes` measures how well quotes without marks are found in posts whose parents are given, `quote-posts` how many
 * marked quotes are resolved to the post that they are from; the forum's own word for it is withheld where it is not
 * part of the mark. `--worst` prints so many mistakes, `--threads` takes so many threads from the start.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    "leave-out": { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    worst: { type: "string" },
    threads: { type: "string" },
  },
});
const [command = "", ...names] = positionals;
process.exitCode = await evaluate();

async function evaluate(): Promise<number> {
  if (command === "gold") return gold();
  if (command === "own") return own();
  const [file] = names;
  if ((command !== "quotes" && command !== "quote-posts") || file === undefined) return wrongUse(usage);
  if (!existsSync(file)) return nothingThere(file);
  const worst = Number(values.worst ?? 5);
  if (command === "quotes") printQuotes(await measureQuotes(file), worst);
  else printQuotePosts(file, await measureQuotePosts(await quotingCorpus(file)), worst);
  return 0;
}

/** A Discourse corpus by its name, else one of posts whose quotes are spans. */
async function quotingCorpus(file: string): Promise<QuotingCorpus> {
  const threads = values.threads === undefined ? Number.POSITIVE_INFINITY : Number(values.threads);
  return /discourse[^/]*$/u.test(file) ? discourseQuotes(file, threads) : forumQuotes(file, threads);
}

async function gold(): Promise<number> {
  const sets = await labelledSets();
  if (sets === null) return nothingThere("../shared/gold");
  const missing = names.filter((name) => !sets.some((set) => set.name === name));
  if (missing.length > 0)
    return wrongUse(
      `There are no labels "${missing.join('", "')}". There are: ${sets.map((set) => set.name).join(", ")}`,
    );
  const chosen = sets.filter(({ name }) => names.length === 0 || names.includes(name));
  if (values["leave-out"]) for (const set of chosen) await measureCues(set);
  else await measureGold(chosen, { asJson: values.json });
  return 0;
}

async function own(): Promise<number> {
  const { json: asJson, record } = values;
  const refusal = await ownGold(names, { asJson, record, worst: Number(values.worst ?? 0) });
  return refusal === null ? 0 : wrongUse(refusal);
}

function wrongUse(message: string): number {
  console.error(message);
  return 2;
}

function nothingThere(path: string): number {
  console.log(`eval: there is no ${path} here, so there is nothing to measure against`);
  return 0;
}
