import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DebateOutput } from "../../../src/queries/debate.ts";
import type { SearchOutput } from "../../../src/queries/search.ts";
import type { ShowOutput } from "../../../src/queries/show.ts";
import type { SimilarOutput } from "../../../src/queries/similar.ts";
import { chromiumSkip } from "../../support/shared.ts";
import { example, openSite, type Site, type Tab } from "./browser.ts";

const debateView = "#/debate?a=RL&b=SSL";
const cards = ".layer [data-claim]";

describe.skipIf(chromiumSkip !== null)("the page over the example", () => {
  let site: Site;
  let tab: Tab;
  let debate: DebateOutput;

  beforeAll(async () => {
    site = await openSite();
    await site.map([example]);
    debate = await site.api<DebateOutput>("debate?a=RL&b=SSL&limit=300");
  });

  afterAll(async () => {
    await site.close();
  });

  beforeEach(async () => {
    tab = await site.open(debateView);
    await tab.page.locator(cards).first().waitFor();
  });

  afterEach(async () => {
    await tab.close();
    expect(tab.troubles).toEqual([]);
  });

  test("draws the claims of the debate on two sides, and says how many of how many", async () => {
    const related = new Set(debate.relations.flatMap(({ from, to }) => [from.claimId, to.claimId]));
    const expected = Math.min(30, related.size);
    expect(expected).toBeGreaterThan(10);
    expect(await tab.page.locator(cards).count()).toBe(expected);
    const shown = `Showing ${expected} of ${debate.counts.claims.total} claims`;
    expect(await tab.page.locator(".debate-title .quiet").textContent()).toContain(shown);
    const boxes = await boxesOf(tab.page);
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(meet(one, other), `${one.text} lies on ${other.text}`).toBe(false);
    const sides = new Map(debate.claims.map(({ id, side }) => [id, side]));
    const left = (side: string) => boxes.filter(({ id }) => sides.get(id) === side).map(({ x }) => x);
    expect(Math.max(...left("first"))).toBeLessThan(Math.min(...left("second")));
  });

  test("shows a few claims first, says so, and more when asked", async () => {
    const { page } = tab;
    const related = new Set(debate.relations.flatMap(({ from, to }) => [from.claimId, to.claimId])).size;
    await page.goto(`${site.url}${debateView}&show=5`);
    await expect.poll(() => page.locator(cards).count()).toBe(5);
    expect(await page.locator(".debate-title .quiet").textContent()).toContain("Showing 5 of ");
    await page.getByRole("button", { name: /^Show \d+ more$/u }).click();
    await expect.poll(() => page.locator(cards).count()).toBe(Math.min(35, related));
  });

  test("draws each kind of relation in its own colour, as its legend does", async () => {
    const kinds = [...new Set(debate.relations.map(({ kind }) => kind))];
    expect(kinds.length).toBeGreaterThan(2);
    for (const kind of kinds) {
      expect(await tab.page.locator(`.filters .sample.${kind}`).count(), kind).toBe(1);
      const others = kinds.filter((it) => it !== kind);
      await tab.page.goto(`${site.url}${debateView}&hide=${others.join(",")}`);
      await expect.poll(() => pixelsOf(tab.page, kind), { message: kind }).toBeGreaterThan(20);
      for (const other of others) expect(await pixelsOf(tab.page, other), `${other} is hidden`).toBe(0);
    }
  });

  test("opens a claim by a click: its exact words marked in its comment, with author and date", async () => {
    const { id, box } = await someCard(tab.page);
    await tab.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expectOpenClaim(tab.page, site, id);
    expect(tab.page.url()).toContain(`open=${id}`);
  });

  test("opens a claim by the keyboard, and closing it leads back to it", async () => {
    const { page } = tab;
    const first = page.locator(`${cards}[tabindex="0"]`);
    await first.focus();
    await page.keyboard.press("ArrowDown");
    const id = (await page.evaluate(() => document.activeElement?.getAttribute("data-claim"))) ?? "";
    expect(id).not.toBe("");
    await page.keyboard.press("Enter");
    await expectOpenClaim(page, site, id);
    expect(await page.evaluate(() => document.activeElement?.matches("[data-panel-heading]"))).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator("#panel.open").waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-claim"))).toBe(id);
  });

  test("lists claims that say nearly the same below a claim, as links, and leaves the focus where it is", async () => {
    const { page } = tab;
    const found = await site.api<SearchOutput>(
      `search?kind=claim&text=${encodeURIComponent("RL is more dangerous than self-supervised learning")}`,
    );
    const [hit] = found.items;
    const id = hit?.kind === "claim" ? hit.claim.id : "";
    const { items } = await site.api<SimilarOutput>(`similar?claim=${id}&limit=10`);
    const others = items.filter(({ isOne }) => !isOne).slice(0, 5);
    expect(others.length).toBeGreaterThan(1);
    await page.goto(`${site.url}${debateView}&open=${id}`);
    const links = page.locator("#panel.open [data-similar] .words");
    await expect.poll(() => links.count()).toBe(others.length);
    expect(await links.allTextContents()).toEqual(others.map(({ words }) => words.text));
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-panel-heading"))).toBe(true);
    const opposed = others.filter(({ differences }) => differences.length > 0).length;
    expect(await page.locator("[data-similar] .fact", { hasText: "says the opposite?" }).count()).toBe(
      opposed,
    );
    await links.first().focus();
    await page.keyboard.press("Enter");
    await expectOpenClaim(page, site, others[0]?.claim.id ?? "");
  });

  test("moves across to the other side with the arrow keys", async () => {
    const { page } = tab;
    const sides = new Map(debate.claims.map(({ id, side }) => [id, side]));
    await page.locator(`${cards}.first`).first().focus();
    await page.keyboard.press("ArrowRight");
    const id = (await page.evaluate(() => document.activeElement?.getAttribute("data-claim"))) ?? "";
    expect(sides.get(id)).not.toBe("first");
  });

  test("opens a relation by a click on its line: a sentence, with both ends in their comments", async () => {
    const { page } = tab;
    const clash = debate.clashes.find(
      ({ relation }) => relation.from.speaker?.id !== relation.to.speaker?.id,
    );
    if (clash === undefined) throw new Error("the example has no clash");
    const { id, from, to } = clash.relation;
    const ends = [from, to].map(({ claimId }) => page.locator(`[data-claim="${claimId}"]`));
    await page.goto(`${site.url}${debateView}&open=${id}`);
    const panel = page.locator("#panel.open");
    await panel.waitFor();
    expect(await panel.locator(".claim-text").textContent()).toBe(
      `${from.speaker?.name} disagrees with ${to.speaker?.name}`,
    );
    expect(await panel.locator("mark.said-words").allTextContents()).toEqual([from.text, to.text]);
    for (const end of ends) expect(await end.getAttribute("class")).not.toContain("dim");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    const port = await startOf(page, clash.relation.from.claimId);
    await page.mouse.click(port.x, port.y);
    await page.locator("#panel.open .eyebrow", { hasText: "Relation" }).waitFor();
  });

  test("a link shows the same view to whoever opens it", async () => {
    const claim = debate.clashes[0]?.relation.from.claimId ?? "";
    const other = await site.open(`${debateView}&hide=supports&least=0.6&open=${claim}`);
    await expectOpenClaim(other.page, site, claim);
    const supports = other.page.getByRole("button", { name: /^supports/u });
    expect(await supports.getAttribute("aria-pressed")).toBe("false");
    expect(await other.page.getByLabel("Least confidence").inputValue()).toBe("60");
    await other.close();
    expect(other.troubles).toEqual([]);
  });

  test("leaves out a kind of relation, and claims that only it joined", async () => {
    const { page } = tab;
    await page.getByRole("button", { name: /^disagrees with/u }).click();
    const left = debate.relations.filter(({ kind }) => kind !== "disagrees-with");
    const related = new Set(left.flatMap(({ from, to }) => [from.claimId, to.claimId]));
    await expect.poll(() => page.locator(cards).count()).toBe(Math.min(30, related.size));
    expect(page.url()).toContain("hide=disagrees-with");
    await expect.poll(() => pixelsOf(page, "disagrees-with")).toBe(0);
  });

  test("says the same as tables: every relation with both its ends, every claim", async () => {
    const { page } = tab;
    await page.goto(`${site.url}${debateView}&show=300`);
    await page.getByRole("button", { name: "List" }).click();
    const tables = page.locator(".debate-list table");
    const related = new Set(debate.relations.flatMap(({ from, to }) => [from.claimId, to.claimId]));
    expect(await tables.nth(0).locator("tbody tr").count()).toBe(debate.relations.length);
    expect(await tables.nth(1).locator("tbody tr").count()).toBe(related.size);
    await tables.nth(1).locator("tbody a.words").first().click();
    await page.locator("#panel.open").waitFor();
  });

  test("prints the whole list of a debate, with nothing cut off and no bar over it", async () => {
    const { page } = tab;
    await page.goto(`${site.url}${debateView}&show=300&as=list`);
    await page.locator(".debate-list table").first().waitFor();
    await page.emulateMedia({ media: "print" });
    const cut = await page.evaluate(() =>
      [".debate", ".debate-list", "#panel", ".panel-body"].filter((selector) => {
        const box = document.querySelector(selector);
        return box === null || box.scrollHeight > box.clientHeight + 1;
      }),
    );
    expect(cut).toEqual([]);
    expect(await page.locator(".top").isVisible()).toBe(false);
  });

  test("finds claims and shows one beside the results", async () => {
    const { page } = tab;
    await page.locator(".top-search input").fill("reward function");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Found for/u }).waitFor();
    const found = await site.api<SearchOutput>("search?text=reward%20function&limit=40");
    const claims = found.items.filter(({ kind }) => kind === "claim");
    expect(await page.title()).toBe("Search: reward function · Elenchus");
    expect(await page.locator(".claim-row").count()).toBe(claims.length);
    await page.locator(".claim-row a.words").first().click();
    const first = claims[0];
    await expectOpenClaim(page, site, first?.kind === "claim" ? first.claim.id : "");
  });

  test("draws suggestions when asked by the keyboard, each with the word, and keeps to it", async () => {
    const { page } = tab;
    const toggle = page.getByRole("button", { name: "Suggestions" });
    expect(await toggle.getAttribute("aria-pressed")).toBe("false");
    // One layer leaves nothing to choose.
    expect(await page.getByLabel("found by").count()).toBe(0);
    await toggle.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?suggestions=yes#\/debate/u);
    await page.locator(cards).first().waitFor();
    await page.getByRole("button", { name: "List" }).click();
    const words = page.getByText("suggestion", { exact: true });
    await words.first().waitFor();
    const all = await site.api<DebateOutput>("debate?a=RL&b=SSL&limit=300&relations=all");
    const suggestions = all.relations.filter(({ isSuggestion }) => isSuggestion).length;
    const { total } = all.counts.relations;
    expect(total).toBeGreaterThan(debate.counts.relations.total);
    expect(await page.locator("table .judgement").count()).toBeLessThanOrEqual(suggestions);
    expect(await page.locator(".filters .legend").textContent()).toBe(`suggestions${suggestions}`);
    expect(await page.locator(".debate-title .quiet").textContent()).toContain(`of ${total} relations`);
    expect(await toggle.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("link", { name: "Elenchus" }).click();
    await page.waitForURL(/\?suggestions=yes#\/$/u);
  });

  test("says from which confidence on it draws, and no less than the least sure relation has", async () => {
    const { page } = tab;
    const least = Math.min(...debate.relations.map(({ confidence }) => confidence)) * 100;
    const shown = Number.parseInt((await page.locator(".confidence output").textContent()) ?? "", 10);
    expect(shown).toBeGreaterThan(least - 5);
    expect(shown).toBeLessThanOrEqual(least);
    const slider = page.getByLabel("Least confidence");
    expect(await slider.getAttribute("aria-valuetext")).toBe(`${shown} %`);
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(new RegExp(`least=${(shown + 5) / 100}(?:&|$)`, "u"));
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL((url) => !url.hash.includes("least"));
  });

  test("covers nothing that is drawn with its own buttons", async () => {
    const [stage, tools] = await Promise.all(
      [".stage", ".tools"].map((name) => tab.page.locator(name).boundingBox()),
    );
    expect(tools?.y).toBeGreaterThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0));
    expect((tools?.y ?? 0) + (tools?.height ?? 0)).toBeLessThanOrEqual(800);
  });

  test("says of an address that names no view that there is no such page, and leads back", async () => {
    const { page } = tab;
    await page.goto(`${site.url}#/nowhere/at/all`);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    expect(await page.title()).toBe("Not found · Elenchus");
    expect(page.url()).toContain("#/nowhere/at/all");
    await page.getByRole("link", { name: "Back to the start" }).click();
    await page.waitForURL(/#\/$/u);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor({ state: "detached" });
  });

  test("shows how one claim changed, with the words that came and went", async () => {
    const { page } = tab;
    const found = await site.api<SearchOutput>("search?text=RL%20is%20more%20dangerous&kind=claim");
    const item = found.items[0];
    const id = item?.kind === "claim" ? item.claim.id : "";
    await page.goto(`${site.url}?suggestions=yes#/trace/${id}`);
    await page.locator(".steps").waitFor();
    expect(await page.locator(".step").count()).toBeGreaterThan(1);
    expect(await page.locator(".step ins").count()).toBeGreaterThan(0);
    expect(await page.locator(".step .earlier del").count()).toBeGreaterThan(0);
    expect(await page.locator("svg.axis circle").count()).toBe(await page.locator(".step").count());
  });

  test("the skip link leads to the content and leaves the address alone", async () => {
    const { page } = tab;
    await page.locator(".skip").focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(new URL(page.url()).hash).toBe(debateView);
  });

  test("a small screen shows the drawing without a sideways scroll, and a claim over it", async () => {
    const phone = await site.open(debateView, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await phone.page.locator(cards).first().waitFor();
    const overflow = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    const { id, box } = await someCard(phone.page);
    await phone.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await expectOpenClaim(phone.page, site, id);
    await phone.close();
    expect(phone.troubles).toEqual([]);
  });

  test.each([
    { place: "beside it", width: 1280, panels: 1 },
    { place: "in its place on a small screen", width: 400, panels: 0 },
  ])("shows the comment that a claim stands in $place", async ({ width, panels }) => {
    const claim = debate.claims[0]?.id ?? "";
    const reader = await site.open(`${debateView}&open=${claim}`, { viewport: { width, height: 800 } });
    const { page } = reader;
    const panel = page.locator("#panel.open");
    await panel.locator("article a", { hasText: "in Is learning from rewards" }).first().click();
    await page.locator("main .comment-text.whole").waitFor();
    expect(await panel.count()).toBe(panels);
    expect(await page.locator("main h1").evaluate(isOnTop)).toBe(true);
    await page.goBack();
    await expectOpenClaim(page, site, claim);
    await reader.close();
    expect(reader.troubles).toEqual([]);
  });
});

