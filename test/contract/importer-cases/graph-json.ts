import { graphJson } from "../../../src/importers/graph-json.ts";
import { versionId } from "../../../src/model/id.ts";
import { fileCase } from "../importer-case.ts";

export const graphJsonCase = fileCase({
  importer: graphJson,
  wrap: (texts) => JSON.stringify({ elenchus: 1, comments: texts.map(commentOf) }),
  breakRecord: (fixture) => fixture.replace('"name":"Oskar"', '"name":7'),
  nest: null,
  source: null,
});

function commentOf(text: string, seq: number) {
  const id = versionId(text);
  const people = { authorId: null, threadId: null, parentId: null, createdAt: null, editedAt: null };
  const rest = { seq, url: null, score: null, status: "live", reactions: [], origin: null };
  const version = { id, text, at: null, kind: "original", origin: null, offsets: [] };
  const extracted = { language: null, fingerprint: null, terms: [] };
  const order = { source: "s", index: seq };
  return { id: `c${seq}`, ...people, ...rest, ...extracted, order, text, version: id, versions: [version] };
}
