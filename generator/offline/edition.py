"""The files of the offline edition, made from those of the site."""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from generator.model import addresses
from generator.offline import pages
from generator.site.page import Artifact
from generator.site.policy import MANIFEST, WORKER
from generator.site.script_modules import bundled, written

_RUNTIME = Path(__file__).with_name("runtime.js").read_text("utf-8")

KEEPING = f"{addresses.OFFLINE}index.html"
"""The page about what a browser keeps of a hosted site."""

_FOR_SERVERS = frozenset(
    {"404.html", "_headers", "nginx.conf", "sitemap.xml", "feed.xml", "llms.txt", WORKER, MANIFEST, KEEPING}
)
_FOR_PROGRAMS = "api/"


def files(paths: Iterable[str], read: Callable[[str], bytes]) -> Iterator[Artifact]:
    """The files of the edition, made from those of the site at these `paths`, which `read` gives. In a fixed order.

    Raises Refused if a script of the theme cannot be part of it.
    """
    parts = sorted(filter(is_part, paths))
    modules, fetched, made = set[str](), set[str](), dict[str, bytes]()
    for path in (path for path in parts if path.endswith(".html")):
        html = read(path).decode()
        modules |= {_resolved(path, address) for address in pages.modules(html)}
        fetched |= {_resolved(path, pages.address(address)) for address in pages.fetched(html)}
        made[path] = pages.page(html, path).encode()
    texts = {path: read(path).decode() for path in parts if path.endswith(".js")}
    functions = dict(bundled(texts, modules))
    made[pages.BUNDLE] = written(_RUNTIME, functions.items()).encode()
    for path in (path for path in parts if path not in made and path not in functions):
        made |= _as_script(path, read(path)) if path.endswith(".json") else {path: read(path)}
    named = set(fetched) | {path for pattern in fetched if "*" in pattern for path in fnmatch.filter(made, pattern)}
    for path in named & made.keys():
        made |= _as_script(path, made[path])
    for path in sorted(made):
        yield Artifact(path, made[path])


def is_part(path: str) -> bool:
    """Whether the edition has a file of the site, as it is or in another form."""
    hidden = any(name.startswith(".") for name in path.split("/"))
    return not (hidden or path in _FOR_SERVERS or path.startswith(_FOR_PROGRAMS) or path.endswith(".md"))


def _as_script(path: str, content: bytes) -> dict[str, bytes]:
    """A file that scripts read, as a script."""
    given = f"{json.dumps(path)}, {json.dumps(content.decode(), ensure_ascii=False)}"
    return {f"{path}.js": f"playbookFile({given});\n".encode()}


def _resolved(page: str, address: str) -> str:
    """The path of a file in the site that a page has by a relative address."""
    return normpath(join(dirname(page), address))
