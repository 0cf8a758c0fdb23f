"""The typefaces that a configuration names by their packages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.brand_settings import Fonts
from generator.config.declaration_place import At
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import did_you_mean, listed
from generator.reading.document import Document
from generator.typefaces.packages import NoTypeface, font_packages, parts_in


def font_problems(fonts: Fonts, document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for packages that are not installed, or that hold no typeface."""
    for field in ("text", "headings"):
        name = getattr(fonts, field)
        if not name:
            continue
        at = At(document, ("fonts", field), codes.BAD_CONFIG)
        try:
            parts_in(name)
        except ModuleNotFoundError:
            known = font_packages()
            there = f"; these are: {listed(known)}" if known else ""
            hint = did_you_mean(name, known) or f"install it (`pip install {name}`), or name one that is{there}"
            yield at.value(f"the package `{name}` is not installed", hint)
        except NoTypeface:
            hint = "name a package with `.ttf` or `.otf` files, such as `font-lato` or `fontpkg-lora`"
            yield at.value(f"the package `{name}` holds no typeface that can be used", hint)
