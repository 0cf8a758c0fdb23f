"""Which files of a theme make the styles of pages and of paper, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.theme import Theme
from generator.site.theme_files import page_styles, paper_styles

FILES = (
    "components/b/b.css",
    "components/b/paper.css",
    "components/a/paper.css",
    "components/c/a-part.css",
    "components/c/lazy/later.css",
    "css/page.css",
    "css/print.css",
    "css/tokens.css",
    "material/assets/shell.css",
    "paper/css/book.css",
    "paper/css/sheet.css",
    "paper/css/tokens.css",
)


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    """A theme in which each style holds its own path."""
    for name in FILES:
        path = tmp_path / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n", "utf-8")
    return Theme((tmp_path / "theme",))


def test_pages_have_tokens_first_print_last_and_nothing_of_paper(theme: Theme) -> None:
    assert page_styles(theme).decode().splitlines() == [
        "css/tokens.css",
        "components/c/a-part.css",
        "components/b/b.css",
        "css/page.css",
        "css/print.css",
    ]


def test_paper_has_tokens_and_what_all_sheets_share_first_then_components_then_documents(theme: Theme) -> None:
    assert paper_styles(theme).splitlines() == [
        "paper/css/tokens.css",
        "paper/css/sheet.css",
        "components/a/paper.css",
        "components/b/paper.css",
        "paper/css/book.css",
    ]


def test_a_file_of_the_playbook_takes_the_place_of_that_of_the_theme(theme: Theme, tmp_path: Path) -> None:
    own = tmp_path / "own"
    for name in ("components/b/paper.css", "css/page.css", "paper/css/sheet.css"):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text("ours\n", "utf-8")
    both = Theme((own, *theme.folders))

    assert page_styles(both).decode().splitlines().index("ours") == 3
    assert [at for at, line in enumerate(paper_styles(both).splitlines()) if line == "ours"] == [1, 3]


def test_a_theme_without_styles_for_paper_has_none(tmp_path: Path) -> None:
    assert paper_styles(Theme((tmp_path,))) == ""
