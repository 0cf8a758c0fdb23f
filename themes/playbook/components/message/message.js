// The finished text of a message, to copy.
import { copyText } from "../copy/copy-text.js";
import { button, element } from "../element/element.js";
import { one } from "../element/find.js";
import words from "./words.js";

class MessageCopy extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".message-tools")) return;
    const status = element("span", { role: "status" });
    const copy = button(words.copy, async () => {
      status.textContent = "";
      status.textContent = await copyText(one(this, "template", HTMLTemplateElement).content.textContent ?? "");
    });
    this.append(element("div", { class: "message-tools" }, copy, status));
  }
}

customElements.define("message-copy", MessageCopy);
