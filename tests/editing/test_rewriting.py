"""Entries get wanted values, and everything else stays as it is."""

from __future__ import annotations

import copy
from collections import Counter
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.editing.edits import edited, edited_as_written
from generator.editing.nodes import root_of
from generator.editing.rewriting import rewritten
from generator.editing.scalars import CannotWrite
from generator.kinds import BUILT_IN
from generator.model.kind import Kind
from generator.reading.composer import Data
from generator.reading.document import Document, parse
from generator.reading.text import text_of
from tests.conftest import ROOT, some_of
from tests.editing import random_values

RANDOM = st.randoms(use_true_random=False)

# Each example takes many numbers from its source, so the smallest one is large as well.
LARGE = settings(
    max_examples=some_of(30), suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large]
)


def document(text: str) -> Document:
    found, problems = parse(text, "file.yml")
    assert found is not None, problems
    return found


def after(text: str, wanted: dict[str, Data], kind: str = "") -> str:
    """The text of a file of its own with another value."""
    return edited(text, rewritten(document(text), (), wanted, BUILT_IN.by_name[kind].model if kind else None))


@cache
def files() -> tuple[tuple[Document, Kind, bool], ...]:
    """The files of the real playbook and of the starter, their kinds, and whether one holds many entries."""
    found = []
    for root in (ROOT / "content", ROOT / "generator" / "starter" / "content"):
        for path in sorted(root.rglob("*.yml")):
            kind = BUILT_IN.by_plural.get(path.stem if path.parent == root else path.parent.name)
            if kind:
                found.append((document(path.read_text()), kind, path.parent == root))
    return tuple(found)


@LARGE
@given(RANDOM)
def test_any_value_can_be_written_into_any_layout(random: Random) -> None:
    old = random_values.fields(random)
    text = random_values.written(random, old)
    text = random.choice((text, text.rstrip("\n")))
    before, _ = parse(text, "file.yml")
    assume(before is not None)
    assert before is not None
    assert isinstance(before.data, dict)
    assert rewritten(before, (), copy.deepcopy(before.data)) == ()
    wanted = random_values.changed(random, before.data)
    assert isinstance(wanted, dict)
    now = document(edited(text, rewritten(before, (), wanted)))
    assert now.data == wanted
    assert document(edited(now.text, rewritten(now, (), before.data))).data == before.data


@LARGE
@given(RANDOM)
def test_texts_change_without_the_loss_of_a_comment(random: Random) -> None:
    old = random_values.fields(random)
    text = random_values.written(random, old)
    before, _ = parse(text, "file.yml")
    assume(before is not None)
    assert before is not None
    wanted = _with_other_texts(random, before.data)
    assert isinstance(wanted, dict)
    now = edited(text, rewritten(before, (), wanted))
    for comment in ("# A comment.", "# minutes: 5", "# Beside.", "# The end."):
        assert now.count(comment) == text.count(comment)


def _with_other_texts(random: Random, value: Data) -> Data:
    if isinstance(value, dict):
        return {name: _with_other_texts(random, item) for name, item in value.items()}
    if isinstance(value, list):
        return value  # an item with another text is another item
    return random_values.text(random) if random.random() < 0.3 else value


@LARGE
@given(RANDOM)
def test_outside_of_a_changed_field_every_byte_stays(random: Random) -> None:
    before, kind, shared = random.choice(files())
    data = before.data
    assert isinstance(data, dict)
    prefix = (random.choice(list(data)),) if shared else ()
    entry = data[prefix[0]] if shared else data
    assert isinstance(entry, dict)
    name = random.choice(list(entry))
    wanted = {**entry, name: random_values.changed(random, {"x": entry[name]}).get("x", "")}  # type: ignore[union-attr]
    now = edited(before.text, rewritten(before, prefix, wanted, kind.model))
    start, end = _field(before.text, (*prefix, name))
    assert now.startswith(before.text[:start])
    assert now.endswith(before.text[end:])
    again = document(now)
    assert again.data == ({**data, prefix[0]: wanted} if shared else wanted)
    undone = document(edited(now, rewritten(again, prefix, entry, kind.model)))
    assert undone.data == data


def _field(text: str, route: tuple[str, ...]) -> tuple[int, int]:
    """Where the lines of a field begin and end."""
    node = root_of(text)
    for name in route:
        child = next(child for child in node.children if child.name == name)
        node = child.node
    end = text.find("\n", child.end)
    return child.at, end if end >= 0 else len(text)


