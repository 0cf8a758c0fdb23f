// An element whose behaviour is loaded only where one stands on a page.
import { keysFrom, stored, TAB } from "../answers-store/storage.js";
import { EarlyInput } from "./early-input.js";
import { firstSign } from "./first-sign.js";

const place = () => import("./lazy/place-left.js");
void (history.state?.place ? place() : firstSign.then(place));

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

  /** Whether the behaviour shows something that the page does not have by itself. If not, it is loaded when it is needed. */
  get showsMore() {
    return true;
  }

  async connectedCallback() {
    const early = new EarlyInput(this);
    if (!this.showsMore) await firstSign;
    const page = await this.load();
    if (!this.isConnected) {
      early.end();
      return;
    }
    this.page?.end();
    this.page = page;
    this.page.begin();
    early.repeat();
  }

  disconnectedCallback() {
    this.page?.end();
    this.page = null;
  }
}

/** A form that is whole without its behaviour, as long as nothing is kept for it and the address says nothing of it. */
export class PageForm extends PageElement {
  get showsMore() {
    const { id } = this.dataset;
    return location.hash !== "" || (id !== undefined && isAnythingKept(id));
  }
}

/**
 * Whether anything is kept under an id, by any version. Where nothing can be kept, the behaviour has that to say.
 * @param {string} id
 */
const isAnythingKept = (id) =>
  stored(id).refused ||
  keysFrom("playbook:").some((key) => key.split(":").includes(id)) ||
  keysFrom("playbook:", TAB).some((key) => key.split(":").includes(`draft.${id}`));
