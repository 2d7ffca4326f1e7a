import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClaimsOutput } from "../../../src/queries/claims.ts";
import type { CorrectionsOutput } from "../../../src/queries/corrections.ts";
import type { ShowOutput } from "../../../src/queries/show.ts";
import { openStore } from "../../../src/store/registry.ts";
import { locutions, relations, saveTwoLayers } from "../../support/two-layers.ts";
import { openConsole } from "./console.ts";

const [byRules, byModel] = relations;
const { leak, breaks } = locutions;

describe("elenchus correct", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-correct-"));
    await saveTwoLayers(join(folder, "store"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = async (...words: readonly string[]) => {
    const terminal = openConsole({ cwd: folder });
    const code = await terminal.run(...words, "--store", "store");
    return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
  };
  const json = async <Answer>(...words: readonly string[]): Promise<Answer> =>
    JSON.parse((await run(...words, "--json")).stdout);
  const incoming = async (extractor: string) => {
    const shown = await json<ShowOutput>("show", leak.id, "--extractor", extractor, "--suggestions");
    return shown.kind === "claim" ? shown.incoming : [];
  };

  it("takes a rejected relation out of every layer, and out of the counts", async () => {
    const { code, stdout } = await run("correct", "relation", byRules?.id ?? "", "--reject", "--by", "Ann");
    expect(code).toBe(0);
    expect(stdout).toContain("is rejected by Ann");
    for (const layer of ["rules", "llm"])
      expect((await incoming(layer)).map(({ kind }) => kind)).not.toContain("disagrees-with");
    const { items } = await json<ClaimsOutput>("claims", "--extractor", "rules", "--suggestions");
    expect(items.find(({ id }) => id === leak.id)).toMatchObject({ attacks: 0, relations: 1 });
  });

  it("makes an accepted relation sure in every layer, and says by whom", async () => {
    await run("correct", "relation", byModel?.id ?? "", "--accept", "--by", "Ann");
    for (const layer of ["rules", "llm"])
      expect(await incoming(layer)).toContainEqual(
        expect.objectContaining({
          kind: "disagrees-with",
          confidence: 1,
          acceptedBy: "Ann",
          isSuggestion: false,
        }),
      );
    expect((await run("show", leak.id)).stdout).toContain("accepted by Ann");
  });

  it("takes a rejected claim out with its relations, and brings it back", async () => {
    await run("correct", "claim", breaks.id, "--reject");
    expect((await incoming("rules")).map(({ kind }) => kind)).toEqual(["disagrees-with"]);
    expect((await run("show", breaks.id)).stderr).toContain("was rejected");
    const { items } = await json<CorrectionsOutput>("correct", "list");
    expect(items).toMatchObject([
      { kind: "claim", action: "reject", words: ["Dams break."], isWaiting: false },
    ]);
    expect((await run("correct", "undo", items[0]?.id.slice(0, 6) ?? "")).code).toBe(0);
    expect((await incoming("rules")).map(({ kind }) => kind)).toContain("supports");
    expect((await run("correct", "list")).stdout).toContain("no corrections");
  });

  it("keeps a correction of what is gone, and lists it as waiting", async () => {
    await run("correct", "relation", byRules?.id ?? "", "--accept");
    const writer = await (await openStore(join(folder, "store"))).openWriter({ onMessage: () => {} });
    const rows = relations.map(({ id, fromClaim }) => ({ id, fromClaim }));
    await writer.apply({ writes: [{ write: "remove-relations", rows }] });
    await writer.close();
    expect((await run("correct", "list")).stdout).toContain("accepted, waiting");
  });

  it("refuses what does not say what is meant", async () => {
    expect((await run("correct", "relation", byRules?.id ?? "")).code).toBe(2);
    expect((await run("correct", "relation", byRules?.id ?? "", "--accept", "--reject")).code).toBe(2);
    expect((await run("correct", "claim", leak.id)).code).toBe(2);
    expect((await run("correct", "undo", "ffff")).stderr).toContain("correct list");
  });
});
