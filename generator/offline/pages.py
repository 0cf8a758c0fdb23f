"""A page of the site as it opens from a disk: links to files, no modules, and nothing that only servers understand."""

from __future__ import annotations

import re
from html import escape, unescape

from generator.site.policy import POLICY_OFFLINE

BUNDLE = "assets/offline.js"
"""The script with all modules."""

_TAG = re.compile(r"""<(?P<name>[a-z][a-z0-9-]*+)(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(r"""(?<![^\s])(?P<name>href|src|action|content|data-url|data-to)="(?P<value>[^"]*+)\"""")
_MODULE = re.compile(r"""<script type="module" src="(?P<src>[^"]*+)"></script>""")
_MODULE_OFFLINE = r'<script type="text/plain" data-module="\g<src>"></script>'
_FETCHED = re.compile(r"""(?<=\s)data-(?:url|reads)="([^"]*+)\"""")
_LINKED_DATA = re.compile(r"""<script type="application/ld\+json">[^<]*+</script>\n?""")

_REGISTERING = re.compile(r"""<script data-worker="[^"]*+" defer src="[^"]*+"></script>\n?""")
_FOOTER_LINK = re.compile(r"""<a class="shell-offline" href="[^"]*+">[^<]*+</a> """)
_HOSTED = re.compile(r"<section data-hosted[^>]*+>(?:[^<]++|<(?!/section>))*+</section>\n?")
"""A section about what only the site on a server has."""

_NOT_OFFLINE = (
    'rel="alternate"',
    'rel="preload"',
    'rel="modulepreload"',
    'rel="manifest"',
    'rel="apple-touch-icon"',
    'property="og:',
)
"""What tells tags that are for programs, or for what comes from a server."""

_LOCAL = re.compile(r"(?![a-z][a-z0-9+.-]*:|//|#|\?|$)(?P<path>[^?#]*+)(?P<rest>.*+)", re.DOTALL)
_REFRESH = re.compile(r"(?P<delay>\d++; url=)(?P<address>.*+)", re.DOTALL)


def page(html: str, path: str) -> str:
    """The page that lies at `path` in the site."""
    for part in (_LINKED_DATA, _REGISTERING, _HOSTED, _FOOTER_LINK):
        html = part.sub("", html)
    html = _TAG.sub(_tag, html)
    first = _MODULE.search(html)
    if first is None:
        return html
    bundle = f'<script defer src="{"../" * path.count("/")}{BUNDLE}"></script>'
    before, after = html[: first.start()], html[first.start() :]
    return f"{before}{bundle}{_MODULE.sub(_MODULE_OFFLINE, after)}"


def modules(html: str) -> list[str]:
    """The addresses of the modules that a page of the site loads, as they stand there."""
    return [unescape(src) for src in _MODULE.findall(html)]


def fetched(html: str) -> list[str]:
    """The addresses of the pages that the scripts of a page read, as they stand there; in `data-reads`, between spaces,
    `*` is any page of a folder."""
    return [url for found in _FETCHED.findall(html) for url in unescape(found).split()]


def address(url: str) -> str:
    """An address with the name of its file, if it leads to a page of the site: `../index.html#steps`."""
    found = _LOCAL.fullmatch(url)
    if found is None:
        return url
    path, rest = found["path"], found["rest"]
    if path.rpartition("/")[2] in ("", ".", ".."):
        path = f"{path.removesuffix('/')}/index.html"
    return path + rest


def _tag(found: re.Match[str]) -> str:
    name, rest = found["name"], found["rest"]
    if name == "html":
        return found[0].replace('class="no-js"', 'class="no-js offline"')
    if name == "meta" and "Content-Security-Policy" in rest:
        return f'<meta http-equiv="Content-Security-Policy" content="{POLICY_OFFLINE}">'
    if name in ("link", "meta") and any(sign in rest for sign in _NOT_OFFLINE):
        return ""
    return f"<{name}{_ATTRIBUTE.sub(_attribute, rest)}>" if '="' in rest else found[0]


def _attribute(found: re.Match[str]) -> str:
    name, value = found["name"], unescape(found["value"])
    if name == "content":
        refresh = _REFRESH.fullmatch(value)
        if refresh is None:
            return found[0]
        value = f"{refresh['delay']}{address(refresh['address'])}"
    else:
        value = address(value)
    return f'{name}="{escape(value)}"'
