// The blocks of a session as a list with times: stretched, moved and dropped by keyboard and by mouse.
import { button, element } from "../../element/element.js";
import { clock } from "./clock.js";
import { changed, moved, sound } from "./changes.js";
import { handout } from "./handout.js";
import words from "../words.js";

/** @typedef {import("./session-link.js").Choice} Choice */
/** @typedef {import("./schedule.js").Session} Session */
/** @typedef {import("./schedule.js").Schedule} Schedule */

const STEP = 5; // minutes by which a button stretches

export class BlockList {
  /** @type {number | null} the place of the block that a mouse drags */
  #dragged = null;

  /**
   * @param {HTMLElement} list
   * @param {(made: (choice: Choice) => Choice, said?: string) => void} edit
   * @param {(id: string) => string} address of the page of an entry
   */
  constructor(list, edit, address) {
    this.list = list;
    this.edit = edit;
    this.address = address;
  }

  /**
   * @param {Session} session
   * @param {Schedule} schedule
   * @param {number[]} at the place of each block in the choice
   */
  show(session, schedule, at) {
    const focused = document.activeElement instanceof HTMLElement && this.list.contains(document.activeElement) ? document.activeElement.dataset.at : undefined;
    const items = session.blocks.map((block, place) => this.item(block, schedule.lines[place], at, place, session.setting));
    this.list.replaceChildren(...(items.length ? items : [element("li", { class: "session-nothing" }, words.no_blocks)]));
    if (focused) this.focus(focused);
  }

  /** @param {string} at what of which place: `later:2` */
  focus(at) {
    const [what, place] = at.split(":");
    const found = (/** @type {string} */ name) => this.list.querySelector(`[data-at="${name}:${place}"]:enabled`);
    const node = found(what) ?? found("later") ?? found("earlier") ?? found("minutes");
    if (node instanceof HTMLElement) node.focus();
  }

  /**
   * @param {import("./schedule.js").Block} block
   * @param {import("./schedule.js").Line} line
   * @param {number[]} at
   * @param {number} place
   * @param {string} setting
   */
  item(block, line, at, place, setting) {
    const { title, minutes, drop, id } = block;
    const mine = at[place];
    const set = (/** @type {Partial<import("./session-link.js").ChosenBlock>} */ change) => this.edit((choice) => changed(choice, mine, change));
    const act = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ does, off = false) =>
      button(sign, does, { "aria-label": label, title: label, "data-at": `${name}:${place}`, disabled: off });
    const grip = element("span", { class: "session-grip", draggable: "true", "aria-hidden": "true" }, "⠿");
    const typed = (/** @type {{ target: HTMLInputElement }} */ { target }) => set({ minutes: sound(Number(target.value) || minutes) });
    const stretch = (/** @type {number} */ by) => set({ minutes: sound(Math.max(1, minutes + by)) });
    const node = element("li", { class: block.of ? "session-block" : "session-block session-break" }, [
      grip,
      element("span", { class: "session-time" }, `${clock(line.start)}–${clock(line.end)}`),
      element("span", { class: "session-name" }, [
        block.of ? element("a", { href: this.address(block.of) + (block.part ? `#block-${block.part}` : "") }, title) : title,
        this.about(block, line, setting),
      ]),
      element("span", { class: "session-tools" }, [
        act("less", "−", words.shorten({ title }), () => stretch(-STEP), minutes <= 1),
        element("input", { type: "number", min: 1, max: 600, value: minutes, "aria-label": words.minutes_of({ title }), "data-at": `minutes:${place}`, onchange: typed, autocomplete: "off" }),
        act("more", "+", words.stretch({ title }), () => stretch(STEP)),
        act("earlier", "↑", words.earlier({ title }), () => this.move(at, place, place - 1, title), place === 0),
        act("later", "↓", words.later({ title }), () => this.move(at, place, place + 1, title), place === at.length - 1),
        act("remove", "×", words.remove({ title }), () => this.remove(mine, place, title)),
      ]),
      element("label", { class: "session-drop" }, [
        element("input", { type: "checkbox", checked: drop, "data-at": `drop:${place}`, id: `drop-${id}`, onchange: (/** @type {{ target: HTMLInputElement }} */ { target }) => set({ drop: target.checked }), autocomplete: "off" }),
        element("span", {}, words.may_go, element("span", { class: "visually-hidden" }, ` ${title}`)),
      ]),
    ]);
    this.#draggable(node, grip, at, place, title);
    return node;
  }

  /**
   * What is handed out in a block, and what it lacks.
   * @param {import("./schedule.js").Block} block
   * @param {import("./schedule.js").Line} line
   * @param {string} setting
   */
  about({ uses, needs }, { hands, short }, setting) {
    const titles = new Map(uses.map((use) => [use.entry, use]));
    const out = hands.map(({ entry, copies, again }) => handout(titles.get(entry), copies, again));
    const given = out.length ? [setting === "video" ? words.send({ what: out.join("; ") }) : words.hand_out({ what: out.join("; ") })] : [];
    return [
      ...given.map((text) => element("span", { class: "session-about" }, text)),
      short ? element("strong", { class: "session-short" }, words.too_short({ needs })) : null,
    ];
  }

  /**
   * @param {number[]} at
   * @param {number} from
   * @param {number} to
   * @param {string} title
   */
  move(at, from, to, title) {
    if (to < 0 || to >= at.length) return;
    this.edit((choice) => moved(choice, at[from], at[to]), words.moved({ title, place: to + 1, all: at.length }));
    const name = to < from ? "earlier" : "later";
    this.focus(`${name}:${to}`);
  }

  /**
   * @param {number} mine
   * @param {number} place
   * @param {string} title
   */
  remove(mine, place, title) {
    this.edit((choice) => changed(choice, mine, null), words.removed({ title }));
    const left = this.list.querySelectorAll("[data-at^=remove]");
    const next = left[Math.min(place, left.length - 1)] ?? document.querySelector("#session-add");
    if (next instanceof HTMLElement) next.focus();
  }

  /**
   * @param {HTMLLIElement} node
   * @param {HTMLElement} grip
   * @param {number[]} at
   * @param {number} place
   * @param {string} title
   */
  #draggable(node, grip, at, place, title) {
    grip.addEventListener("dragstart", (event) => {
      this.#dragged = place;
      event.dataTransfer?.setData("text/plain", title);
      event.dataTransfer?.setDragImage(node, 0, 0);
    });
    node.addEventListener("dragover", (event) => {
      if (this.#dragged !== null) event.preventDefault();
    });
    node.addEventListener("drop", (event) => {
      event.preventDefault();
      const from = this.#dragged;
      this.#dragged = null;
      if (from !== null && from !== place) this.edit((choice) => moved(choice, at[from], at[place]), words.moved({ title: "", place: place + 1, all: at.length }));
    });
  }
}
