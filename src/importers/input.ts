import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "../errors.ts";
import { readHead } from "../text/decode.ts";
import type { Input } from "./importer.ts";
import { type ByteSource, firstBytes } from "./input/byte-source.ts";
import { fileSource, Spool } from "./input/file-source.ts";
import { folderInput, isHidden, listFolder, withoutCommonRoot } from "./input/folder.ts";
import { refusal } from "./input/refusal.ts";
import { unpacked } from "./input/unpack.ts";
import { type Archive, isZip, openZip } from "./input/zip.ts";

/** An archive in an archive in an archive is the deepest that is opened. */
const mostArchives = 3;

/** An input with what stays open for it; `close` also removes temporary files and may be called twice. */
export interface OpenedInput {
  readonly input: Input;
  /** Files of a folder or archive that hold no text or are hidden, and so are not read. */
  readonly leftOut: number;
  close(): Promise<void>;
}

/**
 * Opens a path given by a user, or standard input for `-`.
 *
 * A folder or ZIP archive becomes an input with `files`; archives in it are opened like folders. gzip and
 * Zstandard are unpacked on the way, whatever the names say. What cannot be read twice (standard input, a
 * pipe) is first copied to a temporary file that only its owner may read.
 *
 * @param stdin - read for `-`.
 * @throws AppError `import.not-found`, `import.unreadable` for what may not be read or is damaged,
 *   `import.empty` for a folder without any text.
 */
export async function openInput(path: string, stdin: Readable): Promise<OpenedInput> {
  const opening = new Opening();
  try {
    return await opening.open(path, stdin);
  } catch (error) {
    await opening.close();
    throw refusal(path, error);
  }
}

/** A name for the content of an input, equal for equal bytes: 16 hexadecimal digits of their SHA-256. */
export async function hashInput(input: Input): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of input.open()) hash.update(chunk);
  return hash.digest("hex").slice(0, 16);
}

/** What is opened on the way to one input. */
class Opening {
  readonly #spool = new Spool();
  readonly #archives: Archive[] = [];
  #leftOut = 0;

  async open(path: string, stdin: Readable): Promise<OpenedInput> {
    const input = await this.#inputOf(path, stdin);
    return { input, leftOut: this.#leftOut, close: () => this.close() };
  }

  async close(): Promise<void> {
    for (const archive of this.#archives.splice(0)) archive.close();
    await this.#spool.close();
  }

  async #inputOf(path: string, stdin: Readable): Promise<Input> {
    if (path === "-") return this.#single(await this.#spool.keep("stdin", stdin));
    const stats = await stat(path);
    const name = basename(resolve(path));
    if (stats.isDirectory()) return this.#folder(name, await listFolder(path));
    return this.#single(
      stats.isFile() ? fileSource(path, stats.size) : await this.#spool.keep(name, createReadStream(path)),
    );
  }

  async #single(source: ByteSource): Promise<Input> {
    const content = await unpacked(source);
    if (isZip(await firstBytes(content, 4)))
      return this.#folder(content.name, await this.#entriesOf(content));
    return fileInput(content);
  }

  async #folder(name: string, sources: readonly ByteSource[]): Promise<Input> {
    const files: Input[] = [];
    for (const source of sources) await this.#collect(source, files, 1);
    if (files.length === 0)
      throw new AppError("import.empty", `${name}: there is no text file in it`, {
        hint: "Name the folder or archive that holds the comments.",
      });
    return folderInput(name, withoutCommonRoot(files));
  }

  /**
   * Adds a file to those of a folder: itself, the files of an archive, or nothing where it holds no text. One that
   * cannot be opened fails when it is read, so that the others can be.
   */
  async #collect(source: ByteSource, files: Input[], archives: number): Promise<void> {
    if (isHidden(source.name)) {
      this.#leftOut++;
      return;
    }
    try {
      const content = await unpacked(source);
      if (archives < mostArchives && isZip(await firstBytes(content, 4))) {
        for (const entry of await this.#entriesOf(content))
          await this.#collect({ ...entry, name: `${content.name}/${entry.name}` }, files, archives + 1);
      } else if (await isText(content)) files.push(fileInput(content));
      else this.#leftOut++;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const open = () => {
        throw error;
      };
      files.push(fileInput({ ...source, open }));
    }
  }

  async #entriesOf(content: ByteSource): Promise<readonly ByteSource[]> {
    const onDisk = content.path === null ? await this.#spool.keep(content.name, content.open()) : content;
    if (onDisk.path === null) throw new Error("a spooled file has no path");
    const archive = await openZip(onDisk.path, content.name);
    this.#archives.push(archive);
    return archive.entries;
  }
}

function fileInput({ name, bytes, path, open }: ByteSource): Input {
  const input = { name, bytes, files: null, open };
  return path === null ? input : { ...input, beside: (suffix) => textBeside(path, suffix) };
}

async function textBeside(path: string, suffix: string): Promise<string | null> {
  try {
    return await readFile(`${path}${suffix}`, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw refusal(`${path}${suffix}`, error);
  }
}

/** Whether a file holds any text, by its start. */
async function isText(source: ByteSource): Promise<boolean> {
  try {
    await readHead(source.open(), source.name, { maxBytes: 1 });
    return true;
  } catch (error) {
    if (error instanceof AppError && (error.code === "import.binary" || error.code === "import.empty"))
      return false;
    throw error;
  }
}
