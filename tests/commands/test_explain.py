"""What `playbook explain` says of an entry: whose each field is, and each marked part; and of the rules."""

from __future__ import annotations

import json

import pytest

from generator.checks import RULES
from generator.checks._rule import may_be_set
from generator.cli import main
from tests.checks.small_playbook import CONFIG, completed
from tests.conftest import Small

PRACTICE = "content/practices/slow-down.yml"
CHANGED = """\
own: [steps, badly, this_week, not_when]
aliases: [take-it-slow]
why: People read your intent. [Hurry is its *plainest* sign.]{own}
steps:
  - do: Book more time than you need.
    detail: A visit is long. [It may end early.]{source}
"""
SAID = """\
Practice “Slow it down” (content/practices/slow-down.yml), origin: source
  source: handbook, third chapter

  do         the sources'
  why        the sources', but for what is ours:
             ours, why: “Hurry is its *plainest* sign.”
  steps      ours, but for what is the sources':
             from the sources, steps.1.detail: “It may end early.”
  badly      ours
  this_week  ours
  not_when   ours
"""


@pytest.mark.parametrize("name", ["slow-down", "take-it-slow"])
def test_whose_each_field_and_each_part_is(name: str, small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({PRACTICE: completed(PRACTICE, CHANGED)})

    assert main(["explain", name]) == 0
    assert capsys.readouterr().out == SAID


def test_a_name_that_there_is_not_gets_the_most_similar(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})

    assert main(["explain", "slow-dwon"]) == 2
    assert capsys.readouterr().err == (
        "playbook: no diagnostic, no kind and no entry is called `slow-dwon`; did you mean `slow-down`?\n"
    )


def test_all_rules_as_the_playbook_applies_them(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    few = "{severity: error, fewest: 1, not_for: [terms, moments]}"
    small({"site_config.yml": f"{CONFIG}checks:\n  tell-without-cure: off\n  too-few-links: {few}\n"})

    assert main(["explain"]) == 0
    said = capsys.readouterr().out
    assert (
        "\n\ntell-without-cure: off (warning unless set)\n  A tell names no practice that helps against it.\n\n" in said
    )
    assert (
        "\n\ntoo-few-links: error (warning unless set), but not for `moments` and `terms`\n"
        "  The page links to fewer than two others.\n"
        "  fewest: 1 (the fewest other pages that a page links to, from 1 to 20; 2 unless set)\n\n"
    ) in said
    assert "\n\nsame-advice: error\n" in said
    chosen, always = said.split("\n\nRules that always apply: what they report makes a page wrong\n\n")
    assert [rule.code.name for rule in RULES if f"\n\n{rule.code.name}: " in chosen] == [
        rule.code.name for rule in RULES if may_be_set(rule)
    ]
    assert "\n\nraw-html\n  There is HTML in a text.\n\n" in always


def test_one_rule_as_the_playbook_applies_it(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({"site_config.yml": f"{CONFIG}checks:\n  hard-to-read: {{most_words: 40}}\n"})

    assert main(["explain", "hard-to-read"]) == 0
    assert capsys.readouterr().out.endswith(
        "\nHere: warning\n"
        "  most_words: 40 (the most words of a sentence, from 5 to 200; 32 unless set)\n"
        "  most_words_on_average: 20 (the most words that the sentences of an entry have on average, from 5 to\n"
        "    200)\n"
        "Set it under `checks:` in the configuration (`hard-to-read: off`), or ignore it in one entry with\n"
        "the reason (`ignore: {hard-to-read: …}`).\n"
    )
    assert main(["explain", "raw-html"]) == 0
    assert capsys.readouterr().out.endswith(
        "\nThis rule always applies: what it reports makes a page wrong, so it can be neither set nor ignored.\n"
    )


def test_all_rules_as_data(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    cure = "{severity: off, not_for: [terms]}"
    checks = f"checks:\n  tell-without-cure: {cure}\n  too-few-links: {{fewest: 1}}\n"
    small({"site_config.yml": CONFIG + checks})

    assert main(["explain", "--json"]) == 0
    found = {rule["rule"]: rule for rule in json.loads(capsys.readouterr().out)}
    assert found.keys() == {rule.code.name for rule in RULES}
    assert found["tell-without-cure"] == {
        "rule": "tell-without-cure",
        "what": "A tell names no practice that helps against it.",
        "can_be_set": True,
        "severity": "off",
        "usual": "warning",
        "not_for": ["terms"],
        "options": [],
    }
    (fewest,) = found["too-few-links"]["options"]
    assert (fewest["name"], fewest["value"], fewest["usual"]) == ("fewest", 1, 2)
    assert (found["raw-html"]["severity"], found["raw-html"]["can_be_set"]) == ("error", False)
    assert main(["explain", "raw-html", "--json"]) == 2
    assert capsys.readouterr().err == "playbook: --json is for the list of all rules: leave out the word\n"
