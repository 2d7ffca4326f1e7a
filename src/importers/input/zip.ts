import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError } from "../../errors.ts";
import type { ByteSource } from "./byte-source.ts";
import { damaged, refusal } from "./refusal.ts";
import { isPlausible, limitExpansion, unfoldsTooFar } from "./unpack.ts";

/** More files than a forum's export has. */
const mostEntries = 200_000;

/** The files of an archive, in its order and by their paths in it, without folders and links. */
export interface Archive {
  readonly entries: readonly ByteSource[];
  close(): void;
}

/** Whether bytes are the start of a ZIP archive, an empty one included. */
export function isZip(start: Uint8Array): boolean {
  return (
    start[0] === 0x50 &&
    start[1] === 0x4b &&
    ((start[2] === 3 && start[3] === 4) || (start[2] === 5 && start[3] === 6))
  );
}

/**
 * Opens a ZIP archive and reads its list of files; nothing is unpacked before it is read.
 *
 * @param path - the archive on the disk: its list stands at its end.
 * @throws AppError `import.unreadable` when the archive is damaged or encrypted, packed by a method that is
 *   not read, holds a path that leads out of it, or unfolds to more than 250 times its size, overlapping
 *   files included.
 */
export async function openZip(path: string, name: string): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false }).catch((cause: unknown) => {
    throw zipRefusal(path, name, cause);
  });
  try {
    const entries: ByteSource[] = [];
    let unpackedBytes = 0;
    let packedBytes = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/") || isLink(entry)) continue;
      refuseUnread(entry, name);
      unpackedBytes += entry.uncompressedSize;
      packedBytes += entry.compressedSize;
      if (!isPlausible(unpackedBytes, zip.fileSize) || packedBytes > zip.fileSize) throw unfoldsTooFar(name);
      if (entries.length === mostEntries) throw tooMany(name);
      entries.push(entrySource(zip, entry, name));
    }
    return { entries, close: () => zip.close() };
  } catch (cause) {
    zip.close();
    throw zipRefusal(path, name, cause);
  }
}

function entrySource(zip: ZipFile, entry: Entry, archive: string): ByteSource {
  const name = `${archive}/${entry.fileName}`;
  const source = { name: entry.fileName, bytes: entry.compressedSize, path: null };
  const read = async function* (): AsyncGenerator<Uint8Array> {
    try {
      const stream = await zip.openReadStreamPromise(entry);
      try {
        for await (const chunk of stream) yield chunk as Uint8Array;
      } finally {
        stream.destroy();
      }
    } catch (cause) {
      throw cause instanceof AppError ? cause : damaged(name, "ZIP", cause);
    }
  };
  return { ...source, open: () => limitExpansion(read(), { name, bytes: entry.compressedSize }) };
}

/** Whether an entry of an archive made on Unix is a symbolic link, whose content is a path. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

function refuseUnread(entry: Entry, archive: string): void {
  if (entry.isEncrypted())
    throw new AppError("import.unreadable", `${archive}: the archive is encrypted`, {
      hint: "Unpack it with its password and name the folder that comes out.",
    });
  if (!entry.canDecodeFileData())
    throw new AppError(
      "import.unreadable",
      `${archive}: ${entry.fileName} is packed by method ${entry.compressionMethod}, which is not read`,
      { hint: "Unpack it by hand and name the folder that comes out." },
    );
}

function tooMany(name: string): AppError {
  return new AppError("import.unreadable", `${name}: the archive holds more than ${mostEntries} files`, {
    hint: "Unpack what you need of it and name that.",
  });
}

function zipRefusal(path: string, name: string, cause: unknown): unknown {
  const known = refusal(path, cause);
  if (known instanceof AppError || !(cause instanceof Error)) return known;
  const isPath = /^(?:invalid relative path|absolute path|invalid characters in fileName)/u.test(
    cause.message,
  );
  if (!isPath) return damaged(name, "ZIP", cause);
  return new AppError("import.unreadable", `${name}: the archive holds a path that leads out of it`, {
    hint: "Do not trust it; if you must, unpack it in a place of its own and name the files.",
    cause,
  });
}
