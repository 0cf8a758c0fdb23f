"""A page as it opens from a disk."""

from __future__ import annotations

import pytest

from generator.offline.pages import address, page
from generator.site.policy import POLICY_OFFLINE


@pytest.mark.parametrize(
    ("url", "offline"),
    [
        ("../tells/slow/", "../tells/slow/index.html"),
        ("../tells/slow/#steps", "../tells/slow/index.html#steps"),
        ("../print/?people=12&sheets=a/", "../print/index.html?people=12&sheets=a/"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../assets/page.css", "../assets/page.css"),
        ("#steps", "#steps"),
        ("?q=slow", "?q=slow"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("data:image/svg+xml,/", "data:image/svg+xml,/"),
    ],
)
def test_addresses_of_pages_name_their_files(url: str, offline: str) -> None:
    assert address(url) == offline


def test_links_forms_and_what_scripts_read_lead_to_files() -> None:
    html = (
        '<a class="x" href="../a/?b=1&amp;c=/">a > b, href="../no/"</a>\n'
        '<form action="../search/" data-say=\'"href="../no/"\'><input data-url="../w/"></form>\n'
        '<meta http-equiv="refresh" content="0; url=../new/"><meta name="description" content="../">\n'
    )
    assert page(html, "p/index.html") == (
        '<a class="x" href="../a/index.html?b=1&amp;c=/">a > b, href="../no/"</a>\n'
        '<form action="../search/index.html" data-say=\'"href="../no/"\'><input data-url="../w/index.html"></form>\n'
        '<meta http-equiv="refresh" content="0; url=../new/index.html"><meta name="description" content="../">\n'
    )


def test_modules_are_named_to_one_script_that_runs_them() -> None:
    html = (
        '<script src="../../assets/shell.js"></script><script type="module" src="../../assets/a.js"></script>\n'
        '<main></main><script type="module" src="../../assets/b.js"></script>'
    )
    assert page(html, "terms/slow/index.html") == (
        '<script src="../../assets/shell.js"></script><script defer src="../../assets/offline.js"></script>'
        '<script type="text/plain" data-module="../../assets/a.js"></script>\n'
        '<main></main><script type="text/plain" data-module="../../assets/b.js"></script>'
    )


def test_what_only_servers_and_programs_understand_is_left_out() -> None:
    html = (
        '<html lang="en" class="no-js"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
        '<link rel="canonical" href="https://example.org/a/"><link rel="alternate" href="../a.md">'
        '<link rel="preload" as="font" crossorigin href="f.woff2"><meta property="og:title" content="A">'
        '<script type="application/ld+json">[{"url":"https://example.org/"}]</script>\n'
        '<section data-hosted class="part"><h2>Take it</h2><a href="x.zip" download>x</a></section>\n<p>Text</p>'
    )
    assert page(html, "index.html") == (
        f'<html lang="en" class="no-js offline"><meta http-equiv="Content-Security-Policy" content="{POLICY_OFFLINE}">'
        '<link rel="canonical" href="https://example.org/a/"><p>Text</p>'
    )
