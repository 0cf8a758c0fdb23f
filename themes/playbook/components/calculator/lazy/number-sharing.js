// A link to the numbers of a calculator, and what is said of it. While one of the numbers cannot be read there is no link:
// without that number it would lead to another result.
import { written } from "./calculator-address.js";
import { copyText } from "../../copy/copy-text.js";
import { all, isField, one } from "../../element/find.js";
import { sharedAddress } from "../../element/shared-address.js";
import { isNumeric, read } from "./reckoning.js";
import words from "../words.js";

export class NumberSharing {
  /** The numbers that the note is about, if it is about any. @type {string | null} */
  noted = null;

  /** @param {import("./calculator-page.js").CalculatorPage} page */
  constructor(page) {
    this.page = page;
  }

  /** What stands in the fields for numbers. */
  numbers() {
    const texts = this.page.texts();
    return this.page.program.inputs.filter(isNumeric).map(({ name }) => texts.get(name)).join("\n");
  }

  async copy() {
    const { program } = this.page;
    const { given, faults } = read(program, this.page.texts());
    const [missing] = faults;
    if (missing) {
      this.refuse(...missing);
      return;
    }
    const numbers = this.numbers();
    const fragment = written(program, given);
    const link = sharedAddress() + (fragment ? `#${fragment}` : "");
    const said = await copyText(link, words.copied, words.copy_from({ link }));
    if (numbers === this.numbers()) this.say(said);
  }

  /**
   * Lead to the number that is missing, and say there that nothing is copied.
   * @param {string} name
   * @param {string} fault
   */
  refuse(name, fault) {
    const { page } = this;
    page.refresh();
    for (const place of all(page.element, `[data-fault="${name}"]`, HTMLElement)) place.textContent = words.nothing_copied({ fault });
    const field = page.field(name);
    if (isField(field)) field.focus();
  }

  /**
   * Say something of the numbers as they are, and bring it into sight.
   * @param {string} text
   */
  say(text) {
    this.noted = this.numbers();
    this.page.note(text);
    one(this.page.element, "[data-note]").scrollIntoView({ block: "nearest" });
  }

  /** What was said of the numbers goes when they change. */
  forget() {
    if (this.noted === null || this.noted === this.numbers()) return;
    this.noted = null;
    this.page.note("");
  }
}
