"""What `checks:` in the configuration may say of the rules, and what follows."""

from __future__ import annotations

import pytest

from generator.checks import (
    RULES,
    Rule,
    asked_as_repeats_title,
    boring_why,
    check,
    dialogue_length,
    hard_to_read,
    missing_search_words,
    problems_of_configuration,
    quotation_too_long,
    summary_too_long,
    too_few_links,
)
from generator.checks._rule import Option, may_be_set
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Severity
from generator.model.values import Written
from generator.reading.document import parse
from generator.reporting.report import as_text
from tests.checks.small_playbook import CONFIG, SITE, graph_of, report_of, with_changes

TELL = "content/tells/price-based.yml"
WITHOUT_CURE = "links:\n  next:\n    - to: andy\n      why: He waits until they mention their own money.\n    - to: slow-down\n      why: Here the hurry goes out of the talk.\n"
"""A tell that a rule of our subject warns of."""

PRACTICE = "content/practices/slow-down.yml"
OPTIONS = [option for rule in RULES for option in rule.options]


def site(checks: dict[str, object]) -> SiteConfig:
    return SITE.model_copy(update={"checks": {name: Written.of(value) for name, value in checks.items()}})


def found(checks: dict[str, object], changes: dict[str, str]) -> list[tuple[str, Severity]]:
    return [(d.code.name, d.severity) for d in check(graph_of(with_changes(changes)), site(checks))]


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ({}, [Severity.WARNING]),
        ({"tell-without-cure": "warning"}, [Severity.WARNING]),
        ({"tell-without-cure": "error"}, [Severity.ERROR]),
        ({"tell-without-cure": {"severity": "error"}}, [Severity.ERROR]),
        ({"tell-without-cure": "off"}, []),
        ({"tell-without-cure": {"severity": "off"}}, []),
    ],
)
def test_the_configuration_sets_the_severity_of_a_rule(checks: dict[str, object], expected: list[Severity]) -> None:
    assert found(checks, {TELL: WITHOUT_CURE}) == [("tell-without-cure", severity) for severity in expected]


@pytest.mark.parametrize(("kinds", "count"), [([], 1), (["practices"], 1), (["practices", "tells"], 0)])
def test_a_rule_may_be_not_for_some_kinds(kinds: list[str], count: int) -> None:
    checks: dict[str, object] = {"tell-without-cure": {"not_for": kinds}}
    assert found(checks, {TELL: WITHOUT_CURE}) == [("tell-without-cure", Severity.WARNING)] * count


def test_an_unknown_kind_is_reported_where_it_is() -> None:
    text = CONFIG + "kinds:\n  room: {plural: rooms}\nchecks:\n  orphan-entry: {not_for: [rooms, tels]}\n"
    document, _ = parse(text, "site_config.yml")
    assert document
    (problem,) = problems_of_configuration(document)
    assert (problem.span.line, problem.span.column) == (text.count("\n"), 35)
    assert (problem.message, problem.hint) == ("no kind is called `tels`", "did you mean `tells`?")


def test_of_texts_as_well() -> None:
    changes = {PRACTICE: "badly: TODO\n"}
    assert found({}, changes) == [("unfinished-text", Severity.WARNING)]
    assert found({"unfinished-text": "error"}, changes) == [("unfinished-text", Severity.ERROR)]
    assert found({"unfinished-text": "off"}, changes) == []


@pytest.mark.parametrize("name", sorted(rule.code.name for rule in RULES if not may_be_set(rule)))
def test_what_makes_a_page_wrong_is_always_an_error(name: str) -> None:
    rule = next(rule for rule in RULES if rule.code.name == name)
    assert rule.code.severity is Severity.ERROR
    document, _ = parse(f"{CONFIG}checks:\n  {name}: off\n", "site_config.yml")
    assert document
    (problem,) = problems_of_configuration(document)
    assert problem.message == f"`{name}` cannot be set: what it reports makes a page wrong"
    assert problem.hint == f"remove it; `playbook explain {name}` says more"


