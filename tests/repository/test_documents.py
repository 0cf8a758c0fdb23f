"""The documentation that is made from the code and from other documents, and the tool that makes it."""

from __future__ import annotations

from collections import Counter
from graphlib import CycleError
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.documents import (
    BEGIN,
    DECISIONS,
    END,
    Record,
    architecture,
    decisions_md,
    direct,
    documents,
    imports,
    levels,
    packages_md,
    purpose,
    record,
    records,
)

LONGEST = 60
"""Lines of a decision record: about a page."""


def test_what_is_generated_is_up_to_date() -> None:
    stale = [name for name, text in documents(ROOT).items() if (ROOT / name).read_text("utf-8") != text]
    assert stale == [], "run `make generate`"


# ---- decision records ----


def test_records_have_numbers_one_after_the_other() -> None:
    found = records(ROOT)
    assert [r.number for r in found] == list(range(1, len(found) + 1))
    assert [r.file for r in found if not r.file.startswith(f"{r.number:04}-")] == []
    assert [title for title, times in Counter(r.title for r in found).items() if times > 1] == []


def test_records_are_at_most_a_page() -> None:
    lines = {r.file: len((ROOT / DECISIONS / r.file).read_text("utf-8").splitlines()) for r in records(ROOT)}
    assert {file: count for file, count in lines.items() if count > LONGEST} == {}


def test_a_superseded_record_names_a_later_one() -> None:
    found = records(ROOT)
    named = {r.number: int(r.status.rpartition(" ")[2]) for r in found if r.status != "accepted"}
    assert {old: new for old, new in named.items() if not old < new <= len(found)} == {}


@pytest.mark.parametrize(
    "text",
    [
        "# 1. Title\n\n- Date: 2026-11-21\n\nText\n",
        "# 1. Title\n\n- Status: accepted\n\nText\n",
        "# 1. Title\n\n- Status: perhaps\n- Date: 2026-11-21\n\nText\n",
        "# Title\n\n- Status: accepted\n- Date: 2026-11-21\n\nText\n",
    ],
    ids=["no status", "no date", "unknown status", "no number"],
)
def test_an_incomplete_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"docs/decisions/0001-x\.md does not begin with"):
        record("0001-x.md", text)


def test_the_list_shows_number_title_status_and_date() -> None:
    text = "# 2. A title\n\n- Status: superseded by 3\n- Date: 2026-11-21\n\nText\n"
    found = record("0002-x.md", text)
    assert found == Record("0002-x.md", 2, "A title", "superseded by 3", "2026-11-21")
    assert decisions_md([found]).splitlines()[-1] == "| 2 | [A title](0002-x.md) | superseded by 3 | 2026-11-21 |"


# ---- the packages ----


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A package `house`, of which `roof.py` and `walls/` stand on `floor/`."""
    files = {
        "__init__.py": "",
        "roof.py": '"""The top.\n\nMore."""\nfrom house.walls import brick\n\ndef f():\n    import house.floor.tile\n',
        "walls/__init__.py": '"""What carries\nthe roof."""\n',
        "walls/brick.py": "if TYPE_CHECKING:\n    from house import floor\nfrom house.walls import other\n",
        "floor/__init__.py": '"""Below | all."""\n',
        "floor/tile.py": "import os\nimport houses.walls\nfrom . import board\n",
    }
    for name, text in files.items():
        path = tmp_path / "house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "house"


def test_imports_count_wherever_they_are_written(root: Path) -> None:
    assert imports(root) == {
        "floor": frozenset(),
        "roof": frozenset({"floor", "walls"}),
        "walls": frozenset({"floor"}),
    }


def test_packages_are_drawn_from_the_top_without_what_follows_anyway(root: Path) -> None:
    assert list(levels(imports(root))) == [("roof",), ("walls",), ("floor",)]
    assert direct(imports(root))["roof"] == {"walls"}
    assert packages_md(root).splitlines() == [
        "```mermaid",
        "flowchart TD",
        "    roof --> walls",
        "    walls --> floor",
        "    floor",
        "```",
        "",
        "| Package | What it is for | Imports |",
        "|---|---|---|",
        "| `roof.py` | The top. | floor, walls |",
        "| `walls/` | What carries the roof. | floor |",
        "| `floor/` | Below \\| all. | none |",
    ]


def test_a_circle_is_an_error(root: Path) -> None:
    (root / "floor/tile.py").write_text("def f():\n    from house import roof\n", "utf-8")
    with pytest.raises(CycleError):
        packages_md(root)


def test_a_package_without_a_docstring_is_an_error(root: Path) -> None:
    (root / "walls/__init__.py").write_text("", "utf-8")
    with pytest.raises(ValueError, match="has no docstring"):
        purpose(root / "walls/__init__.py")


def test_only_the_part_between_the_marks_is_made_anew(root: Path) -> None:
    made = architecture(f"# Head\n\n{BEGIN}\nold\n{END}\n\nTail\n", root)
    assert made == f"# Head\n\n{BEGIN}\n\n{packages_md(root)}\n\n{END}\n\nTail\n"
    with pytest.raises(ValueError, match="no marks"):
        architecture("# Head\n", root)
