"""What is begun and what was opened last, from texts that are kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.node.process import Node

OPENED = """async (load, [text, pages]) => {
  const { format, isNewer, opening, parse } = await load("continue-list/recent-record.js");
  const kept = pages.reduce(opening, parse(text));
  return [kept.map(({ url }) => url), format(kept), isNewer(text)];
}"""

BEGUN = """async (load, [tools, texts]) => {
  const { openWork } = await load("continue-list/lazy/open-work.js");
  return openWork(tools, (id) => texts[id] ?? null).map(({ id, done }) => [id, done]);
}"""

NOTED = """async (load, [tools, pages]) => {
  const { openWork, withPages } = await load("continue-list/lazy/open-work.js");
  const text = JSON.stringify({ answers: { "step-one": "Ask." }, updatedAt: "2026-01-02T03:04:05Z" });
  return openWork(withPages(tools, pages), (id) => (id === "a-talk" ? text : null)).map(({ url, kind }) => [url, kind]);
}"""

STORED = """async (load, steps) => {
  const texts = new Map();
  globalThis.localStorage = {
    get length() { return texts.size; },
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
  const { KeptPages } = await load("continue-list/kept-pages.js");
  const { AnswersStore } = await load("answers-store/answers-store.js");
  const page = (name) => ({ url: `practices/${name}/`, kind: "practice", title: name });
  const heard = [];
  for (const step of steps) {
    const pages = new KeptPages("example.org");
    if (step === "off" || step === "on") pages.wanted = step === "on";
    else if (step === "forget") pages.forget();
    else if (step === "erase") new AnswersStore("example.org", "a-list").eraseAll();
    else pages.open(page(step));
    heard.push(pages.read().map(({ title }) => title).join(" "));
  }
  return [heard, [...texts.keys()]];
}"""


def page(name: str, **other: Any) -> dict[str, Any]:
    return {"url": f"practices/{name}/", "kind": "practice", "title": name.title(), **other}


def test_the_page_opened_last_comes_first_and_five_are_kept(node: Node) -> None:
    urls, text, _ = node.run(OPENED, [None, [page(name) for name in "abcadef"]])

    assert urls == [f"practices/{name}/" for name in "fedac"]
    assert node.run(OPENED, [text, []]) == [urls, text, False]


@pytest.mark.parametrize(
    "bad",
    [
        {"url": "https://elsewhere.example/"},
        {"url": "javascript:alert(1)"},
        {"url": "../a/"},
        {"kind": "<b>"},
        {"title": ""},
        {"title": "x" * 301},
        {"title": 1},
    ],
)
def test_what_is_no_page_is_neither_kept_nor_read(node: Node, bad: dict[str, Any]) -> None:
    text = json.dumps({"schema": 1, "pages": [page("a") | bad, page("b"), None, "c"]})

    urls, _, _ = node.run(OPENED, [text, [page("d") | bad]])

    assert urls == ["practices/b/"]


@pytest.mark.parametrize("text", ["", "no JSON", "[]", "null", "1", '{"pages": 1}'])
def test_what_cannot_be_read_holds_no_pages(node: Node, text: str) -> None:
    assert node.run(OPENED, [text, []]) == [[], None, False]


def test_what_a_newer_version_kept_is_known_as_such(node: Node) -> None:
    assert node.run(OPENED, [json.dumps({"schema": 2, "pages": [page("a")]}), []])[2] is True


def test_pages_are_forgotten_switched_off_and_part_of_erasing_everything(node: Node) -> None:
    heard, keys = node.run(STORED, ["a", "b", "forget", "c", "off", "d", "on", "e", "erase"])

    assert heard == ["a", "b a", "", "c", "", "", "", "e", ""]
    assert keys == []


def test_what_is_begun_and_not_finished_is_listed_newest_first(node: Node) -> None:
    tools = [{"id": name, "url": "", "kind": "", "title": name, "all": 2 if name == "ticked" else 0} for name in NAMES]

    assert node.run(BEGUN, [tools, TEXTS]) == [["sheet", 1], ["check", 2], ["old", 1]]
    assert node.run(BEGUN, [tools, TEXTS | {"ticked": json.dumps({"done": ["a"], "updatedAt": "2026-11-30"})}])[0] == [
        "ticked",
        1,
    ]


NAMES = ("ticked", "sheet", "check", "old", "blank", "broken", "nothing")
TEXTS = {
    "ticked": json.dumps({"schema": 1, "updatedAt": "2026-11-29T10:00:00Z", "done": ["a", "b"]}),
    "sheet": json.dumps({"schema": 1, "updatedAt": "2026-11-28T10:00:00Z", "answers": {"a": "x"}}),
    "check": json.dumps({"schema": 1, "updatedAt": "2026-11-27T10:00:00Z", "answers": {"a": 1, "b": 2}}),
    "old": json.dumps({"done": ["a"]}),
    "blank": json.dumps({"schema": 1, "updatedAt": "2026-11-29T10:00:00Z", "answers": {}}),
    "broken": "{",
}


def test_a_page_opened_last_is_begun_if_something_is_noted_on_it(node: Node) -> None:
    sheet = {"id": "a-sheet", "url": "worksheets/a-sheet/", "kind": "worksheet", "title": "A sheet", "all": 0}
    opened = [{"url": f"conversations/{name}/", "kind": "conversation", "title": name} for name in ("a-talk", "other")]
    assert node.run(NOTED, [[sheet], opened]) == [["conversations/a-talk/", "conversation"]]
