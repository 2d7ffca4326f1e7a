import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DebateOutput } from "../../../src/queries/debate.ts";
import type { SummaryOutput } from "../../../src/queries/summary.ts";
import { chromiumSkip } from "../../support/shared.ts";
import { example, openSite, type Site } from "./browser.ts";

describe.skipIf(chromiumSkip !== null)("a map that grows while the page is open", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
  });

  afterAll(async () => {
    await site.close();
  });

  test("an empty store says what to do, and the page comes alive with the first map", async () => {
    const { page, troubles, close } = await site.open("#/");
    await page.getByRole("heading", { name: "Nothing is mapped yet" }).waitFor();
    expect(await page.locator("pre").textContent()).toContain("npx elenchus map");
    await site.map([example]);
    await page.getByRole("heading", { name: "Most disputed" }).waitFor();
    const { counts } = await site.api<SummaryOutput>("summary");
    expect(await page.locator(".lede").textContent()).toContain(`${counts.claims} claims`);
    await close();
    // The browser itself reports the 409 with which the API says that the store is empty.
    expect(troubles.filter((it) => !it.includes("409"))).toEqual([]);
  });

  test("new claims appear without a reload, are announced, and leave the open claim open", async () => {
    const { page, troubles, close } = await site.open("#/debate?a=RL&b=SSL");
    const card = page.locator(".layer [data-claim]").first();
    await card.waitFor();
    await page.evaluate(() => Object.assign(window, { stays: true }));
    const id = (await card.getAttribute("data-claim")) ?? "";
    await card.focus();
    await page.keyboard.press("Enter");
    await page.locator("#panel.open").waitFor();
    const before = await site.api<SummaryOutput>("summary");
    await site.mapRecords("more.jsonl", [
      {
        id: "n1",
        author: { id: "dorrit", name: "Dorrit" },
        createdAt: "2025-11-02T10:00:00.000Z",
        text: "RL is safer than self-supervised learning, because a reward can be inspected before training begins.",
      },
    ]);
    const claimsNow = async () => (await site.api<SummaryOutput>("summary")).counts.claims;
    await expect.poll(claimsNow).toBeGreaterThan(before.counts.claims);
    const added = (await claimsNow()) - before.counts.claims;
    await expect
      .poll(() => page.locator("#announcer").textContent())
      .toContain(`${added} new claim${added === 1 ? "" : "s"}`);
    const { counts } = await site.api<DebateOutput>("debate?a=RL&b=SSL&limit=300");
    await expect
      .poll(() => page.locator(".debate-title .quiet").textContent())
      .toContain(`of ${counts.claims.total} claims`);
    expect(await page.locator(".card.selected").getAttribute("data-claim")).toBe(id);
    expect(page.url()).toContain(`open=${id}`);
    expect(await page.evaluate(() => "stays" in window)).toBe(true);
    await close();
    expect(troubles).toEqual([]);
  });
});
