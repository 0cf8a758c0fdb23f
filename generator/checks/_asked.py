"""What a rule asks of a field, so that a form can say it before anything is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.place import Route


@dataclass(frozen=True, slots=True)
class Requirement:
    """What is asked of the field at a route of an entry; `*` is every item of a list.

    `word` is the sentence that says so, under `asked_of_fields` in the files of the languages, with its `numbers`.
    `letters` is the most characters of the text; forms count them. `required`: the rule complains where the field is
    missing, so forms mark it and show it in each part. `conditional`: only some entries need it, which the sentence
    tells; forms mark it while the rule complains.
    `severity` is that of the rule, as the configuration has it.
    """

    route: Route
    word: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    letters: int | None = None
    required: bool = False
    conditional: bool = False
    severity: Severity = Severity.WARNING
