import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepable, restoreString } from "../../../src/store/lone-surrogates.ts";

describe("strings that UTF-8 cannot hold", () => {
  it("are kept as digits behind a sign that no text means, and come back", () => {
    const parameters = { rows: [{ text: "\ud83d!", n: 1, list: ["a", "\udc00"] }], "\uffff": "\uffff0041" };
    const safe = keepable(parameters);
    expect(JSON.stringify(safe)).toBe(
      JSON.stringify({
        rows: [{ text: "\uffffd83d!", n: 1, list: ["a", "\uffffdc00"] }],
        "\uffff": "\uffffffff0041",
      }),
    );
    expect(restoreString("\uffffffff0041")).toBe("\uffff0041");
  });

  it("come back whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        const { value } = keepable({ value: text });
        expect(Buffer.from(String(value)).toString()).toBe(value);
        expect(restoreString(String(value))).toBe(text);
      }),
    );
  });

  it("leaves alone what needs no change", () => {
    const parameters = { rows: [{ text: "👩‍👩‍👧 e\u0301", n: null }] };
    expect(keepable(parameters)).toBe(parameters);
  });
});
