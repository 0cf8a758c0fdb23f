"""Old addresses of files in `content/redirects.yml`."""

from __future__ import annotations

from generator.permalinks.old_files import with_old_addresses
from generator.reading.document import parse
from generator.reporting import report
from tests.media.made import attached

FILES = (attached("plan-2.png"), attached("form.pdf"))


def said(text: str) -> str:
    document, _ = parse(text, "content/redirects.yml")
    _, problems = with_old_addresses(FILES, document)
    return report.as_text(problems, lambda _, number: text.split("\n")[number - 1])


def test_a_file_keeps_its_old_addresses() -> None:
    document, _ = parse(
        "files/plan.png: files/plan-2.png\nfiles/a/plan.png: files/plan-2.png\nterms/old: new\n", "r.yml"
    )
    files, problems = with_old_addresses(FILES, document)
    assert problems == ()
    assert [file.former for file in files] == [("files/plan.png", "files/a/plan.png"), ()]


def test_without_redirects_nothing_changes() -> None:
    assert with_old_addresses(FILES, None) == (FILES, ())


def test_what_is_wrong_is_said() -> None:
    text = """\
files/Plan.png: files/plan-2.png
files/form.pdf: files/plan-2.png
files/old.png: files/plan-3.png
files/old-form.pdf: files/plan-2.png
files/a.pdf: [files/form.pdf]
"""
    assert (
        said(text)
        == """\
content/redirects.yml:1:1: error[bad-address]: `files/Plan.png` is not the address of a file
   1 | files/Plan.png: files/plan-2.png
     | ^^^^^^^^^^^^^^
   hint: write it as it was published: `files/old-name.pdf`

content/redirects.yml:2:1: error[alias-taken]: the file `files/form.pdf` still exists
   2 | files/form.pdf: files/plan-2.png
     | ^^^^^^^^^^^^^^
   hint: remove the line

content/redirects.yml:3:16: error[lost-target]: there is no file `files/plan-3.png`
   3 | files/old.png: files/plan-3.png
     |                ^^^^^^^^^^^^^^^^
   hint: did you mean `files/plan-2.png`?

content/redirects.yml:4:21: error[wrong-value]: `files/plan-2.png` cannot be published as `files/old-form.pdf`: the \
ending would say something wrong of it
   4 | files/old-form.pdf: files/plan-2.png
     |                     ^^^^^^^^^^^^^^^^
   hint: name a file that ends in `.pdf`

content/redirects.yml:5:14: error[lost-target]: `files/a.pdf` does not redirect to a file
   5 | files/a.pdf: [files/form.pdf]
     |              ^
   hint: write the address of a file: `files/new-name.pdf`
"""
    )
