"""Files become data strictly: what stands there is what is read, and whatever is read has its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route, Span, span_at
from generator.reading.composer import FORBIDDEN, Data
from generator.reading.document import Document, parse, read_document
from generator.reading.text import MAX_BYTES, read_text
from tests.conftest import some_of

UNHURRIED = settings(deadline=None, derandomize=True, max_examples=some_of(150))

letters = st.characters(exclude_categories=["Cs"]).filter(lambda c: not FORBIDDEN.match(c) and c != "\r")
strings = st.text(letters, max_size=30) | st.sampled_from(
    ["no", "on", "~", "null", "true", "014", "1e3", "2024-13-45", "12:30:00", "<<", "=", "---", "...", "- a", "a: b"]
)
data = st.recursive(
    strings,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(strings.filter(bool), inner, max_size=4),
    max_leaves=12,
)
YAML = ["a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n\t", "[", "]", "{", "}", ", ", "'", '"', "|", ">-", "|2", "\\"]
YAML += [
    "#",
    " #",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "%YAML 1.1",
    "---",
    "...",
    "<<: ",
    "\\x0",
    "é",
    "漢",
    "😀",
    " ",
    "\n- ",
]
almost_yaml = st.lists(st.sampled_from(YAML), max_size=30).map("".join) | st.text(letters, max_size=60)


def _codes(problems: tuple[Diagnostic, ...]) -> list[Code]:
    return [problem.code for problem in problems]


def _scalars(value: Data, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(value, str):
        yield route, value
    else:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _scalars(inner, (*route, key))


def _keys(value: Data, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*route, key), key
            yield from _keys(inner, (*route, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _keys(inner, (*route, index))


def _read(piece: str) -> Any:
    return yaml.load(piece, Loader=yaml.BaseLoader)


@UNHURRIED
@given(data, st.sampled_from([None, "'", '"']), st.booleans(), st.sampled_from([20, 80]))
@example({"a": "line\n\nline\n"}, None, False, 20)
@example(["😀 tail", {"漢": "字 "}], '"', True, 80)
def test_every_string_is_read_as_it_was_written_and_found_where_it_stands(
    value: Data, style: str | None, flow: bool, width: int
) -> None:
    text = yaml.safe_dump(
        value, sort_keys=False, default_style=style, default_flow_style=flow, allow_unicode=True, width=width
    )

    document, problems = parse(text, "f.yml")

    assert (problems, document and document.data) == ((), value)
    assert document is not None
    assert list(document.extents) == [route for route, _ in _scalars(value)]
    for route, string in _scalars(value):
        start, end = document.extents[route]
        assert _read(text[start:end]) == string
        assert document.span(route) == span_at("f.yml", text, start, document.span(route).length)
    for route, key in _keys(value):
        span = document.keys[route]
        start = sum(len(line) + 1 for line in text.split("\n")[: span.line - 1]) + span.column - 1
        assert "\n" in key or _read(text[start : start + span.length]) == key


@UNHURRIED
@given(almost_yaml)
@example("\ufeff")
@example('a: "')
@example("a: [\n\n\n")
@example("a: 'b\n\nc")
@example("😀: 😀: 😀")
def test_no_text_makes_the_parser_stumble_and_every_place_lies_in_the_file(text: str) -> None:
    document, problems = parse(text, "f.yml")

    assert (document is None) <= bool(problems)
    lines = text.split("\n")
    spans = [problem.span for problem in problems] + [span for p in problems for span, _ in p.related]
    spans += [*document.values.values(), *document.keys.values()] if document else []
    for span in spans:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.length <= max(1, len(lines[span.line - 1]) + 1 - span.column)


PLAIN = ["on", "no", "Yes", "true", "~", "null", "014", "0x1F", "0o17", "1_000", "1e3", ".inf", "1.0", "+1", "="]
PLAIN += ["12:30:00", "2024-13-45", "2024-01-01"]


@pytest.mark.parametrize("plain", [*PLAIN, "9" * 5000])
def test_plain_text_stays_text(plain: str) -> None:
    # YAML takes keys of at most 1,024 characters.
    document, problems = parse(f"{plain[:1000]}: {plain}\nlist: [{plain}]\n", "f.yml")

    assert problems == ()
    assert document is not None
    assert document.data == {plain[:1000]: plain, "list": [plain]}


DEEP = {
    "lists": "[" * 25_000,
    "closed": "[" * 25_000 + "]" * 25_000,
    "mappings": "a: " + "{a: " * 25_000,
    "items": "- " * 25_000 + "x",
    "indented": "\n".join(" " * n + "a:" for n in range(400)),
    "behind-a-merge-key": "<<: {a: " + "[" * 25_000,
    "behind-a-repeated-key": "a: b\na: " + "[" * 25_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_is_nested_too_deep_is_refused_and_not_followed(text: str) -> None:
    document, problems = parse(text, "f.yml")

    assert document is None
    assert _codes(problems)[-1] is codes.YAML_TOO_DEEP


@pytest.mark.parametrize("text", ["? " * 25_000 + "x", "a: " + "{" * 25_000], ids=["keys", "braces"])
def test_keys_within_keys_are_refused_at_the_first(text: str) -> None:
    document, problems = parse(text, "f.yml")

    assert document is None
    assert _codes(problems) == [codes.YAML_KEY_NOT_TEXT]


def test_fifty_levels_are_read() -> None:
    document, problems = parse("[" * 50 + "]" * 50, "f.yml")

    assert problems == ()
    assert document is not None


def test_aliases_that_multiply_are_refused_at_the_first() -> None:
    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{last}'] * 9)}]\n" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    )

    document, problems = parse(laughs, "f.yml")

    assert document is None
    assert [(p.code, p.span) for p in problems] == [
        (codes.YAML_ANCHOR, Span("f.yml", 1, 4, 4)),
        (codes.YAML_ANCHOR, Span("f.yml", 2, 4, 4)),
        (codes.YAML_ANCHOR, Span("f.yml", 2, 8, 2)),
    ]


def test_merge_keys_that_multiply_are_refused_at_the_first() -> None:
    bomb = "a: &a {k: v}\n" + "".join(
        f"{name}: &{name}\n  <<: [{','.join([f'*{last}'] * 9)}]\n" for last, name in zip("abc", "bcd", strict=True)
    )

    document, problems = parse(bomb, "f.yml")

    assert document is None
    assert _codes(problems) == [codes.YAML_ANCHOR, codes.YAML_ANCHOR, codes.YAML_MERGE_KEY, codes.YAML_ANCHOR]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_line_ends_do_not_matter(end: str, tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_bytes(end.join(["a: one", "b:", "  - two: 漢", "c: &x y", ""]).encode())

    document, problems = read_document(tmp_path / "f.yml", tmp_path, "f.yml")

    assert document is not None
    assert document.data == {"a": "one", "b": [{"two": "漢"}], "c": "y"}
    assert document.span(("b", 0, "two")) == Span("f.yml", 3, 10, 1)
    assert [p.span for p in problems] == [Span("f.yml", 4, 4, 4)]


def test_a_byte_order_mark_moves_nothing(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_bytes(b"\xef\xbb\xbftitle: x\n")

    document, problems = read_document(tmp_path / "f.yml", tmp_path, "f.yml")

    assert document is not None
    assert document.span(("title",)) == Span("f.yml", 1, 8, 1)
    assert _codes(problems) == [codes.BYTE_ORDER_MARK]


def test_a_file_of_one_mebibyte_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "f.yml"
    file.write_bytes(b"a: b".ljust(MAX_BYTES))
    assert read_text(file, tmp_path, "f.yml")[1] == ()

    file.write_bytes(b"a: b".ljust(MAX_BYTES + 1))
    assert _codes(read_text(file, tmp_path, "f.yml")[1]) == [codes.FILE_TOO_LARGE]


def test_a_file_that_one_may_not_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs the tests may read everything, so the system's answer is played.
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "f.yml"
    file.write_text("a: b\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)

    text, problems = read_text(file, tmp_path, "f.yml")

    hint = "check its permissions"
    message = "the file cannot be read: Permission denied"
    assert (text, problems) == (None, (Diagnostic(codes.UNREADABLE_FILE, message, Span("f.yml"), hint),))


def test_a_link_within_the_content_is_followed(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_text("a: b\n")
    (tmp_path / "g.yml").symlink_to("f.yml")

    assert read_text(tmp_path / "g.yml", tmp_path, "g.yml") == ("a: b\n", ())


def test_a_link_that_leads_beside_a_root_of_the_same_beginning_is_refused(tmp_path: Path) -> None:
    root, other = tmp_path / "content", tmp_path / "content-of-others"
    root.mkdir()
    other.mkdir()
    (other / "f.yml").write_text("a: b\n")
    (root / "f.yml").symlink_to(other / "f.yml")

    assert _codes(read_text(root / "f.yml", root, "f.yml")[1]) == [codes.UNREADABLE_FILE]


def test_a_root_that_is_itself_a_link_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "f.yml").write_text("a: b\n")
    (tmp_path / "root").symlink_to("real")

    assert read_text(tmp_path / "root" / "f.yml", tmp_path / "root", "f.yml") == ("a: b\n", ())


def test_devices_are_not_read(tmp_path: Path) -> None:
    assert _codes(read_text(Path(os.devnull), Path("/"), "null")[1]) == [codes.UNREADABLE_FILE]


def _document(text: str) -> Document:
    document, _ = parse(text, "f.yml")
    assert document is not None
    return document


def test_a_route_without_a_place_has_that_of_what_is_around_it() -> None:
    document = _document("links:\n  next:\n    - slow\n")

    assert document.span(("links", "next", 0, "to")) == Span("f.yml", 3, 7, 4)
    assert document.span(("no", "such")) == Span("f.yml", 1, 1, 1)
    assert document.key_span(("links", "next")) == Span("f.yml", 2, 3, 4)
    assert document.key_span(("links", "next", 0)) == Span("f.yml", 3, 7, 4)


@pytest.mark.parametrize(
    ("text", "needle", "span"),
    [
        ("t: see [[slow]]\n", "slow", Span("f.yml", 1, 10, 4)),
        ("t: >-\n  first\n  see [[slow]]\n", "slow", Span("f.yml", 3, 9, 4)),
        ("slow: x\nt: slow\n", "slow", Span("f.yml", 2, 4, 4)),
        ('t: "s\\x6cow"\n', "slow", Span("f.yml", 1, 4, 9)),
    ],
    ids=["plain", "folded", "not-in-another-field", "escaped"],
)
def test_a_word_is_found_in_its_scalar(text: str, needle: str, span: Span) -> None:
    assert _document(text).span_in(("t",), needle) == span


def test_a_scalar_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert _document('a: "one\n  two"\n').span(("a",)) == Span("f.yml", 1, 4, 4)
    assert _document("a: >-\n  one\n").span(("a",)) == Span("f.yml", 1, 4, 2)
