"""Addresses within the site."""

from __future__ import annotations

SITE = frozenset({"pages", "redirects", "search", "browse", "print", "team", "matrix", "assets", "api", "home", "404"})
"""What the site and the folder of the content have already: no kind can be called so."""
