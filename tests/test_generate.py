from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Code
from generator.generate import SECTIONS, generated, main

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", generated())
def test_what_is_generated_is_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == generated()[name], "run `make generate`"


def test_every_code_has_its_place_in_the_documentation() -> None:
    lines = generated()["docs/diagnostics.md"].splitlines()
    assert [line[4:] for line in lines if line.startswith("### ")] == [code.value for code in Code]
    assert [line[3:] for line in lines if line.startswith("## ")] == list(SECTIONS.values())


def test_only_what_has_changed_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(tmp_path)
    assert "docs/diagnostics.md" in capsys.readouterr().err
    main(tmp_path)
    assert capsys.readouterr().err == ""
    (tmp_path / "docs/diagnostics.md").write_text("old")
    main(tmp_path)
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in generated()} == generated()
