"""A new entry: what is written fits its kind once what says TODO is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from pydantic import ValidationError

from generator.cli import main
from generator.content.entries import structure
from generator.editing.skeleton import LATER, TO_DO, skeleton, to_ask_for
from generator.kinds import BUILT_IN
from generator.kinds.assessment import Advice
from generator.model.entry import Link, Part
from generator.model.shapes import Shape, Sort, bare_field, fields, tag_of
from generator.reading.document import parse
from tests.conftest import Playbook, Small, example_content, files_under

GIVEN = ["--title", "Ask: twice", "--summary", "How to ask twice."]


def test_the_skeleton_says_what_each_field_is_for(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({})
    assert main(["new", "objection", "too-late", *GIVEN]) == 0
    assert capsys.readouterr().out == (
        "wrote content/objections/too-late.yml\n"
        "Replace every TODO, then run: playbook check content/objections/too-late.yml\n"
    )
    assert (
        files_under(root)["content/objections/too-late.yml"]
        == """\
# yaml-language-server: $schema=../../schemas/objection.json
# The title of the page.
title: "Ask: twice"
# What the reader gets, in one sentence of at most 160 characters.
summary: How to ask twice.
# The objection, as somebody would say it.
objection: TODO
# What is right about it.
right: TODO
# The answer.
answer: >-
  TODO
