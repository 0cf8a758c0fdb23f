// The finished text of a message, to copy.
import { button, element } from "../element/element.js";
import { one } from "../element/find.js";
import words from "./words.js";

class MessageCopy extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".message-tools")) return;
    const status = element("span", { role: "status" });
    const copy = button(words.copy, async () => {
      status.textContent = "";
      try {
        await navigator.clipboard.writeText(one(this, "template", HTMLTemplateElement).content.textContent ?? "");
        status.textContent = words.copied;
      } catch {
        status.textContent = words.not_copied;
      }
    });
    this.append(element("div", { class: "message-tools" }, copy, status));
  }
}

customElements.define("message-copy", MessageCopy);
