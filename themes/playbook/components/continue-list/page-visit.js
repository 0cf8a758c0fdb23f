// Keeps the entry of this page among those opened last.
// @common
import { KeptPages } from "./kept-pages.js";

class PageVisit extends HTMLElement {
  connectedCallback() {
    const { site = "", page = "", kind = "" } = this.dataset;
    const title = document.querySelector("h1")?.textContent?.trim() ?? "";
    new KeptPages(site).open({ url: page, kind, title });
  }
}

customElements.define("page-visit", PageVisit);
