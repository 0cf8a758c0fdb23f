// The files of a ZIP archive: read, changed and written again. What a browser packs as gzip has the same data and the same
// checksum as a file of an archive, between a head of its own and eight bytes at the end.

/** @typedef {{ name: string, packed: Uint8Array, crc: number, size: number }} ArchiveFile A file as it lies in the archive; `size` is that of its content. */

const GZIP_HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
const GZIP_END = 8;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const DEFLATED = 8;
/** The version of the format that readers must know. */
const VERSION = 20;
const UTF8 = 0x800;
/** 2000-01-01, the day on which all documents of the playbook say that they were made. */
const DAY = (20 << 9) | (1 << 5) | 1;

/**
 * The files of an archive that the build has made: packed, without a comment behind the last.
 * @param {Uint8Array} bytes
 * @returns {ArchiveFile[]}
 */
export function filesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_SIZE;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error("no archive");
  const files = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left; left -= 1) {
    const named = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + named)),
      packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/**
 * @param {ArchiveFile} file
 * @returns {Promise<string>}
 */
export function textOf({ packed, crc, size }) {
  const end = new DataView(new ArrayBuffer(GZIP_END));
  end.setUint32(0, crc, true);
  end.setUint32(4, size, true);
  const parts = /** @type {BlobPart[]} */ ([new Uint8Array(GZIP_HEAD), packed, end]);
  return new Response(new Blob(parts).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Promise<ArchiveFile>}
 */
export async function fileOf(name, text) {
  const through = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const made = new Uint8Array(await new Response(through).arrayBuffer());
  const end = new DataView(made.buffer, made.length - GZIP_END);
  return { name, packed: made.subarray(GZIP_HEAD.length, made.length - GZIP_END), crc: end.getUint32(0, true), size: end.getUint32(4, true) };
}

/**
 * Numbers one after another, each with so many bytes, the lowest byte first.
 * @param {[value: number, bytes: 2 | 4][]} numbers
 */
function record(numbers) {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of numbers) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/**
 * @param {ArchiveFile[]} files
 * @param {string} type of the content of the whole
 */
export function archiveOf(files, type) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const listed = [];
  let at = 0;
  for (const { name, packed, crc, size } of files) {
    const written = new TextEncoder().encode(name);
    const about = record([[VERSION, 2], [UTF8, 2], [DEFLATED, 2], [0, 2], [DAY, 2], [crc, 4], [packed.length, 4], [size, 4], [written.length, 2], [0, 2]]);
    parts.push(record([[LOCAL, 4]]), about, written, packed);
    listed.push(record([[CENTRAL, 4], [VERSION, 2]]), about, record([[0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), written);
    at += 4 + about.length + written.length + packed.length;
  }
  const size = listed.reduce((sum, { length }) => sum + length, 0);
  const end = record([[END, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2]]);
  return new Blob(/** @type {BlobPart[]} */ ([...parts, ...listed, end]), { type });
}
