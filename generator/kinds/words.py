"""What a playbook calls the built-in kinds, under `words:` in its configuration.

The generator knows no playbook's subject, so its own words for a kind are general; a playbook may say it better.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from generator.model.entry import Part
from generator.model.kind import Kind, Kinds
from generator.model.values import Text


class KindWords(Part):
    """The words for one kind. What is left out stays as the generator has it."""

    label: Text | None = None
    """One of them, with a capital letter, such as `Tell`."""
    label_plural: Text | None = None
    """Several of them, such as `Tells`."""
    about: Text | None = None
    """What they are, in one sentence, as above the list of all."""
    groups: dict[str, Text] = Field(default_factory=dict)
    """The headings in the list of all, by the value that entries give."""
    numbered: Annotated[Text, Field(pattern=r"\{number\}")] | None = None
    """What the head of a page says of an entry's number, with `{number}` in it, such as `{number} of the seven`."""


def worded(kinds: Kinds, words: Mapping[str, KindWords]) -> Kinds:
    """The kinds in a playbook's own words. `words` names them by their folders."""
    if not words:
        return kinds
    return replace(
        kinds, all=tuple(_worded(kind, words[kind.plural]) if kind.plural in words else kind for kind in kinds)
    )


def _worded(kind: Kind, words: KindWords) -> Kind:
    return replace(
        kind,
        label=words.label or kind.label,
        label_plural=words.label_plural or kind.label_plural,
        about=words.about or kind.about,
        groups={key: words.groups.get(key, heading) for key, heading in kind.groups.items()},
        numbered=words.numbered or kind.numbered,
    )
