"""The styles and scripts of a theme, as pages load them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.caching.of_user import of_user
from generator.caching.pieces_on_disk import PiecesOnDisk
from generator.caching.program import program
from generator.config.theme import Theme
from generator.language.language import Language
from generator.model.kind import Kinds
from generator.site.css_nesting import nested
from generator.site.css_rules import css_of, rules_of
from generator.site.joined_scripts import COMMON, with_joined_once
from generator.site.kind_looks import KindLooks, colours, signs
from generator.site.page import Artifact, LaterArtifact
from generator.site.release import Release
from generator.site.script_words import modules
from generator.site.scripts import Scripts
from generator.site.stylesheets import Stylesheets, stylesheets_once
from generator.site.theme_files import paper_colour
from generator.site.web_fonts import path_of, with_fonts
from generator.typefaces.cut import PARTS
from generator.typefaces.faces import FACES, FontFace

OWN = "js/"
"""The folder of scripts that belong to no component."""


@dataclass(frozen=True, slots=True)
class ThemeAssets:
    """The files of a theme that pages load.

    `styles` and `scripts` say which of them a page loads; the files are those of the `release`.
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


MOST = 10
"""How many results the cache of the user keeps; each takes 2 MB."""

SIZE = 8
"""The bytes of the number that says how long the head of what is kept is."""


def theme_assets_once(
    theme: Theme, version: str, kinds: Kinds, accents: tuple[str, ...], faces: tuple[FontFace, ...] = FACES
) -> ThemeAssets:
    """The same as `theme_assets` for the theme with this fingerprint, which the cache of the user keeps.

    Of what is kept, a file is read when its content is asked for: a site has most of them already.
    """
    looks, fonts = tuple(map(KindLooks.of, kinds)), tuple(path_of(face, part) for face in faces for part in PARTS)
    decided = repr((program(), version, looks, kinds.language, accents, faces, fonts))
    key, kept = hashlib.sha256(decided.encode("utf-8", "surrogatepass")).hexdigest(), of_user("theme-assets")
    if pieces := kept.opened(key):
        return _loaded(pieces)
    made = theme_assets(theme, looks, kinds.language, accents, faces)
    if theme.fingerprint() == version:  # it may have changed meanwhile
        kept.keep_newest(MOST - 1)
        kept.put_parts(key, _stored(made))
    return made


def _stored(made: ThemeAssets) -> Iterator[bytes]:
    """The size of the head, the head, and the contents of the files."""
    release, styles, scripts = made.release, made.styles, made.scripts
    data = {
        "folder": release.folder,
        "files": [(file.path, len(file.content)) for file in release.files],
        "by_page": dict(styles.by_page),
        "by_name": dict(styles.by_name),
        "everywhere": scripts.everywhere,
        "by_element": scripts.by_element,
        "paper": made.paper,
    }
    head = json.dumps(data).encode()
    yield len(head).to_bytes(SIZE, "big")
    yield head
    yield from (file.content for file in release.files)


def _loaded(pieces: PiecesOnDisk) -> ThemeAssets:
    size = int.from_bytes(pieces.read(0, SIZE), "big")
    data, at, files = json.loads(pieces.read(SIZE, size)), SIZE + size, list[Artifact]()
    for path, length in data["files"]:
        files.append(LaterArtifact(path, partial(pieces.read, at, length)))
        at += length
    by_page = {page: tuple(paths) for page, paths in data["by_page"].items()}
    by_element = tuple((tag, path) for tag, path in data["by_element"])
    return ThemeAssets(
        Release(data["folder"], tuple(files)),
        Stylesheets((), by_page, data["by_name"]),
        Scripts(tuple(data["everywhere"]), by_element),
        data["paper"],
    )


def theme_assets(
    theme: Theme,
    kinds: Sequence[KindLooks],
    language: Language,
    accents: Iterable[str] = (),
    faces: tuple[FontFace, ...] = FACES,
) -> ThemeAssets:
    """The styles and scripts of all pages, and those that are loaded on demand.

    `accents` are the colours of the theme that something besides kinds has, `faces` the typefaces of the playbook.
    """
    on_pages, on_demand = tuple(_scripts(theme)), (*_on_demand(theme), *signs(kinds, theme))
    on_demand += tuple(modules((*on_pages, *on_demand), language))
    scripts = Scripts.of(on_pages, on_demand)
    own = theme.brand.page_styles.encode() + colours(kinds, theme, accents)
    names = (kind.name for kind in kinds)
    styles = stylesheets_once(theme, map(_in_theme, scripts.everywhere), names).with_colours(own)
    sheets = (Artifact(sheet.path, with_fonts(_nested(sheet.content), faces)) for sheet in styles.files)
    files, common = with_joined_once((*on_pages, *on_demand))
    release = Release.of((*sheets, *files))
    if common:
        scripts = scripts.with_common(COMMON, common)
    return ThemeAssets(release, replace(styles, files=()), scripts.at(release.path), paper_colour(theme))


def _nested(css: bytes) -> bytes:
    return css_of(nested(rules_of(css.decode()))).encode()


def _scripts(theme: Theme) -> Iterator[Artifact]:
    """The scripts that pages load themselves, or that these import."""
    scripts = theme.files(f"{OWN}*.js", "components/*/*.js")
    for name, path in sorted(scripts.items(), key=lambda found: found[1].name):
        yield Artifact(_published(name), path.read_bytes())


def _on_demand(theme: Theme) -> Iterator[Artifact]:
    """What no page loads of itself: the files under `lazy` in a component's folder, except styles."""
    for name, path in theme.files("components/*/lazy/*.*").items():
        if path.suffix != ".css":
            yield Artifact(_published(name), path.read_bytes())


def _published(name: str) -> str:
    """The path of a script or style within the release: components keep their folders, so imports work there too."""
    return name.removeprefix("components/")


def _in_theme(path: str) -> str:
    """The path in the theme of what is published there."""
    return path if path.startswith(OWN) else f"components/{path}"
