from __future__ import annotations

from pathlib import Path

import pytest

from generator.caching.kept import Kept
from generator.media import raster
from generator.media.attached import AttachedFile
from generator.media.folder import attached_files, forget_others
from generator.media.formats import MEBIBYTE
from generator.reporting import report
from generator.system.refusal import Refused
from tests.media.made import SVG, drawing, photograph


def written(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = root / "content" / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root / "content"


def found(root: Path, files: dict[str, bytes]) -> tuple[AttachedFile, ...]:
    there, problems = attached_files(written(root, files), "content", Kept(root / ".cache" / "pictures"))
    assert problems == ()
    return there


def said(root: Path, files: dict[str, bytes]) -> str:
    _, problems = attached_files(written(root, files), "content", Kept(root / ".cache" / "pictures"))
    return report.as_text(problems, report.lines_under(root))


def test_pictures_and_other_files_are_found_in_folders_too(tmp_path: Path) -> None:
    files = {
        "plan.png": drawing(),
        "forms/order.pdf": b"%PDF-1.7",
        "flow.svg": SVG.format("").encode(),
        ".DS_Store": b"x",
    }
    there = found(tmp_path, files)
    assert [(file.name, file.address, bool(file.picture)) for file in there] == [
        ("flow.svg", "files/flow.svg", True),
        ("forms/order.pdf", "files/forms/order.pdf", False),
        ("plan.png", "files/plan.png", True),
    ]


def test_a_playbook_may_have_none(tmp_path: Path) -> None:
    assert attached_files(tmp_path, "content", Kept(tmp_path / "cache")) == ((), ())
    assert not (tmp_path / "cache").exists()


def test_everything_that_is_wrong_is_said_with_the_remedy(tmp_path: Path) -> None:
    files = {
        "Room Plan.PNG": drawing(),
        "a.tiff": b"x",
        "b": b"x",
        "c.html": b"<p>",
        "d.pgn": b"x",
        "e.pdf": b"a text",
        "f.txt": b"caf\xe9",
        "g.png": b"",
        "h.svg": SVG.format("\n<script/>").encode(),
        "i.png": photograph(),
        "j.jpg": b"\0" * (10 * MEBIBYTE + 1),
        "k.docx": b"\0\0",
        "l.png": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n",
    }
    assert (
        said(tmp_path, files)
        == """\
content/files/Room Plan.PNG:1:1: error[bad-id]: `Room Plan.PNG` cannot be an address: names have lower-case letters \
without accents, digits and hyphens
   hint: rename it to `room-plan.png`

content/files/a.tiff:1:1: error[unusable-file]: files that end in `.tiff` are not published
   hint: save the picture as PNG or JPEG

content/files/b:1:1: error[unusable-file]: the name of the file has no ending that says what it is
   hint: these are: `.avif`, `.csv`, `.docx`, `.epub`, `.gif`, `.ics`, `.jpeg`, `.jpg`, `.odp`, `.ods`, `.odt`, \
`.pdf`, `.png`, `.pptx`, `.svg`, `.txt`, `.webp`, `.xlsx` and `.zip`

content/files/c.html:1:1: error[unusable-file]: files that end in `.html` are not published
   hint: pages and scripts are not published: save it as PDF

content/files/d.pgn:1:1: error[unusable-file]: files that end in `.pgn` are not published
   hint: did you mean `png` or `jpg`?

content/files/e.pdf:1:1: error[unusable-file]: the name ends in `.pdf`, but the content of the file is something else
   hint: get the file again, or open it in its program and save it anew

content/files/f.txt:1:1: error[unusable-file]: the byte 0xe9 is not valid UTF-8
   hint: save the file with the encoding UTF-8

content/files/g.png:1:1: error[unusable-file]: the file is empty
   hint: get the file again, or open it in its program and save it anew

content/files/h.svg:2:1: error[unfit-drawing]: the drawing contains `<script>`, which could run programs on the pages \
of readers
   2 | <script/></svg>
     | ^
   hint: delete it, or export the drawing anew as plain SVG

content/files/i.png:1:1: error[unusable-file]: the name ends in `.png`, but the picture has the format JPEG
   hint: let its name end in `.jpg`, also in the texts that show it

content/files/j.jpg:1:1: error[file-too-large]: the file has 10,485,761 bytes; the limit is 10,485,760
   hint: save it smaller: pages show at most 1600 pixels across

content/files/k.docx:1:1: error[unusable-file]: the name ends in `.docx`, but the content of the file is something else
   hint: get the file again, or open it in its program and save it anew

content/files/l.png:1:1: error[unusable-file]: this is a placeholder of Git LFS and not the file
   hint: fetch the files: `git lfs pull`
"""
    )


def test_a_link_to_a_place_outside_of_the_content_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.png"
    outside.write_bytes(drawing())
    (written(tmp_path, {"a.txt": b"a"}) / "files" / "plan.png").symlink_to(outside)
    assert "[unreadable-file]: the file is a symbolic link to a place outside the content folder" in said(tmp_path, {})


def test_a_picture_is_made_and_examined_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = found(tmp_path, {"plan.jpg": photograph()})
    sizes = [first.made(size) for size in first.renditions]

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("nothing is to be made anew")

    monkeypatch.setattr(raster, "made", fail)
    monkeypatch.setattr(raster, "examined", fail)
    (second,) = found(tmp_path, {"plan.jpg": photograph()})
    assert second == first
    assert [second.made(size) for size in second.renditions] == sizes


def test_what_no_build_uses_any_more_is_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "pictures"
    for width in range(100, 106):
        (file,) = found(tmp_path, {"plan.png": drawing(width)})
        made = file.published()
        forget_others(tmp_path, [file])
        assert Kept(folder).get(file.key_of(file.plain)) == made
    assert len(list(folder.glob("*.kept"))) == 2 * 4  # what it is, and one size, of the last four builds


def test_a_picture_that_changes_during_a_build_stops_it(tmp_path: Path) -> None:
    (file,) = found(tmp_path, {"plan.png": drawing()})
    file.path.write_bytes(drawing(601))
    with pytest.raises(Refused, match="was changed while the site was built"):
        file.published()


def test_a_picture_has_an_address_for_good_and_sizes_whose_names_say_what_they_contain(tmp_path: Path) -> None:
    photo, plan = found(tmp_path, {"a/photo.jpg": photograph(1000, 500), "plan.png": drawing(2000, 500)})
    assert [(size.width, size.ending) for size in photo.renditions] == [(400, "avif"), (800, "avif"), (1000, "avif")]
    assert [(size.width, size.ending) for size in plan.renditions] == [
        (width, "webp") for width in (400, 800, 1200, 1600)
    ]
    paths = [photo.path_of(size) for size in photo.renditions]
    assert all(path.startswith("assets/pictures/a/photo.jpg/") for path in paths)
    assert len({*paths}) == 3
    (other,) = found(tmp_path / "other", {"photo.jpg": photograph(1001, 500)})
    assert other.path_of(other.renditions[0]).split("/")[-1] != paths[0].split("/")[-1]
