from generator.diagnostics.place import Span
from generator.site.page import Page, Site

PAGE = Page("terms/slow/", "Slow", "Without hurry.", "terms", "term", "", place=Span("content/terms & more.yml", 7, 1))


def site(edit_url: str) -> Site:
    return Site("A playbook", "For a test.", "https://example.org/", "en", (PAGE,), (), {}, (), edit_url=edit_url)


def test_an_entry_is_edited_where_it_stands() -> None:
    found = site("https://git.example/team/playbook/blob/main/{file}#L{line}").edit_address(PAGE)

    assert found == "https://git.example/team/playbook/blob/main/content/terms%20%26%20more.yml#L7"


def test_without_a_repository_or_a_place_nothing_can_be_edited() -> None:
    assert site("").edit_address(PAGE) == ""
    home = Page("", "Home", "All.", "home", "home", "")
    assert site("https://git.example/{file}").edit_address(home) == ""
