"""The list of all pages for search engines. It contains no dates, because a build must not depend on the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from generator.outputs._made import Made
from generator.site.page import Artifact, Page

START = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def sitemap(pages: Iterable[Page], site_url: str) -> Artifact:
    """`sitemap.xml`, as of sitemaps.org, of the pages that have an address of their own."""
    places = (escape(site_url + page.url, quote=False) for page in pages if not page.url.endswith(".html"))
    return Artifact(
        "sitemap.xml", "\n".join((START, *(f"<url><loc>{p}</loc></url>" for p in places), "</urlset>\n")).encode()
    )


def outputs(made: Made) -> Iterator[Artifact]:
    yield sitemap(made.pages, made.site.url)
