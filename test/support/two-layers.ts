import type { Locution } from "../../src/model/claim.ts";
import type { Comment } from "../../src/model/comment.ts";
import { relationId } from "../../src/model/id.ts";
import type { Relation, RelationKind } from "../../src/model/relation.ts";
import { openStore } from "../../src/store/registry.ts";
import * as make from "./store-records.ts";

const drawn = (extractor: string, kind: RelationKind, from: Locution, to: Locution, confidence: number) =>
  make.relation(kind, from, to, { id: relationId(extractor, from.id, to.id), extractor, confidence });

const post = make.comment("site:1", 0, { authorId: "ada", text: "Dams leak. Dams break. Dams last." });
const answer = make.comment("site:2", 1, { authorId: "bob", text: "They do not.", parentId: post.id });
const both = { extractors: ["llm", "rules"] };

/** What two layers state: `breaks` only the rules, `last` only the model, the others both. */
export const locutions = {
  leak: make.locution(post, 0, 10, both),
  breaks: make.locution(post, 11, 22, { extractors: ["rules"] }),
  last: make.locution(post, 23, 33, { extractors: ["llm"] }),
  no: make.locution(answer, 0, 12, both),
};
const { leak, breaks, last, no } = locutions;

/** What the two layers draw, partly alike. */
export const relations = [
  drawn("rules", "disagrees-with", no, leak, 0.9),
  drawn("llm", "disagrees-with", no, leak, 0.7),
  drawn("rules", "responds-to", no, breaks, 0.4),
  drawn("llm", "supports", last, leak, 0.8),
  drawn("rules", "supports", breaks, leak, 0.3),
  drawn("llm", "refines", breaks, leak, 0.6),
];

/** What the model states as whole sentences and the rules in clauses, with what either draws. */
function cutDifferently() {
  const long = make.comment("site:3", 2, {
    authorId: "ada",
    text: "Floods are rare, and they do no harm. So wait.",
  });
  const short = make.comment("site:4", 3, { authorId: "bob", text: "They harm many.", parentId: long.id });
  const rules = { extractors: ["rules"] };
  const model = { extractors: ["llm"] };
  const said = {
    rare: make.locution(long, 0, 15, rules),
    harmless: make.locution(long, 21, 36, rules),
    wait: make.locution(long, 41, 45, rules),
    sentence: make.locution(long, 0, 37, model),
    soWait: make.locution(long, 38, 46, model),
    many: make.locution(short, 0, 14, rules),
    manyWhole: make.locution(short, 0, 15, model),
  };
  return {
    comments: [long, short],
    said: Object.values(said),
    drawn: [
      drawn("rules", "disagrees-with", said.many, said.harmless, 0.6),
      drawn("rules", "responds-to", said.many, said.rare, 0.3),
      drawn("llm", "disagrees-with", said.manyWhole, said.sentence, 0.9),
      drawn("rules", "supports", said.rare, said.wait, 0.5),
      drawn("llm", "supports", said.sentence, said.soWait, 0.8),
    ],
  };
}

/** Fills a new store with what two layers state and draw; the model was used last. */
async function save(
  path: string,
  {
    comments,
    said,
    drawn: relations,
  }: {
    readonly comments: readonly Comment[];
    readonly said: readonly Locution[];
    readonly drawn: readonly Relation[];
  },
): Promise<void> {
  const writer = await (await openStore(path)).openWriter({ onMessage: () => {} });
  await writer.apply(
    make.change(
      { write: "save-sources", rows: [make.source("s1")] },
      { write: "save-authors", rows: [make.author("ada"), make.author("bob")] },
      { write: "save-comments", rows: comments },
      { write: "save-versions", rows: comments.map((one) => make.version(one)) },
      { write: "save-claims", rows: said.map(make.claim) },
      { write: "save-locutions", rows: said },
      { write: "save-relations", rows: relations },
      {
        write: "save-layers",
        rows: [
          { id: "llm", rank: 2 },
          { id: "rules", rank: 1 },
        ],
      },
    ),
  );
  await writer.close();
}

/** Fills a new store with sentences of one layer that are clauses of the other. */
export async function saveCutLayers(path: string): Promise<void> {
  await save(path, cutDifferently());
}

/** Fills a new store with the words of two people as two layers read them; the model was used last. */
export async function saveTwoLayers(path: string): Promise<void> {
  await save(path, { comments: [post, answer], said: Object.values(locutions), drawn: relations });
}
