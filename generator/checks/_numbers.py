"""A number that has to be another one: the same words for people who write YAML and for forms."""

from __future__ import annotations

from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, FieldValue
from generator.diagnostics.place import Route, Span


def wrong_number(
    code: Code,
    located: Located,
    route: Route,
    message: str,
    number: float,
    *,
    first: str = "",
    or_else: str = "",
    span: Span | None = None,
) -> Diagnostic:
    """What is said of a number at a route, marked there or at a `span`. `first` begins the hint, `or_else` ends it."""
    written = f"{number:g}"
    hint = f"{first}write `{route[-1]}: {written}`{or_else}"
    return Diagnostic(code, message, span or located.span(route), hint, suggested=FieldValue(route, written))
