// The text of a message, to copy, and its subject, which programs for email have a field of its own for.
import { copyDraft } from "../copy/copy-text.js";
import { button, element } from "../element/element.js";
import words from "./words.js";

class MessageCopy extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".message-tools")) return;
    const status = element("span", { role: "status" });
    const buttons = [
      this.#copying("[data-subject]", words.copy_subject, words.subject_copied, status),
      this.#copying("[data-text]", words.copy, words.text_copied, status),
    ];
    this.append(element("div", { class: "message-tools" }, buttons, status));
  }

  /**
   * A button that copies a part of the message, if it has that part.
   * @param {string} part
   * @param {string} label
   * @param {string} done
   * @param {HTMLElement} status where to say what came of it
   */
  #copying(part, label, done, status) {
    const found = this.querySelector(part);
    if (!(found instanceof HTMLTemplateElement)) return null;
    return button(label, async () => {
      status.textContent = "";
      status.textContent = await copyDraft(found.content.textContent ?? "", done);
    });
  }
}

customElements.define("message-copy", MessageCopy);
