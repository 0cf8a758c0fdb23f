"""MkDocs and Material as a frame around finished pages. No other module imports either of them."""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from jinja2.ext import Extension
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_theme_dir

from generator.caching.of_user import made_once
from generator.caching.program import program
from generator.caching.templates import CompiledTemplates
from generator.config.theme import Theme
from generator.diagnostics.place import Span
from generator.language.tags import nearest
from generator.model import addresses
from generator.model.addresses import relative
from generator.shells.seen_by_styles import seen_by_styles
from generator.site.css_nesting import nested
from generator.site.css_rules import css_of, rules_of
from generator.site.css_short import with_short_names
from generator.site.installable import icons, manifest, sign_of
from generator.site.page import Artifact, Page, Section, Site, fonts_of, frames_on
from generator.site.policy import FIND_SITE, POLICY, with_frames
from generator.site.release import FOLDER, Release
from generator.site.script_modules import without_comments
from generator.site.templates import Templates, site_id

# `frame-ancestors` is not allowed in a page; browsers warn about it.
META_POLICY = "; ".join(rule for rule in POLICY.split("; ") if not rule.startswith("frame-ancestors"))


TEMPLATES = "material"

SIGN = f"{FOLDER}favicon.svg"
"""The sign of the playbook, of which icons are made."""

OWN_STYLES = f"{FOLDER}shell.css"
"""The theme's own styles of the frame."""

NOT_PUBLISHED = (".html", ".md", ".py", ".pyc")
"""The endings of files beside the assets that are for the build only."""

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

NOWHERE = Navigation([], [])
"""MkDocs' own navigation, which is empty: the theme writes that of the site."""


def frame(site: Site, templates: Theme) -> MkDocsFrame:
    """Material's frame around the pages of `site`.

    `templates` are the theme's templates and assets that stand before Material's own. Raises RuntimeError if MkDocs
    does not accept the configuration or warns of something.
    """
    with _warnings_raised():
        config = MkDocsConfig()
        config.load_dict(_settings(site))
        errors, warnings = config.validate()
        if errors or warnings:
            raise RuntimeError(f"MkDocs does not accept our configuration: {errors + warnings}")
        config.theme.dirs[:0] = [str(folder) for folder in templates.folders]
        return MkDocsFrame(site, templates, config)


