// QR codes (ISO/IEC 18004) of short texts: bytes, error correction M, versions 1 to 20. Pure.

/** How many bytes of correction each block has, and how many blocks there are, by version from 1. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

/** @typedef {number[][]} Grid The modules by row and column: 1 is dark, 0 light; -1 is not set yet. */

/** @param {number} version */
const sizeOf = (version) => 17 + 4 * version;

/** How many bytes a version holds in all. @param {number} version */
function bytesOf(version) {
  const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const used = 3 * 64 + 2 * 15 + 1 + 2 * (sizeOf(version) - 16) + (version > 6 ? 36 : 0);
  const alignment = marks ? 25 * (marks ** 2 - 3) - 10 * (marks - 2) : 0;
  return Math.floor((sizeOf(version) ** 2 - used - alignment) / 8);
}

/** How many bytes of text a version holds. @param {number} version */
const roomOf = (version) => bytesOf(version) - CORRECTION[version - 1] * BLOCKS[version - 1] - (version > 9 ? 3 : 2);

/**
 * The modules of the smallest code that holds a text; null if none does.
 * @param {string} text
 * @returns {Grid | null}
 */
export function modules(text) {
  const bytes = new TextEncoder().encode(text);
  for (let version = 1; version <= BLOCKS.length; version += 1) {
    if (bytes.length <= roomOf(version)) return drawn(version, corrected(version, filled(version, bytes)));
  }
  return null;
}

/**
 * The bytes of the data: mode, length, text, padding.
 * @param {number} version
 * @param {Uint8Array} bytes
 */
function filled(version, bytes) {
  const length = version > 9 ? [bytes.length >> 8, bytes.length & 0xff] : [bytes.length];
  const all = [...length, ...bytes, 0];
  const out = [0x40 | (all[0] >> 4)];
  for (let at = 0; at + 1 < all.length; at += 1) out.push(((all[at] & 15) << 4) | (all[at + 1] >> 4));
  const room = bytesOf(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
  for (let pad = 0; out.length < room; pad += 1) out.push(pad % 2 ? 0x11 : 0xec);
  return out;
}

// ---- correction of errors ----

/** @param {number} one @param {number} other */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((other >> bit) & 1) * one);
  return product;
}

/** @param {number} degree */
function divisor(degree) {
  const found = [...new Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let turn = 0; turn < degree; turn += 1) {
    for (let at = 0; at < degree; at += 1) found[at] = times(found[at], root) ^ (found[at + 1] ?? 0);
    root = times(root, 2);
  }
  return found;
}

/** @param {number[]} data @param {number[]} by */
function remainder(data, by) {
  const found = new Array(by.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ found.shift();
    found.push(0);
    for (let at = 0; at < by.length; at += 1) found[at] ^= times(by[at], factor);
  }
  return found;
}

/**
 * The data in blocks with their correction, in the order in which they are drawn.
 * @param {number} version
 * @param {number[]} data
 */
function corrected(version, data) {
  const [count, extra] = [BLOCKS[version - 1], CORRECTION[version - 1]];
  const short = count - (data.length % count);
  const by = divisor(extra);
  let at = 0;
  const blocks = Array.from({ length: count }, (_, number) => {
    const block = data.slice(at, (at += Math.floor(data.length / count) + (number < short ? 0 : 1)));
    return { block, check: remainder(block, by) };
  });
  const longest = Math.ceil(data.length / count);
  const out = [];
  for (let column = 0; column < longest; column += 1) for (const { block } of blocks) if (column < block.length) out.push(block[column]);
  for (let column = 0; column < extra; column += 1) for (const { check } of blocks) out.push(check[column]);
  return out;
}

// ---- drawing ----

/**
 * @param {number} version
 * @param {number[]} bytes
 * @returns {Grid}
 */
function drawn(version, bytes) {
  const grid = fixed(version);
  const isFree = grid.map((row) => row.map((module) => module < 0));
  place(grid, bytes);
  const tried = Array.from({ length: 8 }, (_, mask) => masked(grid, isFree, mask));
  const penalties = tried.map(penalty);
  return tried[penalties.indexOf(Math.min(...penalties))];
}

/**
 * What every code of a version has: finders, timing, alignment, version, and room for the format.
 * @param {number} version
 */
