"""The templates of a theme: how they are read, and what they can say."""

from __future__ import annotations

from jinja2 import Environment, StrictUndefined

from generator.theme import Theme


def templates_of(theme: Theme) -> Environment:
    """The templates of a theme. What they are given is escaped; what they are not given is a fault."""
    templates = Environment(
        loader=theme.loader(),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    templates.filters |= {"counted": counted, "upper_first": lambda text: text[:1].upper() + text[1:]}
    return templates


def counted(number: int, one: str) -> str:
    """A number with the name of what is counted: `1 minute`, `5 minutes`."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
