import { resolve } from "node:path";
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
    ["bolts://host", "store.scheme-unknown"],
    ["sqlite:x.db", "store.scheme-unknown"],
    ["embedded:", "store.url-invalid"],
    ["", "store.url-invalid"],
    ["  ", "store.url-invalid"],
  ])("refuses %j with %s", async (url, code) => {
    await expect(openStore(url)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/u) });
  });
});