/** Whether an element is seen where it stands: in the window, and under nothing else. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

interface Box {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxesOf(page: Page): Promise<Box[]> {
  return page.locator(cards).evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const id = element.getAttribute("data-claim") ?? "";
      return { id, text: element.textContent ?? "", x, y, width, height };
    }),
  );
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The first claim whose box is wholly in the view and under no button. */
async function someCard(page: Page): Promise<{ id: string; box: Box }> {
  const stage = await page.locator(".stage").boundingBox();
  const bottom = Math.min((stage?.y ?? 0) + (stage?.height ?? 0), page.viewportSize()?.height ?? 0) - 70;
  const box = (await boxesOf(page)).find((it) => it.y > (stage?.y ?? 0) && it.y + it.height < bottom);
  if (box === undefined) throw new Error("no claim is in the view");
  return { id: box.id, box };
}

/** A point on a line that leaves a claim towards the other side, just outside its box. */
async function startOf(page: Page, claimId: string): Promise<{ x: number; y: number }> {
  const card = page.locator(`[data-claim="${claimId}"]`);
  await card.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const box = await card.boundingBox();
  const stage = await page.locator(".stage").boundingBox();
  if (box === null || stage === null) throw new Error("the claim is not drawn");
  const isLeft = box.x + box.width / 2 < stage.x + stage.width / 2;
  const x = isLeft ? box.x + box.width + 6 : box.x - 6;
  for (let y = box.y + 4; y < box.y + box.height; y += 4) {
    await page.mouse.move(x, y);
    if ((await page.locator(".canvas.over").count()) > 0) return { x, y };
  }
  throw new Error("no line leaves the claim");
}

