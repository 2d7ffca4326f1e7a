import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import type { Input } from "../../../src/importers/importer.ts";
import { kialo } from "../../../src/importers/kialo.ts";
import { detectImporter } from "../../support/detect-importer.ts";
import { importAll, memoryFolder, memoryInput } from "../../support/inputs.ts";
import { sharedPath, sharedSkip } from "../../support/shared.ts";

/** What is counted of a sample; `parents` are comments that answer something, `gone` those that are not live. */
interface Counts {
  readonly comments: number;
  readonly authors: number;
  readonly times: number;
  readonly parents: number;
  readonly quotes: number;
  readonly reactions: number;
  readonly gone: number;
}

/** Each sample with its format and what stands in it: the columns are those of `Counts`, in order. */
const samples: readonly (readonly [file: string, id: string, counts: readonly number[]])[] = [
  ["cmv-modes/negative_0.xml", "cmv-modes", [7, 2, 0, 5, 4, 0, 0]],
  ["convokit/utterances.jsonl", "convokit", [96, 36, 96, 93, 1, 0, 5]],
  ["discourse/posts_topic_1548.json", "discourse", [6, 3, 6, 2, 8, 0, 0]],
  ["discourse/rendered_topic_1548.md", "discourse", [6, 3, 6, 0, 8, 0, 0]],
  ["discourse/t_1548.json", "discourse", [6, 3, 6, 2, 8, 0, 0]],
  ["disqus/disqus.xml", "disqus", [6, 4, 6, 2, 0, 0, 1]],
  ["forummagnum/alignment_dataset.jsonl", "forummagnum", [4, 2, 4, 2, 1, 0, 0]],
  ["forummagnum/comments.graphql.json", "forummagnum", [6, 3, 6, 5, 2, 6, 2]],
  ["forummagnum/post_comments.api.md", "forummagnum-markdown", [2, 2, 2, 2, 1, 2, 0]],
  ["forummagnum/webclip_thread.md", "forummagnum-markdown", [5, 5, 5, 5, 0, 0, 0]],
  ["github/archive.json", "github", [40, 8, 40, 25, 5, 0, 0]],
  ["hackernews/algolia_item.json", "hackernews", [5, 3, 5, 4, 2, 0, 1]],
  ["hackernews/bigquery_full_row.jsonl", "hackernews", [1, 1, 1, 1, 1, 0, 0]],
  ["hackernews/firebase_items.jsonl", "hackernews", [6, 5, 6, 2, 0, 0, 0]],
  ["iac/discussions/1000.json", "iac", [19, 8, 19, 18, 0, 0, 0]],
  ["kialo/should-hate-speech-be-illegal-6148.txt", "kialo", [105, 0, 0, 104, 0, 0, 0]],
  ["plain/mbox_reply.txt", "mbox", [1, 1, 1, 1, 3, 0, 0]],
  ["plain/thread.csv", "csv", [3, 2, 3, 2, 1, 0, 0]],
  ["plain/thread.html", "html-thread", [3, 2, 3, 2, 1, 0, 0]],
  ["plain/thread.jsonl", "jsonl", [3, 2, 3, 2, 1, 0, 0]],
  ["plain/thread.md", "markdown-thread", [3, 2, 3, 2, 1, 0, 0]],
  ["plain/thread.txt", "text-thread", [3, 2, 3, 0, 1, 0, 0]],
  ["polis/brexit-consensus/comments.csv", "polis", [50, 11, 50, 0, 0, 0, 0]],
  ["reddit/RC_sample.ndjson", "pushshift", [6, 3, 6, 6, 1, 1, 3]],
  ["reddit/RS_sample.ndjson", "pushshift", [1, 1, 1, 0, 0, 0, 0]],
  ["reddit/api_info_deleted_comment.json", "reddit", [1, 0, 1, 1, 0, 0, 1]],
  ["reddit/comments_listing.json", "reddit", [26, 24, 26, 25, 4, 0, 0]],
  ["reddit/deleted_comment_listing.json", "reddit", [1, 1, 1, 0, 0, 0, 0]],
  ["reddit/morechildren.json", "reddit", [1, 1, 1, 1, 0, 0, 0]],
  ["stackexchange/Comments.xml", "stackexchange", [10, 6, 10, 10, 0, 0, 0]],
  ["tttc/input_handmade.csv", "tttc", [2, 2, 0, 0, 0, 0, 0]],
  ["tttc/turbo_mock.csv", "tttc", [2, 2, 0, 0, 0, 0, 0]],
  ["wordpress/isso_generic.json", "wordpress", [2, 2, 2, 0, 0, 0, 0]],
  ["wordpress/wordpress.xml", "wordpress", [10, 4, 9, 8, 0, 0, 0]],
];

/** Samples that are folders, likewise. */
const folders: typeof samples = [
  ["convokit", "convokit", [96, 36, 96, 93, 1, 0, 5]],
  ["iac", "iac", [19, 8, 19, 18, 14, 0, 0]],
  ["polis/brexit-consensus", "polis", [50, 11, 50, 0, 0, 5303, 0]],
];

describe.skipIf(sharedSkip !== null)("samples", () => {
  it.each(samples)("reads %s as %s", async (file, id, counts) => {
    const content = readFileSync(sharedPath(`samples/${file}`));
    await expectCounts(memoryInput(content, { name: basename(file), pieceBytes: 1000 }), id, counts);
  });

  it.each(folders)("reads the folder %s as %s", async (folder, id, counts) => {
    const path = sharedPath(`samples/${folder}`);
    const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
      statSync(`${path}/${name}`).isFile(),
    );
    const files = names.map((name) => [name, readFileSync(`${path}/${name}`)] as const);
    await expectCounts(memoryFolder(Object.fromEntries(files), { pieceBytes: 1000 }), id, counts);
  });

  it("reads every claim of a discussion of Kialo with how it bears on another", async () => {
    const content = readFileSync(sharedPath("samples/kialo/should-hate-speech-be-illegal-6148.txt"));
    const { graph } = await importAll(kialo, memoryInput(content, { pieceBytes: 1000 }));
    const kinds = graph.flatMap((one) => (one.array === "relations" ? [one.element.kind] : []));
    expect(kinds.filter((kind) => kind === "supports")).toHaveLength(42);
    expect(kinds.filter((kind) => kind === "disagrees-with")).toHaveLength(63);
  });
});

async function expectCounts(input: Input, id: string, counts: readonly number[]): Promise<void> {
  const importer = await detectImporter(input, null);
  expect(importer.id).toBe(id);
  const { comments, diagnostics } = await importAll(importer, input);
  expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
  const found: Counts = {
    comments: comments.length,
    authors: new Set(comments.flatMap(({ author }) => author?.id ?? [])).size,
    times: comments.filter(({ createdAt }) => createdAt !== null).length,
    parents: comments.filter(({ parentId }) => parentId !== null).length,
    quotes: comments.flatMap(({ quotes }) => quotes).length,
    reactions: comments.flatMap(({ reactions }) => reactions).length,
    gone: comments.filter(({ status }) => status !== "live").length,
  };
  expect(Object.values(found)).toEqual(counts);
}
