// Keeps the entry of this page among those opened last.
// @common
import { KeptPages } from "./kept-pages.js";

export class PageVisit extends HTMLElement {
  connectedCallback() {
    this.keep({});
  }

  /** @param {{ step?: string }} place where somebody is on the page */
  keep(place) {
    const { site = "", page = "", kind = "" } = this.dataset;
    const title = document.querySelector("h1")?.textContent?.trim() ?? "";
    new KeptPages(site).open({ url: page, kind, title, ...place });
  }
}

customElements.define("page-visit", PageVisit);
