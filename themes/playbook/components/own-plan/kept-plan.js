// The plan as it is kept in this browser, for pages that change one thing of it. Each change starts from what is kept by
// then: another tab may have been faster.
import { AnswersStore } from "../answers-store/answers-store.js";
import { RecordFault, stamp } from "../answers-store/kept-text.js";
import { EMPTY, fromText, PLAN, toText } from "./plan-record.js";

/** @typedef {import("./plan-record.js").Plan} Plan */

export class KeptPlan {
  /** Whether it is kept: what a newer version kept is left as it is. */
  writable = true;
  id = PLAN;

  /** @param {string} site */
  constructor(site) {
    this.store = new AnswersStore(site, PLAN);
  }

  /** The plan. What cannot be read is set aside. */
  read() {
    const text = this.store.read();
    this.writable = true;
    if (text === null) return EMPTY;
    try {
      return fromText(text);
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      if (fault.reason === "newer") this.writable = false;
      else this.store.putAside(text);
      return EMPTY;
    }
  }

  /** @param {(plan: Plan) => Plan} made */
  change(made) {
    const plan = made(this.read());
    if (this.writable) this.store.write(toText({ ...plan, updatedAt: stamp(new Date()) }));
  }
}
