"""What is wrong in the examples of a component is said with its line, and with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.components import stage
from tools.example_files import FaultyExamplesError, examples_of

SCALE = "type: scale, id: one, label: How, lowest: 1, highest: 5, lowest_is: a, highest_is: b"


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("about: [A", 1, "a closing bracket or a comma is missing", "add it"),
        ("about: A\nexampels: []", 2, "a file of examples has no field `exampels`", "did you mean `examples`?"),
        ("examples:\n  - nmae: One", 2, "`examples[1]` has no field `nmae`", "did you mean `name`?"),
        ("takes: [a]", 1, "`takes` must contain fields, not a list", "write each name on its own line"),
        (
            "examples:\n  - name: One\n    with:\n      block: {type: scal, id: one}",
            4,
            "`block.type` cannot be `scal`",
            "did you mean `scale`?",
        ),
        (
            f"examples:\n  - name: One\n    with:\n      block: {{{SCALE}, ratings: [{{id: Now, text: Now}}]}}",
            4,
            "`Now` is not a valid id",
            "an id has lower-case letters, digits and hyphens: `now`",
        ),
    ],
)
def test_a_fault_is_said_as_in_content(text: str, line: int, message: str, hint: str, tmp_path: Path) -> None:
    path = tmp_path / "block-one" / "examples.yml"
    path.parent.mkdir()
    path.write_text(f"{text}\n", "utf-8")
    with pytest.raises(FaultyExamplesError) as raised:
        examples_of(path, tmp_path)
    said = str(raised.value)
    assert said.startswith(f"block-one/examples.yml:{line}:")
    assert message in said
    assert f"hint: {hint}" in said


def test_a_fault_in_an_added_entry_is_said_with_its_field() -> None:
    with pytest.raises(FaultyExamplesError, match="has no field `titel`") as raised:
        stage({"terms": {"odd": {"titel": "Odd"}}})
    assert "hint: did you mean `title`?" in str(raised.value)