/** How many pixels of the drawing have nearly the colour of a kind. */
function pixelsOf(page: Page, kind: string): Promise<number> {
  return page.evaluate((name) => {
    const hex = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    let found = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>(".canvas canvas")) {
      const copy = document.createElement("canvas");
      copy.width = canvas.width;
      copy.height = canvas.height;
      const context = copy.getContext("2d", { willReadFrequently: true });
      context?.drawImage(canvas, 0, 0);
      const pixels = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
      for (let at = 0; at < pixels.length; at += 4) {
        const away =
          Math.abs((pixels[at] ?? 0) - red) +
          Math.abs((pixels[at + 1] ?? 0) - green) +
          Math.abs((pixels[at + 2] ?? 0) - blue);
        if ((pixels[at + 3] ?? 0) > 200 && away < 12) found += 1;
      }
    }
    return found;
  }, kind);
}

/** The panel shows the claim: each locution's comment has exactly its words marked, under who said it and when. */
async function expectOpenClaim(page: Page, site: Site, id: string): Promise<void> {
  const panel = page.locator("#panel.open");
  await panel.waitFor();
  const shown = await site.api<ShowOutput>(`show/${id}`);
  if (shown.kind !== "claim") throw new Error(`${id} is a ${shown.kind}`);
  await expect.poll(() => panel.locator(".claim-text").textContent()).toBe(shown.text);
  for (const [index, words] of shown.locutions.entries()) {
    const article = panel.locator("article").nth(index);
    const { start, end } = words.span;
    const slice = words.commentText.slice(start, end);
    expect(slice).toBe(words.text);
    expect(await article.locator("mark.said-words").textContent()).toBe(slice);
    expect(await article.locator("blockquote").textContent()).toBe(words.commentText);
    expect(await article.locator(".byline").textContent()).toContain(words.speaker?.name ?? "unknown");
    expect(await article.locator("time").getAttribute("datetime")).toBe(words.createdAt);
  }
}
