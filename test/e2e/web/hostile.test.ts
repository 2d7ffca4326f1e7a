import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DebateOutput } from "../../../src/queries/debate.ts";
import type { SearchOutput } from "../../../src/queries/search.ts";
import { chromiumSkip } from "../../support/shared.ts";
import { openSite, type Site, settled } from "./browser.ts";

const markup = `<img src=x onerror="alert(1)"><script>alert(2)</script><b>bold</b> &amp; {{7*7}} javascript:alert(3)`;
const claim = `The reward model is unsafe ${markup} because agents exploit it.`;
const turned =
  "Reward models are harmless \u202Edna elbaiveded\u202C when nobody \u2066hides\u2069 anything in them.";
const name = `<i onclick="alert(4)">Mallory</i>\u202Eyrollam`;

describe.skipIf(chromiumSkip !== null)("hostile text", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
    const author = (id: string, name: string) => ({ id, name });
    await site.mapRecords("hostile.jsonl", [
      {
        id: "h1",
        threadId: "t",
        author: author("m", name),
        createdAt: "2025-01-01T00:00:00.000Z",
        text: claim,
      },
      {
        id: "h2",
        threadId: "t",
        parentId: "h1",
        author: author("e", "Eve"),
        createdAt: "2025-01-02T00:00:00.000Z",
        text: `I disagree. ${turned}`,
      },
    ]);
  });

  afterAll(async () => {
    await site.close();
  });

  test("stays text in every view, and no script of it runs", async () => {
    const { items } = await site.api<SearchOutput>("search?text=reward&kind=claim");
    const ids = items.flatMap((item) => (item.kind === "claim" ? [item.claim.id] : []));
    expect(ids.length).toBeGreaterThan(0);
    const debate = await site.api<DebateOutput>("debate?a=reward&b=agents");
    expect(debate.claims.length).toBeGreaterThan(0);
    const views = [
      "#/",
      "#/search?q=reward",
      "#/debate?a=reward&b=agents&loners=yes",
      "#/debate?a=reward&b=agents&as=list&loners=yes",
      `#/debate?a=${encodeURIComponent(markup)}&b=reward`,
      `#/search?q=${encodeURIComponent(markup)}`,
      "#/comment/hostile.jsonl%3Ah1",
      "#/comment/hostile.jsonl%3Ah2",
      "#/author/hostile.jsonl%3Am",
      ...ids.flatMap((id) => [`#/claim/${id}`, `#/trace/${id}`]),
    ];
    const { page, troubles, close } = await site.open("#/");
    for (const view of views) {
      await page.goto(site.url + view);
      await settled(page);
      const injected = await page.evaluate(
        () =>
          document.querySelectorAll("#app :is(img, script, b, i, iframe, object, [onclick], [onerror])")
            .length,
      );
      expect(injected, view).toBe(0);
      const text = (await page.locator("#app").textContent()) ?? "";
      expect(text, view).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
      expect(
        troubles.filter((it) => !it.includes("404")),
        view,
      ).toEqual([]);
    }
    await close();
  });

  test("shows markup word for word, and control characters by name", async () => {
    const { page, close } = await site.open("#/comment/hostile.jsonl%3Ah1");
    expect(await page.locator(".comment-text").textContent()).toBe(claim);
    expect(await page.locator("h1 bdi").textContent()).toBe(name.replace("\u202e", ""));
    expect(await page.locator("h1 .control").getAttribute("data-name")).toBe("RLO");
    await page.goto(`${site.url}#/comment/hostile.jsonl%3Ah2`);
    await page.locator("main h1", { hasText: "Eve" }).waitFor();
    const names = await page
      .locator(".comment-text .control")
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark, "::before").content));
    expect(names).toEqual(['"RLO"', '"PDF"', '"LRI"', '"PDI"']);
    await close();
  });
});
