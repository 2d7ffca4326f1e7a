import { describe, expect, it } from "vitest";
import { discourse } from "../../../src/importers/discourse.ts";
import { toOrigin } from "../../../src/text/offset-map.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = (content: string, name = "input.json") => importAll(discourse, memoryInput(content, { name }));
const post = (fields: object) => ({
  id: 7,
  topic_id: 3,
  post_number: 2,
  username: "ann",
  cooked: "<p>A.</p>",
  ...fields,
});

describe("posts of Discourse as JSON", () => {
  it.each([
    ["one post", JSON.stringify(post({}))],
    ["a list", JSON.stringify([post({})])],
    ["the latest posts", JSON.stringify({ latest_posts: [post({})] })],
    ["a page of a topic", JSON.stringify({ post_stream: { posts: [post({})] }, id: 3 })],
    ["lines", `${JSON.stringify(post({}))}\n${JSON.stringify(post({ post_number: 3 }))}\n`],
    ["numbers as text", JSON.stringify([post({ id: "7", topic_id: "3", post_number: "2" })])],
  ])("are read from %s", async (_, content) => {
    const { comments } = await read(content);
    expect(comments[0]).toMatchObject({ id: "site:3/2", threadId: "site:3", text: "A.", record: "7" });
  });

  it("name their forum by the address in their avatars, unless the user does", async () => {
    const content = JSON.stringify([
      post({}),
      post({ avatar_template: "/user_avatar/www.forum.example/ann/{size}/1.png" }),
    ]);
    expect((await read(content)).comments.map(({ id, url }) => [id, url])).toEqual([
      ["forum.example:3/2", "https://forum.example/t/3/2"],
      ["forum.example:3/2", "https://forum.example/t/3/2"],
    ]);
    const { comments } = await importAll(discourse, memoryInput(content), {
      host: "mine.example",
      isHostGiven: true,
    });
    expect(comments[0]?.id).toBe("mine.example:3/2");
  });

  it("leave out what is no word of their author: avatars, previews, sizes of pictures", async () => {
    const cooked =
      '<p>See</p><aside class="onebox" data-onebox-src="https://x.example/a"><article>Their words</article></aside>' +
      '<div class="lightbox-wrapper"><a class="lightbox"><img alt="a chart"><div class="meta"><span>690x388</span></div></a></div><p>Mine.</p>';
    const [comment] = (await read(JSON.stringify([post({ cooked })]))).comments;
    expect(comment?.text).toBe("See\n\nhttps://x.example/a\n\na chart\n\nMine.");
  });

  it("keep words around an aside that is never closed", async () => {
    const cooked = '<p>Before.</p><aside class="quote" data-username="bo"><blockquote><p>Quoted';
    const [comment] = (await read(JSON.stringify([post({ cooked })]))).comments;
    expect(comment?.text).toBe("Before.\n\nQuoted");
    expect(comment?.quotes).toMatchObject([{ speaker: "bo", source: null, how: "header" }]);
  });

  it("are tombstones when they are deleted, and say who deleted them", async () => {
    const { comments } = await read(
      JSON.stringify([
        post({ user_deleted: true }),
        post({ deleted_at: "2024-01-01T00:00:00Z" }),
        post({ hidden: true, cooked_hidden: true }),
      ]),
    );
    expect(comments.map(({ status, text }) => [status, text])).toEqual([
      ["deleted", ""],
      ["removed", ""],
      ["hidden", ""],
    ]);
  });
});

describe("a Discourse topic as text", () => {
  const ruler = "-".repeat(25);
  const header = (user: string, number: number) => `${user} | 2025-03-31 14:57:05 UTC | #${number}\n\n`;
  const topic = `# A topic\n\n${header("ann", 1)}RL is unsafe.\r\n\n${ruler}\n\n${header("bo", 2)}[quote="ann, post:1, topic:1548"]\nRL is *unsafe*.\n[/quote]\nWhy?\n\n${ruler}\n`;

  it("is cut at its header lines, with places in the file", async () => {
    const { comments } = await read(topic, "topic.md");
    expect(comments.map(({ id, text, createdAt }) => [id, text, createdAt])).toEqual([
      ["site:1548/1", "RL is unsafe.", "2025-03-31T14:57:05.000Z"],
      ["site:1548/2", "RL is unsafe.\n\nWhy?", "2025-03-31T14:57:05.000Z"],
    ]);
    const second = comments[1];
    expect(second).toMatchObject({ threadTitle: "A topic", record: null, field: null });
    const { start, end } = toOrigin(second?.offsets ?? [], { start: 15, end: 19 });
    expect(topic.slice(start, end)).toBe("Why?");
  });

  it("is not cut at a header that somebody shows, nor at a ruler in a post", async () => {
    const content = `${header("ann", 1)}Like this:\n${header("bo", 9)}and\n\n${ruler}\n\nmore.\n\n${ruler}\n\n${header("bo", 2)}Yes.`;
    const { comments } = await read(content, "a.txt");
    expect(comments.map(({ id }) => id)).toEqual(["site:t1/1", "site:t1/2"]);
    expect(comments[0]?.text).toContain("more.");
  });

  it("may be followed by others, which are known by their titles", async () => {
    const content = `# One thing\n\n${header("ann", 1)}A.\n\n${ruler}\n\n# Another!\n\n${header("bo", 1)}B.\n\n${ruler}\n`;
    const { comments } = await read(content, "all-5.md");
    expect(comments.map(({ id, threadTitle }) => [id, threadTitle])).toEqual([
      ["site:one-thing/1", "One thing"],
      ["site:another/1", "Another!"],
    ]);
  });
});
