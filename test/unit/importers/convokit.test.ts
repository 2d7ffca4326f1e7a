import { describe, expect, it } from "vitest";
import { convokit } from "../../../src/importers/convokit.ts";
import { importAll, memoryFolder, memoryInput } from "../../support/inputs.ts";

const read = (...utterances: readonly object[]) =>
  importAll(convokit, memoryInput(utterances.map((one) => `${JSON.stringify(one)}\n`).join("")));

const base = { conversation_id: "t", text: "Words.", speaker: "ann", reply_to: null };

describe("convokit", () => {
  it("takes ids of Reddit with and without prefixes, so that they meet those of the site", async () => {
    const { comments } = await read(
      { ...base, id: "t3_abc", conversation_id: "t3_abc" },
      { ...base, id: "t1_c1", conversation_id: "t3_abc", reply_to: "t3_abc" },
      { ...base, id: "c2", conversation_id: "abc", reply_to: "c1", meta: { subreddit: "x" } },
    );
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ["reddit.com:t3_abc", null, "reddit.com:t3_abc"],
      ["reddit.com:c1", "reddit.com:t3_abc", "reddit.com:t3_abc"],
      ["reddit.com:c2", "reddit.com:c1", "reddit.com:t3_abc"],
    ]);
  });

  it("knows a conversation whose root is a comment, as in the corpora of conversations gone awry", async () => {
    const meta = { subreddit: "x", top_level_comment: "c1", permalink: "/r/x/comments/p9/title/c1/" };
    const { comments } = await read(
      { ...base, id: "c1", conversation_id: "c1", meta },
      { ...base, id: "c2", conversation_id: "c1", reply_to: "c1", meta },
    );
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ["reddit.com:c1", null, "reddit.com:t3_p9"],
      ["reddit.com:c2", "reddit.com:c1", "reddit.com:t3_p9"],
    ]);
  });

  it("takes turns counted from 0 for no dates", async () => {
    const stamps = [0, 17, "204.5", null, "", "1325571377", 1325571377.5];
    const { comments } = await read(...stamps.map((timestamp, id) => ({ ...base, id, timestamp })));
    expect(comments.map(({ createdAt }) => createdAt)).toEqual([
      ...[null, null, null, null, null],
      "2012-01-03T06:16:17.000Z",
      "2012-01-03T06:16:17.500Z",
    ]);
  });

  it("leaves texts that are not of Reddit as they are", async () => {
    const { comments } = await read({ ...base, id: 1, text: "> a\n\n*b* &amp; c" });
    expect(comments[0]?.text).toBe("> a\n\n*b* &amp; c");
  });

  it("finds the files of a corpus in a folder inside an archive", async () => {
    const folder = memoryFolder({
      "corpus/utterances.jsonl": JSON.stringify({ ...base, id: "1" }),
      "corpus/conversations.json": '{"t": {"meta": {"title": "__proto__"}}, "__proto__": {"meta": null}}',
    });
    const { comments, diagnostics } = await importAll(convokit, folder);
    expect(comments.map(({ threadTitle }) => threadTitle)).toEqual(["__proto__"]);
    expect(diagnostics).toEqual([]);
    expect(convokit.sniffFolder?.(["corpus/utterances.jsonl"])).toBe(1);
    expect(convokit.sniffFolder?.(["corpus/my-utterances.jsonl.txt"])).toBe(0);
  });

  it("goes without titles from where the conversations break", async () => {
    const folder = memoryFolder({
      "utterances.jsonl": JSON.stringify({ ...base, id: "1" }),
      "conversations.json": '{"t": {"meta": {"title": "Kept"}}, "u": {',
    });
    const { comments, diagnostics } = await importAll(convokit, folder);
    expect(comments[0]?.threadTitle).toBe("Kept");
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "import.record-invalid" }]);
  });
});
