// Lets readers choose whether this browser keeps the entries opened last.
import { KeptPages } from "./kept-pages.js";
import { button } from "../element/element.js";
import words from "./words.js";

class RecentSetting extends HTMLElement {
  connectedCallback() {
    const kept = new KeptPages(this.dataset.site ?? "");
    const text = this.querySelector("p");
    const toggle = button("", () => {
      kept.wanted = !kept.wanted;
      show();
      document.querySelector("continue-list")?.dispatchEvent(new Event("forgotten"));
    });
    const show = () => {
      if (text) text.textContent = kept.wanted ? words.setting : words.setting_off;
      toggle.textContent = kept.wanted ? words.stop : words.keep;
    };
    show();
    this.append(toggle);
  }
}

customElements.define("recent-setting", RecentSetting);
