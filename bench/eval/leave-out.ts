import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Importer } from "../../src/importers/importer.ts";
import { boundaryWeights } from "../../src/importers/profile-dump/boundary-score.ts";
import { quoteWeights } from "../../src/importers/profile-dump/quote-score.ts";
import { type DumpWeights, readFeed } from "../../src/importers/profile-dump/read-feed.ts";
import { profileDump } from "../../src/importers/registry.ts";
import { findQuotes } from "./find-quotes.ts";
import type { LabelledSet } from "./gold/labelled-sets.ts";
import { type Scores, scoreGraph } from "./gold/score-graph.ts";
import { writeGraph } from "./map-to-graph.ts";

/** A weight that is no cue but the odds without any. */
const base = "base";

/**
 * Prints what each cue of the borders and quotes of a dump earns: the figures of a labelled dump without it,
 * beside those with all. A cue whose absence changes nothing is not printed.
 */
export async function measureCues(set: LabelledSet): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-eval-"));
  try {
    const all = await scoresOf(set, { boundary: boundaryWeights, quote: quoteWeights }, folder);
    console.log(`${set.name}, F1 of comments and of quotes`);
    print("with all cues", all);
    for (const cue of Object.keys(boundaryWeights).filter((name) => name !== base)) {
      const boundary = { ...boundaryWeights, [cue]: 0 };
      printDifference(
        `no ${cue} (border)`,
        await scoresOf(set, { boundary, quote: quoteWeights }, folder),
        all,
      );
    }
    for (const cue of Object.keys(quoteWeights).filter((name) => name !== base)) {
      const quote = { ...quoteWeights, [cue]: 0 };
      printDifference(
        `no ${cue} (quote)`,
        await scoresOf(set, { boundary: boundaryWeights, quote }, folder),
        all,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function scoresOf(set: LabelledSet, weights: DumpWeights, folder: string): Promise<Scores> {
  const importer: Importer = {
    ...profileDump,
    async *read(input, options) {
      yield { kind: "feed", feed: await readFeed(input, options, weights) };
    },
  };
  const inputs = await Promise.all(
    set.inputs.map(async (path) => {
      const name = basename(path);
      return { name, text: await readFile(path, "utf8"), importer, host: name };
    }),
  );
  const { comments, quotes } = await findQuotes(inputs);
  const graph = { comments, quotes, locutions: [], concepts: [], relations: [] };
  return scoreGraph(set, await writeGraph(graph, join(folder, "graph.json")));
}

function printDifference(name: string, scores: Scores, all: Scores): void {
  if (["comments", "quotes"].some((row) => f1(scores, row) !== f1(all, row))) print(name, scores);
}

function print(name: string, scores: Scores): void {
  console.log(`  ${name.padEnd(32)} ${f1(scores, "comments")}  ${f1(scores, "quotes")}`);
}

function f1(scores: Scores, row: string): string {
  const figure = scores[row];
  return typeof figure === "object" && figure.f1 !== undefined ? figure.f1.toFixed(3) : "-";
}
