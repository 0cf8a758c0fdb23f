"""Commands that need the pages make only those anew that are not as the last build has left them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.cli import main
from generator.site.pages import PageJob
from generator.stages.make_pages import Maker, NewPage
from tests.comparing.repository import Made, repository

__all__ = ["repository"]

pytestmark = pytest.mark.usefixtures("no_editorial_rules")

TERM = "content/terms/small-talk.yml"


@pytest.fixture
def made_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are made from now on."""
    found: list[str] = []
    make_all = Maker._make_all

    def noted(self: Maker, jobs: Sequence[PageJob]) -> list[NewPage]:
        found.extend(job.url for job in jobs)
        return make_all(self, jobs)  # type: ignore[return-value]

    monkeypatch.setattr(Maker, "_make_all", noted)
    return found


def test_only_what_was_edited_since_the_last_build_is_made_anew(
    repository: Made, made_anew: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    made = repository()
    assert main(["addresses"]) == main(["build"]) == 0
    made.commit()
    every = {*made_anew}
    text = Path(TERM).read_text("utf-8")

    for command in ("check", "addresses"):
        made_anew.clear()
        assert main([command]) == 0
        assert made_anew == []
        Path(TERM).write_text(f"{text}note: Another.\n", "utf-8")
        assert main([command]) == 0
        assert "terms/small-talk/" in made_anew
        assert len(made_anew) < len(every) / 3
        Path(TERM).write_text(text, "utf-8")

    made_anew.clear()
    assert main(["diff", "HEAD"]) == 0
    assert sorted(made_anew) == sorted(every)  # those of the other revision