function fixed(version) {
  const size = sizeOf(version);
  /** @type {Grid} */
  const grid = Array.from({ length: size }, () => new Array(size).fill(-1));
  const square = (/** @type {number} */ y, /** @type {number} */ x, /** @type {number} */ reach, /** @type {number[]} */ light) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        if (grid[y + dy]?.[x + dx] !== undefined) grid[y + dy][x + dx] = light.includes(Math.max(Math.abs(dy), Math.abs(dx))) ? 0 : 1;
      }
    }
  };
  for (let at = 0; at < size; at += 1) grid[6][at] = grid[at][6] = (at + 1) % 2;
  for (const [y, x] of [[3, 3], [3, size - 4], [size - 4, 3]]) square(y, x, 4, [2, 4]);
  const marks = alignments(version);
  const last = marks.length - 1;
  for (const [row, y] of marks.entries()) {
    for (const [column, x] of marks.entries()) {
      const isFinder = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      if (!isFinder) square(y, x, 2, [1]);
    }
  }
  for (let at = 0; at < 9; at += 1) if (at !== 6) grid[8][at] = grid[at][8] = 0;
  for (let at = 1; at < 9; at += 1) grid[8][size - at] = grid[size - at][8] = 0;
  grid[size - 8][8] = 1;
  if (version > 6) {
    const bits = (version << 12) | divided(version << 12, 0x1f25, 12);
    for (let at = 0; at < 18; at += 1) {
      const [long, narrow] = [size - 11 + (at % 3), Math.floor(at / 3)];
      grid[narrow][long] = grid[long][narrow] = (bits >> at) & 1;
    }
  }
  return grid;
}

/** @param {number} version */
function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => sizeOf(version) - 7 - at * step).reverse()];
}

/**
 * The remainder of a polynomial of bits.
 * @param {number} value
 * @param {number} by
 * @param {number} degree
 */
function divided(value, by, degree) {
  let left = value;
  for (let bit = 31 - Math.clz32(left); bit >= degree; bit = 31 - Math.clz32(left)) left ^= by << (bit - degree);
  return left;
}

/**
 * Write the bytes into what is free, in columns of two, upwards and downwards in turn.
 * @param {Grid} grid
 * @param {number[]} bytes
 */
function place(grid, bytes) {
  const size = grid.length;
  let bit = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUpwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = isUpwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y][x] >= 0) continue;
        grid[y][x] = ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        bit += 1;
      }
    }
  }
}

/** @type {((y: number, x: number) => boolean)[]} */
const MASKS = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_y, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

/**
 * @param {Grid} grid
 * @param {boolean[][]} isFree where the data stands
 * @param {number} mask
 * @returns {Grid}
 */
function masked(grid, isFree, mask) {
  const size = grid.length;
  const made = grid.map((row, y) => row.map((module, x) => (isFree[y][x] && MASKS[mask](y, x) ? 1 - module : module)));
  const format = ((mask << 10) | divided(mask << 10, 0x537, 10)) ^ 0x5412; // correction M is 0
  for (let at = 0; at < 15; at += 1) {
    const bit = (format >> at) & 1;
    if (at < 8) made[8][size - 1 - at] = bit;
    else made[size - 15 + at][8] = bit;
    if (at < 6) made[at][8] = bit;
    else if (at < 8) made[at + 1][8] = bit;
    else if (at === 8) made[8][7] = bit;
    else made[8][14 - at] = bit;
  }
  return made;
}

/**
 * How hard a code is to read, by the rules of the standard.
 * @param {Grid} grid
 */
function penalty(grid) {
  const size = grid.length;
  const columns = grid.map((_, x) => grid.map((row) => row[x]));
  let sum = 0;
  for (const line of [...grid, ...columns]) {
    const text = line.join("");
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    for (let at = text.indexOf("1011101"); at >= 0; at = text.indexOf("1011101", at + 1)) {
      const isLight = (/** @type {number} */ from, /** @type {number} */ to) => !text.slice(Math.max(0, from), to).includes("1");
      if (isLight(at - 4, at) || isLight(at + 7, at + 11)) sum += 40;
    }
  }
  for (let y = 0; y + 1 < size; y += 1) {
    for (let x = 0; x + 1 < size; x += 1) {
      const four = grid[y][x] + grid[y][x + 1] + grid[y + 1][x] + grid[y + 1][x + 1];
      if (four % 4 === 0) sum += 3;
    }
  }
  const dark = grid.flat().filter(Boolean).length;
  return sum + 10 * Math.floor(Math.abs((100 * dark) / size ** 2 - 50) / 5);
}
