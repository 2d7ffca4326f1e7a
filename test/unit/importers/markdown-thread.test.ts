import { describe, expect, it } from "vitest";
import { markdownThread } from "../../../src/importers/markdown-thread.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = (content: string) => importAll(markdownThread, memoryInput(content, { name: "talk.md" }));

const said = async (content: string) =>
  (await read(content)).comments.map(({ id, author, text }) => [id, author?.name ?? null, text]);

describe("markdownThread", () => {
  it("reads the name in a heading that holds tags and an id", async () => {
    const page = "## ada — 2024-05-04 {#m1}\n\nYes.\n\n## <b>Eve</b> — 2024-05-05 {#m4}\n\nNo.\n";
    expect(await said(page)).toEqual([
      ["site:m1", "ada", "Yes."],
      ["site:m4", "Eve", "No."],
    ]);
  });

  it("gives the words under a heading that names nobody to nobody, and says so", async () => {
    const page =
      "## ada — 2024-05-04\n\nYes.\n\n## Eve <i>x</i> (?!) — some day {#m4}\n\nNo.\n\n## bo — 2024-05-06\n\nAye.\n";
    expect((await said(page)).map(([, ...rest]) => rest)).toEqual([
      ["ada", "Yes."],
      [null, "No."],
      ["bo", "Aye."],
    ]);
    expect((await read(page)).diagnostics).toMatchObject([
      {
        severity: "warning",
        place: "talk.md, character 27",
        message: expect.stringContaining("names no author and date"),
      },
    ]);
  });

  it("leaves a heading of another level, or without words under it, to the comment", async () => {
    const page =
      "# Dam\n\n## Minutes\n\n## ada — 2024-05-04\n\nYes.\n\n### Why\n\nRain.\n\n## Later\n\n## bo — 2024-05-06\n\nAye.\n";
    expect((await said(page)).map(([, ...rest]) => rest)).toEqual([
      ["ada", "Yes.\n\nWhy\n\nRain."],
      ["bo", "Aye."],
    ]);
    expect((await read(page)).diagnostics).toEqual([]);
  });

  it("takes a heading among comments that open with a line for the words of its comment", async () => {
    const page = "**ada** — 2024-05-04\n\nYes.\n\n## Why\n\nRain.\n\n**bo** — 2024-05-06\n\nAye.\n";
    expect((await said(page)).map(([, name]) => name)).toEqual(["ada", "bo"]);
  });
});
