// What is written into the places of a prepared page: each is a field of the PDF, whose text takes its place.
import { LEADING, setName, setText } from "./set-name.js";

/** @typedef {import("../../pack-pdf/lazy/pdf-font.js").PdfFont} PdfFont */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box in points, from its lower left corner */
/** @typedef {{ most: number, align: "start" | "middle" | "end", isName?: boolean, isBold?: boolean, isTurned?: boolean, stands?: "top" | "middle" | "bottom", hasLine?: boolean }} Look The largest type, in points; where it stands; whether an empty place has a line to write on. */

/** @type {Record<string, Look>} */
const TENT = { front: { most: 96, align: "middle", isName: true, isBold: true, hasLine: true }, title: { most: 11, align: "end", stands: "bottom" } };

/** @type {Map<string, Look>} how the places look, by their names without numbers */
const LOOKS = new Map(
  Object.entries({
    tent: TENT.front,
    "tent-back": { ...TENT.front, isTurned: true },
    "tent-title": TENT.title,
    "tent-title-back": { ...TENT.title, isTurned: true },
    "list-title": { most: 20, align: "start", isBold: true, stands: "top" },
    day: { most: 10.5, align: "start" },
    number: { most: 11, align: "start" },
    name: { most: 11, align: "start" },
    "certificate-name": { most: 34, align: "middle", isName: true, isBold: true, hasLine: true },
    "certificate-title": { most: 17, align: "middle", isBold: true, stands: "top" },
    when: { most: 12, align: "middle", stands: "top" },
    done: { most: 11, align: "middle", stands: "top" },
  }),
);
const MOST_IN_COLUMN = 14;
const GAP = 20; // between columns
const INSET = 3;

/** @param {string} key of a place, such as `name-12` */
const lookOf = (key) => LOOKS.get(key.replace(/-\d+$/, "")) ?? { most: 11, align: "start" };

/**
 * What is drawn into a place: the content of a marked sequence, or a line to write on where nothing is known.
 * @param {string} key
 * @param {string[]} texts
 * @param {Box} box
 * @param {PdfFont} font
 * @param {string} fontName
 * @returns {{ drawn: string, isLine: boolean }}
 */
export function drawnInto(key, texts, box, font, fontName) {
  const look = lookOf(key);
  const known = texts.filter(Boolean);
  if (!known.length) return { drawn: look.hasLine ? rule(box, look) : "", isLine: true };
  const columns = known.length > MOST_IN_COLUMN ? 2 : 1;
  const each = Math.ceil(known.length / columns);
  const width = (box.width - GAP * (columns - 1)) / columns;
  const drawn = Array.from({ length: columns }, (_, at) => column(known.slice(at * each, at * each + each), { ...box, x: box.x + at * (width + GAP), width }, look, font, fontName));
  return { drawn: drawn.join("\n"), isLine: false };
}

/**
 * @param {string[]} texts
 * @param {Box} box
 * @param {Look} look
 * @param {PdfFont} font
 * @param {string} fontName
 */
function column(texts, box, look, font, fontName) {
  const place = { width: box.width - 2 * INSET, height: box.height, most: look.most };
  const { lines, size } = look.isName ? setName(texts[0], place, font) : setText(texts, place, font);
  const all = lines.length * size * LEADING;
  const free = Math.max(0, box.height - all);
  const above = { top: 0, middle: free / 2, bottom: free }[look.stands ?? "middle"];
  const weight = look.isBold ? `2 Tr ${(size / 40).toFixed(2)} w` : "0 Tr";
  return lines
    .map((line, at) => {
      const left = INSET + { start: 0, middle: 0.5, end: 1 }[look.align] * (place.width - font.width(line, size));
      const down = above + at * size * LEADING + size * 0.95;
      const matrix = look.isTurned ? `-1 0 0 -1 ${(box.x + box.width - left).toFixed(2)} ${(box.y + down).toFixed(2)}` : `1 0 0 1 ${(box.x + left).toFixed(2)} ${(box.y + box.height - down).toFixed(2)}`;
      return `BT ${weight} /${fontName} ${size.toFixed(2)} Tf ${matrix} Tm ${font.hex(line)} Tj ET`;
    })
    .join("\n");
}

/**
 * A line to write on.
 * @param {Box} box
 * @param {Look} look
 */
function rule({ x, y, width, height }, { isTurned }) {
  const at = (isTurned ? y + height * 0.6 : y + height * 0.4).toFixed(2);
  return `0.54 G 0.8 w ${(x + width * 0.1).toFixed(2)} ${at} m ${(x + width * 0.9).toFixed(2)} ${at} l S`;
}
