"""What somebody sees who opens the playbook in an editor with the YAML language server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import ROOT
from tests.sampling import covering, first_of
from tests.schema.language_server import Editor

PRACTICE = "content/practices/slow-down.yml"
TEXT = (ROOT / PRACTICE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    with Editor(ROOT) as editor:
        yield editor


def one_of_each() -> list[str]:
    """A file of each folder of the content, and each file of many entries."""
    folders = (folder for folder in sorted((ROOT / "content").iterdir()) if folder.is_dir() and folder.name != "pages")
    first = (min(folder.glob("*.yml")) for folder in folders)
    many = (path for path in sorted((ROOT / "content").glob("*.yml")) if path.stem != "redirects")
    return [path.relative_to(ROOT).as_posix() for path in (*first, *many, ROOT / "site_config.yml")]


KEYWORDS = re.compile(
    r'"(additionalProperties|allOf|anyOf|const|definitions|enum|enumDescriptions|format|items|max\w+|min\w+|not|oneOf|'
    r'pattern|properties|propertyNames|required|type|uniqueItems|\$ref)": (["[{]|\w)'
)


def keywords(file: str) -> list[tuple[str, str]]:
    """The words of JSON Schema in the schema that a file names, each with how its value begins.

    That no entry offends its schema is tried in `test_json_schema.py`.
    """
    name = re.search(r"schemas/(\S+)$", (ROOT / file).read_text("utf-8").partition("\n")[0])
    assert name, file
    return KEYWORDS.findall((ROOT / "schemas" / name[1]).read_text("utf-8"))


@pytest.mark.sampled
@pytest.mark.parametrize("file", first_of(covering(one_of_each(), keywords)))
def test_nothing_is_underlined_that_is_right(editor: Editor, file: str) -> None:
    assert editor.underlined(file) == []


def test_a_wrong_key_is_underlined(editor: Editor) -> None:
    text = TEXT.replace("\nlevel:", "\nlevle:")
    assert ("levle", "Property levle is not allowed.") in editor.underlined(PRACTICE, text)
    assert ("gos_with", "Property gos_with is not allowed.") in editor.underlined(
        PRACTICE, TEXT.replace("goes_with:", "gos_with:")
    )


def test_a_wrong_word_and_a_wrong_id_are_underlined(editor: Editor) -> None:
    assert editor.underlined(PRACTICE, TEXT.replace("level: personal", "level: persnal")) == [
        ("persnal", 'Value is not accepted. Valid values: "personal", "team", "org".')
    ]
    assert editor.underlined(PRACTICE, TEXT.replace("to: mineral-rights", "to: mineral-rihgts")) == [
        ("mineral-rihgts", "No practice or lesson or conversation is called so.")
    ]


def test_an_id_is_completed(editor: Editor) -> None:
    offered = editor.offered(PRACTICE, TEXT.replace("to: mineral-rights", "to: miner‸"))
    assert offered["mineral-rights"].startswith("Conversation: ")
    assert "rep" not in offered
    assert "crisis" in editor.offered(PRACTICE, TEXT.replace("moments: [", "moments: [‸"))


def test_a_key_is_completed(editor: Editor) -> None:
    offered = editor.offered(PRACTICE, TEXT + "‸")
    assert offered["aliases"] == "Earlier ids of this entry; their addresses redirect here."
    assert "title" not in offered
    assert set(editor.offered(PRACTICE, TEXT + "  ‸")) == {"next", "use"}


def test_a_word_to_choose_is_completed(editor: Editor) -> None:
    assert list(editor.offered(PRACTICE, TEXT.replace("level: personal", "level: ‸"))) == ["personal", "team", "org"]


def test_help_is_shown(editor: Editor) -> None:
    assert "Who can start it:" in editor.help(PRACTICE, TEXT.replace("\nlevel", "\nle‸vel"))
    assert "Goes well with: leads to practices, lessons, conversations." in editor.help(
        PRACTICE, TEXT.replace("goes_with", "goes‸_with")
    )


@pytest.mark.rehearsal
def test_entries_find_their_schemas_by_their_own_comments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an editor that knows nothing of our settings; new ones as well as old ones, alone in a file or not."""
    for name in ("content", "schemas", "site_config.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "themes").symlink_to(ROOT / "themes")
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    words = ["--title", "Ask twice", "--summary", "How to ask twice.", "--field", "level=team"]
    assert main(["new", "practice", "ask-twice", *words]) == 0
    file = "content/practices/ask-twice.yml"
    text = (tmp_path / file).read_text(encoding="utf-8")
    (tmp_path / ".vscode/settings.json").write_text("{}", encoding="utf-8")
    with Editor(tmp_path) as editor:
        assert editor.underlined(file, text) == []
        assert editor.underlined(file, text + "lvl: x\n") == [("lvl", "Property lvl is not allowed.")]
        assert "ask-twice" in editor.offered(file, text + "links:\n  next:\n    - to: ‸")
        for file, indent in ((PRACTICE, ""), ("content/terms.yml", "  ")):
            text = (ROOT / file).read_text(encoding="utf-8")
            assert editor.underlined(file, text) == []
            wrong = [("lvl", "Property lvl is not allowed.")]
            assert editor.underlined(file, f"{text}{indent}lvl: x\n") == wrong