def test_a_wrong_setting_is_reported_where_it_is() -> None:
    text = CONFIG + (
        "checks:\n"
        "  belief-without-story: of\n"
        "  unknown-field: off\n"
        "  too-few-link: error\n"
        "  hard-to-read:\n"
        "    most_word: 3\n"
        "    most_words_on_average: 1\n"
        "  missing-search-words: [2, 5]\n"
    )
    document, _ = parse(text, "site_config.yml")
    assert document
    lines = text.splitlines()
    assert (
        as_text(sorted(problems_of_configuration(document), key=lambda d: d.span), lambda _, n: lines[n - 1])
        == """\
site_config.yml:23:25: error[wrong-choice]: `belief-without-story.severity` cannot be `of`
  23 |   belief-without-story: of
     |                         ^^
   hint: did you mean `off`?

site_config.yml:24:3: error[bad-check]: `unknown-field` cannot be set: it is no editorial rule
  24 |   unknown-field: off
     |   ^^^^^^^^^^^^^
   hint: remove it; `playbook explain` lists the rules

site_config.yml:25:3: error[bad-check]: no rule is called `too-few-link`
  25 |   too-few-link: error
     |   ^^^^^^^^^^^^
   hint: did you mean `too-few-links`?

site_config.yml:27:5: error[unknown-field]: `hard-to-read` has no field `most_word`
  27 |     most_word: 3
     |     ^^^^^^^^^
   hint: did you mean `most_words`?

site_config.yml:28:28: error[wrong-value]: `hard-to-read.most_words_on_average` is too small
  28 |     most_words_on_average: 1
     |                            ^
   hint: write at least 5

site_config.yml:29:25: error[wrong-type]: `missing-search-words` must contain fields, not a list
  29 |   missing-search-words: [2, 5]
     |                         ^
   hint: write its fields below it, indented by two spaces and without hyphens: `severity: …`, `not_for: …`, `fewest_asked_as: …` and `most_asked_as: …`
"""
    )


def test_numbers_that_contradict_each_other_are_reported() -> None:
    document, _ = parse(f"{CONFIG}checks:\n  missing-search-words:\n    fewest_asked_as: 13\n", "site_config.yml")
    assert document
    (problem,) = problems_of_configuration(document)
    assert (problem.span.line, problem.span.column) == (24, 22)
    assert problem.message == "`fewest_asked_as` is 13, which is more than `most_asked_as`, 12"
    assert problem.hint == "set both, so that `most_asked_as` is not less than `fewest_asked_as`"


def test_without_checks_there_is_nothing_to_report() -> None:
    document, _ = parse(CONFIG, "site_config.yml")
    assert document
    assert list(problems_of_configuration(document)) == []


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: f"{option.rule}-{option.name}")
def test_a_number_that_can_be_set_has_bounds_and_a_purpose(option: Option) -> None:
    assert option.least <= option.default <= option.most
    assert option.purpose.endswith(".")
    assert option.of(None) == option.of(SITE) == option.default
    assert option.of(site({option.rule.name: {option.name: str(option.most)}})) == option.most
    assert option.of(site({option.rule.name: "error"})) == option.default


@pytest.mark.parametrize(
    ("rule", "options", "said"),
    [
        (summary_too_long.RULE, {"longest": "65"}, "the summary has 66 characters; it should have at most 65"),
        (hard_to_read.RULE, {"most_words": "5"}, "words; more than 5 are hard to follow"),
        (hard_to_read.RULE, {"most_words_on_average": "5"}, "words on average; at most 5 read well"),
        (too_few_links.RULE, {"fewest": "20"}, "links to at least 20 other pages are expected"),
        (boring_why.RULE, {"fewest_words": "20"}, "is too short to be a reason for following the link"),
        (asked_as_repeats_title.RULE, {"fewest_letters": "20", "fewest_words": "1"}, ""),
        (missing_search_words.RULE, {"fewest_asked_as": "5"}, "has 2 `asked_as`; 5 to 12 are expected"),
        (dialogue_length.RULE, {"most_minutes": "1", "words_per_minute": "40"}, "in 1 minute it has at most 40"),
        (dialogue_length.RULE, {"fewest_lines": "1", "most_lines": "2"}, "1 to 2 can be played"),
        (quotation_too_long.RULE, {"most_words": "5"}, "a literal quotation should have at most 5"),
    ],
)
def test_a_rule_uses_the_numbers_as_they_are_set(rule: Rule, options: dict[str, str], said: str) -> None:
    assert report_of(rule) == ""
    assert said in report_of(rule, site=site({rule.code.name: options}))
