// A calculator: the page comes with the first numbers worked out; this works out others as they are filled in.
import { isForCalculator, read as readAddress, written } from "./calculator-address.js";
import { sayWhatIsCut } from "../../field-limit/field-limit.js";
import { evaluate } from "../../formula/formula.js";
import { KeptTexts } from "./kept-texts.js";
import { NumberSharing } from "./number-sharing.js";
import { numeral, typed } from "./numerals.js";
import { filling } from "../../element/filling.js";
import { all, isField, one } from "../../element/find.js";
import { band, hasResult, isNumeric, read, resultIn, stepped, work } from "./reckoning.js";
import { showDrawings } from "./drawings.js";
import { ResultBar } from "./result-bar.js";
import words from "../words.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../../formula/formula.js").Values} Values */
/** @typedef {Map<string, string>} Texts What stands in each field, by its name. */

/**
 * @param {Element} node
 * @returns {node is import("./kept-texts.js").TextField}
 */
const isTextField = (node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement;

// Long enough that somebody who types "125" hears of 125 only.
const PAUSE = 350;

export class CalculatorPage {
  leaving = new AbortController();
  waiting = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    /** @type {Program} */
    this.program = JSON.parse(element.dataset.program ?? "");
    this.area = element.closest("article") ?? element;
    this.form = one(element, "form", HTMLFormElement);
    const texts = this.program.inputs.filter((input) => !isNumeric(input)).map(({ name }) => one(this.form, `[name="${name}"]`));
    this.kept = new KeptTexts(element.dataset.site ?? "", element.dataset.id ?? "", texts.filter(isTextField));
    this.sharing = new NumberSharing(this);
    this.bar = new ResultBar(this.form, one(element, ".calculator-result", HTMLElement));
    this.formats = new Map(this.program.outputs.map((output) => [output.name, output]));
  }

  begin() {
    const options = { signal: this.leaving.signal };
    this.form.addEventListener("input", () => this.refresh(PAUSE), options);
    this.form.addEventListener("change", () => this.refresh(), options);
    sayWhatIsCut(this.form, this.leaving.signal);
    this.form.addEventListener("submit", (event) => event.preventDefault(), options);
    this.form.addEventListener("reset", () => setTimeout(() => this.refresh()), options);
    this.area.addEventListener("click", (event) => this.press(event), options);
    window.addEventListener("hashchange", () => filling(() => this.restore()), options);
    for (const button of all(this.area, "[data-needs-script]", HTMLElement)) button.hidden = false;
    this.bar.begin(this.leaving.signal);
    this.kept.begin(() => this.refresh(), this.leaving.signal);
    filling(() => this.restore());
    this.refresh();
  }

  end() {
    this.leaving.abort();
    clearTimeout(this.waiting);
  }

  /** @param {string} name */
  field(name) {
    const found = this.form.elements.namedItem(name);
    if (!isField(found) && !(found instanceof RadioNodeList)) throw new Error(`there is no field ${name}`);
    return found;
  }

  texts() {
    return new Map(this.program.inputs.map((input) => [input.name, this.field(input.name).value]));
  }

  /** @param {Event} event */
  press({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    if (button.dataset.step) {
      const field = this.field(button.dataset.for ?? "");
      if (!(field instanceof HTMLInputElement)) return;
      field.value = typed(stepped(this.program, field.name, field.value, Number(button.dataset.step)));
      this.refresh();
    } else if (button.dataset.values) {
      this.fill(new Map(Object.entries(JSON.parse(button.dataset.values)).map(([name, value]) => [name, String(value)])));
      this.element.scrollIntoView();
      one(this.form, "input, textarea", HTMLElement).focus({ preventScroll: true });
    } else if (button.dataset.action === "link") this.sharing.copy();
  }

  /** @param {Texts} texts numbers as an address writes them */
  fill(texts) {
    for (const input of this.program.inputs.filter(isNumeric)) {
      const number = Number(texts.get(input.name) ?? input.default);
      this.field(input.name).value = input.type === "choice" ? String(number) : typed(number);
    }
    this.refresh();
  }

  /** Take the numbers from the address, if it carries any. */
  restore() {
    if (!isForCalculator(location.hash)) return;
    const found = readAddress(this.program, location.hash);
    if (found) this.fill(found);
    this.note(found ? "" : words.unreadable);
  }

  /** @param {string} text */
  note(text) {
    one(this.element, "[data-note]").textContent = text;
  }

  /** Work everything out anew. Sentences, which are read aloud, wait until nobody has typed for `pause`. */
  refresh(pause = 0) {
    clearTimeout(this.waiting);
    const texts = this.texts();
    const { given, faults, found } = read(this.program, texts);
    this.sharing.forget();
    this.kept.keep();
    const values = work(this.program, given);
    const isResult = hasResult(this.program, values);
    one(this.element, "[data-results]", HTMLElement).hidden = !isResult;
    for (const note of all(this.area, "[data-no-result]", HTMLElement)) note.hidden = isResult;
    // Where there is no result, what came out before must not stay.
    const shown = resultIn(this.program, values);
    this.showValues(shown, texts);
    this.showFound(found);
    showDrawings(this.area, this.program, given, shown);
    const settle = () => {
      this.showFaults(faults);
      this.showSentences(faults.size ? null : values, texts, [...faults.values()]);
      this.bar.show();
      if (!faults.size) this.keepInAddress(given);
    };
    if (!faults.size) this.showFaults(faults);
    if (pause) this.waiting = setTimeout(settle, pause);
    else settle();
  }

  /** @param {import("./reckoning.js").Given} given */
  keepInAddress(given) {
    const fragment = written(this.program, given);
    if (!fragment && !isForCalculator(location.hash)) return;
    try {
      history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
    } catch {
      // Browsers limit how often a page may do this; the link button works regardless.
    }
  }

  /** @param {Texts} faults */
  showFaults(faults) {
    for (const input of this.program.inputs.filter(isNumeric)) {
      for (const place of all(this.element, `[data-fault="${input.name}"]`, HTMLElement)) {
        const text = faults.get(input.name) ?? "";
        if (place.textContent !== text) place.textContent = text;
        place.hidden = !text;
        const field = this.field(input.name);
        if (isField(field)) field.setAttribute("aria-invalid", String(Boolean(text)));
      }
    }
  }

  /**
   * A value as it is written, or what was typed.
   * @param {string} name
   * @param {Values} values
   * @param {Texts} texts
   */
  text(name, values, texts) {
    if (!values.has(name)) return texts.get(name) ?? "";
    const format = this.formats.get(name);
    return numeral(values.get(name) ?? null, format?.decimals ?? null, format?.sign);
  }

  /**
   * @param {HTMLElement[]} places
   * @param {Values} values
   * @param {Texts} texts
   */
  showPlaces(places, values, texts) {
    for (const place of places) {
      const text = this.text(place.dataset.place ?? "", values, texts);
      const { one: singular, many: plural } = place.dataset;
      place.textContent = singular === undefined ? text : /^[+\u2212]?1$/.test(text) ? singular : (plural ?? "");
    }
  }

  /**
   * @param {Values} values
   * @param {Texts} texts
   */
  showValues(values, texts) {
    const places = all(this.area, "[data-place]", HTMLElement);
    this.showPlaces(places.filter((place) => !place.closest("output, [data-example]")), values, texts);
    for (const output of this.program.outputs.filter((found) => found.bands.length)) {
      const current = band(output, values.get(output.name) ?? null);
      const list = one(this.area, `[data-bands="${output.name}"]`);
      [...list.children].forEach((item, at) => item.toggleAttribute("data-current", at === current));
      const place = one(this.element, `[data-band-of="${output.name}"]`);
      place.replaceChildren(...(list.children[current]?.cloneNode(true).childNodes ?? []));
      place.querySelector(".calculator-band-range")?.remove();
    }
  }

  /** @param {Map<string, string[]>} found */
  showFound(found) {
    for (const [name, phrases] of found) {
      const place = one(this.element, `[data-found="${name}"]`, HTMLElement);
      place.hidden = !phrases.length;
      if (place.lastElementChild) place.lastElementChild.textContent = phrases.join(", ");
    }
  }

  /**
   * @param {Values | null} values
   * @param {Texts} texts
   * @param {string[]} faults
   */
  showSentences(values, texts, faults) {
    const said = one(this.element, "output");
    const sentences = all(said, "[data-says]", HTMLElement);
    for (const sentence of sentences) sentence.hidden = !values || !this.fillSentence(sentence, values, texts);
    const wrong = one(said, "[data-wrong]", HTMLElement);
    const silent = values && sentences.every((sentence) => sentence.hidden) && !this.showsValue(values);
    wrong.hidden = !faults.length && !silent;
    wrong.textContent = faults.length ? `${words.no_result_yet} ${faults.join(" ")}` : silent ? words.no_result : "";
  }

  /**
   * Whether a value is to be read beside its label: an output needs no sentence.
   * @param {Values} values
   */
  showsValue(values) {
    const places = all(this.element, ".calculator-values strong", HTMLElement);
    return hasResult(this.program, values) && places.some(({ dataset }) => typeof values.get(dataset.place ?? "") === "number");
  }

  /**
   * Put the values into a sentence. Says whether it is to be read: all its values are there, and its case is the one.
   * @param {HTMLElement} sentence
   * @param {Values} values
   * @param {Texts} texts
   */
  fillSentence(sentence, values, texts) {
    const places = all(sentence, "[data-place]", HTMLElement);
    if (places.some(({ dataset }) => values.get(dataset.place ?? "") === null)) return false;
    this.showPlaces(places, values, texts);
    const sensible = hasResult(this.program, values);
    if (sentence.dataset.case === undefined) return sensible;
    const { tree, instead } = this.program.cases[Number(sentence.dataset.case)];
    return Boolean(evaluate(tree, values)) && (sensible || instead);
  }
}
