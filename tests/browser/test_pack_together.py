"""What lies together in a pack that the browser prints, and on which side of a card a secret is."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.served import Watched

SHEETS = "first-look,squeaky-brake,intake-list"


def titles(reader: Watched, choice: str) -> list[str]:
    tab = reader.open(f"print/#paper=a4&people=3{choice}&sheets={SHEETS}")
    expect(tab.locator("[data-status]")).to_contain_text("ready to print")
    return [title.strip() for title in tab.locator(".pack > article h1").all_text_contents()]


def test_the_sheets_of_a_person_lie_together_and_what_is_shared_follows(reader: Watched) -> None:
    look, brake, intake = "First look", "The brake that squeaks", "Taking a bicycle in"
    assert titles(reader, "") == [look] * 3 + [brake] + [intake] * 3
    assert titles(reader, "&collate=person") == [look, intake] * 3 + [brake]
    together = reader.tab.get_by_role("radio", name="All sheets of a person")
    expect(together).to_be_checked()
    reader.tab.get_by_role("radio", name="All copies of a sheet").check()
    assert "collate" not in reader.tab.url
    expect(reader.tab.locator(".pack > article h1").nth(1)).to_have_text(look)


def test_what_only_a_role_knows_is_behind_the_fold_of_its_own_card(reader: Watched) -> None:
    tab = reader.open("print/#paper=a4&people=3&sheets=squeaky-brake")
    expect(tab.locator(".pack .role").first).to_be_attached()
    tab.emulate_media(media="print")
    cards = tab.locator(".pack > article").first.locator(".role:has(.fold)")
    assert cards.count() == 2
    for card in cards.all():
        whole, front = card.bounding_box(), card.locator("h3").bounding_box()
        secret = card.locator(".fold").bounding_box()
        assert whole
        assert front
        assert secret
        middle = whole["x"] + whole["width"] / 2
        assert front["x"] + front["width"] <= middle <= secret["x"]
        assert secret["y"] + secret["height"] <= whole["y"] + whole["height"]
