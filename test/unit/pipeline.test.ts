import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { jsonLines, mapText } from "../support/map-text.ts";
import type { MemoryKnown } from "../support/memory-known.ts";

const example = await readFile(new URL("../../examples/debate.jsonl", import.meta.url), "utf8");

const contents = (known: MemoryKnown) =>
  JSON.stringify(
    [
      known.commentMap,
      known.quoteMap,
      known.claimMap,
      known.locutionMap,
      known.relationMap,
      known.stanceMap,
      known.conceptMap,
      known.mentionMap,
      known.aboutMap,
    ].map((map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))),
  );

describe("the pipeline", () => {
  it("plans no change when the same input comes again", async () => {
    const first = await mapText({ "debate.jsonl": example });
    const again = await mapText({ "debate.jsonl": example }, first.known);
    expect(first.changes.length).toBeGreaterThan(0);
    expect(again.changes).toEqual([]);
  });

  it("reads a copy of an input under another name as that input, and says so", async () => {
    const alone = await mapText({ "debate.jsonl": example });
    const copy = "debate (1).jsonl";
    const later = await mapText({ [copy]: example }, alone.known);
    expect(later.changes).toEqual([]);
    expect(later.diagnostics).toMatchObject([
      {
        severity: "note",
        code: "import.copy",
        message: expect.stringContaining("the same bytes as debate.jsonl"),
      },
    ]);
    const before = contents(alone.known);
    const together = await mapText({ "debate.jsonl": example, [copy]: example });
    expect(contents(together.known)).toBe(before);
    expect(together.diagnostics.map(({ code }) => code)).toEqual(["import.copy"]);
  });

  it("keeps a copy apart where its source is named", async () => {
    const { known } = await mapText({ "debate.jsonl": example });
    const { diagnostics } = await mapText({ "debate (1).jsonl": example }, known, { host: "elsewhere" });
    expect(diagnostics).toEqual([]);
    expect((await known.sources()).map(({ host }) => host).sort()).toEqual(["debate.jsonl", "elsewhere"]);
  });

  it("gives the same graph from the same input", async () => {
    const one = await mapText({ "debate.jsonl": example });
    const other = await mapText({ "debate.jsonl": example });
    expect(contents(one.known)).toBe(contents(other.known));
  });

  it("gives the same claims and relations when replies come before what they answer", async () => {
    const forwards = await mapText({ "debate.jsonl": example });
    const lines = example.trimEnd().split("\n").reverse();
    const backwards = await mapText({ "debate.jsonl": `${lines.join("\n")}\n` });
    const claims = (known: MemoryKnown) => [...known.claimMap.values()].map(({ text }) => text).sort();
    const relations = (known: MemoryKnown) =>
      [...known.relationMap.values()].map(({ kind, from, to }) => `${from} ${kind} ${to}`).sort();
    expect(claims(backwards.known)).toEqual(claims(forwards.known));
    expect(relations(backwards.known)).toEqual(relations(forwards.known));
  });

  it("completes what an interrupted run left", async () => {
    const whole = await mapText({ "debate.jsonl": example });
    const lines = example.trimEnd().split("\n");
    const part = await mapText({ "debate.jsonl": `${lines.slice(0, 20).join("\n")}\n` });
    const rest = await mapText({ "debate.jsonl": example }, part.known);
    expect([...rest.known.claimMap.keys()].sort()).toEqual([...whole.known.claimMap.keys()].sort());
    expect([...rest.known.relationMap.keys()].sort()).toEqual([...whole.known.relationMap.keys()].sort());
    expect([...rest.known.conceptMap.keys()].sort()).toEqual([...whole.known.conceptMap.keys()].sort());
  });

  it("extracts an edited comment and its replies anew", async () => {
    const post = {
      id: "1",
      author: "Ann",
      text: "Tidal power is the cheapest source of energy for islands.",
    };
    const reply = {
      id: "2",
      parentId: "1",
      author: "Bo",
      text: "I disagree. Tidal power is far too expensive to build.",
    };
    const { known } = await mapText({ "a.jsonl": jsonLines([post, reply]) });
    const before = [...known.relationMap.values()].map(({ toClaim }) => known.claimMap.get(toClaim)?.text);
    expect(before).toContain(post.text);

    const edited = { ...post, text: "Tidal power is the most reliable source of energy for islands." };
    await mapText({ "a.jsonl": jsonLines([edited]) }, known);

    const after = [...known.relationMap.values()].map(
      ({ method, toClaim }) => [known.claimMap.get(toClaim)?.text, method === "edited"] as const,
    );
    expect(after).toContainEqual([edited.text, false]);
    // Only the newer words still refer to the older ones.
    expect(after.filter(([text]) => text === post.text)).toEqual([[post.text, true]]);
  });

  it("gives one claim two locutions when two people say the same words", async () => {
    const words = "Tidal power is the cheapest source of energy for islands.";
    const records = [
      { id: "1", author: "Ann", text: words },
      { id: "2", author: "Bo", text: `${words.toUpperCase()} It always was.` },
    ];
    const { known } = await mapText({ "a.jsonl": jsonLines(records) });
    const [claim] = [...known.claimMap.values()].filter(({ text }) => text === words);
    const speakers = [...known.locutionMap.values()]
      .filter(({ claimId }) => claimId === claim?.id)
      .map(({ speaker }) => speaker);
    expect(speakers).toEqual(["a.jsonl:Ann", "a.jsonl:Bo"]);
  });

  it("turns a reaction to quoted words into a stance on the claim that they state", async () => {
    const words = "Tidal power is the cheapest source of energy for islands.";
    const reactions = [{ by: "Cy", kind: "disagree", quote: "cheapest source of energy", sign: -1 }];
    const { known } = await mapText({
      "a.jsonl": jsonLines([{ id: "1", author: "Ann", text: words, reactions }]),
    });
    const [stance] = known.stanceMap.values();
    expect(stance).toMatchObject({ authorId: "a.jsonl:Cy", stance: "against", method: "reaction" });
    expect(known.claimMap.get(stance?.target.id ?? "")?.text).toBe(words);
  });

  it("draws again what answers a comment whose reactions changed, all the way down", async () => {
    const said = [
      "The dam is unsafe because nobody inspects it.",
      "I disagree, the dam is inspected every single year.",
      "No, the dam was never inspected by anybody at all.",
      "That is wrong, I saw the inspectors there in May.",
    ];
    const records = said.map((words, index) => ({
      id: String(index),
      author: ["Ann", "Bo", "Cy", "Dee"][index],
      markup: "md",
      ...(index === 0
        ? { text: words }
        : { text: `> ${said[index - 1]}\n\n${words}`, parentId: String(index - 1) }),
    }));
    const { known } = await mapText({ "a.jsonl": jsonLines(records) });
    const before = [...known.relationMap.keys()].sort();
    expect(before).toHaveLength(3);

    const reactions = [{ by: "Eve", kind: "agree", quote: "the dam is unsafe", sign: 1 }];
    const reacted = records.map((record, index) => (index === 0 ? { ...record, reactions } : record));
    await mapText({ "b.jsonl": jsonLines(reacted) }, known, { host: "a.jsonl" });
    expect([...known.relationMap.keys()].sort()).toEqual(before);
    const shown = [...known.stanceMap.values()].filter(({ method }) => method === "reaction");
    expect(shown).toMatchObject([{ authorId: "a.jsonl:Eve", stance: "for" }]);
  });

  it("counts what is wrong in an input when it is first read, and not again", async () => {
    const files = { "a.jsonl": `{"id":"1","text":"Peat bogs store much carbon.","mood":"calm"}\nno JSON\n` };
    const { known } = await mapText(files);
    const [source] = await known.sources();
    expect(source?.diagnostics).toEqual({ errors: 1, warnings: 1, notes: 0 });
    expect((await mapText(files, known)).changes).toEqual([]);
  });

  it("gives quoted words to whoever was quoted", async () => {
    const records = [
      { id: "1", author: "Ann", text: "Tidal power is the cheapest source of energy for islands." },
      {
        id: "2",
        parentId: "1",
        author: "Bo",
        markup: "md",
        text: "> Tidal power is the cheapest source of energy for islands.\n\nI disagree. Wind power is cheaper by half.",
      },
      {
        id: "3",
        author: "Bo",
        markup: "md",
        text: "> Solar panels never pay for themselves in the north.\n\nThat is wrong, because they did here.",
      },
    ];
    const { known } = await mapText({ "a.jsonl": jsonLines(records) });
    for (const { text, speaker, commentId } of known.locutionMap.values()) {
      if (text.startsWith("Tidal")) expect([speaker, commentId]).toEqual(["a.jsonl:Ann", "a.jsonl:1"]);
      if (text.startsWith("Solar")) expect(speaker).toBeNull();
    }
    expect([...known.locutionMap.values()].some(({ text }) => text.startsWith("Solar"))).toBe(true);
  });

  it("survives comments that answer each other in a circle", async () => {
    const records = [
      {
        id: "1",
        parentId: "2",
        author: "Ann",
        text: "Tidal power is the cheapest source of energy for islands.",
      },
      { id: "2", parentId: "1", author: "Bo", text: "I disagree. Wind power is cheaper by half." },
    ];
    const { known } = await mapText({ "a.jsonl": jsonLines(records) });
    expect(known.claimMap.size).toBeGreaterThanOrEqual(2);
  });

  it("imports a comment in another language, says so and extracts nothing from it", async () => {
    const text =
      "Ich glaube nicht, dass die Gezeitenkraft auf den Inseln jemals günstiger sein wird als der Wind.";
    const { known, diagnostics } = await mapText({
      "a.jsonl": jsonLines([{ id: "1", author: "Ann", text }]),
    });
    expect(known.commentMap.size).toBe(1);
    expect(known.claimMap.size).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toContain("extraction.language");
  });
});
