import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { correct, correctSameness, undoCorrection } from "../../src/correct.ts";
import { mergeAuthors } from "../../src/correct-authors.ts";
import { correctConcept } from "../../src/correct-concept.ts";
import { correctQuote } from "../../src/correct-quote.ts";
import { mapFiles } from "../../src/map-files.ts";
import type { Change } from "../../src/model/change.ts";
import { conceptId, versionId } from "../../src/model/id.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";
import { normalForm } from "../../src/text/tokens.ts";
import { exportOf, reading } from "../support/in-store.ts";
import { jsonLines } from "../support/map-text.ts";

const text = "The peat bog holds the flood back.\n\nA mire takes a century to grow, and the peat bog too.";
const words = "The peat bog holds the flood back.";

describe("a correction", () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-correct-write-"));
    const file = join(folder, "bog.jsonl");
    await writeFile(
      file,
      jsonLines([
        { id: "1", author: "Wren", text },
        { id: "2", author: "Jay", parentId: "1", text: "A mire is a peat bog." },
      ]),
    );
    store = await openStore(join(folder, "store"));
    await mapFiles([file], store, { host: "bog" });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** The store, of which the first change fails; it is kept. */
  function failing(changes: Change[]): Store {
    return new Proxy(store, {
      get: (target, key) => {
        if (key !== "openWriter") return Reflect.get(target, key, target);
        return async (options: Parameters<Store["openWriter"]>[0]) => {
          const writer = await target.openWriter(options);
          const apply = async (change: Change) => {
            changes.push(change);
            throw new Error("the disk is full");
          };
          return { known: writer.known, apply, publish: () => writer.publish(), close: () => writer.close() };
        };
      },
    });
  }
  const contents = () => exportOf(store);
  const writesOf = (changes: readonly Change[]) =>
    changes.flatMap(({ writes }) => writes.map(({ write }) => write));

  it("of a quote that cannot be written leaves the store as it was: it is one change with the quotes and the speakers", async () => {
    const before = await contents();
    const changes: Change[] = [];
    const span = { start: 0, end: words.length };
    const place = { commentId: "bog:1", version: versionId(text), span, text: words };
    const saying = { ...place, isQuote: true, speaker: "bog:Jay", source: null };
    await expect(correctQuote(failing(changes), saying, "")).rejects.toThrow("the disk is full");
    expect(writesOf(changes)).toEqual(
      expect.arrayContaining(["save-corrections", "save-quotes", "save-locutions", "forget-extracted"]),
    );
    expect(await contents()).toBe(before);
    await correctQuote(store, saying, "");
    expect(await contents()).not.toBe(before);
  });

  it("of words that the comment lost meanwhile, or of a comment that went, is refused", async () => {
    const place = { version: "an earlier one", span: { start: 0, end: 4 }, text: "Gone", isQuote: false };
    for (const commentId of ["bog:1", "bog:9"])
      await expect(
        correctQuote(store, { ...place, commentId, speaker: null, source: null }, ""),
      ).rejects.toMatchObject({ code: "query.no-match" });
    expect(await reading(store, ({ known }) => known.allCorrections())).toEqual([]);
  });

  it("of two merges of the same people, each into the other, keeps the first", async () => {
    const [jay, wren] = await reading(store, ({ known }) => known.authors(["bog:Jay", "bog:Wren"]));
    if (!jay || !wren) throw new Error("the thread has no two people");
    await mergeAuthors(store, wren, jay);
    await expect(mergeAuthors(store, jay, wren)).rejects.toMatchObject({
      code: "linking.corrections-overlap",
    });
    expect(await reading(store, ({ known }) => known.allCorrections())).toMatchObject([{ value: wren.id }]);
  });

  it("of a concept that cannot be written leaves the store as it was: it is one change with all that follows", async () => {
    const before = await contents();
    const changes: Change[] = [];
    const saying = { verb: "join", name: "peat bog", label: "mire", id: conceptId("mire") } as const;
    const id = conceptId(normalForm("peat bog"));
    await expect(correctConcept(failing(changes), id, saying, "")).rejects.toThrow("the disk is full");
    expect(writesOf(changes)).toEqual(
      expect.arrayContaining(["save-corrections", "remove-concepts", "save-concepts", "save-mentions"]),
    );
    expect(await contents()).toBe(before);
  });

  it("of an attack between joined words that cannot be written leaves the store as it was: it is one change with the claims that it parts", async () => {
    const [one, other] = await reading(store, ({ known }) => known.locutions(["bog:1"]));
    if (!one || !other) throw new Error("the comment has no two claims");
    await correctSameness(store, { a: one.id, b: other.id, isSame: true }, "");
    const before = await contents();
    const changes: Change[] = [];
    const says = { kind: "disagrees-with", attack: "rebut" } as const;
    const pair = { from: other.id, to: one.id, says };
    const attack = { kind: "relation", id: null, pair, action: "change" } as const;
    await expect(correct(failing(changes), attack, "")).rejects.toThrow("the disk is full");
    expect(writesOf(changes)).toEqual(
      expect.arrayContaining(["save-corrections", "save-relations", "save-claims", "save-locutions"]),
    );
    expect(await contents()).toBe(before);
    const { id } = await correct(store, attack, "");
    const undoing: Change[] = [];
    await expect(undoCorrection(failing(undoing), { id })).rejects.toThrow("the disk is full");
    expect(writesOf(undoing)).toEqual(
      expect.arrayContaining(["remove-corrections", "remove-relations", "save-locutions", "remove-claims"]),
    );
    await undoCorrection(store, { id });
    expect(await contents()).toBe(before);
  });
});
