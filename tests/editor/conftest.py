from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.project import Project, read_config
from tests.conftest import Playbook
from tests.editor.browser import FILES, Browser
from tests.editor.forms import CONFIG


@pytest.fixture
def browser(playbook: Playbook) -> Browser:
    """A browser that may edit a small playbook: a term in a file of its own, two sources in one, and a page."""
    return Browser.on(playbook(FILES))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose configuration declares a kind and extends another one."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site_config.yml").write_text(CONFIG, encoding="utf-8")
    found, problems = read_config(tmp_path / "site_config.yml")
    assert found, problems
    return found