@LARGE
@given(RANDOM)
def test_a_field_that_comes_and_goes_leaves_the_file_as_it_was(random: Random) -> None:
    before, kind, shared = random.choice(files())
    data = before.data
    assert isinstance(data, dict)
    prefix = (random.choice(list(data)),) if shared else ()
    entry = data[prefix[0]] if shared else data
    assert isinstance(entry, dict)
    name = random.choice([name for name in (*kind.model.model_fields, "unknown") if name not in entry])
    more = {**entry, name: random_values.value(random)}
    now = document(edited(before.text, rewritten(before, prefix, more, kind.model)))
    assert edited(now.text, rewritten(now, prefix, entry, kind.model)) == before.text


@LARGE
@given(RANDOM)
def test_items_that_move_keep_their_bytes(random: Random) -> None:
    before, kind, shared = random.choice(files())
    assert isinstance(before.data, dict)
    assume(not shared)
    lists = [name for name, value in before.data.items() if isinstance(value, list) and len(value) > 1]
    assume(lists)
    name = random.choice(lists)
    items = list(before.data[name])
    random.shuffle(items)
    now = edited(before.text, rewritten(before, (), {**before.data, name: items}, kind.model))
    assert document(now).data == {**before.data, name: items}
    if before.text[_field(before.text, (name,))[0] :].startswith(f"{name}:\n"):
        assert Counter(now.splitlines()) == Counter(before.text.splitlines())


@LARGE
@given(RANDOM)
def test_line_ends_and_the_byte_order_mark_stay(random: Random) -> None:
    before, kind, shared = random.choice(files())
    assume(not shared)
    raw = b"\xef\xbb\xbf" + before.text.replace("\n", "\r\n").encode()
    text, _ = text_of(raw, "file.yml")
    assert text == before.text
    wanted = random_values.changed(random, before.data)
    assert isinstance(wanted, dict)
    edits = rewritten(before, (), wanted, kind.model)
    now = edited_as_written(raw, edits)
    assert now == b"\xef\xbb\xbf" + edited(before.text, edits).replace("\n", "\r\n").encode()


OWN = """\
# yaml-language-server: $schema=../../schemas/tell.json
title: A title  # beside
summary: 'A summary.'

# Whom it is for.
audience: [leader]
# minutes: 5
keywords: [a, b]
steps:
    -   do: First
        detail: >-  # folded
            Some words that fill a line of this text up to its end, and then
            others.
    # About the second.
    -   Second
    -   {do: Third, detail: "In quotes"}
"""


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"title": "B: c"}, {"title: A title  # beside": 'title: "B: c"  # beside'}),
        ({"summary": "It's new."}, {"summary: 'A summary.'": "summary: 'It''s new.'"}),
        ({"audience": ["leader", "rep"]}, {"audience: [leader]": "audience: [leader, rep]"}),
        ({"audience": None}, {"# Whom it is for.\naudience: [leader]\n": "", "\n\n# minutes": "\n# minutes"}),
        ({"keywords": None}, {"keywords: [a, b]\n": ""}),
        ({"title": "One\n\nTwo"}, {"title: A title  # beside": "title: >-  # beside\n    One\n\n    Two"}),
        ({"moments": ["after-sale"]}, {"'A summary.'\n": "'A summary.'\nmoments: [after-sale]\n"}),
        ({"minutes": "5"}, {"[leader]\n": "[leader]\nminutes: 5\n"}),
        (
            {"links": {"next": [{"to": "x", "why": "Because."}]}},
            {"[a, b]\n": "[a, b]\nlinks:\n    next:\n        -   to: x\n            why: Because.\n"},
        ),
    ],
)
def test_changes_are_those_that_a_careful_person_would_make(
    change: dict[str, Data | None], lines: dict[str, str]
) -> None:
    data = document(OWN).data
    assert isinstance(data, dict)
    wanted = {name: value for name, value in {**data, **change}.items() if value is not None}
    expected = OWN
    for before, now in lines.items():
        assert expected.count(before) == 1
        expected = expected.replace(before, now)
    assert after(OWN, wanted, "tell") == expected


