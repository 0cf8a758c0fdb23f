"""A site of a few pages with everything that is hard to frame, for the tests of the shell."""

from __future__ import annotations

from pathlib import Path

from generator.config.theme import Theme
from generator.language.language import english
from generator.publishing.site_folder import write
from generator.shells.shell import framed
from generator.site.page import Artifact, NavGroup, NavItem, Page, Section, Site
from tests.conftest import ROOT

THEME = Theme((ROOT / "themes" / "playbook",))

TITLE = 'Größe "über" alles & <b>{{ 7 * 7 }}</b> {% raw %}'
WORDS = "A client who asks only about price has stopped seeing the difference between you and anybody else. "
SECTIONS = (
    Section("what-it-means", "What it means", f"<p>{WORDS * 4}</p>"),
    Section("what-to-say", 'What to say, “when” they ask & <wait> {{ "?" }}', f"<p>{WORDS * 4}</p>"),
)
DEEP_BODY = (
    "<h1>Größe</h1><p>{{ title }} {% endraw %} &amp;</p>"
    + "".join(f'<h2 id="{part.id}">Part</h2>{part.html}' for part in SECTIONS)
    + '<p><a href="../../practices/">Slow down</a></p>'
)


def make_site() -> Site:
    learn = (NavItem("tells", "Tells & signs", "tells/"), NavItem("practices", "Practices", "practices/"))
    return Site(
        name="Müller's “Playbook”",
        tagline="What good looks like",
        url="https://example.org/sub/",
        language=english("en-GB"),
        pages=(
            Page("", "Home", 'All that is "good"', "home", "home", f"<h1>Home</h1><p>{WORDS}</p>"),
            Page("tells/", "Tells", "All tells", "tells", "hub", f"<h1>Tells</h1><p>{WORDS}</p>"),
            Page("practices/", "Practices", "All practices", "practices", "hub", "<h1>Practices</h1>"),
            Page(
                "tells/size/",
                TITLE,
                'Says "<no>" & more',
                "tells",
                "tell",
                DEEP_BODY,
                SECTIONS,
                markdown="tells/size.md",
                linked_data='{"@type":"Article","name":"\\u003c"}',
            ),
            Page("404.html", "Not found", "No such page", "", "404", "<h1>No such page</h1>"),
        ),
        nav=(NavGroup("Start", (NavItem("home", "Home", ""),)), NavGroup("Learn", learn)),
        redirects={"tells/big/": "tells/size/", "old.html": "practices/"},
        artifacts=(
            Artifact("assets/css/site.css", b"h1 { letter-spacing: 7px }"),
            Artifact("assets/js/site.js", b"document.documentElement.dataset.module = 'ran';"),
            Artifact("tells/size.md", b"# Size\n"),
        ),
        stylesheets=("assets/css/site.css",),
        scripts=("assets/js/site.js",),
        footer="© Müller <& Co.>",
        searchable=False,
    )


SITE = make_site()


def build(target: Path, site: Site = SITE) -> Path:
    target.mkdir(parents=True)
    write((*site.artifacts, *framed(site, THEME)), target)
    return target


PAGES = tuple(page.path for page in SITE.pages)
