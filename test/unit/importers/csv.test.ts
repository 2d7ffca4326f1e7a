import { describe, expect, it } from "vitest";
import { csv } from "../../../src/importers/csv.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = (content: string | Uint8Array, columns: Readonly<Record<string, string>> = {}) =>
  importAll(csv, memoryInput(content, { name: "talk.csv" }), { columns: new Map(Object.entries(columns)) });

const said = async (content: string | Uint8Array, columns: Readonly<Record<string, string>> = {}) =>
  (await read(content, columns)).comments.map(({ id, author, text }) => [id, author?.name ?? null, text]);

describe("csv", () => {
  it.each([
    ["commas", 'id,user,body\n1,ann,"Yes, and no."\n'],
    ["semicolons", "id;user;body\n1;ann;Yes, and no.\n"],
    ["tabs", "id\tuser\tbody\n1\tann\tYes, and no.\n"],
    ["bars", "id|user|body\n1|ann|Yes, and no.\n"],
    ["whatever a spreadsheet names", "sep=;\r\nid;user;body\r\n1;ann;Yes, and no.\r\n"],
  ])("finds cells set apart by %s", async (_, table) => {
    expect(await said(table)).toEqual([["site:1", "ann", "Yes, and no."]]);
  });

  it.each([
    ["Comment ID", "Commenter", "Comment text"],
    ["comment_id", "author_name", "comment_body"],
    ["id", "screenName", "full_text"],
    ["_id", "posted by", "Message"],
  ])("knows the columns %s, %s and %s", async (id, author, text) => {
    expect(await said(`${text},${id},${author}\nTrue.,7,ann\n`)).toEqual([["site:7", "ann", "True."]]);
  });

  it("takes post_id for the comment where nothing else is one, and for the thread where something is", async () => {
    const [alone] = (await read("post_id,text\n1,True.\n")).comments;
    expect([alone?.id, alone?.threadId]).toEqual(["site:1", null]);
    const [both] = (await read("post_id,comment_id,text\n1,2,True.\n")).comments;
    expect([both?.id, both?.threadId]).toEqual(["site:2", "site:1"]);
  });

  it("puts the columns that the user names first", async () => {
    const table = "n,who,text,what\n1,ann,ignored,True.\n";
    expect(await said(table, { text: "what", author: "who", id: "N" })).toEqual([["site:1", "ann", "True."]]);
    await expect(read(table, { text: "words" })).rejects.toMatchObject({
      code: "import.field-unknown",
      hint: "The columns are: n, who, text, what.",
    });
    await expect(read(table, { body: "what" })).rejects.toMatchObject({ code: "import.field-unknown" });
  });

  it("names the columns when none is known to hold the text", async () => {
    await expect(read("a,b\n1,2\n")).rejects.toMatchObject({
      code: "import.record-invalid",
      message: expect.stringContaining("its columns are a, b"),
      hint: expect.stringContaining("--columns text="),
    });
  });

  it("reads Windows-1252 with a warning, and UTF-16 by its mark without one", async () => {
    const windows = Buffer.from("id;text\n1;Die M\xfche lohnt \x96 sagt \x93Anna\x94.\n", "latin1");
    const imported = await read(windows);
    expect(imported.comments.map(({ text }) => text)).toEqual(["Die Mühe lohnt – sagt “Anna”."]);
    expect(imported.diagnostics).toMatchObject([{ severity: "warning", code: "import.encoding" }]);
    const utf16 = await read(Buffer.from("\ufeffid\ttext\r\n1\tMühe – “ja”\r\n", "utf16le"));
    expect(utf16.comments.map(({ text }) => text)).toEqual(["Mühe – “ja”"]);
    expect(utf16.diagnostics).toEqual([]);
  });

  it("reports rows that have too few or too many cells and reads them as far as they go", async () => {
    const { comments, diagnostics } = await read(
      "id,text,user\n1,One.\n2,Two, and more,bo\n3,Three.,cy,,\n4\n5,Five.,di\n",
    );
    expect(comments.map(({ id, text, author }) => [id, text, author?.name])).toEqual([
      ["site:1", "One.", undefined],
      ["site:2", "Two", "and more"],
      ["site:3", "Three.", "cy"],
      ["site:4", "", undefined],
      ["site:5", "Five.", "di"],
    ]);
    expect(diagnostics.map(({ severity, place }) => [severity, place])).toEqual([
      ["warning", "talk.csv:row 2"],
      ["warning", "talk.csv:row 3"],
      ["warning", "talk.csv:row 5"],
    ]);
  });

  it("counts rows as a spreadsheet does: line breaks in a cell do not make one, blank lines do", async () => {
    const { comments } = await read('id,text\r\n1,"a\r\nb"\r\n\r\n2,c\r\n');
    expect(comments.map(({ record, text }) => [record, text])).toEqual([
      ["2", "a\nb"],
      ["4", "c"],
    ]);
  });

  it("reads what stands before a quotation mark that is never closed, and says in which row it is", async () => {
    const { comments, diagnostics } = await read('id,text\n1,One.\n2,"Two.\n3,Three.\n');
    expect(comments.map(({ text }) => text)).toEqual(["One."]);
    expect(diagnostics).toMatchObject([{ severity: "error", place: "talk.csv:row 3" }]);
  });

  it("takes quotation marks inside a cell as words", async () => {
    expect(await said('id,text\n1,He said "no" twice\n2,"She" did not\n')).toEqual([
      ["site:1", null, 'He said "no" twice'],
      ["site:2", null, '"She" did not'],
    ]);
  });

  it("joins answers to what they answer as data frames and Reddit dumps write ids", async () => {
    const frame = (await read("id,parent_id,text\n7,,a\n8,7.0,b\n9,nan,c\n10,0,d\n")).comments;
    expect(frame.map(({ id, parentId }) => [id, parentId])).toEqual([
      ["site:7", null],
      ["site:8", "site:7"],
      ["site:9", null],
      ["site:10", null],
    ]);
    const reddit = (await read("id,parent_id,link_id,body\nabc,t3_xyz,t3_xyz,a\nabd,t1_abc,t3_xyz,b\n"))
      .comments;
    expect(reddit.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ["site:abc", "site:t3_xyz", "site:t3_xyz"],
      ["site:abd", "site:abc", "site:t3_xyz"],
    ]);
  });

  it("keeps the same answer of two people apart where the table has no ids, on every import", async () => {
    const table = "user,text\nann,Yes.\nbo,Yes.\n";
    const [first, second] = (await read(table)).comments;
    expect(first?.id).not.toBe(second?.id);
    expect((await read(table)).comments.map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it.each([
    ["2024-03-05T18:02:11Z", "2024-03-05T18:02:11.000Z"],
    ["1709661731", "2024-03-05T18:02:11.000Z"],
    ["5.3.2024 18:02", "2024-03-05T18:02:00.000Z"],
    ["05.03.2024, 8:02:11", "2024-03-05T08:02:11.000Z"],
    ["March 5, 2024", "2024-03-05T00:00:00.000Z"],
    ["Tue, 05 Mar 2024 18:02:11 GMT", "2024-03-05T18:02:11.000Z"],
    ["Tue Mar 05 2024 18:02:11 GMT+0100 (CET)", "2024-03-05T17:02:11.000Z"],
    ["March 5 2024 3pm", "2024-03-05T15:00:00.000Z"],
    ["2024-03-05 8:02", "2024-03-05T08:02:00.000Z"],
    ["2024/3/5 8:02 pm", "2024-03-05T20:02:00.000Z"],
    ["25/12/2024", "2024-12-25T00:00:00.000Z"],
    ["12/25/2024 8:02:11 AM", "2024-12-25T08:02:11.000Z"],
    ["5-05-2024", "2024-05-05T00:00:00.000Z"],
  ])("reads the time %s", async (written, instant) => {
    const { comments, diagnostics } = await read(`id;date;text\n1;"${written}";One.\n`);
    expect(comments[0]?.createdAt).toBe(instant);
    expect(diagnostics).toEqual([]);
  });

  it("says which times it cannot read", async () => {
    const { comments, diagnostics } = await read("id,date,text\n1,3/5/2024,One.\n");
    expect(comments[0]?.createdAt).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        commentId: "site:1",
        message:
          'createdAt: "3/5/2024" is not a time and was left out; 2024-03-05T18:02:11Z or 2024-03-05 would be one',
      },
    ]);
  });

  it.each([
    "25/13/2024",
    "31.2.2024",
    "2024/25/12",
    "25/12/24",
    "05-03-2024",
    "123/4/2024",
    "12/25/2024 25:00",
  ])("takes %s for no time", async (written) => {
    const { comments, diagnostics } = await read(`id,date,text\n1,${written},One.\n`);
    expect(comments[0]?.createdAt).toBeNull();
    expect(diagnostics).toHaveLength(1);
  });

  it("keeps the day where it cannot read the time of day, and says what it did not read", async () => {
    const { comments, diagnostics } = await read(
      "id,date,text\n1,March 5 2024 at noon,One.\n2,March 5 2024 3:15 pm EST,Two.\n",
    );
    expect(comments.map(({ createdAt }) => createdAt)).toEqual([
      "2024-03-05T00:00:00.000Z",
      "2024-03-05T15:15:00.000Z",
    ]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'createdAt: "at noon" in "March 5 2024 at noon" was not read',
      'createdAt: "EST" in "March 5 2024 3:15 pm EST" was not read',
    ]);
  });

  it.each([
    ["a comment table", "id,parent_id,author,created_at,text\n1,,ann,2024-01-01,Yes.\n", 0.9],
    ["a table of other things", "city,inhabitants\nUlm,126000\n", 0],
    ["prose with commas", "In text, body and date, we say: no.\nWhy, then, id?\n", 0],
    ["JSON", '{"id":"1","author":"ann","text":"Yes."}\n', 0],
    ["HTML", "<p>id,author,text</p>", 0],
  ])("tells %s from the rest", (_, head, certainty) => {
    if (certainty === 0) expect(csv.sniff(head, "x")).toBe(0);
    else expect(csv.sniff(head, "x")).toBeGreaterThanOrEqual(certainty);
  });
});
