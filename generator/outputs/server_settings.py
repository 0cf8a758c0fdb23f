"""The HTTP headers for every file, as settings for common servers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from generator.outputs._made import Made
from generator.site.page import Artifact
from generator.site.policy import FOR_GOOD, HEADERS, MANIFEST, NEVER, SHORTLY, WORKER, headers
from generator.site.release import FOLDER

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
location = {manifest} {{
    types {{ }}
    default_type application/manifest+json;
{inner}
}}
location = {worker} {{
{never}
}}
# The names of these files say what they contain.
location ^~ {assets} {{
{for_good}
}}
"""


def settings(url: str, paths: Iterable[str] = (), frames: Iterable[str] = ()) -> tuple[Artifact, ...]:
    """`_headers`, as hosts of static sites read it, and the same for nginx, for a site at `url` with these files.

    `frames` are the origins of videos that pages may show.
    """
    sent = headers(frames)
    return (
        Artifact("_headers", headers_file(paths, sent).encode()),
        Artifact("nginx.conf", nginx_file(url, sent).encode()),
    )


def headers_file(paths: Iterable[str] = (), sent: Mapping[str, str] = HEADERS) -> str:
    """Every header for every path, and how long browsers may keep it, in the form of `_headers`.

    No file is under two patterns that say how long: some hosts send both values then.
    """
    folders = {f"/{top}/*" if rest else f"/{top}" for top, _, rest in (path.partition("/") for path in paths)}
    shortly = sorted(folders - {f"/{FOLDER}*", "/index.html"} | {"/", f"/{MANIFEST}"})
    rules = {"/*": sent, f"/{FOLDER}*": {"Cache-Control": FOR_GOOD}, f"/{WORKER}": {"Cache-Control": NEVER}}
    rules |= {pattern: {"Cache-Control": SHORTLY} for pattern in shortly}
    lines = (
        (pattern, *(f"  {name}: {value}" for name, value in headers.items())) for pattern, headers in rules.items()
    )
    return "\n".join(line for rule in lines for line in rule) + "\n"


def nginx_file(url: str, sent: Mapping[str, str] = HEADERS) -> str:
    """The same as a snippet of the configuration of nginx."""
    # A missing file is not to be kept: without `always`, nginx adds a header only to files that are there.
    always = [f'add_header {name} "{value}" always;' for name, value in sent.items()]
    lines, for_good, never = ([*always, f'add_header Cache-Control "{value}";'] for value in (SHORTLY, FOR_GOOD, NEVER))
    root = urlsplit(url).path
    return NGINX.format(
        headers="\n".join(lines),
        inner="\n".join(f"    {line}" for line in lines),
        never="\n".join(f"    {line}" for line in never),
        for_good="\n".join(f"    {line}" for line in for_good),
        not_found=f"{root}404.html",
        assets=f"{root}{FOLDER}",
        manifest=f"{root}{MANIFEST}",
        worker=f"{root}{WORKER}",
    )


def outputs(made: Made) -> Iterator[Artifact]:
    pages = (path for page in made.pages for path in (page.path, page.markdown) if path)
    frames = dict.fromkeys(host.origin for host in made.site.video_hosts)
    yield from settings(made.site.url, (*pages, *(file.address for file in made.graph.files.values())), frames)
