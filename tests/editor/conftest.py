from __future__ import annotations

import pytest

from tests.conftest import Playbook
from tests.editor.browser import FILES, Browser


@pytest.fixture
def browser(playbook: Playbook) -> Browser:
    """A browser that may edit a small playbook: a term in a file of its own, two sources in one, and a page."""
    return Browser.on(playbook(FILES))
