"""Colours of the report: on terminals that take them, and nowhere else."""

from __future__ import annotations

import io

import pytest

from generator.reporting.colour import coloured, for_stream

REPORT = (
    "content/terms.yml:3:5: error[wrong-type]: `minutes` must be a whole number, not `ten`\n"
    "   3 | minutes: ten\n"
    "     |          ^^^\n"
    "   hint: write digits only, such as `15`\n"
    "   the other entry: content/terms.yml:9:1\n"
    "\n"
    "content/a b.yml:1:1: warning[orphan-entry]: no page links here\n"
    "     | ^\n"
)
COLOURED = (
    "\x1b[1mcontent/terms.yml:3:5\x1b[0m: \x1b[1;31merror[wrong-type]\x1b[0m: "
    "`minutes` must be a whole number, not `ten`\n"
    "   3 | minutes: ten\n"
    "     |          \x1b[1;31m^^^\x1b[0m\n"
    "\x1b[36m   hint: \x1b[0mwrite digits only, such as `15`\n"
    "   the other entry: content/terms.yml:9:1\n"
    "\n"
    "\x1b[1mcontent/a b.yml:1:1\x1b[0m: \x1b[1;33mwarning[orphan-entry]\x1b[0m: no page links here\n"
    "     | \x1b[1;33m^\x1b[0m\n"
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_places_codes_carets_and_hints_have_colours() -> None:
    assert coloured(REPORT) == COLOURED


@pytest.mark.parametrize(
    ("stream", "variables", "written"),
    [
        (Terminal(), {}, COLOURED),
        (Terminal(), {"NO_COLOR": ""}, COLOURED),
        (Terminal(), {"NO_COLOR": "1"}, REPORT),
        (Terminal(), {"TERM": "dumb"}, REPORT),
        (io.StringIO(), {}, REPORT),
        (io.StringIO(), {"FORCE_COLOR": "1"}, REPORT),
    ],
)
def test_only_terminals_that_take_colours_get_them(
    stream: io.StringIO, variables: dict[str, str], written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert for_stream(REPORT, stream) == written
