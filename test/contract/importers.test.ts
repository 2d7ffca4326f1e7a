import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importers } from "../../src/importers/detect.ts";
import { openInputs } from "../../src/importers/open-inputs.ts";
import { zipOf } from "../support/archives.ts";
import { readFixture } from "../support/importer-fixtures.ts";
import * as cases from "./importer-cases/index.ts";
import { importerContract } from "./importers.contract.ts";

describe("importers", () => {
  it("are all held to the contract", () => {
    const held = Object.values(cases).map(({ importer }) => importer.id);
    expect(held.sort()).toEqual(importers.map(({ id }) => id).sort());
  });

  it("find their fixtures, packed one by one, in an archive of all", async () => {
    const members = Object.values(cases).flatMap((one) => {
      const { name, content } = readFixture(one);
      return Object.entries(content).map(([path, text]) => ({
        path: `fixtures/${one.importer.id}/${one.isFolder ? path : name}.gz`,
        content: gzipSync(text),
      }));
    });
    const opened = await openInputs(["-"], {
      cwd: process.cwd(),
      stdin: Readable.from([zipOf(members)]),
      from: null,
    });
    await opened.close();
    const found = opened.inputs.map(({ input, importer }) => [input.name.split("/")[0], importer.id]);
    const ids = importers.map(({ id }) => [id, id]);
    expect(found.sort()).toEqual(ids.sort());
    expect([opened.failures, opened.leftOut]).toEqual([[], []]);
  });
});

for (const one of Object.values(cases)) importerContract(one);
