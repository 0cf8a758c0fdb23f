"""The version is the same wherever it is written."""

from __future__ import annotations

import re
import tomllib
from datetime import date

from generator import __version__
from tests.conftest import ROOT

HEADING = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) - (?P<date>\d{4}-\d\d-\d\d)$", re.MULTILINE)
OTHER = ("Unreleased",)
"""Headings of the changelog that are no version: what the next one brings."""


def _changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_newest_version_of_the_changelog_is_the_projects_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = {
        "CHANGELOG.md": HEADING.findall(_changelog())[0][0],
        "pyproject.toml": project["version"],
        "generator/__init__.py": __version__,
    }
    assert len(set(found.values())) == 1, f"the same version belongs into all of these: {found}"


def test_versions_and_dates_of_the_changelog_descend() -> None:
    found = HEADING.findall(_changelog())
    versions = [tuple(map(int, version.split("."))) for version, _ in found]
    dates = [date.fromisoformat(day) for _, day in found]

    assert len(found) >= 2
    assert versions == sorted(set(versions), reverse=True)
    assert dates == sorted(dates, reverse=True)


def test_the_changelog_has_no_other_headings_of_this_level() -> None:
    headings = re.findall(r"^## (.*)$", _changelog(), re.MULTILINE)
    versions = [f"{version} - {day}" for version, day in HEADING.findall(_changelog())]
    assert [heading for heading in headings if heading not in OTHER] == versions
    assert headings.count("Unreleased") == 0 or headings[0] == "Unreleased"
