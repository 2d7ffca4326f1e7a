import { Readable } from "node:stream";
import type { Extractor } from "../src/extraction/extractor.ts";
import { rules } from "../src/extraction/registry.ts";
import type { FoundInput } from "../src/importers/find-inputs.ts";
import { openInputs } from "../src/importers/open-inputs.ts";
import { compareStrings } from "../src/model/id.ts";
import { mapInputs } from "../src/pipeline.ts";
import { MemoryKnown } from "../test/support/memory-known.ts";
import { sharedPath } from "../test/support/shared.ts";

const titles = [
  ...["sample", "format", "certainty", "comments", "authors", "with time", "with parent", "quotes"],
  ...["quotes resolved", "reactions", "tombstones"],
] as const;

/**
 * Finds and maps every sample and prints what came of it, as the table of `docs/formats.md`.
 *
 * `npm run bench samples [FOLDER]`, by default ../shared/samples. A quote is resolved when the very passage
 * of an earlier comment that it repeats is known.
 */
export async function run([folder = sharedPath("samples")]: readonly string[]): Promise<void> {
  const opened = await openInputs([folder], { cwd: process.cwd(), stdin: Readable.from([]), from: null });
  try {
    console.log(`| ${titles.join(" | ")} |\n|${" --- |".repeat(3)}${" ---: |".repeat(titles.length - 3)}`);
    const extractor = await rules({ glossary: [] });
    const sorted = [...opened.inputs].sort((a, b) => compareStrings(a.input.name, b.input.name));
    for (const found of sorted) console.log(`| ${(await countSample(found, extractor)).join(" | ")} |`);
    for (const { path, error } of opened.failures) console.log(`${path}: ${error.message}`);
    for (const { withoutFormat } of opened.leftOut) console.log(`left out: ${withoutFormat.join(", ")}`);
  } finally {
    await opened.close();
  }
}

async function countSample(
  { input, importer, certainty }: FoundInput,
  extractor: Extractor,
): Promise<readonly (string | number)[]> {
  const known = new MemoryKnown();
  const given = { host: input.name, isHostGiven: false, captured: null, author: null, columns: new Map() };
  const mapped = [{ input, importer, ...given, maxRecordBytes: 2 ** 24 }];
  for await (const step of mapInputs(mapped, known, { extractor, glossary: [] })) {
    if (step.failure) throw step.failure;
    known.apply(step.change);
  }
  const comments = [...known.commentMap.values()].filter(({ status }) => status !== "stub");
  const quotes = [...known.quoteMap.values()];
  return [
    `\`${input.name}\``,
    `\`${importer.id}\``,
    certainty.toFixed(2),
    comments.length,
    new Set(comments.flatMap(({ authorId }) => authorId ?? [])).size,
    comments.filter(({ createdAt }) => createdAt !== null).length,
    comments.filter(({ parentId }) => parentId !== null).length,
    quotes.length,
    quotes.filter(({ source }) => source !== null).length,
    comments.flatMap(({ reactions }) => reactions).length,
    comments.filter(({ status }) => status === "deleted" || status === "removed").length,
  ];
}
