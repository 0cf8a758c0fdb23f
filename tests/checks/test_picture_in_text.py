from dataclasses import replace

from generator.checks import picture_in_text
from generator.config.settings import SiteConfig
from generator.media.picture import Picture
from tests.checks.small_playbook import SITE, found_by, graph_of, report_of, with_changes
from tests.media.made import attached


def test_a_picture_is_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Look at ![the room](images/room.png) before they come.
""",
    }
    assert (
        report_of(picture_in_text.RULE, changes)
        == """\
content/practices/slow-down.yml:1:25: error[picture-in-text]: the picture `images/room.png` would not be shown
   1 | do: Look at ![the room](images/room.png) before they come.
     |                         ^^^^^^^^^^^^^^^
   hint: put the picture into content/files/ and write `files/room.png`
"""
    )


def test_a_picture_that_is_there_under_another_path_gets_its_address() -> None:
    changes = {"content/practices/slow-down.yml": "do: See ![a](/files/plan.png) and ![b](content/files/plan.png).\n"}
    graph = graph_of(with_changes(changes))
    files = {"plan.png": attached("plan.png", Picture(9, 9))}
    found = found_by(picture_in_text.RULE, replace(graph, files=files), SITE)
    assert [one.hint for one in found] == ["write `files/plan.png`"] * 2


def test_a_video_is_shown_if_the_configuration_names_its_site() -> None:
    videos = {"Tube": {"link": "https://tube.example/v/{id}", "frame": "https://tube.example/e/{id}"}}
    site = SiteConfig.model_validate({**SITE.model_dump(exclude_unset=True), "videos": videos})
    changes = {"content/practices/slow-down.yml": "do: See ![how](https://tube.example/v/a1).\n"}
    assert found_by(picture_in_text.RULE, graph_of(with_changes(changes)), site) == ()
    (found,) = found_by(picture_in_text.RULE, graph_of(with_changes(changes)), SITE)
    assert found.hint == (
        "if it is a video, name its site under `videos:` in site_config.yml; if a picture, put the picture into "
        "content/files/ and write `![what it shows](files/name.png)`"
    )


def test_a_file_that_is_no_picture_is_marked() -> None:
    changes = {"content/practices/slow-down.yml": "do: See ![the form](files/form.pdf) and ![a](files/plan.png).\n"}
    files = {"form.pdf": attached("form.pdf"), "plan.png": attached("plan.png", Picture(9, 9))}
    (found,) = found_by(picture_in_text.RULE, replace(graph_of(with_changes(changes)), files=files), SITE)
    assert found.message == "`files/form.pdf` is no picture"
    assert found.hint == "link to it: leave out the `!` before the brackets"


def test_the_faultless_entries_have_none() -> None:
    assert report_of(picture_in_text.RULE) == ""
