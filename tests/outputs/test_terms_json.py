"""What terms mean, as plain text."""

import json

from generator import pipeline
from generator.config.project import read_config
from tests.conftest import Playbook

MEANING = """'Not "fast" - see [[quick|the *other*]] & <b>.'"""


def test_meanings_are_plain_text_with_its_typography(playbook: Playbook) -> None:
    root = playbook(
        {
            "content/terms/slow.yml": f"title: Slow\nsummary: S.\nmeaning: {MEANING}\n",
            "content/terms/quick.yml": "title: Quick\nsummary: S.\nmeaning: 'The opposite of [[slow]].'\n",
        }
    )
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    site = pipeline.build(project, pipeline.read(project))
    text = next(a.content.decode() for a in site.artifacts if a.path == "assets/data/terms.json")

    assert json.loads(text) == {
        "quick": ["Quick", "The opposite of Slow."],
        "slow": ["Slow", "Not “fast” – see the *other* & <b>."],
    }
