"""A picture in a text that the page could not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._addresses import addresses
from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.media.attached import FOLDER
from generator.media.formats import PICTURES, ending_of
from generator.media.videos import video_at
from generator.prose.attached import found

CODE = Code("picture-in-text", Severity.ERROR, Topic.TEXTS)


def check(texts: Iterable[Passage], others: Others, site: SiteConfig) -> Iterator[Diagnostic]:
    folder = f"{site.content}/{FOLDER}"
    for address in addresses(texts, pictures=True):
        if video_at(site.video_hosts, address.target):
            continue
        if not address.target.startswith(FOLDER):
            hint = f"put the picture into {folder} and write `![what it shows]({FOLDER}name.png)`"
            if address.scheme and ending_of(address.target) not in PICTURES:
                hint = f"if it is a video, name its site under `videos:` in site_config.yml; if a picture, {hint}"
            name = address.target.rpartition("/")[2]
            if not address.scheme and name:
                hint = f"put the picture into {folder} and write `{FOLDER}{name}`"
            if not address.scheme and found(others.graph.files, f"{FOLDER}{name}"):
                hint = f"write `{FOLDER}{name}`"
            yield Diagnostic(CODE, f"the picture `{address.shown}` would not be shown", address.place, hint)
        elif (file := found(others.graph.files, address.target)) and file.picture is None:
            message, hint = f"`{address.shown}` is no picture", "link to it: leave out the `!` before the brackets"
            yield Diagnostic(CODE, message, address.place, hint)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  A text shows a picture that does not lie in the folder of pictures and files, a file that is no picture, or a video of
  a site that the configuration does not name.
why: >-
  Pages load nothing from other sites, and a picture that lies elsewhere would be gone some day. From the folder,
  pictures are published in several sizes, and on paper, too.
example:
  content/practices/slow-down.yml: |
    do: Sit as in ![two people at the corner of a table](https://pictures.example/plan.png), and wait.
message: the picture `https://pictures.example/plan.png` would not be shown
repair: >-
  Put the picture into `content/files/`, and write `![what it shows](files/name.png)`. Or say in words what it shows.
  A video can be shown if `videos:` in the configuration names its site; a link to it needs no `!`.
repaired:
  content/practices/slow-down.yml: |
    do: Sit at the corner of the table, and wait. Leave the small talk to them.
""",
)
