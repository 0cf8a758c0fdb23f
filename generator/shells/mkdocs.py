"""MkDocs and Material as a frame around finished pages. No other module imports either of them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext

from generator.config.theme import Theme
from generator.language.tags import nearest
from generator.model import addresses
from generator.model.addresses import relative
from generator.site.page import Page, Site
from generator.site.policy import POLICY

# `frame-ancestors` is not allowed in a page; browsers warn about it.
META_POLICY = "; ".join(rule for rule in POLICY.split("; ") if not rule.startswith("frame-ancestors"))


TEMPLATES = "material"


def write_pages(site: Site, templates: Theme, target: Path) -> None:
    """Write the pages of `site` into the empty folder `target`, with Material's frame around each.

    `templates` are the theme's templates and assets that stand before Material's own. Redirects and the frame's assets
    are written as well; the artifacts of the site are not.
    """
    with _warnings_raised(), TemporaryDirectory() as empty:
        config = MkDocsConfig()
        config.load_dict(_settings(site, target, empty))
        errors, warnings = config.validate()
        if errors or warnings:
            raise RuntimeError(f"MkDocs does not accept our configuration: {errors + warnings}")
        config.theme.static_templates.clear()  # its 404.html, and a sitemap that holds the time of the build
        config.plugins["playbook"] = frame = _Frame(site, templates)
        config.theme.dirs[:0] = frame.overrides
        build(config)


def _settings(site: Site, target: Path, sources: str) -> dict[str, Any]:
    nav, links = ("omitted_files", "not_found", "absolute_links"), ("not_found", "absolute_links", "anchors")
    return {
        "site_name": site.name,
        "site_url": site.url,
        "site_dir": str(target),
        "docs_dir": sources,
        "theme": {"name": "material", "language": _nearest_language(site.language.tag), "font": False},
        "plugins": [],
        "use_directory_urls": True,
        "validation": {
            "nav": dict.fromkeys(nav, "warn"),
            "links": dict.fromkeys((*links, "unrecognized_links"), "warn"),
        },
    }


class _FinishedPage(MkDocsPage):
    """A page that MkDocs neither reads nor renders."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.finished = page

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = Markup(self.finished.body)
        # Material takes the first heading for the page's own, and its skip link leads there.
        self.toc = TableOfContents([AnchorLink(self.finished.title, "__content", 1)])


class _Frame(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Brings the pages into MkDocs' build, and what the templates need into their context."""

    def __init__(self, site: Site, overrides: Theme) -> None:
        self.site = site
        self.overrides = [str(folder) for folder in overrides.folders]
        self.linked = {item.url for group in site.nav for item in group.items}
        searchable = any(page.url == addresses.SEARCH for page in site.pages)
        self.everywhere = {
            "site": site,
            "searchable": searchable,
            "policy": Markup(META_POLICY),
            "words": site.language.words,
        }
        self.sheets = _in_material("assets/stylesheets/*.css")
        # What pages of one depth, or of one area, have in common is rendered once.
        self.header: Callable[[str], Markup]
        self.navigation: Callable[[str, str, bool], Markup]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Of Material's files keep the stylesheets only; add the pages."""
        kept = [file for file in files if file.src_dir in self.overrides]
        for path, source in self.sheets.items():
            # In a layer, so that any rule of the theme wins over Material's. Its source map stays behind.
            css, _, _ = source.read_text("utf-8").removeprefix('@charset "UTF-8";').partition("\n/*#")
            kept.append(_generated(config, path, f"@layer material{{{css}}}\n"))
        for page in self.site.pages:
            inclusion = InclusionLevel.NOT_IN_NAV
            file = File.generated(config, f"{page.path}.md", content="", inclusion=inclusion)
            file.dest_uri = page.path
            _FinishedPage(page, file, config)
            kept.append(file)
        return Files(kept)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Have the templates escape every value, and write the files that need a template but are no pages."""
        env.autoescape = env.trim_blocks = env.lstrip_blocks = True
        header, navigation = (env.get_template(f"partials/{name}.html") for name in ("header", "navigation"))
        self.header = cache(lambda root: _part(header, root, config=config, **self.everywhere))
        self.navigation = cache(
            lambda area, root, hub: _part(navigation, root, groups=self.site.nav, area=area, is_hub=hub)
        )
        redirect = env.get_template("redirect.html")
        for old, new in sorted(self.site.redirects.items()):
            path = old if old.endswith(".html") else f"{old}index.html"
            canonical = self.site.url + new
            page = redirect.render(self._for(old), to=relative(new, old), canonical=canonical)
            files.append(_generated(config, path, page))
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        assert isinstance(page, _FinishedPage)
        entry, root = page.finished, _root(self.site, page.finished.url)
        ours: Any = self._for(entry.url) | {
            "entry": entry,
            "canonical": None if entry.url == addresses.NOT_FOUND else self.site.url + entry.url,
            "header": self.header(root),
            "navigation": self.navigation(entry.area, root, entry.url in self.linked),
            "material_css": self.sheets,
        }
        context.update(ours)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        # Material states the direction of its body only.
        right_to_left = self.site.language.direction == "rtl"
        return output.replace("<html ", '<html dir="rtl" ', 1) if right_to_left else output

    def _for(self, url: str) -> dict[str, Any]:
        return self.everywhere | {"link": partial(_link, _root(self.site, url))}


def _part(template: jinja2.Template, root: str, **values: Any) -> Markup:
    return Markup(template.render(link=partial(_link, root), **values).strip())


def _root(site: Site, url: str) -> str:
    """What leads from the page at `url` to the site's root. "Not found" is shown at any depth: absolute."""
    return urlsplit(site.url).path if url == addresses.NOT_FOUND else relative("", url).removeprefix("./")


def _link(root: str, url: str) -> str:
    return root + url or "./"


def _generated(config: MkDocsConfig, path: str, text: str) -> File:
    return File.generated(config, path, content=text.encode(), inclusion=InclusionLevel.INCLUDED)


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
