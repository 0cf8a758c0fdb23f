"""The service worker: what it keeps of a build, what it answers, and that two builds never mix."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.offline import service_worker
from tests.node.process import Node

RUN = """async (load, [source, steps]) => {
  const scope = "https://x.example/book/";
  const stored = new Map();
  const keyOf = (key) => typeof key === "string" ? key : key.url;
  const open = (name) => {
    if (!stored.has(name)) stored.set(name, new Map());
    const held = stored.get(name);
    return {
      match: async (key) => held.get(keyOf(key))?.clone(),
      put: async (key, answer) => void held.set(keyOf(key), answer.clone()),
      delete: async (key) => held.delete(keyOf(key)),
      keys: async () => [...held.keys()].map((url) => ({ url })),
    };
  };
  const caches = {
    open: async (name) => open(name),
    keys: async () => [...stored.keys()],
    delete: async (name) => stored.delete(name),
  };
  let served = null, log = [], handlers = {};
  const fetch = async (asked) => {
    const url = keyOf(asked), path = url.slice(scope.length).replace(/(^|\\/)$/, "$1index.html");
    log.push(path);
    if (served === null) throw new TypeError("no network");
    return path in served ? new Response(served[path]) : new Response("missing", { status: 404 });
  };
  const start = (build) => {
    handlers = {};
    const registration = { scope, update: async () => {} };
    const self = { registration, addEventListener: (kind, act) => (handlers[kind] = act) };
    new Function("globalThis", "caches", "fetch", source)(self, caches, fetch);
    self.playbookWorker(build);
  };
  const done = async (kind, given = {}) => {
    const waited = [];
    let answer;
    handlers[kind]({ ...given, waitUntil: (one) => waited.push(one), respondWith: (one) => (answer = one) });
    await Promise.all(waited);
    answer = await answer;
    await Promise.all(waited);
    return answer;
  };
  const acts = {
    serve: async (files) => void (served = files),
    start: async (build) => start(build),
    install: () => done("install").then(() => "installed", (error) => error.message),
    activate: () => done("activate").then(() => [...stored.keys()]),
    asked: async () => log.splice(0),
    names: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5)); // what is still under way ends
      return [...stored.keys()];
    },
    async get(path, client = "one", mode = "cors") {
      const answer = await done("fetch", {
        request: { url: scope + path, method: "GET", mode }, clientId: client, resultingClientId: client,
      });
      if (answer === undefined) return "passed by";
      if (answer.type === "error") return "error";
      return answer.headers.get("location") ?? answer.text();
    },
    open: (path, client) => acts.get(path, client, "navigate"),
    async order(given) {
      const said = [];
      await done("message", { data: given, ports: [{ postMessage: (one) => said.push(one) }] });
      return said.at(-1);
    },
  };
  const said = [];
  for (const [act, ...given] of steps) {
    try { said.push((await acts[act](...given)) ?? null); } catch (error) { said.push(String(error)); }
  }
  return said;
}"""
"""What each step of a worker's life comes to, with a server and storage that are held in memory."""

SOURCE = Path(service_worker.__file__).with_suffix(".js").read_text("utf-8")

CORE = ("index.html", "offline/index.html", "data.json", "assets/a/x.js")


def site(version: str, **others: str) -> dict[str, str]:
    """The files of a site in a version."""
    same = {"assets/a/x.js": "script"}
    names = ("index.html", "offline/index.html", "data.json", "tells/index.html", "tells/slow/index.html")
    return {**{name: f"{name} {version}" for name in names}, **same, **others}


def build(files: Mapping[str, str]) -> dict[str, Any]:
    hashes = {path: hashlib.sha256(text.encode()).hexdigest()[: service_worker.LETTERS] for path, text in files.items()}
    core = {path: hashed for path, hashed in hashes.items() if path in CORE}
    pictures = {path: hashed for path, hashed in hashes.items() if path.startswith(("files/", "assets/pictures/"))}
    pages = {path: hashed for path, hashed in hashes.items() if path not in core and path not in pictures}
    return {"id": hashes["index.html"], "core": core, "pages": pages, "pictures": pictures, "bytes": 2_000_000}


ONE, TWO = site("1"), site("2")
INSTALLED: list[list[Any]] = [["serve", ONE], ["start", build(ONE)], ["install"], ["activate"], ["asked"]]


def ran(node: Node, *steps: list[Any]) -> list[Any]:
    said: list[Any] = node.run(RUN, [SOURCE, [*INSTALLED, *steps]])
    assert said[2] == "installed"
    assert sorted(said[4]) == sorted(CORE)
    return said[5:]


