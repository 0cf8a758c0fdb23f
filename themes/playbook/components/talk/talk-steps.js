// The steps of a conversation, one at a time.
import { PageElement } from "../element/page-element.js";

class TalkSteps extends PageElement {
  async load() {
    const { TalkPage } = await import("./lazy/talk-page.js");
    return new TalkPage(this);
  }
}

customElements.define("talk-steps", TalkSteps);