class _Unindented(Extension):
    """Leaves the indents of templates out: browsers need none of them, and they are loaded with every page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return INDENT.sub("", source)


def _settings(site: Site) -> dict[str, Any]:
    return {
        "site_name": site.name,
        "site_url": site.url,
        # MkDocs reads and writes no files here, but wants two folders, of which one exists.
        "docs_dir": str(Path(__file__).parent),
        "site_dir": str(Path(__file__).parent.with_name("written")),
        "theme": {"name": "material", "language": _nearest_language(site.language.tag), "font": False},
        "plugins": [],
        "use_directory_urls": True,
    }


class MkDocsFrame:
    """Puts the frame around one page after the other, with the templates of MkDocs' theme and its context for pages."""

    def __init__(self, site: Site, overrides: Theme, config: MkDocsConfig) -> None:
        self.site = site
        self.config = config
        self.overrides = overrides
        self.linked = {item.url for group in site.nav for item in group.items}
        self.everywhere = {
            "site": site.around,
            "searchable": site.searchable,
            "words": site.language.words,
            "site_id": site_id(site.url),
        }
        of_mkdocs = config.theme.get_env()
        self.env = env = Templates(
            loader=of_mkdocs.loader,
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
            bytecode_cache=CompiledTemplates("of the frame"),
            extensions=[_Unindented],
        )
        env.filters |= of_mkdocs.filters
        header, navigation = (env.get_template(f"partials/{name}.html") for name in ("header", "navigation"))
        # What pages of one depth, or of one area, have in common is rendered once.
        self.header = cache(lambda root: _part(header, root, config=config, **self.everywhere))
        self.navigation = cache(lambda area, root, hub: _part(navigation, root, groups=site.nav, area=area, is_hub=hub))
        self.template = env.get_template("main.html")
        self.release = Release.of(self._assets())

    def page(self, page: Page) -> bytes:
        """The file of a page of the site."""
        page = page.whole()
        return self._html(page, self._for(page.url)).encode()

    def _html(self, page: Page, values: Mapping[str, Any]) -> str:
        root = _root(self.site, page.url)
        file = File(f"{page.path}.md", None, self.config.site_dir, True, inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = page.path
        framed = MkDocsPage(page.title, file, self.config)
        framed.content = Markup(page.body)
        # Material takes the first heading for the page's own, and its skip link leads there.
        framed.toc = TableOfContents([AnchorLink(page.title, "__content", 1)])
        context: Any = get_context(NOWHERE, (), self.config, framed)
        context |= {
            **values,
            "entry": page,
            "fonts": fonts_of(page, self.site),
            "policy": Markup(with_frames(META_POLICY, frames_on(page, self.site.frames))),
            "canonical": None if page.url == addresses.NOT_FOUND else self.site.url + page.url,
            "find_site": Markup(FIND_SITE) if page.url == addresses.NOT_FOUND else "",
            "header": self.header(root),
            "navigation": self.navigation(page.area, root, page.url in self.linked),
        }
        html = self.template.render(context)
        # Material states the direction of its body only.
        if self.site.language.direction == "rtl":
            html = html.replace("<html ", '<html dir="rtl" ', 1)
        return html

    def files(self, redirects: Mapping[str, str]) -> Iterator[Artifact]:
        """The frame's own files: redirects, Material's styles, and the assets of the theme's frame."""
        with _warnings_raised():
            redirect = self.env.get_template("redirect.html")
            for old, new in sorted(redirects.items()):
                path = old if old.endswith(".html") else f"{old}index.html"
                to, canonical = relative(new, old), self.site.url + new
                yield Artifact(path, redirect.render(self._for(old), to=to, canonical=canonical).encode())
        yield from self.release.files
        if self.site.worker:
            yield manifest(self.site, self.release.path)
        for path, source in self.overrides.files("**/*").items():
            if not path.startswith(FOLDER) and source.suffix not in NOT_PUBLISHED and _is_published(path, source):
                yield Artifact(path, source.read_bytes())

    def _assets(self) -> Iterator[Artifact]:
        """The styles of the frame, and the other assets of the theme's frame, by their paths within the release."""
        files = {path: one for path, one in self.overrides.files(f"{FOLDER}**/*").items() if _is_published(path, one)}
        own = files.pop(OWN_STYLES).read_text("utf-8")
        yield Artifact("frame.css", self._styles(own))
        sign = sign_of(self.site.favicon) if self.site.favicon else files[SIGN].read_bytes()
        for path, source in files.items():
            yield Artifact(path.removeprefix(FOLDER), sign if path == SIGN else _as_published(source))
        if self.site.worker:
            yield from icons(sign, self.site.paper)

    def _styles(self, own: str) -> bytes:
        """What pages use of Material's styles, and the theme's `own`.

        The cache of the user keeps it by what styles see of a page without content in this frame.
        """
        css = "".join(path.read_text("utf-8") for path in _in_material("assets/stylesheets/*.css").values())
        page = Page("", "s", "s", "", "page", "<p></p>", (Section("s", "S", "<p></p>"),), Span("f", 1, 1, 1))
        sample = self._html(page, self.everywhere | {"link": partial(_link, ""), "asset": str})
        decided_by = (program(), css, own, seen_by_styles(css, sample))
        key = hashlib.sha256(repr(decided_by).encode("utf-8", "surrogatepass")).hexdigest()
        return made_once("styles", key, partial(_used, css, sample, own), MOST)

    def _for(self, url: str) -> dict[str, Any]:
        root = _root(self.site, url)
        return self.everywhere | {"link": partial(_link, root), "asset": lambda name: root + self.release.path(name)}


MOST = 20
"""The styles of so many frames are kept."""


def _used(css: str, sample: str, own: str) -> bytes:
    """Material's styles are in a layer, so that any rule of the theme wins over them."""
    # Imported here because its libraries take long to import.
    from generator.shells.used_styles import used_styles

    rules = rules_of(f"@layer material{{{used_styles(css, sample, own)}}}{own}")
    return css_of(nested(with_short_names(rules))).encode()


def _part(template: jinja2.Template, root: str, **values: Any) -> Markup:
    return Markup(template.render(link=partial(_link, root), **values).strip())


def _is_published(path: str, source: Path) -> bool:
    return source.is_file() and "/." not in f"/{path}"


def _as_published(source: Path) -> bytes:
    content = source.read_bytes()
    return without_comments(content.decode()).encode() if source.suffix == ".js" else content


def _root(site: Site, url: str) -> str:
    """What leads from the page at `url` to the site's root. "Not found" is shown at any depth: absolute."""
    return urlsplit(site.url).path if url == addresses.NOT_FOUND else relative("", url).removeprefix("./")


def _link(root: str, url: str) -> str:
    return root + url or "./"


def _in_material(pattern: str) -> Mapping[str, Path]:
    """Files of Material by their path in it. The names of some carry a fingerprint of their version."""
    root = Path(get_theme_dir("material"))
    return {path.relative_to(root).as_posix(): path for path in sorted(root.glob(pattern))}


def _nearest_language(tag: str) -> str:
    known = {Path(path).stem for path in _in_material("partials/languages/*.html")}
    return nearest(tag, known) or "en"


class _Raise(logging.Handler):
    """Content was checked before, so a warning of MkDocs is an error in the program."""

    def emit(self, record: logging.LogRecord) -> None:
        raise RuntimeError(f"MkDocs warns: {record.getMessage()}")


@contextmanager
def _warnings_raised() -> Iterator[None]:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logger = logging.getLogger("mkdocs")
    handler, propagates = _Raise(logging.WARNING), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