def test_items_take_their_comments_along() -> None:
    data = document(OWN).data
    assert isinstance(data, dict)
    first, second, third = data["steps"]
    new = {"do": "New", "detail": "Words"}
    _, _, lists = OWN.partition("steps:\n")
    one, two, three = (
        lists[: lists.index("    # About")],
        lists[lists.index("    # About") : lists.index("    -   {")],
        "",
    )
    three = lists[lists.index("    -   {") :]
    moved = after(OWN, {**data, "steps": [second, new, third, first]}, "tell").partition("steps:\n")[2]
    assert moved == two + "    -   do: New\n        detail: Words\n" + three + one


def test_words_change_in_their_lines_only() -> None:
    words = "  " + "\n  ".join(" ".join(f"word{line}{number}" for number in range(12)) for line in range(4))
    text = f"sign: >-\n{words}\ntitle: t\n"
    data = document(text).data
    assert isinstance(data, dict)
    for old, new in (("word13", "longer13"), (" word25", ""), ("word00", "new word00")):
        wanted = {**data, "sign": str(data["sign"]).replace(old, new)}
        changed = set(after(text, wanted).splitlines()) - set(text.splitlines())
        assert 1 <= len(changed) <= 2


def test_words_that_others_read_as_numbers_or_truth_are_put_in_quotes() -> None:
    text = "title: Some words\nminutes: 5\nkeywords: [a, b]\n"
    wanted: dict[str, Data] = {"title": "Yes", "minutes": "15", "keywords": ["a", "1984"], "draft": "true"}
    expected = 'title: "Yes"\nminutes: 15\nkeywords: [a, "1984"]\ndraft: true\n'
    assert after(text, wanted, "tell") == expected


def test_entries_of_a_shared_file_come_and_go() -> None:
    text = "# Terms.\na:\n  title: A\n\nb:\n  title: B\n"
    old = document(text)
    model = BUILT_IN.by_name["term"].model
    added = edited(text, rewritten(old, ("c",), {"summary": "s", "title": "C"}, model))
    assert added == text + "\nc:\n  title: C\n  summary: s\n"
    assert edited(text, rewritten(old, ("b",), None, model)) == "# Terms.\na:\n  title: A\n"
    assert edited(text, rewritten(old, ("a",), None, model)) == "# Terms.\nb:\n  title: B\n"


def test_what_the_reader_refuses_is_not_written() -> None:
    with pytest.raises(CannotWrite, match="invisible or forbidden character"):
        after("title: a\n", {"title": "zero\u200bwidth"})
    with pytest.raises(CannotWrite, match="cannot be given this content"):
        after("title: a\n", {"": "a"})


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("wanted", ["last\n", "last", " ", "", "two\nlines\n", "trailing \n "])
@pytest.mark.parametrize("written", ["words", "'words'", "|-\n  words", ">-\n  words\n\n  more", "|2-\n   words\n   "])
def test_the_last_text_of_a_file_may_end_in_any_way(written: str, wanted: str, end: str) -> None:
    text = f"summary: s\ntitle: {written}{end}"
    now = after(text, {"summary": "s", "title": wanted})
    assert document(now).data == {"summary": "s", "title": wanted}
    assert document(after(now, {"summary": "s", "title": "words"})).data == {"summary": "s", "title": "words"}
    assert now.endswith("\n") or not end


def test_an_item_takes_the_comments_along_that_stand_further_right_below_it() -> None:
    text = "steps:\n  - a\n    # About a.\n  - b\n    # About b.\n# The end.\n"
    assert after(text, {"steps": ["b", "a"]}) == "steps:\n  - b\n    # About b.\n  - a\n    # About a.\n# The end.\n"
    assert after(text, {"steps": ["a"]}) == "steps:\n  - a\n    # About a.\n# The end.\n"


def test_a_line_that_is_full_gives_words_to_the_next_one_only() -> None:
    line = " ".join(["eight888"] * 13)  # 116 characters
    text = f"sign: >-\n  {line}\n  as a partner.\nwhy: w\n"
    now = after(text, {"sign": f"{line}xyz as a partner.", "why": "w"})
    assert now == f"sign: >-\n  {line.removesuffix(' eight888')}\n  eight888xyz as a partner.\nwhy: w\n"
    assert after(text, {"sign": f"{line}x as a partner.", "why": "w"}) == text.replace(f"{line}\n", f"{line}x\n")
