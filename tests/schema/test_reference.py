from __future__ import annotations

import re

import pytest

from generator.kinds import BUILT_IN
from generator.kinds.tell import Tell
from generator.model.entry import Entry
from generator.model.field_help import purpose
from generator.model.kind import Kind
from generator.schema.reference import kinds_md

TEXT = kinds_md(BUILT_IN)


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_every_kind_is_described_with_its_own_fields_and_relations(kind: Kind) -> None:
    section = TEXT.split(f"\n## {kind.label}\n", 1)[1].split("\n## ", 1)[0]
    assert section.startswith(f"\n{kind.about}\n")
    own = {name for name in kind.model.model_fields if name not in Entry.model_fields}
    assert own <= set(re.findall(r"^\| (?:\*\*)?`(\w+)`", section, re.MULTILINE))
    for relation in kind.relations:
        assert f"| `{relation.name}` |" in section or f"| `{relation.name}` |" in TEXT.split("\n## Moment", 1)[0]


def test_links_within_the_reference_lead_to_kinds() -> None:
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.+)$", TEXT, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= headings


def test_the_relation_and_its_other_side_are_told() -> None:
    assert (
        "| `cured_by` | [practice](#practice) or [lesson](#lesson) or [conversation](#conversation) or "
        "[checklist](#checklist) | What helps | Tells it cures |" in TEXT
    )


def test_what_a_field_is_for_stands_below_it_in_its_model() -> None:
    assert purpose(Tell, "ask") == "A question to ask oneself."
    assert purpose(Tell, "title") == "The title of the page."
    assert purpose(Tell, "set") == "`core` for the few that everybody should know, which are numbered, else `other`."
