"""What terms mean, as plain text."""

import json

from generator import pipeline
from generator.config.project import read_config
from tests.conftest import Playbook

TELL = "set: other\nseen_in: us\nsign: S.\nmeans: M.\nask: A?\ncheck: C.\nhelps: H.\n"
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


def test_a_term_that_is_the_name_of_a_kind_has_its_list(playbook: Playbook) -> None:
    root = playbook(
        {
            "content/terms/sign.yml": "title: tell\nsummary: S.\nmeaning: 'A sign.'\n",
            "content/terms/tale.yml": "title: story\nsummary: S.\nmeaning: 'There is none here.'\n",
            "content/tells/alone.yml": f"title: Alone\nsummary: S.\n{TELL}",
        }
    )
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    site = pipeline.build(project, pipeline.read(project))
    text = next(a.content.decode() for a in site.artifacts if a.path == "assets/data/terms.json")
    pages = {page.url: page.body for page in site.pages}

    assert json.loads(text) == {
        "sign": ["tell", "A sign.", ["tells/", "All tells"]],
        "tale": ["story", "There is none here."],
    }
    assert '<a href="../../tells/">All tells</a>' in pages["terms/sign/"]
    assert "All stories" not in pages["terms/tale/"]
