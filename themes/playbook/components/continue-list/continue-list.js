// The place for what is begun, on the home page. The script in the head says whether anything is kept, and keeps the room
// for the list; only then are its scripts loaded.
class ContinueList extends HTMLElement {
  leaving = new AbortController();

  connectedCallback() {
    if (!document.documentElement.classList.contains("has-kept")) return;
    const { signal } = (this.leaving = new AbortController());
    import("./lazy/begun.js").then(({ showIn }) => showIn(this, signal));
  }

  disconnectedCallback() {
    this.leaving.abort();
  }
}

customElements.define("continue-list", ContinueList);
