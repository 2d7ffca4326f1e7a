import { describe, expect, it } from "vitest";
import { unflow } from "../../../src/importers/mbox/unflow.ts";
import { mbox } from "../../../src/importers/mbox.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const read = async (content: string | Uint8Array) =>
  (await importAll(mbox, memoryInput(content, { name: "list.mbox", pieceBytes: 11 }))).comments;
const mail = (headers: string, body: string) => `From: Ann <a@b.example>\n${headers}\n\n${body}`;

describe("mail", () => {
  it("may be in the character set that it names", async () => {
    const head = "Date: Tue, 5 Mar 2024 18:02:00 +0100\nContent-Type: text/plain; charset=iso-8859-1";
    const [comment] = await read(Buffer.from(mail(head, "Le café."), "latin1"));
    expect(comment).toMatchObject({ text: "Le café.", createdAt: "2024-03-05T17:02:00.000Z" });
  });

  it.each([
    ["Tue, 05 Mar 2024 18:02:00 GMT", "2024-03-05T18:02:00.000Z"],
    ["5 Mar 2024 18:02 -0500 (EST)", "2024-03-05T23:02:00.000Z"],
    ["Tue, 5 Mar 2024 18:02:00 PST", "2024-03-06T02:02:00.000Z"],
    ["Tue Mar  5 18:02:00 2024", "2024-03-05T18:02:00.000Z"],
    ["yesterday", null],
  ])("has dates as programs write them: %s", async (date, instant) => {
    expect((await read(mail(`Date: ${date}\nSubject: x`, "A.")))[0]?.createdAt).toBe(instant);
  });

  it("belongs to the thread of its first message, also where only the answered one is named", async () => {
    const message = (id: number, more: string) =>
      `From a@b.example Tue Mar  5 18:02:00 2024\nFrom: Ann <a@b.example>\nMessage-ID: <${id}@b.example>\n${more}\nBody ${id}.\n\n`;
    const comments = await read(
      message(1, "") +
        message(2, "In-Reply-To: <1@b.example>\n") +
        message(3, "In-Reply-To: <2@b.example>\n"),
    );
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ["mail:1@b.example", null, "mail:1@b.example"],
      ["mail:2@b.example", "mail:1@b.example", "mail:1@b.example"],
      ["mail:3@b.example", "mail:2@b.example", "mail:1@b.example"],
    ]);
  });

  it("keeps what stands behind a signature when it answers on top of what it quotes", async () => {
    const body = "I agree.\n-- \nAnn\n\nOn 1 Mar 2024 at 10:00, Bo <b@b.example> wrote:\n> It holds.\n";
    const [comment] = await read(mail("Subject: x", body));
    expect(comment?.quotes).toMatchObject([{ speaker: "Bo", how: "header" }]);
    expect(comment?.text).toContain("It holds.");
  });

  it("joins lines of format=flowed within their quotes, and parts them where they end", async () => {
    const head = "Content-Type: text/plain; charset=utf-8; format=flowed\nSubject: x";
    const [comment] = await read(mail(head, "> One \n> two \n>> three\n  kept\nfour \nfive\n-- \nAnn"));
    expect(comment?.text).toBe("One two \nthree\n kept\nfour five");
  });

  it("goes on in languages without spaces where DelSp says so", () => {
    expect(unflow("ab \ncd", { isDelsp: true }).text).toBe("abcd");
    expect(unflow("ab \ncd", { isDelsp: false }).text).toBe("ab cd");
  });

  it("is no other text that begins with a word and a colon", () => {
    expect(mbox.sniff("Ann: I say.\nBo: No.\n", "a.txt")).toBe(0);
    expect(mbox.sniff("From what I hear at 10:00 it holds.\n\nYes.", "a.txt")).toBeLessThan(0.7);
  });

  it("refuses a message whose parts are nested without end, and reads the next", async () => {
    const parts = Array.from(
      { length: 300 },
      (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`,
    );
    const deep = `From a@b.example Tue Mar  5 18:02:00 2024\nFrom: Ann <a@b.example>\nDate: x\nContent-Type: multipart/mixed; boundary=b0\n\n${parts.join("")}\n`;
    const next = "From a@b.example Tue Mar  5 18:02:00 2024\nFrom: Bo <b@b.example>\nSubject: y\n\nFine.\n";
    const { comments, diagnostics } = await importAll(mbox, memoryInput(`${deep}\n${next}`));
    expect(comments.map(({ text }) => text)).toEqual(["Fine."]);
    expect(diagnostics).toMatchObject([{ severity: "error", code: "import.record-invalid" }]);
  });
});
