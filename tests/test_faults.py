"""What does not fit a model is said in words. The whole messages are in `golden/diagnostics`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.diagnostics import Span
from generator.entry import Entry
from generator.faults import explained, listed, slug
from generator.kinds import BUILT_IN
from generator.source import parse
from generator.structure import id_problems


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["a"], "`a`"), (["a", "b"], "`a` and `b`"), (["a", "b", "c"], "`a`, `b` and `c`")],
)
def test_names_in_a_row(names: list[str], said: str) -> None:
    assert listed(names) == said


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_what_is_proposed_as_an_id_can_be_one(text: str) -> None:
    assert id_problems(slug(text) if slug(text) not in ("con", "prn", "aux", "nul") else "a", Span("f")) == ()


def _values(value: str) -> list[str]:
    return [value, f"[{value}]", f"[[{value}]]", "{a: " + value + "}", "{to: [" + value + "]}", "", '""', "[{}]"]


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_every_field_of_every_kind_explains_what_it_does_not_take(kind: object) -> None:
    """Whatever stands in a field, the fault is put in words of ours, at the field or within it."""
    model: type[Entry] = kind.model  # type: ignore[attr-defined]
    for name in model.model_fields:
        for value in _values("zzz Zzz"):
            text = f"{name}: {value}\n"
            document, problems = parse(text, "f.yml")
            assert document is not None, problems
            try:
                model.model_validate(document.data)
            except ValidationError as error:
                for found in explained(error, document, model, "an entry"):
                    assert found.span.line == 1
                    assert not found.message.startswith(f"`{name}`: "), found.message
                    assert found.hint, found.message
