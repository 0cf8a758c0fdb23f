"""A picture without an alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks._addresses import addresses
from generator.checks._rule import Option, Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.media.attached import FOLDER
from generator.media.videos import video_at

CODE = Code("picture-without-words", Severity.ERROR, Topic.TEXTS)

MOST = Option(CODE, "characters", 300, 80, 2000, "The most characters of an alternative text.")
"""A screen reader reads them in one go, without a way to stop and go back."""

_NO_WORDS = re.compile(
    r"\W*+(?:[\w-]++\.(?:png|jpe?g|webp|gif|avif|svg)|image|picture|photo|alt|bild|foto)?\W*+", re.IGNORECASE
)
"""Nothing, or the name of a file, or only that it is a picture."""


def check(texts: Iterable[Passage], _others: Others, site: SiteConfig) -> Iterator[Diagnostic]:
    for address in addresses(texts, pictures=True):
        if not (address.target.startswith(FOLDER) or video_at(site.video_hosts, address.target)):
            continue
        if _NO_WORDS.fullmatch(address.words):
            hint = f"say between the square brackets what it shows: `![two people at a table]({address.shown})`"
            yield Diagnostic(CODE, f"the picture `{address.shown}` has no alternative text", address.place, hint)
        elif len(address.words) > (most := MOST.of(site)):
            message = f"the alternative text has {len(address.words)} characters; at most {most} are allowed"
            hint = "say in it what the picture shows, and put what is to be read into the text"
            yield Diagnostic(CODE, message, address.place, hint)


RULE = TextRule(
    CODE,
    check,
    options=(MOST,),
    explanation="""
what: A picture has no alternative text, or one that only names the file, or one that is too long.
why: >-
  People who do not see the picture get the alternative text in its place: from a screen reader, in the search, and
  where the picture cannot be loaded.
example:
  content/practices/slow-down.yml: |
    do: Sit as in ![](files/corner.png), and wait. Leave the small talk to them.
message: the picture `files/corner.png` has no alternative text
repair: Say between the square brackets what the picture shows, as you would say it on the phone.
repaired:
  content/practices/slow-down.yml: |
    do: Sit at the corner of the table, and wait. Leave the small talk to them.
""",
)
