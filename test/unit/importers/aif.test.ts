import { describe, expect, it } from "vitest";
import { aif } from "../../../src/importers/aif.ts";
import { xaif } from "../../../src/importers/xaif.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";
import { mapText } from "../../support/map-text.ts";

/** Nodes as `id type text`, edges as `from to`. */
function document(nodes: readonly string[], edges: readonly string[]) {
  return {
    nodes: nodes.map((node) => {
      const [nodeID, type, ...words] = node.split(" ");
      return { nodeID, type, text: words.join(" "), timestamp: "2020-01-01 10:00:00" };
    }),
    edges: edges.map((edge, edgeID) => {
      const [fromID, toID] = edge.split(" ");
      return { edgeID, fromID, toID };
    }),
  };
}

const read = (value: unknown) => importAll(aif, memoryInput(JSON.stringify(value), { name: "map.json" }));

const dialogue = document(
  ["1 L Ann : The dam is safe.", "2 I the dam is safe", "3 L Bo : It leaks.", "4 I it leaks"].concat([
    "10 YA Asserting",
    "11 YA Asserting",
    "12 TA Default Transition",
    "13 CA Default Conflict",
  ]),
  ["1 10", "10 2", "3 11", "11 4", "1 12", "12 3", "4 13", "13 2"],
);

describe("aif", () => {
  it("keeps the stated relations through the whole pipeline, with speakers, places and stances", async () => {
    const { known } = await mapText({ "map.json": JSON.stringify(dialogue) });
    expect([...known.relationMap.values()]).toMatchObject([
      { kind: "disagrees-with", attack: "rebut", extractor: "import:aif", speaker: "map.json:Bo" },
    ]);
    expect([...known.stanceMap.values()]).toMatchObject([{ authorId: "map.json:Bo", stance: "against" }]);
    const origins = [...known.locutionMap.values()].map(({ text, origin }) => [
      text,
      origin?.record,
      origin?.start,
    ]);
    expect(origins.sort()).toEqual([
      ["It leaks", "3", 5],
      ["The dam is safe", "1", 6],
    ]);
    expect(known.commentMap.get("map.json:3")?.parentId).toBe("map.json:1");
    const again = await mapText({ "map.json": JSON.stringify(dialogue) }, known);
    expect(again.changes).toEqual([]);
  });

  it("takes an attack on an inference for an undercut of that step", async () => {
    const { graph } = await read(
      document(
        ["1 I It rains.", "2 I The street is wet.", "3 I The street has a roof.", "4 RA x", "5 CA x"],
        ["1 4", "4 2", "3 5", "5 4"],
      ),
    );
    const relations = graph.flatMap((one) => (one.array === "relations" ? [one.element] : []));
    const [step, attack] = relations;
    expect(relations).toHaveLength(2);
    expect(step).toMatchObject({ kind: "supports" });
    expect(attack).toMatchObject({ attack: "undercut", undercuts: step?.id, to: step?.from });
  });

  it("does not take words before a colon for a name where the document names another", async () => {
    const { nodes, edges } = document(["1 L Note: it rains."], []);
    const { comments } = await read({
      nodes,
      edges,
      locutions: [{ nodeID: "1", personID: 3, start: "2013-05-02 19:00:00" }],
      participants: [{ participantID: "3", firstname: "Ann", surname: "Abel" }],
    });
    expect(comments).toMatchObject([
      { text: "Note: it rains.", author: { name: "Ann Abel" }, createdAt: "2013-05-02T19:00:00.000Z" },
    ]);
  });

  it("reads ids that are numbers, nodes without words and edges to nowhere", async () => {
    const { comments, diagnostics } = await read({
      nodes: [
        { nodeID: 1, type: "I", text: "A." },
        { nodeID: 2, type: "I", text: null },
        { nodeID: 3, type: "RA" },
      ],
      edges: [
        { fromID: 1, toID: 3 },
        { fromID: 3, toID: 9 },
      ],
    });
    expect(comments.map(({ id }) => id)).toEqual(["site:1"]);
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ["warning", "import.reference-missing"],
      ["note", "import.reference-missing"],
    ]);
  });

  it("reads a hub of many edges and a ring of transitions", async () => {
    const count = 20_000;
    const nodes = Array.from({ length: count }, (_, index) => `${index} I c${index}`);
    const { graph } = await read(
      document([...nodes, "ra RA x"], [...nodes.slice(1).map((_, index) => `${index + 1} ra`), "ra 0"]),
    );
    expect(graph.filter(({ array }) => array === "relations")).toHaveLength(count - 1);
    const ring = await read(
      document(["1 L A : a", "2 L B : b", "3 TA x", "4 TA x"], ["1 3", "3 2", "2 4", "4 1"]),
    );
    expect(ring.comments).toHaveLength(2);
  });
});

describe("xaif", () => {
  it("finds words that stand once in a plain text, and leaves those that differ to the node", async () => {
    const { nodes, edges } = document(["1 I The dam leaks.", "2 I It is old.", "3 I It is safe."], []);
    const text = { txt: "Listen. The dam leaks. It is safe. It is safe." };
    const input = memoryInput(JSON.stringify({ AIF: { nodes, edges }, text }), { name: "map.json" });
    const { comments } = await importAll(xaif, input);
    expect(comments.map(({ record, field, offsets }) => [record, field, offsets])).toEqual([
      ["/text", "txt", [0, 8, 14]],
      ["2", "text", [0, 0, 10]],
      ["3", "text", [0, 0, 11]],
    ]);
  });

  it.each([
    ['{"AIF":{"nodes":[{"nodeID":"1","text":"a","type":"I"}],"edges":[]}}', "xaif"],
    ['{"text":"<span class=\\"highlighted\\" id=\\"node4\\">It is', "xaif"],
    ['{"nodes":[{"nodeID":"1","text":"a","type":"I"}],"edges":[]}', "aif"],
    ['{"nodes":[{"id":"1"}],"edges":[]}', null],
  ])("is told from AIF by its start: %s", (head, format) => {
    const sure = [aif, xaif].filter((importer) => importer.sniff(head, "x.json") >= 0.9).map(({ id }) => id);
    expect(sure).toEqual(format === null ? [] : [format]);
  });
});
