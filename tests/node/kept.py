"""A browser's storage for the theme's modules in Node.js, and the ways in which pages keep what people enter."""

from __future__ import annotations

STORAGE = """
  class Storage {
    constructor(entries) { this.texts = new Map(Object.entries(entries)); this.room = Infinity; this.blocked = false; }
    get length() { this.check(); return this.texts.size; }
    key(at) { return [...this.texts.keys()][at] ?? null; }
    getItem(key) { this.check(); return this.texts.get(key) ?? null; }
    removeItem(key) { this.check(); this.texts.delete(key); }
    setItem(key, text) {
      this.check();
      const others = [...this.texts].filter(([name]) => name !== key);
      const used = others.reduce((sum, [name, value]) => sum + name.length + value.length, key.length + text.length);
      if (used > this.room) throw new DOMException("full", "QuotaExceededError");
      this.texts.set(key, text);
    }
    check() { if (this.blocked) throw new DOMException("blocked", "SecurityError"); }
  }
"""
"""A storage that can be full (`room` is what fits, in characters) or blocked."""

WAYS = """
  const { AnswersStore, TICKS, STATIONS } = await load("answers-store/answers-store.js");
  const { KeptTicks } = await load("answers-store/kept-ticks.js");
  const { KeptCards } = await load("bingo/lazy/bingo-keep.js");
  const ofTicks = (kept) => ({ store: kept.store, read: () => [...kept.read()].sort(),
    tick: (id) => kept.tick(id, true), untick: (id) => kept.tick(id, false), clear: () => kept.clear() });
  const ofCards = (kept) => ({ store: kept.store, read: () => [...(kept.read().cards.get(17) ?? [])].sort(),
    tick: (id) => kept.keep(17, (ids) => ids.add(id)), untick: (id) => kept.keep(17, (ids) => ids.delete(id)),
    clear: () => kept.keep(17, (ids) => ids.clear()) });
  const ways = {
    ticks: (site, id) => ofTicks(new KeptTicks(site, id, TICKS)),
    stations: (site, id) => ofTicks(new KeptTicks(site, id, STATIONS)),
    cards: (site, id) => ofCards(new KeptCards(site, id)),
  };
"""
"""The ways in which ticks are kept, with the same functions."""


def scenario(steps: str) -> str:
    """A function of a module's loader and `[entries, way]`: `steps` with the storage in `storage`, that of the tab in
    `ofTab`, and `open(site, id)` for a page that keeps ticks in that way."""
    return f"""async (load, [entries, way]) => {{
      {STORAGE}
      const storage = new Storage(entries);
      const ofTab = new Storage({{}});
      for (const [name, value] of [["localStorage", storage], ["sessionStorage", ofTab]]) {{
        Object.defineProperty(globalThis, name, {{ value, configurable: true, writable: true }});
      }}
      {WAYS}
      const open = ways[way ?? "ticks"];
      const all = () => Object.fromEntries(storage.texts);
      {steps}
    }}"""
