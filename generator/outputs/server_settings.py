"""The HTTP headers for every file, as settings for common servers."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.outputs._made import Made
from generator.site.page import Artifact
from generator.site.policy import HEADERS

NGINX = """\
# To be included in the server or location block that serves this site; docs/publishing.md says how.
# nginx drops these headers in a location that has an add_header of its own: repeat them there.
charset utf-8;
error_page 404 "{not_found}";
{headers}
location ~ \\.md$ {{
    types {{ }}
    default_type "text/markdown; charset=utf-8";
{inner}
}}
location ~ /feed\\.xml$ {{
    types {{ }}
    default_type application/atom+xml;
{inner}
}}
"""


def settings(url: str) -> tuple[Artifact, ...]:
    """`_headers`, as hosts of static sites read it, and the same for nginx, for a site at `url`."""
    return Artifact("_headers", headers_file().encode()), Artifact("nginx.conf", nginx_file(url).encode())


def headers_file() -> str:
    """Every header for every path, in the form of `_headers`."""
    return "\n".join(("/*", *(f"  {name}: {value}" for name, value in HEADERS.items()))) + "\n"


def nginx_file(url: str) -> str:
    """The same as a snippet of the configuration of nginx."""
    lines = [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    inner = "\n".join(f"    {line}" for line in lines)
    return NGINX.format(headers="\n".join(lines), inner=inner, not_found=f"{urlsplit(url).path}404.html")


def outputs(made: Made) -> Iterator[Artifact]:
    yield from settings(made.site.url)
