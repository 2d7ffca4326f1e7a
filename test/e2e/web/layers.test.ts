import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SummaryOutput } from "../../../src/queries/summary.ts";
import { fakeExtractor } from "../../support/fake-extractor.ts";
import { chromiumSkip } from "../../support/shared.ts";
import { example, openSite, type Site, type Tab } from "./browser.ts";

describe.skipIf(chromiumSkip !== null)("the page over a store of two layers", () => {
  let site: Site;
  let tab: Tab;

  beforeAll(async () => {
    site = await openSite();
    await site.map([example]);
    await site.readAgain(fakeExtractor("llm"));
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    tab = await site.open("#/");
  });
  afterEach(async () => {
    await tab.close();
    // A refusal is told to the reader; the browser itself reports it too.
    expect(tab.troubles.filter((trouble) => !trouble.includes("404"))).toEqual([]);
  });

  test("names them with what each states, reads the one used last, and another when it is chosen", async () => {
    const { page } = tab;
    const { layers } = await site.api<SummaryOutput>("summary");
    expect(layers.map(({ id, isShown }) => [id, isShown])).toEqual([
      ["llm", true],
      ["rules", false],
    ]);
    const select = page.getByLabel("found by");
    await select.waitFor();
    expect(await select.inputValue()).toBe("llm");
    expect(await select.locator("option").allTextContents()).toEqual(
      layers.map(({ id, claims }) => `${id} (${claims} claims)`),
    );
    await select.selectOption("rules");
    await page.waitForURL(/\?extractor=rules#\/$/u);
    await page.getByLabel("found by").waitFor();
    expect(await page.getByLabel("found by").inputValue()).toBe("rules");
  });

  test("a small screen has room to search beside them, without a sideways scroll", async () => {
    const phone = await site.open("#/search?q=reward", { viewport: { width: 360, height: 740 } });
    await phone.page.getByLabel("found by").waitFor();
    const widths = await phone.page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      search: document.querySelector(".top-search")?.getBoundingClientRect().width,
    }));
    expect(widths.overflow).toBe(0);
    expect(widths.search).toBeGreaterThan(150);
    await phone.close();
    expect(phone.troubles).toEqual([]);
  });

  test("says so when a layer is asked for that is not there", async () => {
    const { page } = tab;
    await page.goto(`${site.url}?extractor=none#/search?q=reward`);
    await page.getByText('the store has no layer "none"').waitFor();
  });
});
