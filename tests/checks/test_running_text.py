from __future__ import annotations

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.checks._running_text import WORD, Passage, passages
from generator.content.located import Located
from generator.kinds import BUILT_IN
from generator.reading.document import parse
from tests.checks.small_playbook import clean_files, graph_of, with_changes

PRACTICE = "content/practices/slow-down.yml"


def practice(do: str) -> Located:
    """The practice of the small playbook, with `do` as it is written in YAML."""
    return graph_of(with_changes({PRACTICE: f"do: {do}\n"})).entries["slow-down"]


def passage(do: str) -> Passage:
    return next(p for p in passages(practice(do)) if p.route == ("do",))


def test_the_texts_are_the_playbooks_own_words() -> None:
    routes = [p.route for p in passages(practice("Wait."))]
    assert routes[:4] == [("title",), ("summary",), ("links", "goes_with", 0, "why"), ("links", "use", 0, "why")]
    assert ("steps", 0, "detail") in routes
    assert not {"keywords", "asked_as", "own", "sources", "level", "moments"} & {route[0] for route in routes}


def test_of_a_message_the_draft_is_left_out_and_the_finished_text_is_not() -> None:
    message = graph_of(clean_files()).entries["visit-note"]
    routes = [p.route for p in passages(message)]
    assert ("after", "text") in routes
    assert not [route for route in routes if route[0] == "before"]


def test_a_word_of_a_marked_part_is_found_where_it_is_written() -> None:
    found = passage("Wait. [Wait *longer* now.]{own} Then ask.")
    assert found.text == "Wait. Wait *longer* now. Then ask."
    places = [
        found.place(start, start + len(word)).column for word in ("longer", "ask") if (start := found.text.find(word))
    ]
    assert places == [18, 42]


def test_what_is_no_word_is_blanked_in_place() -> None:
    text = "See [[slow-down]], [[slow-down|the pace]], `code`, [it](https://a.org/b) and www.example.org."
    assert passage(f"{text!r}").words == (
        "See              ,             the pace  ,       , [it]                  and                 "
    )


def test_quotations_are_blanked_as_well_where_only_own_words_count() -> None:
    assert passage("'Say \"no\" or “yes”, and don’t hurry.'").own_words == "Say      or      , and don’t hurry."


def test_sentences_start_where_a_reader_sees_them_start() -> None:
    text = "Ask. Wait for 3.5 minutes, e.g. in silence… “Then?” Ask “Why?” (Or not.) Go on!"
    assert [text[start:][: len(sentence)] for start, sentence in passage(f"{text!r}").sentences()] == [
        "Ask.",
        "Wait for 3.5 minutes, e.g. in silence…",
        "“Then?”",
        "Ask “Why?”",
        "(Or not.)",
        "Go on!",
    ]


def test_paragraphs_and_items_of_lists_are_sentences() -> None:
    block = "|\n  First:\n\n  - one thing\n  - another\n"
    assert [sentence for _, sentence in passage(block).sentences()] == ["First:", "- one thing", "- another"]


STYLES = st.sampled_from(["'", '"', ">", "|", None])
LETTERS = st.sampled_from("abz \n'\"\\:#-…é\u00a0\t[]{}|>*")


WAITS = practice("Wait.").entry


@settings(deadline=None)
@given(st.text(LETTERS, min_size=1).filter(str.strip), STYLES)
@example('a \\ "b" and\nthen some very long words that YAML folds into lines because it cannot help it, c', '"')
@example("it's", "'")
def test_each_word_is_found_where_it_is_written(text: str, style: str | None) -> None:
    written = yaml.dump({"do": text}, default_style=style, allow_unicode=True)
    document, _ = parse(written, "x.yml")
    assert document is not None
    located = Located(BUILT_IN.by_name["practice"], "x", WAITS, document)
    for word in WORD.finditer(text):
        span = Passage(located, ("do",), text).place(*word.span())
        line = written.splitlines()[span.line - 1]
        found = line[span.column - 1 : span.column - 1 + span.length]
        # PyYAML falls back to double quotes where the style asked for cannot hold the text.
        quoted = document.text[document.extents[("do",)][0]]
        if quoted == '"':
            assert yaml.safe_load(f'"{found}"') == word[0]
        elif quoted == "'":
            assert found.replace("''", "'") == word[0]
        else:
            assert found == word[0]


def test_every_word_of_the_small_playbook_is_found_to_the_letter() -> None:
    files = clean_files()
    for located in graph_of(files).entries.values():
        for one in passages(located):
            for word in WORD.finditer(one.text):
                span = one.place(*word.span())
                line = files[span.file].splitlines()[span.line - 1]
                assert line[span.column - 1 : span.column - 1 + span.length] == word[0]
