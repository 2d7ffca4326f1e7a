import { describe, expect, it } from "vitest";
import { forummagnumMarkdown } from "../../../src/importers/forummagnum-markdown.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = (text: string) =>
  importAll(forummagnumMarkdown, memoryInput(text, { name: "page.md", pieceBytes: 1000 }));

const clip = [
  "3 comments, sorted by top",
  "",
  '*   <section id="9uqBLoSbKewTPwR5S" data-type="comment">',
  "    ",
  '    [Ann | B.](https://forum.effectivealtruism.org/users/ann-b)[4mo (2025-10-14T00:31:18.649Z)](https://forum.effectivealtruism.org/posts/LJiGhpq8w4Badr5KJ/dams?commentId=9uqBLoSbKewTPwR5S) <span class="OverallVoteAxis-voteScore">−1</span>  <span class="AgreementVoteAxis-agreementScore">0</span> ',
  "    ",
  "    Dams *must* go:",
  "    ",
  "    ```",
  "    *   fish = 0",
  "    ```",
  "    ",
  "    </section>",
  "    ",
  '    *   <section id="oLtojEhJHbuiDZQab" data-type="comment" data-reply-to="9uqBLoSbKewTPwR5S">',
  "        ",
  '        [3mo (2025-10-25T02:48:27.099Z)](https://forum.effectivealtruism.org/posts/LJiGhpq8w4Badr5KJ/dams?commentId=oLtojEhJHbuiDZQab) <span class="OverallVoteAxis-voteScore">12</span>',
  "        ",
  "        > Dams must go",
  "        ",
  "        Why?",
  "        ",
  "        </section>",
  "",
  '*   <section data-type="comment">',
  "    </section>",
].join("\n");

describe("forummagnum-markdown", () => {
  it("reads a thread that a clipper saved, with its ids, authors, times and replies", async () => {
    const { comments, diagnostics } = await read(clip);
    const site = "forum.effectivealtruism.org";
    expect(comments).toMatchObject([
      {
        id: `${site}:9uqBLoSbKewTPwR5S`,
        parentId: `${site}:LJiGhpq8w4Badr5KJ`,
        threadId: `${site}:LJiGhpq8w4Badr5KJ`,
        author: { id: `${site}:ann-b`, name: "Ann | B." },
        createdAt: "2025-10-14T00:31:18.649Z",
        score: -1,
        text: "Dams must go:\n\n*   fish = 0",
      },
      {
        id: `${site}:oLtojEhJHbuiDZQab`,
        parentId: `${site}:9uqBLoSbKewTPwR5S`,
        author: null,
        score: 12,
        text: "Dams must go\n\nWhy?",
        quotes: [{ span: { start: 0, end: 12 }, how: "markup" }],
      },
    ]);
    expect(diagnostics).toMatchObject([{ severity: "error", place: "page.md:25" }]);
  });

  it("reads a page that does not indent the words", async () => {
    const path = "/posts/p1/dams/comment/c1";
    const head = `### Comment by [Ann](/users/ann)\n\n*   2024-01-01T00:00:00.000Z\n*   Karma: 3\n*   HTML permalink: [${path}](${path})`;
    const { comments } = await read(
      `${head}\n\nReactions (whole comment):\n\n*   agree: 1 (Bo)\n\nDams must go.\n\nAll of them.\n`,
    );
    expect(comments).toMatchObject([
      {
        text: "Dams must go.\n\nAll of them.",
        score: 3,
        reactions: [{ by: "lesswrong.com:Bo", kind: "agree" }],
      },
    ]);
  });

  it("takes off the dots with which the page cuts a quoted stretch", async () => {
    const path = "/posts/p1/dams/comment/c1";
    const words = "dams ".repeat(36).trimEnd();
    const quoted = `*   "${words}..."\n    *   disagree: 1 (Bo)`;
    const { comments } = await read(
      `### Comment by [Ann](/users/ann)\n\n*   Karma: 3\n*   HTML permalink: [${path}](${path})\n\nReactions by quoted text:\n\n${quoted}\n\n\tDams.\n`,
    );
    expect(comments[0]?.reactions).toEqual([
      { by: "lesswrong.com:Bo", kind: "disagree", quote: words, sign: -1 },
    ]);
  });

  it("leaves it to the words to tell a comment that the page gives no address", async () => {
    const page =
      "Post URL (HTML): [/posts/p1/dams](/posts/p1/dams)\n\n### Comment by [Ann](/users/ann)\n\n*   Karma: 3\n\n\tDams.\n";
    expect((await read(page)).comments).toMatchObject([
      { id: null, threadId: "lesswrong.com:p1", parentId: "lesswrong.com:p1", text: "Dams." },
    ]);
  });

  it("ends a clipped comment that lost its end where the next begins", async () => {
    const { comments } = await read(clip.replace("    </section>\n", ""));
    expect(comments.map(({ text }) => text)).toEqual([
      "Dams must go:\n\n*   fish = 0",
      "Dams must go\n\nWhy?",
    ]);
  });

  it("gives up on a head that no program writes", async () => {
    const page = `### Comment by x\n\n${">".repeat(50_000)} deep\n\n### Comment by [Ann](/users/ann)\n\n*   Karma: 3\n\n\tDams.\n`;
    const { comments, diagnostics } = await read(page);
    expect(comments).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: "error", place: "page.md:1" });
  });
});
