// A video on another site, shown in the page when somebody asks for it. Until then it is a link, and nothing is loaded
// from that site. In a page that was opened from a disk it stays one: there the policy allows no frame.

import { loadStyles } from "../element/styles.js";

const ALLOWED = "fullscreen; picture-in-picture; encrypted-media";

class VideoCard extends HTMLElement {
  async connectedCallback() {
    const isOffline = document.documentElement.classList.contains("offline");
    if (isOffline) return;
    await loadStyles(new URL("lazy/video-card.css", import.meta.url));
    if (this.querySelector(".video-ask")) return;
    const ask = document.createElement("span");
    ask.className = "video-ask";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.dataset.play ?? "";
    button.onclick = () => this.show(ask);
    const note = document.createElement("span");
    note.className = "video-note";
    note.textContent = this.dataset.note ?? "";
    ask.append(button, note);
    this.append(ask);
  }

  /** @param {HTMLElement} ask */
  show(ask) {
    const frame = document.createElement("iframe");
    frame.className = "video-frame";
    frame.title = this.dataset.title ?? "";
    frame.allow = ALLOWED;
    // Hosts of videos refuse pages that do not say at all where they are. They learn the site, not the page.
    frame.referrerPolicy = "strict-origin";
    frame.src = this.dataset.frame ?? "";
    ask.replaceWith(frame);
    frame.focus();
  }
}

customElements.define("video-card", VideoCard);
