"""Which entries belong to which site, and what is wrong with what a configuration says of sites."""

from __future__ import annotations

from typing import Any

import pytest

from generator import pipeline
from generator.config.project import read_config
from generator.config.settings import SiteOfMany
from generator.config.sites import belongs_to
from generator.reporting import report
from tests.checks.small_playbook import graph_of, with_changes
from tests.conftest import CONFIG, Playbook

FIELDS = {
    "content/practices/slow-down.yml": "status: tried\nkeywords: [Pace]\naudience: [rep]\n",
    "content/practices/inner.yml": "title: Inner\nonly_in: [inside]\naudience: []\nkeywords: [hurry]\n",
    "content/practices/shy.yml": "title: Shy\nhidden_from: [outside]\naudience: []\nkeywords: [hurry]\n",
    "content/terms/small-talk.yml": "audience: []\n",
}
GRAPH = graph_of(with_changes(FIELDS))
AMONG = ("slow-down", "inner", "shy", "small-talk", "rep")


def _on(name: str, **asked: Any) -> list[str]:
    site = SiteOfMany(url="https://playbook.example/", **asked)
    return [entry_id for entry_id in AMONG if belongs_to(GRAPH.entries[entry_id], name, site)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["slow-down", "shy", "small-talk", "rep"]),
        ({"kinds": ("practices",)}, ["slow-down", "shy"]),
        ({"kinds": ("terms",), "entries": ("shy",)}, ["shy", "small-talk"]),
        ({"audience": ("rep",)}, ["slow-down", "shy", "small-talk", "rep"]),
        ({"audience": ("boss",)}, ["shy", "small-talk"]),
        ({"keywords": ("pace",)}, ["slow-down"]),
        ({"statuses": ("tried",)}, ["slow-down"]),
        ({"without": ("slow-down", "rep")}, ["shy", "small-talk"]),
        ({"entries": ("shy", "inner")}, ["shy"]),
    ],
)
def test_an_entry_fits_all_that_a_site_asks_for_unless_it_is_named(asked: dict[str, Any], found: list[str]) -> None:
    assert _on("anywhere", **asked) == found


def test_what_an_entry_says_itself_comes_first() -> None:
    assert "inner" in _on("inside")
    assert _on("outside", entries=("shy", "slow-down")) == ["slow-down"]


def test_a_site_has_its_own_name_and_the_rest_of_all(playbook: Playbook) -> None:
    sites = "sites: {out: {url: 'https://out.example/', name: Out, lead: Come in.}}\n"
    project, _ = read_config(playbook({"site_config.yml": f"{sites}{CONFIG}"}) / "site_config.yml")
    assert project is not None
    own = project.site_named("out")
    assert (own.named, own.site.name, own.site.url) == ("out", "Out", "https://out.example/")
    assert own.site.home.lead == "Come in."
    assert (own.site.tagline, own.site.nav, own.theme) == (project.site.tagline, project.site.nav, project.theme)


def test_unknown_kinds_and_statuses_and_one_address_for_two_are_errors(playbook: Playbook) -> None:
    sites = """\
sites:
  one: {url: "https://one.example/", kinds: [practice], statuses: [tried]}
  two: {url: "https://one.example/"}
"""
    root = playbook({"site_config.yml": f"{sites}{CONFIG}"})
    _, problems = read_config(root / "site_config.yml")
    assert (
        report.as_text(problems, report.lines_under(root))
        == """\
site_config.yml:2:46: error[bad-config]: no kind is called `practice`
   2 |   one: {url: "https://one.example/", kinds: [practice], statuses: [tried]}
     |                                              ^^^^^^^^
   hint: did you mean `practices`?

site_config.yml:2:68: error[bad-config]: no status is called `tried`
   2 |   one: {url: "https://one.example/", kinds: [practice], statuses: [tried]}
     |                                                                    ^^^^^
   hint: remove it

site_config.yml:3:14: error[bad-config]: the site `one` has the same address
   3 |   two: {url: "https://one.example/"}
     |              ^^^^^^^^^^^^^^^^^^^^^^
   hint: each site needs an address of its own: browsers keep what readers enter by the address
"""
    )


def test_what_only_the_content_tells_is_an_error_too(playbook: Playbook) -> None:
    sites = """\
sites:
  one: {url: "https://one.example/", entries: [slw], without: [gone], audience: [rep], pages: [abuot]}
  two: {url: "https://two.example/", kinds: [tells]}
"""
    files = {
        "content/terms/slow.yml": "title: Slow\nsummary: S.\nmeaning: M.\norigin: own\n",
        "content/pages/about.md": "# About\n\nA lead.\n",
    }
    root = playbook({"site_config.yml": f"{sites}{CONFIG}", **files})
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    found = [(one.message, one.hint, one.span.line) for one in pipeline.connected(project).diagnostics]
    correct = "remove it, or correct it"
    assert found == [
        ("no entry is called `slw`", "did you mean `slow`?", 2),
        ("no entry is called `gone`", correct, 2),
        ("no audience is called `rep`", correct, 2),
        ("no page written by hand is called `abuot`", "did you mean `about`?", 2),
        (
            "no entry is on the site `two`",
            "an entry has to fit all that the site asks for; ask for less, or name entries under `entries`",
            3,
        ),
    ]
