import pickle
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.provenance import MarkMistake, Of, TextMark, parsed
from generator.model.values import Line, Prose
from generator.prose.markdown import to_html

SIGNS = {Of.OWN: "our addition", Of.SOURCE: "from the sources"}


@pytest.mark.parametrize(
    ("written", "text", "parts"),
    [
        ("All theirs.", "All theirs.", []),
        ("[All ours.]{own}", "All ours.", ["own: All ours."]),
        ("Theirs. [Ours.]{own} Theirs.", "Theirs. Ours. Theirs.", ["own: Ours."]),
        ("[A.]{own} [B.]{source}", "A. B.", ["own: A.", "source: B."]),
        ("[See [[slow|this]] now.]{own}", "See [[slow|this]] now.", ["own: See [[slow|this]] now."]),
        ("[[[slow]]]{own}", "[[slow]]", ["own: [[slow]]"]),
        (
            "[See [it](https://e.example/).]{own}",
            "See [it](https://e.example/).",
            ["own: See [it](https://e.example/)."],
        ),
        ("A list:\n\n- [one]{own}\n- two", "A list:\n\n- one\n- two", ["own: one"]),
        ("`[x]{own}` and ``[`]{own}``", "`[x]{own}` and ``[`]{own}``", []),
        ("[`]`]{own}", "`]`", ["own: `]`"]),
        (r"\[x\]\{own}", r"\[x\]\{own}", []),
        ("[x]\\{own}", "[x]\\{own}", []),
        ("[1]{2} and [x] {y}", "[1]{2} and [x] {y}", []),
        ("a [ b", "a [ b", []),
    ],
)
def test_a_text_and_its_marked_parts(written: str, text: str, parts: Sequence[str]) -> None:
    found = parsed(written)

    assert found.text == text
    assert [f"{mark.of}: {text[mark.start : mark.end]}" for mark in found.marks] == parts
    assert found.faults == ()


@pytest.mark.parametrize(
    ("written", "mistake", "at"),
    [
        ("Ours.]{own}", MarkMistake.NOT_OPENED, "]{own}"),
        ("[Ours. {own}", MarkMistake.NOT_CLOSED, "{own}"),
        ("[[slow]]{own}", MarkMistake.NOT_CLOSED, "{own}"),
        ("[words](https://e.example/){own}", MarkMistake.NOT_CLOSED, "{own}"),
        ("[Ours.]{ours}", MarkMistake.NO_WORD, "]{ours}"),
        ("[Ours.]{.own}", MarkMistake.NO_WORD, "]{.own}"),
        ("[Ours.]{own", MarkMistake.NO_WORD, "]{own"),
        ("[A [b]{own}.]{source}", MarkMistake.NESTED, "[A [b]{own}.]{source}"),
        ("[A.\n\nB.]{own}", MarkMistake.TWO_PARAGRAPHS, "[A.\n\nB.]{own}"),
        ("- [a\n- b]{own}", MarkMistake.TWO_PARAGRAPHS, "[a\n- b]{own}"),
        ("[- a]{own}", MarkMistake.TWO_PARAGRAPHS, "[- a]{own}"),
        ("[ ]{own}", MarkMistake.EMPTY, "[ ]{own}"),
    ],
)
def test_a_wrong_mark_is_found_and_the_text_kept(written: str, mistake: MarkMistake, at: str) -> None:
    found = parsed(written)

    assert [(fault.mistake, written[fault.start : fault.end]) for fault in found.faults] == [(mistake, at)]
    assert (found.text, found.marks) == (written, ())


def test_a_line_is_its_text_and_knows_what_was_written() -> None:
    line = Line("Theirs. [Ours.]{own} Theirs.")

    assert line == "Theirs. Ours. Theirs."
    assert line.written == "Theirs. [Ours.]{own} Theirs."
    assert [line.written[line.place(at)] for at in (0, 8, 12, 14)] == ["T", "O", ".", "T"]
    assert pickle.loads(pickle.dumps(line)).provenance == line.provenance


PIECES = (
    "word",
    "[x](https://e.example/)",
    "[[slow|so]]",
    "\\[",
    "\\]",
    "`[x]{own}`",
    "*so*",
    '"',
    "it's",
    "1.",
    "R&D",
)
sentences = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(lambda pieces: f"We {' '.join(pieces)}.")


@given(st.lists(sentences, max_size=3), sentences, st.lists(sentences, max_size=3), st.sampled_from(Of))
def test_to_mark_a_sentence_leaves_the_text_the_same(
    before: list[str], sentence: str, after: list[str], of: Of
) -> None:
    marked = Prose(" ".join([*before, f"[{sentence}]{{{of}}}", *after]))
    start = len(" ".join([*before, ""]))

    assert marked == " ".join([*before, sentence, *after])
    assert marked.provenance.marks == (TextMark(start, start + len(sentence), of),)
    assert shown(marked) == shown(Prose(str(marked)))


def shown(text: Prose) -> str:
    """The text of the HTML."""
    return re.sub("<[^>]*>", "", to_html(text, lambda entry_id, words: words or entry_id, signs=SIGNS))


@given(st.text(st.sampled_from("[]{}own`\\\n -"), max_size=200))
def test_every_text_can_be_read(written: str) -> None:
    found = parsed(written)
    cut = "".join(character for at, character in enumerate(written) if not any(a <= at < b for a, b in found.cuts))

    assert found.text == cut
    assert all(0 <= mark.start < mark.end <= len(found.text) for mark in found.marks)
    assert all(0 <= fault.start < fault.end <= len(written) for fault in found.faults)


@pytest.mark.parametrize(
    "text", ["| [a | b]{own} |", "| a |\n| - |\n| [b |\nc]{own}", "[| a |]{own}", "[a\n| b |]{own}"]
)
def test_a_mark_lies_within_one_cell(text: str) -> None:
    assert [fault.mistake for fault in parsed(text).faults] == [MarkMistake.TWO_PARAGRAPHS]


def test_links_and_code_of_a_cell_may_hold_its_sign() -> None:
    assert len(parsed("| [see [[a|b]] and `c|d`]{own} |").marks) == 1
    assert len(parsed("[a | b]{own}").marks) == 1
