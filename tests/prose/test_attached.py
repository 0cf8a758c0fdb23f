"""Pictures and files in texts, as HTML for pages and for paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.caching.kept import Kept
from generator.language.language import Language, Words, english, supplied_words
from generator.media.attached import AttachedFile
from generator.media.folder import attached_files
from generator.media.picture import Picture
from generator.media.videos import VideoHost
from generator.model.values import Line, Prose
from generator.prose.attached import FilesOnPage, FilesOnPaper, ShownFiles, about, with_files
from generator.prose.term_finder import TermFinder
from generator.prose.writer import Writer
from tests.media.made import SVG, attached

FILES = {
    file.name: file
    for file in (
        attached("flow.svg", Picture(300, 120, drawing=True)),
        attached("room.jpg", Picture(3000, 2000)),
        attached("form.pdf"),
    )
}
ON_PAGE = FilesOnPage(FILES, lambda target: f"../../{target}", english())


def html(text: str, files: ShownFiles | None = ON_PAGE) -> str:
    return str(Writer({}, str, TermFinder({}), files=files).html(Prose(text)))


def test_a_photograph_comes_in_sizes_and_keeps_its_place_while_it_loads() -> None:
    found = html("See:\n\n![Two chairs](files/room.jpg)")
    assert found.startswith(
        '<p>See:</p>\n<p><picture class="picture"><source type="image/avif" sizes="(min-width: 40em) 38em, 100vw" '
        'srcset="'
        "../../assets/pictures/room.jpg/"
    )
    assert [size for size in ("400w", "800w", "1200w", "1600w") if f".avif {size}" in found] == [
        "400w",
        "800w",
        "1200w",
        "1600w",
    ]
    assert found.endswith(
        '<img src="../../files/room.jpg" alt="Two chairs" width="1600" height="1067" loading="lazy" decoding="async">'
        "</picture></p>"
    )


def test_a_drawing_of_lines_has_one_size() -> None:
    assert html('![A "quick" <way> & more](files/flow.svg) and *on*') == (
        '<p><picture class="picture"><img src="../../files/flow.svg" alt="A &quot;quick&quot; &lt;way&gt; &amp; more" '
        'width="300" height="120" loading="lazy" decoding="async"></picture> and <em>on</em></p>'
    )


@pytest.mark.parametrize("target", ["https://x.example/a.png", "files/none.png", "javascript:x", "files/form.pdf", ""])
def test_of_any_other_picture_remain_its_words(target: str) -> None:
    assert html(f"See ![two <b>chairs</b>]({target}).") == "<p>See two &lt;b&gt;chairs&lt;/b&gt;.</p>"


def test_a_file_says_what_it_is_and_how_large() -> None:
    assert html("Take [the *form*](files/form.pdf), or [this](https://x.example/).") == (
        '<p>Take <a class="file" href="../../files/form.pdf">the <em>form</em> '
        '<span class="file-about">(PDF, 1.2 MB)</span></a>, or <a href="https://x.example/">this</a>.</p>'
    )
    assert html("[this](files/none.pdf)") == '<p><a href="files/none.pdf">this</a></p>'


def test_sizes_are_written_as_in_the_language() -> None:
    german = Language("de", Words(supplied_words("de"), "de"))
    assert about(FILES["form.pdf"], german) == "PDF, 1,2 MB"
    assert about(attached("a.csv", size=3), german) == "CSV, 1 kB"
    assert about(attached("a.csv", size=999_700), german) == "CSV, 1,0 MB"


def test_code_and_escaped_signs_show_no_picture() -> None:
    assert html("`![a b](files/flow.svg)`") == "<p><code>![a b](files/flow.svg)</code></p>"
    assert "<picture" not in html(r"\![a](https://x.example/)") + html(r"!\[a b](files/flow.svg)")


def test_a_picture_may_be_a_link() -> None:
    found = html("[![two chairs](files/flow.svg)](https://x.example/)")
    assert found.startswith('<p><a href="https://x.example/"><picture')
    assert found.endswith("</picture></a></p>")


def test_one_paragraph_holds_pictures_as_well() -> None:
    line = Writer({}, str, TermFinder({}), files=ON_PAGE).html(Line("As in ![two chairs](files/flow.svg)"))
    assert line.startswith('As in <picture class="picture"><img src="../../files/flow.svg" alt="two chairs"')


def drawn(root: Path) -> AttachedFile:
    (root / "files").mkdir()
    (root / "files" / "flow.svg").write_text(SVG.format("<rect/>"), "utf-8")
    (file,), problems = attached_files(root, "content", Kept(root / "cache"))
    assert problems == ()
    return file


def test_on_paper_pictures_are_part_of_the_document_and_files_have_whole_addresses(tmp_path: Path) -> None:
    paper = FilesOnPaper({**FILES, "flow.svg": drawn(tmp_path)}, "https://playbook.example/", english())
    found = html("![a bar](files/flow.svg)\n\n[the form](files/form.pdf)", paper)
    assert found.startswith('<p><img class="picture" src="data:image/svg+xml;base64,')
    assert 'alt="a bar" width="60" height="40">' in found
    # PDF/UA wants nothing but text within a link.
    assert found.endswith(
        '<p><a class="file" href="https://playbook.example/files/form.pdf">the form (PDF, 1.2 MB)</a></p>'
    )


def test_texts_without_pictures_are_left_as_they_are() -> None:
    text = '<p>1 &lt; 2 <a href="https://x.example/">a</a></p>'
    assert with_files(text, ON_PAGE) is text


TUBE = VideoHost("The <tube>", "https://tube.example/watch?v={id}", "https://player.tube.example/embed/{id}")


def test_a_video_is_a_link_that_a_script_can_show_on_demand() -> None:
    found = html("![How to *sit*](https://tube.example/watch?v=a1&t=9)", replace(ON_PAGE, videos=(TUBE,)))
    assert found == (
        '<p><video-card class="video" data-frame="https://player.tube.example/embed/a1" data-title="How to *sit*" '
        'data-play="Play it here" data-note="Only then is anything loaded from player.tube.example, which learns of '
        'your visit."><a href="https://tube.example/watch?v=a1">How to *sit*</a> '
        '<span class="file-about">(Video at The &lt;tube&gt;)</span></video-card></p>'
    )


def test_on_paper_a_video_has_its_address() -> None:
    paper = FilesOnPaper(FILES, "https://playbook.example/", english(), (TUBE,))
    assert html("![How](https://tube.example/watch?v=a1)", paper) == (
        '<p><a href="https://tube.example/watch?v=a1">How (Video at The &lt;tube&gt;: tube.example/watch?v=a1)</a></p>'
    )


def test_a_video_of_a_site_that_is_not_configured_is_none() -> None:
    assert html("![How](https://other.example/watch?v=a1)", replace(ON_PAGE, videos=(TUBE,))) == "<p>How</p>"


def test_a_picture_may_have_a_caption() -> None:
    found = html('![a bar](files/flow.svg "Drawn by *Ann* & <Bo> ")')
    assert found.endswith('</picture> <span class="caption">Drawn by *Ann* &amp; &lt;Bo&gt;</span></p>')
    assert html("![a bar](<files/flow.svg> 'By Ann') on").endswith("By Ann</span> on</p>")
    assert FilesOnPaper(FILES, "https://playbook.example/", english()).caption("By <Ann>") == (
        '<br><span class="caption">By &lt;Ann&gt;</span>'
    )
