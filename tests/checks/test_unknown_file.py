from dataclasses import replace

from generator.checks import unknown_file
from tests.checks.small_playbook import SITE, found_by, graph_of, report_of, with_changes
from tests.media.made import attached


def test_a_picture_and_a_link_to_no_file_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Look at ![the room](files/room.png) and [the form](files/form.pdf) before they come.
""",
    }
    assert (
        report_of(unknown_file.RULE, changes)
        == """\
content/practices/slow-down.yml:1:25: error[unknown-file]: there is no file `files/room.png`
   1 | do: Look at ![the room](files/room.png) and [the form](files/form.pdf) before they come.
     |                         ^^^^^^^^^^^^^^
   hint: make the folder content/files/ and put the file into it, correct its name here, or delete `![…](…)`

content/practices/slow-down.yml:1:56: error[unknown-file]: there is no file `files/form.pdf`
   1 | do: Look at ![the room](files/room.png) and [the form](files/form.pdf) before they come.
     |                                                        ^^^^^^^^^^^^^^
   hint: make the folder content/files/ and put the file into it, correct its name here, or keep only the words of the link
"""
    )


def test_a_file_of_nearly_this_name_is_suggested() -> None:
    changes = {"content/practices/slow-down.yml": "do: See [the form](files/order-from.pdf).\n"}
    graph = replace(graph_of(with_changes(changes)), files={"order-form.pdf": attached("order-form.pdf")})
    assert [found.hint for found in found_by(unknown_file.RULE, graph, SITE)] == [
        "did you mean `files/order-form.pdf`?"
    ]


def test_a_file_that_has_a_problem_of_its_own_is_not_missing() -> None:
    changes = {"content/practices/slow-down.yml": "do: See [the form](files/form.pdf).\n"}
    graph = replace(graph_of(with_changes(changes)), broken_files=frozenset({"content/files/form.pdf"}))
    assert found_by(unknown_file.RULE, graph, SITE) == ()


def test_a_file_that_is_there_is_none() -> None:
    changes = {"content/practices/slow-down.yml": "do: See [the form](files/form.pdf), and `![this](files/x.png)`.\n"}
    graph = replace(graph_of(with_changes(changes)), files={"form.pdf": attached("form.pdf")})
    assert found_by(unknown_file.RULE, graph, SITE) == ()
