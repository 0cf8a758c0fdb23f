"""The service worker of sites that keep nothing: it removes what an earlier one has kept, and itself."""

from __future__ import annotations

from pathlib import Path

from generator.outputs import worker_removal
from tests.node.process import Node

RUN = """async (load, [source, names]) => {
  const handlers = {}, done = [], left = new Set(names), waited = [];
  const self = {
    registration: { scope: "https://x.example/book/", unregister: async () => done.push("unregistered") },
    addEventListener: (kind, act) => (handlers[kind] = act),
    skipWaiting: () => done.push("skipped"),
  };
  const caches = { keys: async () => [...left], delete: async (name) => left.delete(name) };
  new Function("globalThis", "caches", source)(self, caches);
  for (const kind of ["install", "activate"]) handlers[kind]({ waitUntil: (one) => waited.push(one) });
  await Promise.all(waited);
  return [Object.keys(handlers), done, [...left]];
}"""


def test_it_removes_what_its_site_has_kept_and_itself(node: Node) -> None:
    source = Path(worker_removal.__file__).with_suffix(".js").read_text("utf-8")
    mine, others = "playbook:https://x.example/book/:", "playbook:https://x.example/other/:"
    assert node.run(RUN, [source, [f"{mine}1", f"{mine}settings", f"{others}1", "else"]]) == [
        ["install", "activate"],
        ["skipped", "unregistered"],
        [f"{others}1", "else"],
    ]
