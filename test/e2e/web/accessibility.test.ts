import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DebateOutput } from "../../../src/queries/debate.ts";
import type { SummaryOutput } from "../../../src/queries/summary.ts";
import { chromiumSkip } from "../../support/shared.ts";
import { example, openSite, type Site, settled } from "./browser.ts";

const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** The views that a small screen arranges otherwise. */
const phoneViews = new Set(["start", "debate", "debate with a claim", "debate as a list", "comment"]);

describe.skipIf(chromiumSkip !== null)("every view passes axe, light and dark, wide and narrow", () => {
  let site: Site;
  let views: Readonly<Record<string, string>>;

  beforeAll(async () => {
    site = await openSite();
    await site.map([example]);
    const debate = await site.api<DebateOutput>("debate?a=RL&b=SSL");
    const summary = await site.api<SummaryOutput>("summary");
    const claim = debate.clashes[0]?.relation.from;
    if (claim === undefined) throw new Error("the example has no clash");
    views = {
      start: "#/",
      search: `#/search?q=reward&open=${claim.claimId}`,
      debate: "#/debate?a=RL&b=SSL",
      "debate with a claim": `#/debate?a=RL&b=SSL&open=${claim.claimId}`,
      "debate with a relation": `#/debate?a=RL&b=SSL&open=${debate.clashes[0]?.relation.id}`,
      "debate as a list": "#/debate?a=RL&b=SSL&as=list",
      claim: `#/claim/${claim.claimId}`,
      concept: `#/concept/${summary.concepts[0]?.id}`,
      author: `#/author/${encodeURIComponent(summary.authors[0]?.id ?? "")}`,
      comment: `#/comment/${encodeURIComponent(claim.commentId)}`,
      trace: `#/trace/${claim.claimId}`,
      "no such page": "#/nowhere",
      "a refusal": "#/claim/nothing-has-this-id",
    };
  });

  afterAll(async () => {
    await site.close();
  });

  test.each([
    ["light", wide],
    ["dark", wide],
    ["light", phone],
    ["dark", phone],
  ] as const)(
    "%s, %o",
    async (colorScheme, viewport) => {
      const { page, troubles, close } = await site.open("#/", {
        colorScheme,
        viewport,
        reducedMotion: "reduce",
      });
      for (const [name, hash] of Object.entries(views)) {
        if (viewport === phone && !phoneViews.has(name)) continue;
        await page.goto(site.url + hash);
        await settled(page);
        const axe = new AxeBuilder({ page });
        // Dark differs from light in its colours alone.
        if (colorScheme === "dark") axe.withRules("color-contrast");
        const { violations } = await axe.analyze();
        const serious = violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
        expect(serious, name).toEqual([]);
      }
      await close();
      // The browser itself reports the 404 of the claim that does not exist.
      expect(troubles.filter((it) => !it.includes("404"))).toEqual([]);
    },
    240_000,
  );
});
