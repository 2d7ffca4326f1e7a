import { describe, expect, it } from "vitest";
import { attributionsIn } from "../../../../src/importers/mail/attribution.ts";
import { replyMarks } from "../../../../src/importers/mail/reply-marks.ts";
import { readMarked } from "../../../../src/text/marked-quotes.ts";
import { readQuotedLines } from "../../../../src/text/quoted-lines.ts";

describe("the line that heads a quote in a mail", () => {
  it.each([
    ["On Tue, 5 Mar 2024 at 18:02, Ada Lo <ada@example.org> wrote:", "Ada Lo"],
    ["On Mon, Jan 3, 2022 at 10:00 AM Bob Ray via lists <lists@example.org>\nwrote:", "Bob Ray"],
    ["On 3/5/2024 6:02 PM, ada@example.org wrote:", "ada@example.org"],
    ["On Fri, 2024-03-08 at 12:31 +0000, Zoë wrote:", "Zoë"],
    ['On 8 Mar 2024, at 12:31, "Lo, Ada" <ada@example.org> wrote:', "Lo, Ada"],
    ["Am 07.01.22, 23:40 schrieb Ada Lo ***@***.***>:", "Ada Lo"],
    ["Le mar. 5 mars 2024 à 18:02, Ada Lo <ada@example.org> a écrit :", "Ada Lo"],
    ["Ada Lo <ada@example.org> writes:", "Ada Lo"],
    ["On 2024-03-08 I wrote:", null],
    ["-----Original Message-----\nFrom: Ada Lo\nSent: Tuesday\nSubject: Tides", "Ada Lo"],
  ])("names the person: %s", (line, name) => {
    expect(attributionsIn(`Before.\n${line}\n> Words.`)).toMatchObject([{ start: 8, name }]);
  });

  it.each(["On Tuesday Bob wrote a letter.", "On the whole, Ada wrote:", "He wrote:", "From: Ada"])(
    "is not found in words: %s",
    (line) => {
      expect(attributionsIn(line)).toEqual([]);
    },
  );

  it("is looked for in time that grows with the text alone", () => {
    const lines = "On 1 2 3 wrote wrote wrote wrote\n".repeat(5000);
    expect(replyMarks(lines)).toEqual([]);
    expect(replyMarks(`${" ".repeat(200_000)}${">".repeat(200_000)}`)).toEqual([]);
  });
});

describe("an answer by mail", () => {
  const read = async (source: string) => {
    const { text, quotes } = await readMarked(source, replyMarks, readQuotedLines);
    return [
      text,
      ...quotes.map(({ span, header }) => [header?.speaker ?? null, text.slice(span.start, span.end)]),
    ];
  };

  it("gives the block of marked lines to the person named", async () => {
    expect(
      await read("On 1 Mar 2024 at 10:00, Ada <a@b.c> wrote:\n> It holds.\n>\n> Always.\n\nNot in May.\n"),
    ).toEqual(["It holds.\n\nAlways.\n\nNot in May.", ["Ada", "It holds.\n\nAlways."]]);
  });

  it("gives deeper lines to the person whom a marked line names", async () => {
    const source =
      "On 2 Mar 2024 at 10:00, Bo <b@b.c> wrote:\n> On 1 Mar 2024 at 10:00, Ada <a@b.c> wrote:\n> > It holds.\n>\n> Not in May.\n\nIn June, too.";
    expect(await read(source)).toEqual([
      "It holds.\n\nNot in May.\n\nIn June, too.",
      ["Bo", "It holds.\n\nNot in May."],
      ["Ada", "It holds."],
    ]);
  });

  it("gives all that follows to the person named where nothing is marked", async () => {
    const source = "I agree.\n\nOn 1 Mar 2024 at 10:00, Ada <a@b.c> wrote:\n\nIt holds.\n\nAlways.\n";
    expect(await read(source)).toEqual(["I agree.\n\nIt holds.\n\nAlways.", ["Ada", "It holds.\n\nAlways."]]);
  });

  it("shows neither the footer of a service nor the boast of a phone", async () => {
    const source =
      "I agree.\n\nSent from my iPhone\n\n—\nReply to this email directly, view it on GitHub.\nMessage ID: x";
    expect(await read(source)).toEqual(["I agree."]);
  });
});
