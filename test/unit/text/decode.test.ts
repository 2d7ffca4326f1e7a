import { describe, expect, it } from "vitest";
import { decodeText, firstInvalidByte, readHead } from "../../../src/text/decode.ts";
import { memoryInput } from "../../support/inputs.ts";

const decode = async (content: string | Uint8Array, pieceBytes = 1): Promise<string> => {
  let text = "";
  for await (const part of decodeText(memoryInput(content, { pieceBytes }).open(), "in.txt")) text += part;
  return text;
};
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe("decodeText", () => {
  it("puts characters together that were cut between pieces", async () => {
    const text = `${"x".repeat(8190)}é€😀 end`;
    expect(await decode(text)).toBe(text);
    expect(await decode(text, 8193)).toBe(text);
  });

  it("drops the byte order mark of UTF-8", async () => {
    expect(await decode(Buffer.from("\ufeffhello"))).toBe("hello");
  });

  it.each([
    ["UTF-16LE", Buffer.from("\ufeffdéjà 😀", "utf16le")],
    ["UTF-16BE", Buffer.from("\ufeffdéjà 😀", "utf16le").swap16()],
  ])("reads %s by its byte order mark", async (_, content) => {
    expect(await decode(content)).toBe("déjà 😀");
  });

  it.each([
    ["a Latin-1 letter", bytes(0x61, 0xe9, 0x62), 1],
    ["a character cut off at the end", bytes(0x61, 0x62, 0xe2, 0x82), 2],
    ["a surrogate in UTF-8", bytes(0x61, 0xed, 0xa0, 0x80), 1],
    ["an overlong form", bytes(0xc0, 0xaf), 0],
  ])("refuses %s and says at which byte", async (_, content, offset) => {
    await expect(decode(content)).rejects.toMatchObject({
      code: "import.encoding",
      message: `in.txt: byte ${offset} is not valid UTF-8`,
      hint: expect.stringContaining("iconv"),
    });
  });

  it("counts the offset of an invalid byte over pieces", async () => {
    const content = Buffer.concat([
      Buffer.from("é".repeat(6000)),
      bytes(0xff),
      Buffer.from("x".repeat(9000)),
    ]);
    await expect(decode(content, 997)).rejects.toMatchObject({
      message: expect.stringContaining("byte 12000 "),
    });
  });

  it.each([
    ["no byte", ""],
    ["only white space", " \n\u00a0\t"],
    ["only a byte order mark", "\ufeff"],
  ])("refuses an input of %s as empty", async (_, content) => {
    await expect(decode(content)).rejects.toMatchObject({ code: "import.empty" });
  });

  it.each([
    ["NUL bytes", bytes(0x61, 0, 0x62)],
    ["the signature of a PDF document", Buffer.from("%PDF-1.7 words")],
    ["the signature of a ZIP archive", Buffer.from("PK\x03\x04words")],
  ])("refuses %s as binary", async (_, content) => {
    await expect(decode(content)).rejects.toMatchObject({ code: "import.binary" });
  });
});

describe("readHead", () => {
  it("cuts at a character and not inside one", async () => {
    const head = await readHead(memoryInput("€€€").open(), "in.txt", { maxBytes: 8 });
    expect(head).toBe("€€");
  });

  it("shows invalid bytes as replacement characters, for importers to judge", async () => {
    expect(await readHead(memoryInput(bytes(0x61, 0xe9, 0x62)).open(), "in.txt")).toBe("a\ufffdb");
  });

  it("reads no more pieces than it needs", async () => {
    let pieces = 0;
    const endless = async function* () {
      for (;;) {
        pieces++;
        yield Buffer.from("0123456789".repeat(1000));
      }
    };
    expect(await readHead(endless(), "in.txt", { maxBytes: 15_000 })).toHaveLength(15_000);
    expect(pieces).toBe(2);
  });
});

describe("firstInvalidByte", () => {
  it("is the length of well-formed UTF-8", () => {
    const good = Buffer.from("a€😀".repeat(3000));
    expect(firstInvalidByte(good)).toBe(good.length);
  });
});
