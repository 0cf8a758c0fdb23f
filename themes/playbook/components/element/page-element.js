// An element whose behaviour is loaded only where one stands on a page.

/** @typedef {{ begin(): void, end(): void }} Behaviour What an element does from when it is on a page until it leaves it. */

export class PageElement extends HTMLElement {
  /** @type {Behaviour | null} */
  page = null;

  /**
   * Load what the element does.
   * @returns {Promise<Behaviour>}
   */
  load() {
    throw new Error("each element says what it loads");
  }

  async connectedCallback() {
    const page = await this.load();
    if (!this.isConnected) return;
    this.page?.end();
    this.page = page;
    this.page.begin();
  }

  disconnectedCallback() {
    this.page?.end();
    this.page = null;
  }
}
