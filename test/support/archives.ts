import { crc32, deflateRawSync } from "node:zlib";

/** A file of an archive, with what a hostile archive may claim of it. */
export interface ZipMember {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly isEncrypted?: boolean;
  /** 8 is deflate, 0 stored; any other is claimed without being done. */
  readonly method?: number;
  /** The mode of a Unix file, `0o120777` for a symbolic link. */
  readonly mode?: number;
}

/** A ZIP archive (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16). */
export function zipOf(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, isEncrypted = false, method = 8, mode = 0o100644 } of members) {
    const name = Buffer.from(path, "utf8");
    const plain = Buffer.from(content);
    const packed = method === 0 ? plain : deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | Number(isEncrypted), 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), common, rest, name);
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from("PK\x05\x06"), end]);
}

/**
 * A Zstandard frame of blocks that are not compressed, which claims a window of `2 ** windowLog` bytes (RFC
 * 8878).
 */
export function zstdOf(content: string | Uint8Array, { windowLog = 20 } = {}): Buffer {
  const plain = Buffer.from(content);
  const parts = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (windowLog - 10) << 3])];
  const most = 100_000;
  for (let at = 0; at === 0 || at < plain.length; at += most) {
    const block = plain.subarray(at, at + most);
    const header = Buffer.alloc(3);
    header.writeUIntLE((block.length << 3) | Number(at + most >= plain.length), 0, 3);
    parts.push(header, block);
  }
  return Buffer.concat(parts);
}

/** A Zstandard frame that repeats one byte: 128 KiB for four bytes, again and again. */
export function zstdBomb(blocks: number): Buffer {
  const block = Buffer.from([0x02, 0, 0x10, 0x20]);
  const last = Buffer.from([0x03, 0, 0x10, 0x20]);
  const start = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (20 - 10) << 3]);
  return Buffer.concat([start, ...Array.from({ length: blocks }, () => block), last]);
}
