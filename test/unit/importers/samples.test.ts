import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { detectImporter } from "../../../src/importers/detect.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";
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
  ["forummagnum/alignment_dataset.jsonl", "forummagnum", [4, 2, 4, 2, 1, 0, 0]],
  ["forummagnum/comments.graphql.json", "forummagnum", [6, 3, 6, 5, 2, 6, 2]],
  ["forummagnum/post_comments.api.md", "forummagnum-markdown", [2, 2, 2, 2, 1, 2, 0]],
  ["forummagnum/webclip_thread.md", "forummagnum-markdown", [5, 5, 5, 5, 0, 0, 0]],
  ["hackernews/algolia_item.json", "hackernews", [5, 3, 5, 4, 2, 0, 1]],
  ["hackernews/bigquery_full_row.jsonl", "hackernews", [1, 1, 1, 1, 1, 0, 0]],
  ["hackernews/firebase_items.jsonl", "hackernews", [6, 5, 6, 2, 0, 0, 0]],
  ["reddit/RC_sample.ndjson", "pushshift", [6, 3, 6, 6, 1, 1, 3]],
  ["reddit/RS_sample.ndjson", "pushshift", [1, 1, 1, 0, 0, 0, 0]],
  ["reddit/api_info_deleted_comment.json", "reddit", [1, 0, 1, 1, 0, 0, 1]],
  ["reddit/comments_listing.json", "reddit", [26, 24, 26, 25, 4, 0, 0]],
  ["reddit/deleted_comment_listing.json", "reddit", [1, 1, 1, 0, 0, 0, 0]],
  ["reddit/morechildren.json", "reddit", [1, 1, 1, 1, 0, 0, 0]],
];

describe.skipIf(sharedSkip !== null)("samples", () => {
  it.each(samples)("reads %s as %s", async (file, id, counts) => {
    const input = memoryInput(readFileSync(sharedPath(`samples/${file}`)), {
      name: basename(file),
      pieceBytes: 1000,
    });
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
  });
});
