"""The headers that a server sends with every file, and the Content-Security-Policy of every page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

FIND_SITE = Path(__file__).with_name("find_site.js").read_text("utf-8")
"""The only script within a page: the page for missing addresses cannot know where the other scripts are."""

_HASH = b64encode(sha256(FIND_SITE.encode()).digest()).decode()

POLICY = (
    f"default-src 'none'; script-src 'self' 'sha256-{_HASH}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "object-src 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of every page."""


def with_frames(policy: str, origins: Iterable[str]) -> str:
    """The policy of pages that may contain frames of these origins, such as `https://player.example`."""
    named = " ".join(dict.fromkeys(origins))
    return f"{policy}; frame-src {named}" if named else policy


POLICY_OFFLINE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'"
)
"""The policy of pages that are opened from a disk, where browsers grant nothing to fetch."""


WORKER = "sw.js"
"""The path of the service worker, which browsers have to ask for anew each time."""

MANIFEST = "manifest.webmanifest"
"""The path of what browsers install the site by."""

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
)
"""What a server should send with every file of the site."""


def headers(origins: Iterable[str] = ()) -> Mapping[str, str]:
    """The same where some pages contain frames of these origins. Which pages, their own policies say."""
    return {**HEADERS, "Content-Security-Policy": with_frames(POLICY, origins)}


FOR_GOOD = "public, max-age=31536000, immutable"
"""For how long browsers may keep files whose names say what they contain: a year, without asking again."""

NEVER = "no-cache"
"""For how long browsers may keep a file without asking: not at all."""

SHORTLY = "public, max-age=60"
"""For how long browsers may keep all other files, in seconds."""
