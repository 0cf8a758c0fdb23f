// Gathers answers in the room: codes that are typed, and QR codes that this browser can read from its camera or a photo.
import { fileField } from "../../answers-store/files.js";
import { stamp } from "../../answers-store/record.js";
import { LinkFault } from "../../share-link/packed.js";
import { button, element } from "../../element/element.js";
import { liveStyles } from "./live-styles.js";
import { fromCode, inText } from "./live-code.js";
import words from "../words.js";

/** @typedef {import("../../team-board/lazy/team-input.js").Definitions} Definitions */
/** @typedef {import("../../team-board/lazy/team-input.js").Person} Person */
/** @typedef {{ detect: (source: ImageBitmapSource) => Promise<{ rawValue: string }[]> }} Detector */

const EVERY = 300; // milliseconds between two looks of the camera
const MOST_PHOTO = 30 * 1024 * 1024;

/** What reads QR codes in this browser; null where nothing does. @returns {Promise<Detector | null>} */
async function detector() {
  const known = /** @type {any} */ (globalThis).BarcodeDetector;
  try {
    const formats = known ? await known.getSupportedFormats() : [];
    return formats.includes("qr_code") ? new known({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
}

export class LiveGather {
  /** @type {MediaStream | null} */
  stream = null;
  /** The texts that were scanned, so that each is said once. */
  #seen = new Set();

  /**
   * @param {{ id: string, title: string }[]} checks
   * @param {() => Promise<Definitions>} known loads what is known of them
   * @param {(person: Person) => void} add
   */
  constructor(checks, known, add) {
    this.known = known;
    this.add = add;
    this.check = element("select", { id: "live-check" }, checks.map(({ id, title }) => element("option", { value: id }, title)));
    this.code = element("input", { type: "text", id: "live-typed", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", "aria-describedby": "live-how" });
    this.said = element("p", { role: "status", class: "live-said" });
    this.video = element("video", { hidden: true, muted: true, playsinline: true, "aria-label": words.camera });
    this.photo = fileField(([file]) => this.readPhoto(file), { accept: "image/*" });
    this.scanning = button(words.scan, () => this.scan());
    this.fromPhoto = button(words.from_photo, () => this.photo.click());
    this.form = element("form", { class: "live-type", onsubmit: (/** @type {Event} */ event) => this.typed(event) }, [
      element("label", { for: "live-typed" }, words.typed_code),
      " ",
      this.code,
      " ",
      element("button", {}, words.add_code),
    ]);
    this.node = element("details", { class: "fold live-gather" }, [
      element("summary", {}, words.in_the_room),
      element("p", { id: "live-how", class: "team-how" }, words.how),
      element("p", {}, [element("label", { for: "live-check" }, words.which), " ", this.check]),
      this.form,
      element("p", { class: "check-buttons" }, [this.scanning, this.fromPhoto]),
      this.photo,
      this.video,
      this.said,
    ]);
    this.node.addEventListener("toggle", () => liveStyles());
    this.offer();
  }

  /** Offer the camera and photos only where this browser reads codes. */
  async offer() {
    this.detector = await detector();
    this.scanning.hidden = !this.detector || !navigator.mediaDevices;
    this.fromPhoto.hidden = !this.detector;
    if (!this.detector) this.said.textContent = words.no_scanner;
  }

  /** @param {Event} event */
  async typed(event) {
    event.preventDefault();
    const definition = (await this.known()).get(this.check.value);
    if (!definition || !this.code.value.trim()) return;
    if (this.take(definition, definition.edition, this.code.value, "")) this.code.value = "";
    this.code.focus();
  }

  /**
   * Take what a QR code holds.
   * @param {string} text
   */
  async scanned(text) {
    if (this.#seen.has(text)) return;
    this.#seen.add(text);
    const definitions = await this.known();
    const found = inText(text);
    if (found) this.take(definitions.get(found.assessment), found.edition, found.code, found.name);
    else this.said.textContent = words.other_qr;
  }

  /**
   * Take the answers of one person. Says whether they could be taken.
   * @param {import("../../assessment/definition.js").Definition | undefined} definition of the check, if the page has it
   * @param {number} edition
   * @param {string} code
   * @param {string} name
   */
  take(definition, edition, code, name) {
    if (!definition) this.said.textContent = words.other_check;
    else if (definition.edition !== edition) this.said.textContent = words.other_edition;
    else {
      try {
        const { mark, answers } = fromCode(definition, code);
        if (answers.size) this.add({ name, assessment: definition.id, at: stamp(new Date()), answers, mark });
        this.said.textContent = answers.size ? words.taken : words.no_answers;
        return answers.size > 0;
      } catch (fault) {
        if (!(fault instanceof LinkFault)) throw fault;
        this.said.textContent = words.wrong_code;
      }
    }
    return false;
  }

  /** Look through the camera, until the button is pressed again. */
  async scan() {
    if (this.stream) {
      this.stop();
      return;
    }
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      this.said.textContent = words.no_camera;
      return;
    }
    this.video.srcObject = this.stream;
    this.video.hidden = false;
    this.scanning.textContent = words.stop_scan;
    await this.video.play();
    this.look();
  }

  /** Look for codes in the picture of the camera, and again a little later. */
  async look() {
    if (!this.stream || !this.detector) return;
    for (const { rawValue } of await this.detector.detect(this.video).catch(() => [])) this.scanned(rawValue);
    setTimeout(() => this.look(), EVERY);
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.hidden = true;
    this.scanning.textContent = words.scan;
  }

  /** @param {File} file */
  async readPhoto(file) {
    try {
      if (file.size > MOST_PHOTO) throw new RangeError();
      const found = (await this.detector?.detect(await createImageBitmap(file))) ?? [];
      if (!found.length) this.said.textContent = words.nothing_in_photo;
      for (const { rawValue } of found) this.scanned(rawValue);
    } catch {
      this.said.textContent = words.nothing_in_photo;
    }
  }
}
