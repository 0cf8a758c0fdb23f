"""What all pages of one site are rendered from."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.handouts import HANDED_OUT
from generator.language.language import Language
from generator.model.change import LastChange
from generator.prose.term_finder import TermFinder
from generator.prose.writer import Target
from generator.site.page import FOR_PACKS, Download
from generator.site.theme_assets import ThemeAssets


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What all pages of one site are rendered from."""

    graph: Graph
    site: SiteConfig
    templates: Environment
    assets: Callable[[], ThemeAssets]
    """The styles and scripts of the theme, which are made when they are first asked for."""
    targets: Mapping[str, Target]
    terms: TermFinder
    term_uses: Mapping[str, tuple[str, ...]]
    order: Mapping[str, tuple[Located, ...]]
    """The entries of each kind, in the order of its index page."""
    beside: Mapping[str, tuple[str | None, str | None]]
    """The ids of the entries before and after each in the series of its kind."""
    names: Mapping[str, tuple[Markup, Markup]]
    """Title and summary of each entry as HTML."""
    downloads: Mapping[str, Sequence[Download]] = field(default_factory=dict)
    """The PDFs of each entry that has some; without an id, the archive of the whole site if there is one; what packs
    are made from."""
    exported: Container[str] = frozenset()
    """The addresses of the pages that are there as Markdown as well."""
    changed: Mapping[str, LastChange] = field(default_factory=dict)
    """When the text of each entry last changed, as far as that is known and shown."""

    @property
    def language(self) -> Language:
        return self.graph.kinds.language

    @property
    def has_packs(self) -> bool:
        """Whether anything is handed out, so that there is a page on which packs are put together."""
        return any(kind in self.order for kind in HANDED_OUT)

    @property
    def has_pdfs(self) -> bool:
        """Whether there are PDFs, which packs are joined from."""
        return bool(self.downloads.get(FOR_PACKS))
