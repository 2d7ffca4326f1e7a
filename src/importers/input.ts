import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError } from "../errors.ts";
import type { Input } from "./importer.ts";

/** An input that may have left a temporary file behind; `close` removes it and may be called twice. */
export interface OpenedInput {
  readonly input: Input;
  close(): Promise<void>;
}

/**
 * Opens a path given by a user, or standard input for `-`.
 *
 * What cannot be read twice (standard input, a pipe) is first copied to a temporary file that only its owner may
 * read. gzip is unpacked on the way, whatever the name says.
 *
 * @param stdin - read for `-`.
 * @throws AppError `import.not-found`, or `import.unreadable` for a folder or a file without permission.
 */
export async function openInput(path: string, stdin: Readable): Promise<OpenedInput> {
  if (path === "-") return spool("stdin", stdin);
  try {
    const stats = await stat(path);
    if (stats.isDirectory())
      throw new AppError("import.unreadable", `${path}: this is a folder, not a file`, {
        hint: `Name its files instead, for example ${path.replace(/\/+$/u, "")}/*.txt`,
      });
    if (!stats.isFile()) return spool(basename(path), createReadStream(path));
    const file = await open(path, "r");
    try {
      const start = Buffer.alloc(2);
      await file.read(start, 0, 2, 0);
      return { input: fileInput(basename(path), path, stats.size, isGzip(start)), close: async () => {} };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw refusal(path, error);
  }
}

/** A name for the content of an input, equal for equal bytes: 16 hexadecimal digits of their SHA-256. */
export async function hashInput(input: Input): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of input.open()) hash.update(chunk);
  return hash.digest("hex").slice(0, 16);
}

function fileInput(name: string, path: string, bytes: number, isCompressed: boolean): Input {
  const read = async function* (): AsyncGenerator<Uint8Array> {
    const stream = createReadStream(path, { highWaterMark: 1 << 18 });
    try {
      if (!isCompressed) yield* stream as AsyncIterable<Uint8Array>;
      else yield* unpack(stream, name);
    } catch (error) {
      throw refusal(path, error);
    } finally {
      stream.destroy();
    }
  };
  return { name, bytes, files: null, open: read };
}

async function* unpack(stream: Readable, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feeding = pipeline(stream, gunzip).catch(() => {});
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (cause) {
    throw new AppError("import.unreadable", `${name}: the gzip data is damaged or cut off`, {
      hint: "Fetch the file again, or unpack what can be unpacked with: zcat FILE > OUT",
      cause,
    });
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

async function spool(name: string, stream: Readable): Promise<OpenedInput> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "input");
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    const { input } = await openInput(path, stream);
    return { input: { ...input, name }, close };
  } catch (error) {
    await close();
    throw refusal(name, error);
  }
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** Turns what the operating system says into a refusal; anything else passes unchanged. */
function refusal(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new AppError("import.not-found", `${path}: there is no such file`, {
      hint: "Check the path; a pattern that matches nothing is passed on as it is by most shells.",
      cause: error,
    });
  if (typeof code !== "string" || !/^E[A-Z]+$/u.test(code)) return error;
  return new AppError("import.unreadable", `${path}: the file cannot be read (${code})`, {
    hint: "Check that you may read the file and that its disk is there.",
    cause: error,
  });
}
