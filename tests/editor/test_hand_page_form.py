"""Pages written by hand in a form: a title and a text, and the file as it was around them."""

import pytest

from generator.editor.hand_page_form import page_of, value_of
from generator.editor.wrong import Wrong


@pytest.mark.parametrize(
    ("page", "title", "text"),
    [
        ("# About\n\nWhat it is.\n\n## Whose\n", "About", "What it is.\n\n## Whose\n"),
        ("\n#  About us \n\n\n\nText", "About us ", "Text"),
        ("# About\nText", "About", "Text"),
        ("No title.\n\n# Late\n", "", "No title.\n\n# Late\n"),
        ("# Alone", "", "# Alone"),
        ("", "", ""),
        ("#" + " " * 50_000, "", "#" + " " * 50_000),
    ],
)
def test_a_page_is_written_as_it_was_and_what_changes_changes_alone(page: str, title: str, text: str) -> None:
    value = value_of(page)
    assert value == {"title": title, "text": text}
    assert page_of(value, page) == page
    if title:
        changed = page_of({**value, "title": "Other"}, page)
        assert changed == page.replace(title, "Other", 1)
    assert page_of({**value, "text": f"{text}more"}, page) == f"{page}more"


def test_a_title_is_put_above_a_text_that_has_none() -> None:
    assert page_of({"title": "About", "text": "What it is.\n"}, "What it is.\n") == "# About\n\nWhat it is.\n"


@pytest.mark.parametrize("value", [{"title": "a\nb", "text": "c"}, {"title": "a"}, {"text": "a", "other": "b"}])
def test_what_is_no_page_is_refused(value: dict[str, str]) -> None:
    with pytest.raises(Wrong, match="a title on one line and a text"):
        page_of(value, "")
