"""The bingo card on its page: the number in the address, ticks that stay, lines that are called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.content.entries import structure
from generator.kinds.worksheet import KIND, Worksheet
from generator.kinds.worksheet_blocks.bingo import BingoBlock
from generator.paper.bingo_cards import cards_of
from generator.reading.document import parse
from tests.browser.accessibility import violations_of_state
from tests.browser.profiles import tab_in
from tests.browser.served import served
from tests.conftest import ROOT
from tests.playbooks import REAL_PLAYBOOK
from tests.sampling import first_of

pytestmark = pytest.mark.browser

PATH = "bingo/connection-bingo/"


def blocks() -> dict[str, BingoBlock]:
    text = (ROOT / "content/worksheets/connection-bingo-sheet.yml").read_text("utf-8")
    document, _ = parse(text, "sheet")
    assert document
    (located,), _ = structure(document, KIND, "connection-bingo-sheet")
    assert isinstance(located.entry, Worksheet)
    return {block.id: block for block in located.entry.blocks if isinstance(block, BingoBlock)}


@pytest.fixture(scope="module")
def site() -> str:
    return served(REAL_PLAYBOOK)


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What the page throws or complains about. There must be nothing."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    yield found
    assert found == []


def opened(page: Page, site: str, fragment: str = "") -> Page:
    page.goto(f"{site}{PATH}{fragment}")
    expect(page.get_by_role("button", name="New card").first).to_be_visible()
    return page


def squares(page: Page, block: str = "counter") -> list[str]:
    found = page.locator(f"bingo-card[data-block={block}] [data-card] > [data-square]")
    return found.evaluate_all("all => all.map((square) => square.dataset.square)")


def ticks(page: Page, *places: int) -> None:
    for place in places:
        page.locator("bingo-card[data-block=counter] [data-card] input").nth(place).check()


def status(page: Page, block: str = "counter") -> str:
    return page.locator(f"bingo-card[data-block={block}] [data-status]").inner_text()


def on_paper(block: str, seed: int) -> list[str]:
    (card,) = cards_of(blocks()[block], 1, seed)
    return [square.id for row in card for square in row]


def test_the_number_in_the_address_gives_the_card_that_paper_has(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "#counter=17&office=4")
    assert squares(page) == on_paper("counter", 17)
    assert squares(page, "office") == on_paper("office", 4)
    assert squares(page)[12] == "conga-line"
    page.evaluate("location.hash = 'counter=18&office=4'")
    expect(page.locator("bingo-card[data-block=counter] [data-number]")).to_have_text("18")
    assert squares(page) == on_paper("counter", 18)


def test_every_line_is_called(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "#counter=17&office=4")
    ticks(page, 5, 6, 7, 8)
    assert status(page) == "4 of 25 ticked."
    ticks(page, 9)
    assert status(page) == "Bingo! 5 of 25 ticked. Full: row 2."
    ticks(page, 2, 12, 17, 22)
    assert status(page) == "Bingo! 9 of 25 ticked. Full: row 2, column N."
    expect(page.locator("bingo-card[data-block=counter] [data-line]")).to_have_count(9)
    page.locator("bingo-card[data-block=counter] [data-card] input").nth(9).uncheck()
    assert status(page) == "8 of 25 ticked. Full: column N."
    ticks(page, 0, 6, 18, 24)
    assert "the diagonal from the upper left" in status(page)
    ticks(page, 4, 8, 16, 20)
    assert "the diagonal from the upper right" in status(page)


def test_ticks_stay_with_their_card(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "#counter=17&office=4")
    ticks(page, 0, 1)
    ticked = squares(page)[:2]
    page.locator("bingo-card[data-block=counter]").get_by_role("button", name="New card").click()
    number = page.locator("bingo-card[data-block=counter] [data-number]").inner_text()
    assert f"counter={number}" in page.url
    assert "office=4" in page.url
    assert status(page) == f"A new card, number {number}."
    assert page.locator("bingo-card[data-block=counter] [data-card] :checked").count() == 0
    page.go_back()
    expect(page.locator("bingo-card[data-block=counter] [data-number]")).to_have_text("17")
    assert status(page) == "2 of 25 ticked."
    opened(page, site, "#counter=17&office=4")
    page.reload()
    expect(page.locator("bingo-card[data-block=counter] [data-number]")).to_have_text("17")
    assert [square for square in squares(page) if page.locator(f"[data-square={square}] input").is_checked()] == ticked
    page.locator("bingo-card[data-block=counter]").get_by_role("button", name="Clear the ticks").click()
    assert page.locator("bingo-card[data-block=counter] [data-card] :checked").count() == 0


def test_who_comes_back_without_a_number_finds_the_last_card(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site)
    number = page.locator("bingo-card[data-block=counter] [data-number]").inner_text()
    ticks(page, 3)
    page.goto("about:blank")
    opened(page, site)
    assert page.locator("bingo-card[data-block=counter] [data-number]").inner_text() == number
    assert status(page) == "1 of 25 ticked."
    page.goto("about:blank")
    opened(page, site, "#rules")
    assert page.url.endswith("#rules")


SPOILT = ("{", "[]", '{"seed":"<b>","cards":7}', '{"cards":[[17,["__proto__",5,"x"]],[0,[]]]}', "null", '"x"')


@pytest.mark.sampled
def test_spoilt_or_refused_storage_does_not_stop_the_game(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "#counter=17&office=4")
    key = page.evaluate("document.querySelector('bingo-card').page.kept.store.key")
    for text in first_of(SPOILT, 2):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.reload()
        expect(page.get_by_role("button", name="New card").first).to_be_visible()
        assert squares(page) == on_paper("counter", 17)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    ticks(page, 0)
    assert status(page) == "1 of 25 ticked."
    expect(page.get_by_role("alert").first).to_contain_text("The storage of this browser is full")


UNSOUND = ("#counter=0", "#counter=-3", "#counter=1e9", "#counter=99999999999", "#counter=<b>", "#counter", "#=&=")


@pytest.mark.sampled
@pytest.mark.parametrize("fragment", first_of(UNSOUND, 2))
def test_an_address_without_a_sound_number_gives_some_card(
    page: Page, site: str, errors: list[str], fragment: str
) -> None:
    opened(page, site, fragment)
    assert len(set(squares(page))) == 25
    assert int(page.locator("bingo-card[data-block=counter] [data-number]").inner_text()) > 0


@pytest.mark.sampled
def test_the_keyboard_is_enough_and_axe_finds_nothing(page: Page, site: str, errors: list[str]) -> None:
    opened(page, site, "#counter=17&office=4")
    page.locator("bingo-card[data-block=counter]").get_by_role("button", name="Print").focus()
    page.keyboard.press("Tab")
    for _ in range(5):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    assert status(page) == "Bingo! 5 of 25 ticked. Full: row 1."
    assert violations_of_state(page) == []


def test_without_javascript_it_is_a_card_that_prints(browser: Browser, site: str) -> None:
    with tab_in(browser, java_script_enabled=False) as page:
        page.goto(f"{site}{PATH}")
        card = page.locator("bingo-card[data-block=counter] [data-card]")
        assert card.get_by_role("checkbox").count() == 25
        assert page.get_by_role("button", name="New card").count() == 0
        page.emulate_media(media="print")
        columns = card.evaluate("found => getComputedStyle(found).gridTemplateColumns.split(' ').length")
        assert columns == 5
