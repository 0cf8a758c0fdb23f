from dataclasses import replace

from generator.checks import unused_file
from generator.content.graph import Graph
from tests.checks.small_playbook import SITE, found_by, graph_of, with_changes
from tests.media.made import attached


def graph(text: str) -> Graph:
    files = {name: attached(name) for name in ("form.pdf", "old-form.pdf")}
    return replace(graph_of(with_changes({"content/practices/slow-down.yml": f"do: {text}\n"})), files=files)


def test_a_file_that_no_text_names_is_marked() -> None:
    (found,) = found_by(unused_file.RULE, graph("See [the form](files/form.pdf)."), SITE)
    assert found.message == "no text shows `files/old-form.pdf` or links to it"
    assert found.span.file == "content/files/old-form.pdf"
    assert found.hint == "show it or link to it in a text, or delete it; it is published all the same"


def test_a_picture_is_a_use_as_well() -> None:
    assert found_by(unused_file.RULE, graph("See [a](files/form.pdf), ![b](files/old-form.pdf)"), SITE) == ()


def test_what_the_configuration_names_is_used() -> None:
    known = graph("See [the form](files/form.pdf).")
    named = {name: replace(file, named=True) for name, file in known.files.items()}
    assert found_by(unused_file.RULE, replace(known, files=named), SITE) == ()


def test_nothing_is_said_where_only_a_part_of_the_texts_is_known() -> None:
    whole = graph("Nothing.")
    assert len(found_by(unused_file.RULE, whole, SITE)) == 2
    assert found_by(unused_file.RULE, replace(whole, complete=False), SITE) == ()
    assert found_by(unused_file.RULE, whole.narrowed({"content/practices/slow-down.yml"}), SITE) == ()
