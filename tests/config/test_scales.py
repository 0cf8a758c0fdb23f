"""The scales that stand with the content. Whole messages: `golden/diagnostics/bad-scale`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.project import read_config
from tests.checks.small_playbook import CONFIG

SHARE = "share:\n  options:\n    - {value: 0, label: None}\n    - {value: 0.25, label: A quarter}\n"


def playbook(folder: Path, scales: str) -> Path:
    (folder / "content").mkdir()
    (folder / "content" / "scales.yml").write_text(scales, encoding="utf-8")
    (folder / "site_config.yml").write_text(CONFIG, encoding="utf-8")
    return folder / "site_config.yml"


def test_they_are_added_to_those_of_the_configuration(tmp_path: Path) -> None:
    project, problems = read_config(playbook(tmp_path, SHARE))
    assert project is not None, problems
    assert list(project.site.scales) == ["agreement", "in-part", "share"]
    assert project.site.scales["share"].values == (0, 0.25)
    assert [option.code for option in project.site.scales["share"].options] == ["0", "0.25"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- share\n", "scales have names"),
        ("# later\n", "the file is empty"),
        ("share: 3\n", "`share` must contain fields, not `3`"),
        ("in-part: {count_to: 9}\n", "a scale is called `in-part` in the configuration as well"),
    ],
)
def test_what_is_no_scale_is_reported_and_nothing_is_built(tmp_path: Path, text: str, message: str) -> None:
    project, problems = read_config(playbook(tmp_path, text))
    assert project is None
    assert [(problem.message, problem.span.file) for problem in problems] == [(message, "content/scales.yml")]
