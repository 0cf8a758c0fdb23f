// The stations of a path: ticks are kept in this browser until somebody starts afresh.
import { STATIONS } from "../answers-store/answers-store.js";
import { KeptBoxes } from "../answers-store/kept-boxes.js";
import { KeptTicks } from "../answers-store/kept-ticks.js";
import words from "./words.js";

class PathStations extends KeptBoxes {
  /** @type {HTMLButtonElement | null} */
  afresh = null;

  connectedCallback() {
    this.afresh = this.querySelector(".stations-state button");
    this.querySelector(".stations-state")?.after(this.notes);
    this.keep(new KeptTicks(this.dataset.site ?? "", this.dataset.path ?? "", STATIONS), "station");
    this.afresh?.addEventListener("click", () => this.clear(), this.leaving);
  }

  /** @param {number} ticked */
  say(ticked) {
    const [bar] = this.getElementsByTagName("progress");
    const [text] = this.getElementsByTagName("output");
    bar.value = ticked;
    text.textContent = words.done_of({ done: ticked, all: this.all });
    if (this.afresh) this.afresh.hidden = ticked === 0;
  }
}

customElements.define("path-stations", PathStations);
