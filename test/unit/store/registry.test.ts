import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/store/registry.ts";

describe("store URLs", () => {
  it.each([
    ["./debates", "debates"],
    ["embedded:debates", "debates"],
    ["EMBEDDED:./debates", "debates"],
    ["embedded:a:b", "a:b"],
  ])("opens %s as a directory of the embedded engine", async (url, path) => {
    const store = await openStore(url);
    expect(store.url).toBe(`embedded:${resolve(path)}`);
    expect(store.maintenance).not.toBeNull();
  });

  it.each([
    ["neo4j://ada@graphs.example:7688/debates", "neo4j://ada@graphs.example:7688/debates"],
    ["neo4j+s://graphs.example/debates", "neo4j+s://neo4j@graphs.example:7687/debates"],
    ["BOLT://[::1]", "bolt://neo4j@[::1]:7687/"],
    ["neo4j://a%40b@graphs.example/?policy=eu", "neo4j://a%40b@graphs.example:7687/?policy=eu"],
  ])("opens %s as a database of Neo4j", async (url, shown) => {
    const store = await openStore(url, { password: "word" });
    expect(store.url).toBe(shown);
    expect(store.supports).toEqual({ journal: false, publications: false });
  });

  it.each([
    "neo4j://ada:secret@graphs.example/debates",
    "neo4j://ada:sec%20ret@graphs.example",
    "neo4k://ada:secret@graphs.example",
    "neo4j://ada:secret@graphs.example:99999999/x",
  ])("never repeats the password of %s", async (url) => {
    const error = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: expect.stringMatching(/^store\./u) });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/sec/u);
  });

  it.each([
    ["neo4j://", "store.url-invalid"],
    ["neo4j:path", "store.url-invalid"],
    ["neo4j://host/a/b", "store.url-invalid"],
    ["neo4j://host/x", "store.url-invalid"],
    ["neo4j://host/db#part", "store.url-invalid"],
    ["bolt://host/db?policy=eu", "store.url-invalid"],
    ["neo4j://%zz@host/db", "store.url-invalid"],
    ["bolts://host", "store.scheme-unknown"],
    ["sqlite:x.db", "store.scheme-unknown"],
    ["embedded:", "store.url-invalid"],
    ["", "store.url-invalid"],
    ["  ", "store.url-invalid"],
  ])("refuses %j with %s", async (url, code) => {
    await expect(openStore(url)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/u) });
  });

  it("refuses a file, and a path that leads through one", async () => {
    const refusal = { code: "store.url-invalid", message: expect.stringContaining("names no directory") };
    const file = fileURLToPath(import.meta.url);
    await expect(openStore(file)).rejects.toMatchObject(refusal);
    await expect(openStore(`embedded:${file}/store`)).rejects.toMatchObject(refusal);
  });
});
