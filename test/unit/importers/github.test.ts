import { describe, expect, it } from "vitest";
import { github } from "../../../src/importers/github.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = async (value: unknown) =>
  (await importAll(github, memoryInput(JSON.stringify(value), { name: "input.json" }))).comments.map(
    ({ id, parentId, text, author }) => [id, parentId, text, author?.name ?? null],
  );
const page = "https://github.com/o/r";

describe("GitHub's data", () => {
  it("is the same comment from the REST API and from gh", async () => {
    const wanted = [["github.com:o/r#5/issuecomment-7", "github.com:o/r#5", "Yes.", "ann"]];
    const fragment = `${page}/issues/5#issuecomment-7`;
    const rest = {
      id: 7,
      html_url: fragment,
      url: "https://api.github.com/x",
      user: { login: "ann" },
      body: "Yes.",
    };
    expect(await read([rest])).toEqual(wanted);
    const gh = {
      id: "IC_1",
      url: fragment,
      author: { login: "ann" },
      body: "Yes.",
      includesCreatedEdit: false,
    };
    expect(
      (
        await read({
          author: { login: "bo" },
          body: "Why?",
          comments: [gh],
          number: 5,
          title: "T",
          url: `${page}/issues/5`,
        })
      ).slice(0, 1),
    ).toEqual(wanted);
  });

  it("may write its lists as edges", async () => {
    const comments = { edges: [{ node: { id: "C1", body: "One." } }, { node: { id: "C2", body: "Two." } }] };
    expect(
      await read({
        data: { node: { number: 5, title: "T", url: `${page}/issues/5`, body: "B.", comments } },
      }),
    ).toEqual([
      ["github.com:o/r#5", null, "B.", null],
      ["github.com:o/r#5/C1", "github.com:o/r#5", "One.", null],
      ["github.com:o/r#5/C2", "github.com:o/r#5", "Two.", null],
    ]);
  });

  it("may be of a server of one's own, and of events", async () => {
    const issue = { number: 5, title: "T", html_url: "https://git.example.com/o/r/issues/5", body: "B." };
    expect(await read({ type: "IssuesEvent", payload: { issue } })).toEqual([
      ["git.example.com:o/r#5", null, "B.", null],
    ]);
  });

  it("has threads of reviews, whose comments answer each other", async () => {
    const thread = (id: number, rest: object) => ({
      id,
      url: `${page}/pull/6#discussion_r${id}`,
      body: `Note ${id}.`,
      ...rest,
    });
    const value = {
      number: 6,
      title: "T",
      url: `${page}/pull/6`,
      body: "B.",
      reviews: { nodes: [{ id: "R1", body: "", state: "APPROVED" }] },
      reviewThreads: { nodes: [{ comments: { nodes: [thread(1, {}), thread(2, { in_reply_to_id: 1 })] } }] },
    };
    expect((await read(value)).map(([id, parent]) => [id, parent])).toEqual([
      ["github.com:o/r#6/discussion_r1", "github.com:o/r#6"],
      ["github.com:o/r#6/discussion_r2", "github.com:o/r#6/discussion_r1"],
      ["github.com:o/r#6", null],
    ]);
  });

  it("may hold bodies as HTML or as text alone", async () => {
    const base = { number: 5, title: "T", url: `${page}/issues/5` };
    expect(
      await read([
        { ...base, bodyHTML: "<p>A &amp; <b>B</b></p>" },
        { ...base, bodyText: "A *B*" },
      ]),
    ).toEqual([
      ["github.com:o/r#5", null, "A & B", null],
      ["github.com:o/r#5", null, "A *B*", null],
    ]);
  });
});