# The answer in one breath, to say aloud.
# say: …
# The moments in which this is useful.
# moments: [some-id, other-id]
# The people it is for.
# audience: [some-id, other-id]
# The time needed to use it, in minutes.
# minutes: …
# Words that people may search for and that are not in the title.
# keywords: [some words, other words]
# How someone with the problem would put it, in words that the page does not use.
# asked_as: [some words, other words]
# `source`: the substance is in the sources; `assembled`: put together from several places in
# them; `own`: the playbook's own.
origin: own
# What the reader should know about its reliability: gaps, doubts, second-hand reports.
# note: …
# Its sources.
# sources:
#   - source: …  # The id of a source.
#     where: …  # The place in the source: a section, a post, a chapter.
# Links to other entries, each with the reason to follow it. At least two; known relations:
#   against: Raised against (practice, lesson, conversation, belief-pair, checklist)
#   next: Go on with (any entry)
#   use: Put it to work (conversation, checklist, worksheet, role-play, session-plan, assessment, calculator, text-check)
#   contrasts: In contrast to (any entry)
# links:
#   against:
#     - to: some-id
#       why: …
# Whether it is still being written: only `playbook serve` shows it.
# draft: true
# Who looks after it: one of `owners` in the configuration.
# owner: …
"""  # noqa: E501
    )


def test_check_points_at_everything_that_is_still_to_be_written(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({})
    assert main(["new", "objection", "too-late", *GIVEN]) == 0
    capsys.readouterr()
    assert main(["check", "content/objections/too-late.yml"]) == 0
    lines = files_under(root)["content/objections/too-late.yml"].split("\n")
    marked = [int(line) for line in re.findall(r":(\d+):\d+: warning\[unfinished-text\]", capsys.readouterr().out)]
    assert marked == [at for at, line in enumerate(lines, start=1) if TO_DO in line]


def test_among_others_it_stands_where_they_stand(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    root = example_content(playbook({}))
    monkeypatch.chdir(root)
    before = files_under(root)["content/terms.yml"]
    assert main(["new", "terms", "twice", *GIVEN, "--field", "forms=twice, two times"]) == 0
    after = files_under(root)["content/terms.yml"]
    assert after.startswith(before)
    assert after.removeprefix(before).startswith('\ntwice:\n  # The title of the page.\n  title: "Ask: twice"\n')
    assert "\n  forms: [twice, two times]\n" in after
    assert main(["check"]) == 0


def test_what_is_missing_is_asked_for_on_a_terminal(
    small: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({})
    answers = iter(["", "Ask twice", "How to ask twice.", "anyone", "team"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["new", "practice", "ask-twice"]) == 0
    level = "level (`personal`, `team` or `org`): "
    assert asked == ["title: ", "title: ", "summary: ", level, level]
    text = files_under(root)["content/practices/ask-twice.yml"]
    assert "\ntitle: Ask twice\n" in text
    assert "\nlevel: team\n" in text
    said = capsys.readouterr().out
    assert "Who can start it: `personal` anybody" in said
    assert "\nThis field is required.\n" in said
    assert "\nWrite `personal`, `team` or `org`.\n" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["practise", "x"], "no kind is called `practise`; did you mean `practice`?"),
        (
            ["practice", "Ask Twice"],
            "`Ask Twice` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`",
        ),
        (
            ["practice", "../x"],
            "`../x` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`",
        ),
        (["practice", "slow-down"], "the entry `slow-down` already exists: content/practices/slow-down.yml"),
        (
            ["practice", "x", "--title", "X"],
            'missing: --summary "…", --field level=… (`personal`, `team` or `org`)',
        ),
        (["practice", "x", *GIVEN, "--field", "lvl=team"], "`--field lvl=team`: did you mean `level`?"),
        (
            ["practice", "x", *GIVEN, "--field", "level"],
            "`--field level`: did you mean `level`?",
        ),
        (
            ["practice", "x", *GIVEN, "--field", "level=all"],
            "`level` cannot be `all`; write `personal`, `team` or `org`",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    words: list[str], said: str, small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({})
    before = files_under(root)
    assert main(["new", *words]) == 2
    assert capsys.readouterr().err == f"playbook: {said}\n"
    assert files_under(root) == before


# ---- every kind ----


def filled(lines: str, kind: str) -> str:
    """The skeleton with something fitting in place of each mark."""
    document, problems = parse(lines, "x.yml")
    assert document is not None, problems
    counter = iter(range(1000))
    data = dict(_filled(document.data, BUILT_IN.by_name[kind].model, counter))
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _filled(data: object, model: type[Part], counter: Iterator[int]) -> Iterator[tuple[str, object]]:
    assert isinstance(data, dict)
    shapes = {field.name: field.shape for field in fields(model)}
    for name, value in data.items():
        yield name, _value(value, shapes[name], counter)


def _value(value: object, of: Shape, counter: Iterator[int]) -> object:
    if value == TO_DO:
        return _fitting(of, next(counter))
    match value:
        case list():
            assert of.item
            return [_value(item, of.item, counter) for item in value]
        case dict() if of.sort is Sort.NAMED:
            assert of.item
            (item,) = value.values()
            return {"name": _value(item, of.item, counter)}
        case dict():
            part = of.parts[0]
            if of.sort is Sort.ONE_OF:
                tag = tag_of(of.parts)
                part = next(p for p in of.parts if _shape_of(p, tag).choices == (value[tag],))
            return dict(_filled(value, part, counter))
    return value


def _shape_of(part: type[Part], name: str) -> Shape:
    return next(field.shape for field in fields(part) if field.name == name)


def _fitting(of: Shape, number: int) -> str:
    match of.sort:
        case Sort.ID | Sort.REF:
            return f"slow-{number}"
        case Sort.WHOLE | Sort.NUMBER:
            return "3"
        case Sort.CHOICE:
            return of.choices[0]
        case Sort.YES_NO:
            return "true"
    return f"name_{number}" if of.pattern else f"Words {number}."


@pytest.mark.parametrize("kind", [kind.name for kind in BUILT_IN])
def test_filled_in_it_fits_its_kind(kind: str) -> None:
    given = {"title": "T", "summary": "S."}
    given |= {field.name: field.shape.choices[0] for field in to_ask_for(BUILT_IN.by_name[kind]) if field.shape.choices}
    text = skeleton(BUILT_IN.by_name[kind], given)
    document, problems = parse(filled(text, kind), "x.yml")
    assert document is not None
    assert problems == ()
    assert structure(document, BUILT_IN.by_name[kind], "x")[1] == ()


@pytest.mark.parametrize("kind", [kind.name for kind in BUILT_IN])
def test_what_may_be_left_out_is_there_as_a_comment(kind: str) -> None:
    text = skeleton(BUILT_IN.by_name[kind], {})
    names = re.findall(r"^(?:# )?(\w+):", text, re.MULTILINE)
    assert set(BUILT_IN.by_name[kind].model.model_fields) - LATER <= set(names)
    assert max(map(len, text.splitlines())) <= 200


def test_bare_fields_are_known() -> None:
    found = {bare_field(part) for kind in BUILT_IN for field in fields(kind.model) for part in field.shape.parts}
    assert found <= {None, "to", "do"}


def test_a_bare_text_cannot_stand_for_a_part_that_needs_more() -> None:
    assert (bare_field(Link), bare_field(Advice)) == ("to", None)
    with pytest.raises(ValidationError):
        Advice.model_validate("slow-down")


@pytest.mark.parametrize(
    "text",
    ["plain", "- x", "a: b", "a #b", " x", '"said"', "[x]", "yes", "it's", "*", "&a", "x:", "back\\slash", "?", "@a"],
)
def test_what_is_given_is_kept_word_for_word(text: str) -> None:
    document, problems = parse(skeleton(BUILT_IN.by_name["term"], {"title": text}), "x.yml")
    assert document is not None, problems
    assert isinstance(document.data, dict)
    assert document.data["title"] == text
