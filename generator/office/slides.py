"""What a deck says, slide by slide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on a slide, in paragraphs, and what only its speaker reads."""

    title: str
    lines: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides behind a first one with the title, and what it is about."""

    title: str
    about: str
    slides: tuple[Slide, ...]
