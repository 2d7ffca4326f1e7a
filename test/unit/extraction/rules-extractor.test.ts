import { describe, expect, it } from "vitest";
import { rules } from "../../../src/extraction/registry.ts";
import { shippedGlossary } from "../../../src/extraction/rules/glossary.ts";
import { noContext } from "../../../src/model/extraction.ts";
import { segmented } from "../../support/segmented.ts";

describe("the rules extractor", () => {
  it("reads short comments as English", async () => {
    const extractor = await rules({ glossary: [] });
    const found = await extractor.extract(segmented("I disagree, rewards cheat."), noContext);
    expect(found.language).toBeNull();
    expect(found.statements).toHaveLength(1);
  });

  it("tells the language by the comment's own words, not by what it quotes", async () => {
    const extractor = await rules({ glossary: [] });
    const quote = "Ich glaube nicht, dass die Belohnung das Ziel ist, weil das System sie nicht kennt.";
    const text = `${quote}\n\nI think that this is plainly wrong, because the system is built to seek it.`;
    const found = await extractor.extract(segmented(text, { quoted: [{ words: quote }] }), noContext);
    expect(found.language).toBe("en");
  });

  it("finds the terms of the glossary it was built with", async () => {
    const text = "RLHF is not SSL.";
    const keys = async (glossary: typeof shippedGlossary) =>
      (await (await rules({ glossary })).extract(segmented(text), noContext)).terms.map(({ key }) => key);
    expect(await keys(shippedGlossary)).toEqual(expect.arrayContaining(["rlhf", "ssl"]));
    const own = [{ prefLabel: "is not", altLabels: [], broader: [] }];
    expect(await keys(own)).toContain("is not");
  });

  it("fails for a comment that cannot be read where it is extracted, and for none that was read beside it", async () => {
    const extractor = await rules({ glossary: [] });
    const whole = segmented("Rewards cheat. I doubt that praise does.");
    const broken = { ...whole, id: "broken", text: undefined as unknown as string };
    const alone = await extractor.extract(whole, noContext);
    extractor.readAhead?.([broken, whole]);
    await expect(extractor.extract(broken, noContext)).rejects.toThrow(TypeError);
    expect(await extractor.extract(whole, noContext)).toEqual(alone);
  });
});
