"""PDFs look the same on every machine: the typefaces come from packages, not from the system."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from generator.paper import pdf
from generator.paper.typefaces import faces_in
from generator.typefaces.faces import CODE_FACES, FACES
from tests.conftest import ROOT
from tests.paper.real import Printed

EMPTY = """\
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{0}/none</dir><cachedir>{0}/cache</cachedir></fontconfig>
"""
PRINTED = """\
import hashlib, sys
from generator.paper import pdf
html = sys.stdin.read()
for size in "a4", "letter":
    print(hashlib.sha256(pdf.make(html.replace("SIZE", size))).hexdigest())
"""
STYLES = "".join((ROOT / f"themes/playbook/paper/css/{name}.css").read_text("utf-8") for name in ("tokens", "sheet"))
BODY = (
    '<body><h1 style="font-family: var(--font-display)">Heading</h1>'
    "<h2>Heading, <em>slanted</em></h2><p><strong>Strong, <em>slanted</em></strong></p>"
    '<p style="font-family: var(--font-text)">Text, <em>emphasis</em>, <strong>strong</strong>, é ß Ω Ж → ×</p>'
    "<p><code>inline</code>, <strong><code>strong</code></strong>, <em><code>upright</code></em></p>"
    "<pre><code>name   value  ├──\nlonger 1      │</code></pre>"
    "<ul><li>One<ul><li>Two<ul><li>Three</li></ul></li></ul></li></ul><ol><li>One<ul><li>Two</li></ul></li></ol>"
    '<input type="text" name="a" style="font-family: var(--font-field)" value="typed"></body>'
)


TABLE = """\
kind      entries  links
practice      120  1,480
├── tell       88     iii
"""


def _document(body: str, size: str) -> str:
    return f'<html lang="en"><head><title>T</title><style>@page {{ size: {size} }} {STYLES}</style></head>{body}</html>'


def _printed_elsewhere(html: str, environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PRINTED],
        input=html,
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.rehearsal
def test_a_machine_without_any_font_prints_the_same_bytes(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(EMPTY.format(tmp_path), "utf-8")
    (tmp_path / "none").mkdir()

    html = _document(BODY, "SIZE")
    here = [sha256(pdf.make(html.replace("SIZE", size))).hexdigest() for size in ("a4", "letter")]
    assert here == _printed_elsewhere(html, {"FONTCONFIG_FILE": str(config)}).split()
    assert len(set(here)) == 2


def test_code_stands_in_columns() -> None:
    lines = TABLE.splitlines()
    words = Printed(pdf.make(_document(f"<body><pre><code>{TABLE}</code></pre></body>", "a4"))).words
    found = sorted(words, key=lambda word: (round(word.top), word.left))[: len(TABLE.split())]
    assert [word.text for word in found] == TABLE.split()
    letter = (found[0].right - found[0].left) / len(found[0].text)
    rows = sorted({round(word.top) for word in found})
    assert len(rows) == len(lines)
    for word in found:
        column = lines[rows.index(round(word.top))].index(word.text)
        assert round((word.left - found[0].left) / letter, 1) == column, word
        assert round((word.right - word.left) / letter, 1) == len(word.text), word


def test_only_documents_with_code_have_its_faces() -> None:
    assert faces_in("<p>codes, <preface> &lt;code&gt;</p>") == FACES
    assert faces_in('<pre class="rich-text"><code>x</code></pre>') == (*FACES, *CODE_FACES)
