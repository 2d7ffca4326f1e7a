import { describe, expect, it } from "vitest";
import { polis } from "../../../src/importers/polis.ts";
import { detectImporter } from "../../support/detect-importer.ts";
import { importAll, memoryFolder, memoryInput } from "../../support/inputs.ts";

const statements = "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";

const signsOf = async (votes: string) => {
  const folder = memoryFolder({
    "comments.csv": `${statements}1,7,0,,,1,Yes or no?\n`,
    "votes.csv": `timestamp,comment-id,voter-id,vote\n${votes}`,
  });
  const { comments, diagnostics } = await importAll(polis, folder);
  const signs = comments.flatMap(({ reactions }) => reactions.map(({ by, sign }) => [by, sign]));
  return { signs, problems: diagnostics.map(({ place }) => place) };
};

describe("polis", () => {
  it("lets the later vote of a person stand, by time, and of two at one time that which stands later", async () => {
    expect((await signsOf("2000,7,1,1\n1000,7,1,-1\n5,7,2,1\n5,7,2,0\n")).signs).toEqual([
      ["site:participant-1", 1],
      ["site:participant-2", 0],
    ]);
    expect((await signsOf(",7,1,1\n,7,1,-1\n")).signs).toEqual([["site:participant-1", -1]]);
  });

  it("reports votes that are none and keeps the rest", async () => {
    expect(await signsOf("1,7,1,2\n1,7,,1\n1,7,3,-1.0\n")).toEqual({
      signs: [["site:participant-3", -1]],
      problems: ["votes.csv:row 2", "votes.csv:row 3"],
    });
  });

  it("states each whole statement as a claim, but for what moderators rejected", async () => {
    const table = `${statements}1,0,4,,,1,"It rains. So stay in."\n2,1,4,,,-1,Spam\n`;
    const { comments, graph } = await importAll(polis, memoryInput(table, { name: "comments.csv" }));
    expect(comments.map(({ status }) => status)).toEqual(["live", "hidden"]);
    const claims = graph.flatMap((one) => (one.array === "claims" ? [one.element.text] : []));
    expect(claims).toEqual(["It rains. So stay in."]);
  });

  it("keeps two conversations of one folder apart, whether or not they say their address", async () => {
    const folder = memoryFolder({
      "a/comments.csv": `${statements}1,0,4,,,1,One.\n`,
      "a/summary.csv": "topic,About a\nurl,https://www.pol.is/8xyz\n",
      "b/comments.csv": `${statements}1,0,4,,,1,Two.\n`,
      "b/votes.csv": "comment-id,voter-id,vote\n",
    });
    const { comments } = await importAll(polis, folder);
    expect(comments.map(({ id, threadId, threadTitle }) => [id, threadId, threadTitle])).toEqual([
      ["pol.is:8xyz/0", "pol.is:8xyz", "About a"],
      ["site:b/0", "site:b", null],
    ]);
  });

  it("gives way to the host that the user names", async () => {
    const folder = memoryFolder({
      "comments.csv": `${statements}1,0,4,,,1,One.\n`,
      "summary.csv": "topic,T\nurl,https://pol.is/8xyz\n",
    });
    const { comments } = await importAll(polis, folder, { host: "mine", isHostGiven: true });
    expect(comments[0]?.id).toBe("mine:8xyz/0");
  });

  it.each([
    ["votes.csv", "timestamp,datetime,comment-id,voter-id,vote\n1,x,0,1,1\n"],
    [
      "participants-votes.csv",
      "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0\n0,1,1,1,1,0,1\n",
    ],
    ["summary.csv", "topic,T\nurl,https://pol.is/8xyz\nviews,3\n"],
  ])("knows %s by itself and says what is missing", async (name, content) => {
    const input = memoryInput(content, { name });
    expect((await detectImporter(input, null)).id).toBe("polis");
    const { comments, diagnostics } = await importAll(polis, input);
    expect(comments).toEqual([]);
    expect(diagnostics).toMatchObject([{ severity: "warning", message: expect.stringContaining("folder") }]);
  });
});
