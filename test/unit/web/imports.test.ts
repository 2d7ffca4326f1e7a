import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const web = new URL("../../../web/", import.meta.url);
const files = (await readdir(web, { recursive: true })).filter((name) => name.endsWith(".ts"));

describe("the page", () => {
  it("takes nothing but types from the product, so that it knows only the HTTP API when it runs", async () => {
    const offending: string[] = [];
    for (const name of files) {
      const code = await readFile(new URL(name, web), "utf8");
      for (const [statement] of code.matchAll(
        /^(?:import|export)\b(?! type\b)[^;]*from ["'](?:#|(?:\.\.\/)+src)[^;]*;/gmu,
      ))
        offending.push(`${name}: ${statement}`);
    }
    expect(files.length).toBeGreaterThan(10);
    expect(offending).toEqual([]);
  });
});
