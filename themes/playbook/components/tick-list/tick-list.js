// A list to tick: counts what is ticked and keeps it in this browser until it is cleared.
const count = (boxes) => [...boxes].filter((box) => box.checked).length;

function load(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set(); // blocked or corrupt storage: the list works without it
  }
}

function save(key, ids) {
  try {
    if (ids.length) localStorage.setItem(key, JSON.stringify(ids));
    else localStorage.removeItem(key);
  } catch {
    // Storage may be refused or full; the ticks then last as long as the page.
  }
}

class TickList extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".tick-state")) return;
    const key = `playbook:ticks:${this.dataset.id}`;
    const boxes = this.querySelectorAll("input[type=checkbox]");
    const kept = load(key);
    for (const box of boxes) box.checked = kept.has(box.dataset.item);

    const state = document.createElement("div");
    state.className = "tick-state";
    const text = document.createElement("span");
    text.setAttribute("role", "status");
    const bar = document.createElement("progress");
    bar.max = boxes.length;
    bar.setAttribute("aria-label", "Ticked so far");
    const clear = document.createElement("button");
    clear.type = "button";
    clear.textContent = "Clear all ticks";
    state.append(bar, text, clear);
    this.prepend(state);

    const show = () => {
      bar.value = count(boxes);
      text.textContent = `${bar.value} of ${boxes.length} ticked`;
      clear.hidden = bar.value === 0;
    };
    const keep = () => {
      save(key, [...boxes].filter((box) => box.checked).map((box) => box.dataset.item));
      show();
    };
    this.addEventListener("change", keep);
    clear.addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      keep();
      boxes[0]?.focus();
    });
    show();
  }
}

customElements.define("tick-list", TickList);
