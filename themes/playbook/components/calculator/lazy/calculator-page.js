// A calculator: the page comes with the first numbers worked out; this works out others as they are filled in.
import { isForCalculator, read as readAddress, written } from "./calculator-address.js";
import { evaluate } from "../../formula/formula.js";
import { numeral } from "./numerals.js";
import { bars, path, placeX, placeY, shows } from "../../plot/lazy/plot.js";
import { band, cells, columnValue, isNumeric, read, work } from "./reckoning.js";

// Long enough that somebody who types "125" hears of 125 only.
const PAUSE = 350;

export class CalculatorPage {
  constructor(element) {
    this.element = element;
    this.program = JSON.parse(element.dataset.program);
    this.area = element.closest("article") ?? element;
    this.form = element.querySelector("form");
    this.formats = new Map(this.program.outputs.map((output) => [output.name, output]));
    this.leaving = new AbortController();
  }

  begin() {
    const options = { signal: this.leaving.signal };
    this.form.addEventListener("input", () => this.refresh(PAUSE), options);
    this.form.addEventListener("change", () => this.refresh(), options);
    this.form.addEventListener("submit", (event) => event.preventDefault(), options);
    this.form.addEventListener("reset", () => setTimeout(() => this.refresh()), options);
    this.area.addEventListener("click", (event) => this.press(event), options);
    window.addEventListener("hashchange", () => this.restore(), options);
    for (const button of this.area.querySelectorAll("[data-needs-script]")) button.hidden = false;
    this.restore();
    this.refresh();
  }

  end() {
    this.leaving.abort();
    clearTimeout(this.waiting);
  }

  field(name) {
    return this.form.elements.namedItem(name);
  }

  texts() {
    return new Map(this.program.inputs.map((input) => [input.name, this.field(input.name).value]));
  }

