import { describe, expect, it } from "vitest";
import {
  type JsonEvent,
  type JsonRecordOptions,
  readJsonRecords,
} from "../../../src/importers/json-records.ts";

async function* pieces(text: string, size = 5): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(
  text: string | AsyncIterable<string>,
  options: Partial<JsonRecordOptions> = {},
): Promise<JsonEvent[]> {
  const events: JsonEvent[] = [];
  const take: JsonRecordOptions["take"] = ({ value }) => ("id" in value ? value : null);
  const chunks = typeof text === "string" ? pieces(text) : text;
  for await (const event of readJsonRecords(chunks, { take, maxLength: 1000, ...options }))
    events.push(event);
  return events;
}

const records = (events: readonly JsonEvent[]) =>
  events.flatMap((event) => (event.kind === "record" ? [event.value] : []));

describe("readJsonRecords", () => {
  it("gives inner records before the one around them, which keeps null in their place", async () => {
    const events = await read('[{"id":1,"text":"Ää","replies":[{"id":2},{"id":3}]},{"no":4}]');
    expect(records(events)).toEqual([{ id: 2 }, { id: 3 }, { id: 1, text: "Ää", replies: [null, null] }]);
  });

  it("shows what is around a record as far as it was read", async () => {
    const events = await read('{"title":"Dams","posts":{"all":[{"id":1}]},"late":true}', {
      take: ({ value, key, depth, up }) =>
        "id" in value ? { ...value, key, depth, list: up(1), outer: { ...up(3) }, beyond: up(4) } : null,
    });
    const outer = { title: "Dams", posts: { all: [null] } };
    expect(records(events)).toEqual([{ id: 1, key: 0, depth: 3, list: [null], outer, beyond: undefined }]);
  });

  it("tells where in the document a record stands", async () => {
    const events = await read('{"a/b":[1,{"x~y":{"id":1}}],"id":2}', {
      take: ({ value, pointer }) => ("id" in value ? { at: pointer() } : null),
    });
    expect(records(events)).toEqual([{ at: "/a~1b/1/x~0y" }, { at: "" }]);
  });

  it("reads what stands before a break and says where it broke", async () => {
    const events = await read('[{"id":1},{"id":2},{"id" 3},{"id":4}]');
    expect(records(events)).toEqual([{ id: 1 }, { id: 2 }]);
    expect(events.at(-1)).toMatchObject({ kind: "problem", message: expect.stringContaining("Unexpected") });
  });

  it("tells a document that is cut off", async () => {
    const events = await read('[{"id":1},{"id":2');
    expect(events).toEqual([
      { kind: "record", value: { id: 1 } },
      { kind: "problem", message: "the document ends before its last bracket", offset: 17 },
    ]);
  });

  it("puts a sign in place of what no store keeps", async () => {
    expect(records(await read('[{"id":"a\\u0000b\\ud83dc"}]'))).toEqual([{ id: "a\ufffdb\ufffdc" }]);
  });

  it("gives no prototype to an object that names one", async () => {
    const [record] = records(await read('[{"id":1,"__proto__":{"isAdmin":true}}]'));
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });

  it("reads 100,000 records nested in each other", async () => {
    const depth = 100_000;
    const text = `${'{"id":1,"replies":['.repeat(depth)}${"]}".repeat(depth)}`;
    const events = await read(pieces(text, 65_536), { maxLength: 10_000_000 });
    expect(events).toHaveLength(depth);
  });

  it("stops where no record ends within the limit", async () => {
    const events = await read(`[{"id":1},"${"x".repeat(5000)}"]`);
    expect(records(events)).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({
      kind: "problem",
      message: "no record ends within 1000 characters",
    });
  });
});
