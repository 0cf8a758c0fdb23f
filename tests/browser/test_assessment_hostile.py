"""Made-up and mutated links and imports: nothing is thrown, run, injected or overwritten."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog

from tests.browser.checks_site import KEY, SHOP, TEAM, keep, record, share_link
from tests.browser.served import Watched, watched
from tests.conftest import some_of
from tests.sampling import first_of

pytestmark = pytest.mark.browser

MINE = record({"greeted": 2, "safe": 1})
ITEMS = ("greeted", "on-time", "explained", "safe", "hello", "window", "__proto__", "constructor", "a" * 70)
BAITS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "__proto__",
    "\u202e\u0000\ufffd",
    "${alert(1)}{{7*7}}",
    "=cmd|' /C calc'!A0",
    "a" * 3000,
)


@pytest.fixture
def watch(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as found:
        dialogs: list[str] = []

        def noticed(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        found.tab.on("dialog", noticed)
        yield found
        assert dialogs == []
        assert found.complaints == []


def links(count: int, seed: int) -> list[str]:
    """Links that are right, nearly right, and wrong in many ways. Most have a right checksum."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        codes = [
            f"{chance.choice(ITEMS)}={chance.choice((0, 1, 2, 3, 4, -1, 99999, 1e9, 'x', '', 2.5))}"
            for _ in range(chance.randint(0, 6))
        ]
        check = chance.choice(("shop-check", "shop-check", "ride-check", "../x", "__proto__", ""))
        at = chance.choice(("2026-01-02T03:04:05Z", "9999-99-99T99:99:99Z", "now", ""))
        edition, bait = chance.choice((1, 2, 3, 4, 0, -1, "x")), chance.choice(("", "", "", *BAITS))
        payload = f"{check} {edition} {at} {' '.join(codes)} {bait}"
        link = share_link(payload.encode(), chance.choice(("v1", "v1", "v1", "v2", "v0")))
        for _ in range(chance.choice((0, 0, 1, 3))):
            at_letter = chance.randrange(len(link))
            link = link[:at_letter] + chance.choice("AZaz09._-=%<>&\"'") + link[at_letter + chance.randint(0, 1) :]
        found.append(link)
    return found


def files(count: int, seed: int) -> list[str]:
    """Files of answers, and what somebody might make of them."""
    chance = random.Random(seed)

    def anything(depth: int = 0) -> object:
        simple = [None, True, 0, 1, 3, -1, 1e99, "2026-01-02T03:04:05Z", *BAITS]
        if depth > 3 or chance.random() < 0.6:
            return chance.choice(simple)
        if chance.random() < 0.5:
            return [anything(depth + 1) for _ in range(3)]
        return {chance.choice((*ITEMS, "answers", "toString")): anything(depth + 1) for _ in range(3)}

    found = []
    for _ in range(count):
        data = {"kind": "playbook-answers", "assessment": "shop-check", **json.loads(record({"safe": 3}))}
        for _ in range(chance.randint(0, 3)):
            data[chance.choice((*data, "__proto__", "constructor"))] = anything()
        text = json.dumps(data)
        if chance.random() < 0.3:
            cut = chance.randrange(len(text))
            text = text[:cut] + chance.choice(BAITS) + text[cut + chance.randint(0, 9) :]
        found.append(text)
    return found


UNTOUCHED = """() => [
  Object.keys(Object.prototype).length, ({}).polluted ?? null, Object.getOwnPropertyNames(Object.prototype).length,
  document.querySelectorAll("script:not([src]), img, iframe, [onerror], [onclick]").length,
]"""

OPEN_ALL = """async ([links, key, mine]) => {
  const board = document.querySelector("assessment-sheet").page;
  for (const link of links) {
    const heard = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    const before = location.hash;
    location.hash = link;
    if (location.hash !== before) await heard;
    if (localStorage.getItem(key) !== mine) return link;
  }
  board.exchange.close();
  return localStorage.getItem(key) === mine ? null : "after closing";
}"""

TAKE_ALL = """([files, key, mine]) => {
  const { exchange } = document.querySelector("assessment-sheet").page;
  for (const text of files) {
    exchange.takeFile(text);
    if (localStorage.getItem(key) !== mine) return text;
  }
  return null;
}"""


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(some_of(5)))
def test_hundreds_of_links_do_no_harm(watch: Watched, seed: int) -> None:
    keep(watch.tab, watch.address, MINE)
    tab = watch.open(SHOP)
    before = tab.evaluate(UNTOUCHED)
    assert tab.evaluate(OPEN_ALL, [links(150, seed), KEY, MINE]) is None
    assert tab.evaluate(UNTOUCHED) == before


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(some_of(5)))
def test_hundreds_of_imports_do_no_harm(watch: Watched, seed: int) -> None:
    keep(watch.tab, watch.address, MINE)
    tab = watch.open(SHOP)
    before = tab.evaluate(UNTOUCHED)
    assert tab.evaluate(TAKE_ALL, [files(150, seed), KEY, MINE]) is None
    assert tab.evaluate(UNTOUCHED) == before


def test_among_the_made_up_ones_some_are_taken() -> None:
    """Or else the tests above would try the refusals only."""
    assert sum("." in link and share_link(b"")[:3] == link[:3] for link in links(150, 0)) > 60


def test_the_team_page_takes_any_text(watch: Watched) -> None:
    tab = watch.open(TEAM)
    before = tab.evaluate(UNTOUCHED)
    texts = [*links(150, 9), *files(100, 9), *(f"{bait} {link}" for bait in BAITS for link in links(5, 7))]
    tab.evaluate(
        """async (texts) => {
          const [script] = document.querySelectorAll("script[src$='/team-board/lazy/team-board.js']");
          const { found } = await import(new URL("team-input.js", script.src));
          const board = document.querySelector("team-board");
          for (const text of texts) board.take(found(text, board.definitions));
        }""",
        texts,
    )
    assert tab.evaluate(UNTOUCHED) == before
    assert tab.locator(".team-names li").count() > 0


STORED = ('{"schema":1,"__proto__":{"polluted":1}}', *BAITS[:6], "[" * 5000)


@pytest.mark.sampled
@pytest.mark.parametrize("value", first_of(STORED, 2))
def test_what_lies_in_the_storage_does_no_harm(watch: Watched, value: str) -> None:
    keep(watch.tab, watch.address, value)
    tab = watch.open(SHOP)
    assert tab.evaluate(UNTOUCHED)[:2] == [0, None]
    tab.locator('[name="answer-safe"][value="1"]').check()
    assert json.loads(tab.evaluate("(key) => localStorage.getItem(key)", KEY))["answers"] == {"safe": 1}
