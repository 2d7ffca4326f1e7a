import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { type FileHandle, open, rename, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { AppError } from "../../errors.ts";
import type { Change } from "../../model/change.ts";
import { freeName, syncDirectory } from "./files.ts";
import { upgradeChange } from "./upgrade-change.ts";

/** The format of the journal that this code writes. A higher one is refused. */
const journalVersion = 1;

/**
 * A place in a journal: where a line ends, and the checksum of that line.
 *
 * The graph keeps the place up to which it has applied its journal; `generation` tells journals apart, since
 * compacting makes another.
 */
export interface JournalPlace {
  readonly generation: number;
  readonly offset: number;
  readonly sum: string;
}

/** A change as it stands in the journal, with the place where its line ends. */
export interface JournalEntry {
  readonly change: Change;
  readonly place: JournalPlace;
}

/**
 * What was applied to a store, one change a line, in a file that only grows.
 *
 *     {"elenchus":"journal","version":1,"generation":0}
 *     {"sum":"9c56cc51b374c3ba","change":{"writes":[…]}}
 *
 * `sum` is the start of the SHA-256 of the text of `change`. A line counts once it is whole, so a last line that a
 * crash cut off was never acknowledged and is cut away on opening.
 */
export class Journal {
  readonly path: string;
  readonly generation: number;
  readonly #file: FileHandle;
  /** Where the first line of changes begins: the end of the header. */
  readonly start: JournalPlace;
  #end: number;
  #isBroken = false;

  private constructor(
    path: string,
    file: FileHandle,
    header: { generation: number; length: number },
    end: number,
  ) {
    this.path = path;
    this.#file = file;
    this.generation = header.generation;
    this.start = { generation: header.generation, offset: header.length, sum: "" };
    this.#end = end;
  }

  /** Makes a journal without changes. An existing file is refused. */
  static async create(path: string, generation: number): Promise<Journal> {
    const line = `${JSON.stringify({ elenchus: "journal", version: journalVersion, generation })}\n`;
    const scratch = await freeName(`${path}.new`);
    await writeFile(scratch, line, { flag: "wx", flush: true });
    await rename(scratch, path);
    await syncDirectory(dirname(path));
    const file = await open(path, constants.O_RDWR);
    return new Journal(path, file, { generation, length: Buffer.byteLength(line) }, Buffer.byteLength(line));
  }

  /**
   * Opens a journal for appending.
   *
   * @throws AppError `store.version-unsupported` for a newer format, `store.journal-damaged` without a header.
   */
  static async open(path: string): Promise<Journal> {
    const header = await readHeader(path);
    const file = await open(path, constants.O_RDWR);
    const { size } = await file.stat();
    return new Journal(path, file, header, size);
  }

  /** Where the last line ends, in bytes. */
  get end(): number {
    return this.#end;
  }

  /** What an appended line would be, and the place that the graph reaches by it. */
  prepare(change: Change): { readonly line: Buffer; readonly place: JournalPlace } {
    const text = Buffer.from(JSON.stringify(change));
    const sum = checksum(text);
    const line = Buffer.concat([Buffer.from(`{"sum":"${sum}","change":`), text, Buffer.from("}\n")]);
    return { line, place: { generation: this.generation, offset: this.#end + line.length, sum } };
  }

  /** Appends a line and waits until the disk has it. On a failure the file is as long as before. */
  async append(line: Buffer): Promise<void> {
    const before = this.#end;
    try {
      for (let written = 0; written < line.length; ) {
        const { bytesWritten } = await this.#file.write(
          line,
          written,
          line.length - written,
          before + written,
        );
        written += bytesWritten;
      }
      await this.#file.datasync();
    } catch (error) {
      await this.cutTo(before).catch(() => {
        this.#isBroken = true;
      });
      throw error;
    }
    this.#end = before + line.length;
  }

  /**
   * Whether part of a line may stand at the end, where nothing may be appended until the journal is opened
   * again.
   */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Takes away what stands after `offset`. */
  async cutTo(offset: number): Promise<void> {
    await this.#file.truncate(offset);
    await this.#file.datasync();
    this.#end = offset;
  }

  /**
   * The changes after a place, in order.
   *
   * A last line that is not whole ends the list and is reported by its place; it was never acknowledged.
   *
   * @throws AppError `store.journal-damaged` when a line that others follow does not fit its checksum.
   */
  async *entries(after: JournalPlace, onTorn: (from: number) => void): AsyncGenerator<JournalEntry> {
    for await (const { text, start, end, isLast } of lines(this.path, after.offset)) {
      const entry = text === null ? null : readLine(text);
      if (entry) {
        yield { change: entry.change, place: { generation: this.generation, offset: end, sum: entry.sum } };
        continue;
      }
      if (!isLast) throw damaged(`${this.path}: the line at byte ${start} does not fit its checksum`);
      onTorn(start);
    }
  }

  /** Whether a line ends at the place and has its checksum: whether a graph at the place is this journal's. */
  async holds({ generation, offset, sum }: JournalPlace): Promise<boolean> {
    if (generation !== this.generation || offset > this.#end) return false;
    if (offset === this.start.offset) return sum === "";
    const start = await this.#lineStart(offset);
    const { buffer } = await this.#file.read(Buffer.alloc(offset - start), 0, offset - start, start);
    const text = buffer.toString("utf8");
    return text.endsWith("\n") && linePattern.exec(text.slice(0, -1))?.[1] === sum;
  }

  async #lineStart(end: number): Promise<number> {
    const step = 1 << 16;
    for (let to = end - 1; to > 0; to -= step) {
      const from = Math.max(0, to - step);
      const { buffer } = await this.#file.read(Buffer.alloc(to - from), 0, to - from, from);
      const newline = buffer.lastIndexOf(0x0a);
      if (newline >= 0) return from + newline + 1;
    }
    return 0;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

const linePattern = /^\{"sum":"([0-9a-f]{16})","change":(.*)\}$/su;

function readLine(text: string): { change: Change; sum: string } | null {
  const match = linePattern.exec(text);
  const [, sum, change] = match ?? [];
  if (sum === undefined || change === undefined || checksum(change) !== sum) return null;
  // What fits its checksum is what this code wrote, so the shape needs no second look.
  return { change: upgradeChange(JSON.parse(change) as Change), sum };
}

function checksum(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

async function readHeader(path: string): Promise<{ generation: number; length: number }> {
  for await (const { text, end } of lines(path, 0)) {
    const header = text === null ? null : parseHeader(text);
    if (!header) break;
    if (header.version > journalVersion)
      throw new AppError(
        "store.version-unsupported",
        `${path} has format ${header.version}; this version reads ${journalVersion}`,
        { hint: "Use a newer version of Elenchus for this store." },
      );
    return { generation: header.generation, length: end };
  }
  throw damaged(`${path} does not begin as a journal does`);
}

function parseHeader(text: string): { version: number; generation: number } | null {
  try {
    const { elenchus, version, generation } = JSON.parse(text) as Record<string, unknown>;
    return elenchus === "journal" && Number.isInteger(version) && Number.isInteger(generation)
      ? { version: Number(version), generation: Number(generation) }
      : null;
  } catch {
    return null;
  }
}

function damaged(message: string): AppError {
  return new AppError("store.journal-damaged", message, {
    hint: `Put back a copy of ${basename(message.split(":")[0] ?? "the journal")}, or map the inputs into a new store.`,
  });
}

interface Line {
  /** Null when the line has no end. */
  readonly text: string | null;
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

/** The lines of a file from an offset; one line is held at a time. */
async function* lines(path: string, from: number): AsyncGenerator<Line> {
  let held: Line | null = null;
  let parts: Buffer[] = [];
  let start = from;
  let position = from;
  for await (const chunk of createReadStream(path, { start: from, highWaterMark: 1 << 18 })) {
    let rest = chunk as Buffer;
    for (let newline = rest.indexOf(0x0a); newline >= 0; newline = rest.indexOf(0x0a)) {
      if (held) yield held;
      parts.push(rest.subarray(0, newline));
      position += newline + 1;
      held = { text: Buffer.concat(parts).toString("utf8"), start, end: position, isLast: false };
      parts = [];
      start = position;
      rest = rest.subarray(newline + 1);
    }
    parts.push(rest);
    position += rest.length;
  }
  const hasTail = position > start;
  if (held) yield { ...held, isLast: !hasTail };
  if (hasTail) yield { text: null, start, end: position, isLast: true };
}
