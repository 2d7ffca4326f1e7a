import { xaif } from "../../../src/importers/xaif.ts";
import { fileCase } from "../importer-case.ts";

interface Document {
  readonly AIF: { readonly nodes: readonly { readonly nodeID: string; readonly text: string }[] };
  readonly text: string;
}

export const xaifCase = fileCase({
  importer: xaif,
  wrap: (texts) => {
    const nodes = texts.map((text, nodeID) => ({ nodeID, type: "I", text }));
    return JSON.stringify({ AIF: { nodes, edges: [] }, text: texts.join(" and ") });
  },
  breakRecord: (fixture) => fixture.replace('"nodeID": "8"', '"nodeID": null'),
  nest: null,
  source: (content, { record }) => {
    const { AIF, text }: Document = JSON.parse(content);
    return record === "" ? text : (AIF.nodes.find(({ nodeID }) => String(nodeID) === record)?.text ?? "");
  },
  holdsWhole: "edges lead to nodes that come later",
});
