from generator.checks import missing_source
from tests.checks.small_playbook import report_of


def test_an_entry_from_the_sources_names_one() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
title: Slow it down
sources: []
""",
        "content/tells/price-based.yml": """\
origin: assembled
sources: []
""",
    }
    assert (
        report_of(missing_source.RULE, changes)
        == """\
content/practices/slow-down.yml:1:1: warning[missing-source]: `origin` is `source` unless you say otherwise, but no source is named
   1 | title: Slow it down
     | ^
   hint: add `sources:` with `- source:` and `where:`, or write `origin: own` if it is the playbook's own

content/tells/price-based.yml:1:9: warning[missing-source]: `origin` is `assembled`, but no source is named
   1 | origin: assembled
     |         ^^^^^^^^^
   hint: add `sources:` with `- source:` and `where:`, or write `origin: own` if it is the playbook's own
"""
    )


def test_what_is_the_playbooks_own_needs_none() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
origin: own
sources: []
""",
    }
    assert report_of(missing_source.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(missing_source.RULE) == ""
