"""What scripts need to know of each self-check. It is loaded when somebody answers one, or compares answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

from markupsafe import Markup

from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.assessment import Assessment
from generator.language.language import Language
from generator.language.words import Words
from generator.model.kind import Kind
from generator.outputs._made import Made
from generator.outputs.terms_json import spoken
from generator.scoring.for_browser import definition
from generator.site.page import LaterArtifact
from generator.site.release import DATA


def path_of(entry_id: str) -> str:
    """The file of a self-check, as scripts ask for it."""
    return f"{DATA}check.{entry_id}.json"


def check_json(made: Made, located: Located, entry: Assessment) -> bytes:
    """The data of a self-check. Addresses in it are within the site."""
    return f"{definition(entry, located.id, made.site.scales, _Outside(made.graph))}\n".encode()


def outputs(made: Made) -> Iterator[LaterArtifact]:
    for located in made.graph.of_kind("assessment"):
        if isinstance(located.entry, Assessment):
            yield LaterArtifact(path_of(located.id), partial(check_json, made, located, located.entry))


@dataclass(frozen=True, slots=True)
class _Listed:
    title: Markup
    url: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Outside:
    """The entries, for files that belong to no page."""

    graph: Graph

    @property
    def language(self) -> Language:
        return self.graph.kinds.language

    @property
    def words(self) -> Words:
        return self.language.words

    def item(self, entry_id: str, why: str | None = None) -> _Listed:
        found = self.graph.entries[entry_id]
        return _Listed(self.md(found.entry.title), found.url, found.kind)

    def md(self, text: str) -> Markup:
        return Markup(escape(spoken(self.graph, text), quote=False))
