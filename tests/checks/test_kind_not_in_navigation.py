from generator.checks import kind_not_in_navigation
from generator.config.settings import NavSection
from generator.kinds import BUILT_IN
from tests.checks.small_playbook import SITE, report_of


def test_a_kind_that_no_group_names_is_reported_once_with_what_to_add() -> None:
    named = tuple(plural for plural in BUILT_IN.by_plural if plural != "tells")
    site = SITE.model_copy(update={"nav": (NavSection(title="All", kinds=named),)})
    assert (
        report_of(kind_not_in_navigation.RULE, site=site)
        == """\
content/tells/price-based.yml:1:1: warning[kind-not-in-navigation]: no group of the navigation names `tells`
   1 | title: The relationship rests mainly on price
     | ^
   hint: add `tells` to the `kinds` of a group under `nav:` in the configuration
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(kind_not_in_navigation.RULE) == ""
