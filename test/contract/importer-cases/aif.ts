import { aif } from "../../../src/importers/aif.ts";
import { fileCase } from "../importer-case.ts";

interface Document {
  readonly nodes: readonly { readonly nodeID: string; readonly text: string }[];
}

export const aifCase = fileCase({
  importer: aif,
  wrap: (texts) =>
    JSON.stringify({ nodes: texts.map((text, nodeID) => ({ nodeID, type: "I", text })), edges: [] }),
  breakRecord: (fixture) => fixture.replace('"nodeID": "9"', '"nodeID": null'),
  nest: null,
  source: (content, { record }) => {
    const { nodes }: Document = JSON.parse(content);
    return nodes.find(({ nodeID }) => String(nodeID) === record)?.text ?? "";
  },
  holdsWhole: "edges lead to nodes that come later",
});
