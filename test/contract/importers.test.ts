import { describe, expect, it } from "vitest";
import { importers } from "../../src/importers/detect.ts";
import { graphJson } from "../../src/importers/graph-json.ts";
import { jsonl } from "../../src/importers/jsonl.ts";
import { profileDump } from "../../src/importers/profile-dump.ts";
import { versionId } from "../../src/model/id.ts";
import { type ImporterCase, importerContract } from "./importers.contract.ts";

const cases: readonly ImporterCase[] = [
  {
    importer: jsonl,
    wrap: (text) => JSON.stringify({ id: "1", text }),
    breakRecord: (content) => content.replace('{"id":2,', '{"id":2 '),
  },
  {
    importer: graphJson,
    wrap: (text) => {
      const id = versionId(text);
      const comment = {
        id: "c",
        authorId: null,
        threadId: null,
        parentId: null,
        createdAt: null,
        editedAt: null,
      };
      const rest = { seq: 0, url: null, score: null, status: "live", reactions: [], origin: null };
      const version = { id, text, at: null, kind: "original", origin: null, offsets: [] };
      const extracted = { language: null, fingerprint: null, terms: [] };
      const order = { source: "s", index: 0 };
      const comments = [{ ...comment, ...rest, ...extracted, order, text, version: id, versions: [version] }];
      return JSON.stringify({ elenchus: 1, comments });
    },
    breakRecord: (content) => content.replace('"name":"Oskar"', '"name":7'),
  },
  {
    importer: profileDump,
    wrap: (text) =>
      `Ann Example\n\nI'm a writer and researcher. Email: ann\n\nComments\n\nFirst.\n\n${text}\n\nLast one.`,
    breakRecord: null,
  },
];

describe("importers", () => {
  it("are all held to the contract", () => {
    expect(cases.map(({ importer }) => importer.id).sort()).toEqual(importers.map(({ id }) => id).sort());
  });
});

for (const one of cases) importerContract(one);