  press(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.step) {
      const field = this.field(button.dataset.for);
      const value = (Number(field.value) || 0) + Number(button.dataset.step);
      field.value = String(Math.min(Number(field.max), Math.max(Number(field.min), value)));
      this.refresh();
    } else if (button.dataset.values) {
      this.fill(new Map(Object.entries(JSON.parse(button.dataset.values)).map(([name, value]) => [name, String(value)])));
      this.element.scrollIntoView();
      this.form.querySelector("input, textarea").focus({ preventScroll: true });
    } else if (button.dataset.action === "link") this.copyLink();
  }

  fill(texts) {
    for (const input of this.program.inputs.filter(isNumeric)) {
      this.field(input.name).value = texts.get(input.name) ?? String(input.default);
    }
    this.refresh();
  }

  /** Take the numbers from the address, if it carries any. */
  restore() {
    if (!isForCalculator(location.hash)) return;
    const found = readAddress(this.program, location.hash);
    if (found) this.fill(found);
    this.note(found ? "" : "The numbers in this address cannot be read, so it starts with its own.");
  }

  note(text) {
    this.element.querySelector("[data-note]").textContent = text;
  }

  async copyLink() {
    const fragment = written(this.program, this.texts());
    const link = location.href.split("#")[0] + (fragment ? `#${fragment}` : "");
    try {
      await navigator.clipboard.writeText(link);
      this.note("Copied. The link carries the numbers, and no words you typed.");
    } catch {
      this.note(`Copy it from here: ${link}`);
    }
  }

  /** Work everything out anew. Sentences, which are read aloud, wait until nobody has typed for `pause`. */
  refresh(pause = 0) {
    clearTimeout(this.waiting);
    const texts = this.texts();
    const { given, faults, found } = read(this.program, texts);
    this.showFaults(faults);
    const values = faults.size ? null : work(this.program, given);
    this.element.querySelector("[data-results]").hidden = !values || !this.makesSense(values);
    if (values) {
      this.showValues(values, texts);
      this.showFound(found);
      this.showDrawings(given, values);
    }
    const settle = () => {
      this.showSentences(values, texts, [...faults.values()]);
      if (!faults.size) this.keepInAddress(texts);
    };
    if (pause) this.waiting = setTimeout(settle, pause);
    else settle();
  }

  keepInAddress(texts) {
    const fragment = written(this.program, texts);
    if (!fragment && !isForCalculator(location.hash)) return;
    try {
      history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
    } catch {
      // Browsers limit how often a page may do this; the link button works regardless.
    }
  }

  makesSense(values) {
    return !this.program.cases.some((found) => found.instead && evaluate(found.tree, values));
  }

  showFaults(faults) {
    for (const input of this.program.inputs.filter(isNumeric)) {
      const place = this.element.querySelector(`[data-fault="${input.name}"]`);
      if (!place) continue;
      const text = faults.get(input.name) ?? "";
      if (place.textContent !== text) place.textContent = text;
      place.hidden = !text;
      this.field(input.name).setAttribute("aria-invalid", String(Boolean(text)));
    }
  }

  text(name, values, texts) {
    if (!values.has(name)) return texts.get(name) ?? "";
    const format = this.formats.get(name);
    return numeral(values.get(name), format?.decimals ?? null, format?.sign);
  }

  showPlaces(places, values, texts) {
    for (const place of places) {
      const text = this.text(place.dataset.place, values, texts);
      const { one, many } = place.dataset;
      place.textContent = one === undefined ? text : /^[+\u2212]?1$/.test(text) ? one : many;
    }
  }

  showValues(values, texts) {
    const all = this.area.querySelectorAll("[data-place]");
    this.showPlaces([...all].filter((place) => !place.closest("output, [data-example]")), values, texts);
    for (const output of this.program.outputs.filter((found) => found.bands.length)) {
      const current = band(output, values.get(output.name));
      const list = this.area.querySelector(`[data-bands="${output.name}"]`);
      [...list.children].forEach((item, at) => item.toggleAttribute("data-current", at === current));
      const place = this.element.querySelector(`[data-band-of="${output.name}"]`);
      place.replaceChildren(...(list.children[current]?.cloneNode(true).childNodes ?? []));
      place.querySelector(".calculator-band-range")?.remove();
    }
  }

  showFound(found) {
    for (const [name, phrases] of found) {
      const place = this.element.querySelector(`[data-found="${name}"]`);
      place.hidden = !phrases.length;
      place.lastElementChild.textContent = phrases.join(", ");
    }
  }

  showSentences(values, texts, faults) {
    const said = this.element.querySelector("output");
    const sensible = values && this.makesSense(values);
    for (const sentence of said.querySelectorAll("[data-says]")) {
      const places = [...sentence.querySelectorAll("[data-place]")];
      const whole = values && places.every(({ dataset }) => !values.has(dataset.place) || values.get(dataset.place) !== null);
      const at = sentence.dataset.case;
      const wanted = at === undefined ? sensible : values && evaluate(this.program.cases[at].tree, values);
      if (whole) this.showPlaces(places, values, texts);
      sentence.hidden = !(whole && wanted && (sensible || this.program.cases[at]?.instead));
    }
    const wrong = said.querySelector("[data-wrong]");
    const silent = values && ![...said.querySelectorAll("[data-says]")].some((sentence) => !sentence.hidden);
    wrong.hidden = !faults.length && !silent;
    wrong.textContent = faults.length ? `There is no result yet. ${faults.join(" ")}` : silent ? "There is no result for these numbers." : "";
  }

  showDrawings(given, values) {
    const { tables, curves } = this.program;
    tables.forEach((table, at) => this.showCells(String(at), cells(this.program, given, table)));
    if (curves) {
      this.showCells("curves", cells(this.program, given, curves));
      this.showCurves(curves, given, values);
    }
    const heights = this.program.bars.map((bar) => evaluate(bar.tree, values));
    const rects = this.area.querySelectorAll("[data-bar]");
    const texts = this.area.querySelectorAll("[data-bar-value]");
    bars(heights).forEach(([start, width], at) => {
      rects[at].setAttribute("x", start);
      rects[at].setAttribute("width", width);
      texts[at].textContent = numeral(heights[at], this.program.bars[at].decimals, this.program.bars[at].sign);
    });
  }

  showCells(name, rows) {
    const body = this.area.querySelector(`[data-table="${name}"] tbody`);
    rows.forEach((row, at) => row.forEach((text, column) => {
      body.rows[at].cells[column + 1].textContent = text;
    }));
  }

  showCurves(curves, given, values) {
    const { frame, over, samples } = curves;
    const lines = this.area.querySelectorAll("[data-line]");
    curves.columns.forEach((column, at) => {
      lines[at].setAttribute("d", path(frame, samples, (x) => columnValue(this.program, given, column, [[over.name, x]])));
    });
    const marks = this.area.querySelectorAll("[data-mark]");
    curves.marks.forEach((trees, at) => {
      const [x, y] = trees.map((tree) => evaluate(tree, values));
      const visible = x !== null && y !== null && shows(frame, x, y);
      marks[at].setAttribute("visibility", visible ? "visible" : "hidden");
      if (visible) marks[at].setAttribute("transform", `translate(${placeX(frame, x)} ${placeY(frame, y)})`);
    });
  }
}
