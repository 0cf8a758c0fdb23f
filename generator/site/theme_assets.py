"""The styles and scripts of a theme, as pages load them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.config.theme import Theme
from generator.model.kind import Kinds
from generator.site.joined_scripts import COMMON, with_joined_once
from generator.site.kind_looks import colours, signs
from generator.site.page import Artifact
from generator.site.release import Release
from generator.site.script_words import modules
from generator.site.scripts import Scripts
from generator.site.stylesheets import Stylesheets, stylesheets_once
from generator.site.theme_files import paper_colour
from generator.site.web_fonts import with_fonts
from generator.typefaces.faces import FACES, FontFace

OWN = "js/"
"""The folder of scripts that belong to no component."""


@dataclass(frozen=True, slots=True)
class ThemeAssets:
    """The files of a theme that pages load.

    `styles` and `scripts` say which of them a page loads.
    """

    release: Release
    styles: Stylesheets
    scripts: Scripts
    paper: str
    """The colour behind pages."""

    def styles_of(self, templates: Iterable[str], body: str) -> tuple[str, ...]:
        """The paths of the styles of a page with this body, made by the first of these templates that the theme has."""
        return tuple(map(self.release.path, self.styles.of(templates, body)))


class _Unpublished(Release):
    """Files of which nothing is known but the names by which templates ask for them."""

    __slots__ = ()

    def path(self, name: str) -> str:
        return name


NOT_LOADED = ThemeAssets(_Unpublished("", ()), Stylesheets((), {}, {}), Scripts((), ()), "")
"""The assets of a page that nobody will look at. To make those of a theme takes far longer than to make the page."""


def theme_assets(
    theme: Theme, kinds: Kinds, accents: Iterable[str] = (), faces: tuple[FontFace, ...] = FACES
) -> ThemeAssets:
    """The styles and scripts of all pages, and those that are loaded on demand.

    `accents` are the colours of the theme that something besides kinds has, `faces` the typefaces of the playbook.
    """
    on_pages, on_demand = tuple(_scripts(theme)), (*_on_demand(theme), *signs(kinds, theme))
    on_demand += tuple(modules((*on_pages, *on_demand), kinds.language))
    scripts = Scripts.of(on_pages, on_demand)
    own = theme.brand.page_styles.encode() + colours(kinds, accents)
    styles = stylesheets_once(theme, map(_in_theme, scripts.everywhere)).with_colours(own)
    sheets = (Artifact(sheet.path, with_fonts(sheet.content, faces)) for sheet in styles.files)
    files, common = with_joined_once((*on_pages, *on_demand))
    release = Release.of((*sheets, *files))
    if common:
        scripts = scripts.with_common(COMMON, common)
    return ThemeAssets(release, styles, scripts.at(release.path), paper_colour(theme))


def _scripts(theme: Theme) -> Iterator[Artifact]:
    """The scripts that pages load themselves, or that these import."""
    scripts = theme.files(f"{OWN}*.js", "components/*/*.js")
    for name, path in sorted(scripts.items(), key=lambda found: found[1].name):
        yield Artifact(_published(name), path.read_bytes())


def _on_demand(theme: Theme) -> Iterator[Artifact]:
    """Scripts and styles that no page loads of itself: those under `lazy` in a component's folder."""
    for name, path in theme.files("components/*/lazy/*.*").items():
        yield Artifact(_published(name), path.read_bytes())


def _published(name: str) -> str:
    """The path of a script or style within the release: components keep their folders, so imports work there too."""
    return name.removeprefix("components/")


def _in_theme(path: str) -> str:
    """The path in the theme of what is published there."""
    return path if path.startswith(OWN) else f"components/{path}"