def test_pages_that_were_opened_are_there_without_a_network(node: Node) -> None:
    assert ran(
        node,
        ["open", "tells/"],
        ["serve", None],
        ["open", "tells/"],
        ["open", ""],
        ["get", "data.json"],
        ["get", "assets/a/x.js"],
        ["open", "tells/slow/?q=a"],
        ["open", "nowhere/"],
        ["get", "tells/slow/"],
    ) == [
        "tells/index.html 1",
        None,
        "tells/index.html 1",
        "index.html 1",
        "data.json 1",
        "script",
        "https://x.example/book/offline/#tells%2Fslow%2F",
        "https://x.example/book/offline/#nowhere%2F",
        "error",
    ]


def test_a_page_of_another_build_gets_nothing_of_this_one(node: Node) -> None:
    assert ran(
        node,
        ["open", "tells/", "old"],
        ["serve", TWO],
        ["open", "tells/slow/", "new"],
        ["get", "data.json", "new"],
        ["get", "data.json", "old"],
        ["get", "tells/slow/", "old"],
        ["serve", None],
        ["open", "tells/slow/", "later"],
        ["open", "tells/", "later"],
    ) == [
        "tells/index.html 1",
        None,
        "tells/slow/index.html 2",
        "data.json 2",
        "data.json 1",
        "error",
        None,
        "https://x.example/book/offline/#tells%2Fslow%2F",
        "tells/index.html 1",
    ]


def test_a_new_build_brings_along_what_was_read_and_asks_only_for_what_changed(node: Node) -> None:
    new = TWO | {"offline/index.html": ONE["offline/index.html"]}
    assert ran(
        node,
        ["open", "tells/"],
        ["asked"],
        ["serve", new],
        ["start", build(new)],
        ["install"],
        ["asked"],
        ["activate"],
        ["serve", None],
        ["open", "tells/"],
        ["open", "tells/slow/"],
    ) == [
        "tells/index.html 1",
        ["tells/index.html"],
        None,
        None,
        "installed",
        ["index.html", "data.json", "tells/index.html"],
        [f"playbook:https://x.example/book/:{cache}" for cache in ("settings", build(new)["id"])],
        None,
        "tells/index.html 2",
        "https://x.example/book/offline/#tells%2Fslow%2F",
    ]


@pytest.mark.parametrize("half", [ONE | {"index.html": TWO["index.html"]}, {**TWO, "data.json": "half"}, {}])
def test_a_build_that_is_not_whole_on_the_server_is_thrown_away(node: Node, half: dict[str, str]) -> None:
    said = ran(node, ["open", "tells/"], ["serve", half], ["start", build(TWO)], ["install"], ["names"])
    assert said[3].endswith("than this build")
    assert said[4] == [f"playbook:https://x.example/book/:{name}" for name in (build(ONE)["id"], "settings")]
    before = ran(
        node, ["serve", half], ["start", build(TWO)], ["install"], ["start", build(ONE)], ["serve", None], ["open", ""]
    )
    assert before[-1] == "index.html 1"


def test_everything_is_kept_on_demand_and_given_back(node: Node) -> None:
    state = {"all": 2, "bytes": 2_000_000, "end": True}
    assert ran(
        node,
        ["order", {"order": "state"}],
        ["order", {"order": "visited", "url": "https://x.example/book/tells/#a"}],
        ["order", {"order": "keepAll"}],
        ["serve", TWO],
        ["start", build(TWO)],
        ["install"],
        ["order", {"order": "state"}],
        ["order", {"order": "forget"}],
        ["serve", None],
        ["order", {"order": "keepAll"}],
        ["order", {"order": "constructor"}],
    ) == [
        {"pages": 0, "whole": False, **state},
        {"pages": 1, "whole": False, **state},
        {"pages": 2, "whole": True, **state},
        None,
        None,
        "installed",
        {"pages": 2, "whole": True, **state},
        {"pages": 0, "whole": False, **state},
        None,
        {"failed": "TypeError", "end": True},
        None,
    ]


def test_other_addresses_are_none_of_its_business(node: Node) -> None:
    assert (
        ran(node, ["get", "tells/slow.md"], ["get", "../elsewhere/"], ["open", "print/a4/slow.pdf"])
        == ["passed by"] * 3
    )


def test_a_picture_is_shown_without_a_network_as_it_was_seen_or_as_it_is_kept_with_all_pages(node: Node) -> None:
    plain, size = "files/plan.png", "assets/pictures/plan.png/abc-400.webp"
    pictures = site("1", **{plain: "plain", size: "small"})
    order: list[list[Any]] = [["serve", pictures], ["start", build(pictures)], ["install"], ["asked"]]
    assert ran(node, *order, ["get", size], ["serve", None], ["get", size], ["get", plain])[4:] == [
        "small",
        None,
        "small",
        "error",
    ]
    assert ran(node, *order, ["order", {"order": "keepAll"}], ["serve", None], ["get", size])[-1] == "plain"
    seen = {**pictures, "tells/index.html": f'<img src="../{size}">'}
    visit = {"order": "visited", "url": "https://x.example/book/tells/"}
    order = [["serve", seen], ["start", build(seen)], ["install"], ["order", visit], ["serve", None]]
    assert ran(node, *order, ["get", size])[-1] == "plain"
