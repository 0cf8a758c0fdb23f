from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks import ALL_CODES
from generator.config.project import Project, read_config
from generator.diagnostics.diagnostic import Topic
from generator.schema.write import generated, main, write
from tests import playbooks
from tests.conftest import ROOT, Playbook
from tests.playbooks import REAL_PLAYBOOK


def project(config: Path) -> Project:
    found, problems = read_config(config)
    assert found is not None, problems
    return found


def test_what_is_generated_is_up_to_date() -> None:
    files = generated(playbooks.project(REAL_PLAYBOOK), playbooks.reading(REAL_PLAYBOOK))
    stale = [name for name, text in files.items() if (ROOT / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make generate`"


def test_every_code_has_its_place_in_the_documentation(playbook: Playbook) -> None:
    lines = generated(project(playbook({}) / "site_config.yml"))["docs/diagnostics.md"].splitlines()
    assert [line[4:] for line in lines if line.startswith("### ")] == [code.name for code in ALL_CODES]
    assert [line[3:] for line in lines if line.startswith("## ")] == [topic.value for topic in Topic]


def test_only_what_has_changed_is_written(playbook: Playbook, capsys: pytest.CaptureFixture[str]) -> None:
    root = playbook({})
    assert main(root / "site_config.yml") == 0
    assert "wrote docs/diagnostics.md\nwrote docs/kinds.md\nwrote schemas/ids.json\n" in capsys.readouterr().err
    assert main(root / "site_config.yml") == 0
    assert capsys.readouterr().err == ""
    (root / "docs/diagnostics.md").write_text("old")
    files = generated(project(root / "site_config.yml"))
    assert write(files, root) == ("docs/diagnostics.md",)
    assert {path: (root / path).read_text(encoding="utf-8") for path in files} == files


def test_a_broken_configuration_is_reported(playbook: Playbook, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(playbook({"site_config.yml": "name: [\n"}) / "site_config.yml") == 2
    assert "site_config.yml:1:" in capsys.readouterr().err
