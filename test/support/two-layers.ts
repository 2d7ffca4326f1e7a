import type { Locution } from "../../src/model/claim.ts";
import { relationId } from "../../src/model/id.ts";
import type { RelationKind } from "../../src/model/relation.ts";
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

/** Fills a new store with the words of two people as two layers read them; the model was used last. */
export async function saveTwoLayers(path: string): Promise<void> {
  const said = Object.values(locutions);
  const writer = await (await openStore(path)).openWriter({ onMessage: () => {} });
  await writer.apply(
    make.change(
      { write: "save-sources", rows: [make.source("s1")] },
      { write: "save-authors", rows: [make.author("ada"), make.author("bob")] },
      { write: "save-comments", rows: [post, answer] },
      { write: "save-versions", rows: [make.version(post), make.version(answer)] },
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
