import type { Input } from "../src/importers/importer.ts";
import type { ImporterCase } from "../test/contract/importer-case.ts";
import * as cases from "../test/contract/importer-cases/index.ts";
import { retainedBytes } from "../test/support/heap.ts";
import { importOptions, memoryFolder, memoryInput } from "../test/support/inputs.ts";
import { randomNumbers, sentence } from "./support/words.ts";

const megabyte = 1_000_000;
/** What has to be reached on one core, in MB of input a second. */
const targets: Readonly<Record<string, number>> = { jsonl: 20, "html-thread": 5, wordpress: 5, disqus: 5 };
/** The pieces at hand and the parser's buffers, which are the same for inputs of any length. */
const harmless = 2 * megabyte;
/** How many bytes come at once, as from a file. */
const pieceBytes = 1 << 18;

/**
 * Reads long inputs of every format and prints how many MB a second of processor time that takes, and what is held
 * at most while reading.
 *
 * `npm run bench import [MB] [ID…]`, by default 8 MB of each. Time is that of the processor and not of the
 * clock, so that it is the same beside other work. Exits with 1 where a target is missed or memory grows with
 * the input.
 */
export async function run([size = "8", ...ids]: readonly string[]): Promise<void> {
  const wanted = Object.values(cases).filter(({ importer }) => ids.length === 0 || ids.includes(importer.id));
  console.log("format                     MB      s   MB/s  records   held MB");
  for (const one of wanted) await measure(one, Number(size) * megabyte);
}

async function measure(one: ImporterCase, bytes: number): Promise<void> {
  const texts = commentTexts(bytes);
  // A first reading compiles what the second one is timed with.
  await readThrough(one, inputOf(one, texts.slice(0, Math.ceil(texts.length / 10))));
  const input = inputOf(one, texts);
  const before = process.cpuUsage();
  const records = await readThrough(one, input);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const speed = input.bytes / megabyte / seconds;
  const held = one.holdsWhole === undefined ? await mostHeld(one, input, records) : null;
  const target = targets[one.importer.id];
  const isSlow = target !== undefined && speed < target;
  const isLarge = held !== null && held > harmless + input.bytes / 10;
  const cells = [
    one.importer.id.padEnd(22),
    (input.bytes / megabyte).toFixed(1).padStart(6),
    seconds.toFixed(2).padStart(6),
    speed.toFixed(1).padStart(6),
    String(records).padStart(8),
    (held === null ? "whole" : (held / megabyte).toFixed(1)).padStart(9),
  ];
  const remarks = [isSlow ? `below ${target} MB/s` : "", isLarge ? "grows with the input" : ""];
  console.log(`${cells.join(" ")}  ${remarks.join(" ")}`.trimEnd());
  if (isSlow || isLarge) process.exitCode = 1;
}

function inputOf({ wrap, isFolder }: ImporterCase, texts: readonly string[]): Input {
  const content = wrap(texts);
  return isFolder
    ? memoryFolder(content, { pieceBytes })
    : memoryInput(Object.values(content)[0] ?? "", { pieceBytes });
}

async function readThrough({ importer, options }: ImporterCase, input: Input): Promise<number> {
  let records = 0;
  for await (const _ of importer.read(input, { ...importOptions, ...options })) records++;
  return records;
}

/** The most bytes in use at ten moments of the reading, beyond those before it. */
async function mostHeld({ importer, options }: ImporterCase, input: Input, total: number): Promise<number> {
  const before = retainedBytes();
  let most = 0;
  let records = 0;
  for await (const _ of importer.read(input, { ...importOptions, ...options }))
    if (++records % Math.ceil(total / 10) === 0) most = Math.max(most, retainedBytes() - before);
  return most;
}

/** Comments of two paragraphs, some 500 characters, as many as fill so many bytes. */
function commentTexts(bytes: number): readonly string[] {
  const next = randomNumbers(1);
  const paragraph = (): string => Array.from({ length: 4 }, () => `${sentence(next, 12)}.`).join(" ");
  const texts: string[] = [];
  for (let length = 0; length < bytes; ) {
    const text = `${paragraph()}\n\n${paragraph()}`;
    texts.push(text);
    length += text.length;
  }
  return texts;
}
