import { readdirSync } from "node:fs";
import { rankImporters } from "../../src/importers/detect.ts";
import type { CommentDraft } from "../../src/model/draft.ts";
import type { FolderContent, ImporterCase } from "../contract/importer-case.ts";
import { checkRecord } from "./check-records.ts";
import type { FuzzSeed } from "./fuzz-importers.ts";
import { readContent, readFixture } from "./importer-fixtures.ts";
import { importAll, memoryFolder, memoryInput } from "./inputs.ts";

/** Longer samples are cut: what is read a hundred thousand times must be short. */
const longestSeed = 4000;

/** The fixtures of all formats. */
export async function fuzzFixtures(cases: readonly ImporterCase[]): Promise<readonly FuzzSeed[]> {
  const seeds: FuzzSeed[] = [];
  for (const owner of cases) {
    const { name, content } = readFixture(owner);
    if (Object.keys(content).length > 0) seeds.push(await seedOf(owner, name, content));
  }
  return seeds;
}

async function seedOf(owner: ImporterCase, name: string, content: FolderContent): Promise<FuzzSeed> {
  const input = owner.isFolder
    ? memoryFolder(content, { name, pieceBytes: 65_536 })
    : memoryInput(Object.values(content)[0] ?? "", { name, pieceBytes: 65_536 });
  const ofComment = (comment: CommentDraft): string | null => owner.source?.(content, comment) ?? null;
  let hasPlaces = owner.source !== null;
  try {
    const { records } = await importAll(owner.importer, input, owner.options);
    for (const record of records) checkRecord(record, { file: Object.values(content)[0] ?? "", ofComment });
  } catch {
    hasPlaces = false;
  }
  return { owner, name, content, hasPlaces };
}

/** The samples in a folder, each for the importer that knows it; folders that are a corpus whole. */
export async function fuzzSamples(
  cases: readonly ImporterCase[],
  folder: string,
): Promise<readonly FuzzSeed[]> {
  const seeds: FuzzSeed[] = [];
  const byId = new Map(cases.map((one) => [one.importer.id, one]));
  const shorten = (text: string): string => text.slice(0, longestSeed);
  for (const source of readdirSync(folder).sort()) {
    const content = readContent(`${folder}/${source}`);
    for (const group of [content, ...Object.entries(content).map(([path, text]) => ({ [path]: text }))]) {
      const [[path = "", text = ""] = []] = Object.entries(group);
      const isFolder = group === content;
      const input = isFolder ? memoryFolder(content) : memoryInput(text, { name: path, pieceBytes: 65_536 });
      const [best] = await rankImporters(input);
      const owner = byId.get(best?.importer.id ?? "");
      if (best === undefined || best.certainty < 0.5 || owner === undefined || owner.isFolder !== isFolder)
        continue;
      const kept = Object.entries(group).map(
        ([name, words]) => [isFolder ? name : "input", shorten(words)] as const,
      );
      seeds.push(await seedOf(owner, `${source}/${isFolder ? "" : path}`, Object.fromEntries(kept)));
    }
  }
  return seeds;
}
