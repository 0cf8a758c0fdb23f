"""Records of worksheets: whatever stands in the storage or in a file, it is read whole or refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import some_of
from tests.node.process import Node

READ = """async (load, texts) => {
  const records = await load("sheet/lazy/sheet-record.js");
  return texts.map((text) => {
    try {
      const record = records.fromText(text);
      const again = records.fromText(records.toText(record));
      const file = records.fromFile(records.toFile("a-site", "a-sheet", record), "a-sheet");
      const all = [record, again, file].map((one) => ({ ...one, answers: Object.fromEntries(one.answers) }));
      return { first: all[0], same: new Set(all.map((one) => JSON.stringify(one))).size === 1 };
    } catch (fault) {
      if (fault.constructor.name !== "RecordFault") throw fault;
      return fault.reason;
    }
  });
}"""

ANSWERS = st.dictionaries(
    st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?(\.[a-z0-9]{1,5}){0,2}", fullmatch=True),
    st.text(min_size=1),
    max_size=5,
)
RECORD = {"schema": 1, "edition": 1, "updatedAt": "2026-01-02T03:04:05Z"}
ANYTHING = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=4)


@settings(max_examples=some_of(60), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(answers=ANSWERS)
def test_what_was_written_comes_back(node: Node, answers: dict[str, str]) -> None:
    # A browser replaces halves of surrogate pairs when it writes a file, and no key can type one.
    answers = {name: text.encode("utf-8", "replace").decode() for name, text in answers.items()}
    (found,) = node.run(READ, [json.dumps({**RECORD, "answers": answers})])
    assert found == {"first": {"edition": 1, "updatedAt": RECORD["updatedAt"], "answers": answers}, "same": True}


@settings(max_examples=some_of(60), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    changes=st.dictionaries(st.sampled_from(["schema", "edition", "updatedAt", "answers"]), ANYTHING),
    cut=st.integers(0, 90),
)
def test_what_is_spoilt_is_refused_or_read_whole(node: Node, changes: dict[str, Any], cut: int) -> None:
    text = json.dumps({**RECORD, "answers": {"a.b": "c"}, **changes})
    for found in node.run(READ, [text, text[:cut]]):
        assert found in ("unreadable", "newer") or found["same"]


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"a": "x" * 4001}, "unreadable"),
        ({"a b": "x"}, "unreadable"),
        ({"a": ""}, "unreadable"),
        ({"a": ["x"]}, "unreadable"),
        ({f"a-{n}": "x" for n in range(10_001)}, "unreadable"),
    ],
)
def test_what_no_sheet_can_have_written_is_refused(node: Node, answers: dict[str, Any], reason: str) -> None:
    assert node.run(READ, [json.dumps({**RECORD, "answers": answers})]) == [reason]


def test_names_that_every_object_has_are_left_out(node: Node) -> None:
    text = json.dumps({**RECORD, "answers": {"constructor": "x", "prototype": "x", "a": "b"}})
    (found,) = node.run(READ, [text.replace('"a"', '"__proto__": "x", "a"')])
    assert found["first"]["answers"] == {"a": "b"}
