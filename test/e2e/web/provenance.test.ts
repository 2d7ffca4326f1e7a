import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumSkip } from "../../support/shared.ts";
import { openSite, type Site } from "./browser.ts";

const day = (date: number) => `2025-01-0${date}T00:00:00.000Z`;

describe.skipIf(chromiumSkip !== null)("where a comment came from", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
    await site.mapRecords("dam.jsonl", [
      {
        id: "1",
        threadId: "dam",
        author: "ada",
        createdAt: day(1),
        editedAt: day(3),
        text: "The dam is one metre too low.",
        url: "https://board.example/dam#1",
        score: 7,
        versions: [{ text: "The dam is two metres too low.", at: day(1) }],
        reactions: [{ by: "bo", kind: "agree", quote: "one metre too low", sign: 1 }],
      },
      { id: "2", threadId: "dam", parentId: "1", createdAt: day(2), text: "", status: "deleted" },
      {
        id: "3",
        threadId: "dam",
        parentId: "2",
        author: "cy",
        createdAt: day(4),
        text: "Deleted or not, it was a good point about the cost of the dam.",
        url: "javascript:alert(1)",
      },
    ]);
  });

  afterAll(async () => {
    await site.close();
  });

  test("the page names the file and record, the original, the edit and the text before it", async () => {
    const { page, troubles, close } = await site.open("#/comment/dam.jsonl%3A1");
    const section = page.locator(".provenance");
    const text = await section.textContent();
    for (const words of [
      "dam.jsonl (jsonl), record 1",
      "on board.example",
      "Edited 3 Jan 2025",
      "Score 7",
      "1 reaction: agree 1",
    ])
      expect(text).toContain(words);
    const original = section.getByRole("link", { name: "The original" });
    expect(await original.getAttribute("href")).toBe("https://board.example/dam#1");
    expect(await original.getAttribute("rel")).toContain("noopener");
    const version = section.locator("details");
    expect(await version.locator(".comment-text").isVisible()).toBe(false);
    await version.locator("summary").press("Enter");
    expect(await version.locator(".comment-text").isVisible()).toBe(true);
    expect(await version.textContent()).toContain("The dam is two metres too low.");
    expect(troubles).toEqual([]);
    await close();
  });

  test("a deleted comment stays as a place between its neighbours, and no script is linked", async () => {
    const deleted = await site.open("#/comment/dam.jsonl%3A2");
    expect(await deleted.page.locator(".tombstone").textContent()).toContain("Deleted by its author");
    await deleted.page
      .getByRole("link", { name: /Deleted or not/u })
      .first()
      .click();
    await deleted.page.getByRole("heading", { level: 1, name: /cy/u }).waitFor();
    expect(await deleted.page.locator("a.outside").count()).toBe(0);
    expect(deleted.troubles).toEqual([]);
    await deleted.close();
  });
});
