"""PDFs look the same on every machine: the typefaces come from packages, not from the system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

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
    '<p style="font-family: var(--font-text)">Text, <em>emphasis</em>, <strong>strong</strong>, é ß Ω Ж → ×</p>'
    "<p><code>inline</code></p><pre><code>code --option</code></pre>"
    "<ul><li>One<ul><li>Two<ul><li>Three</li></ul></li></ul></li></ul><ol><li>One<ul><li>Two</li></ul></li></ol>"
    '<input type="text" name="a" style="font-family: var(--font-field)" value="typed"></body>'
)


def _printed(**environment: str) -> str:
    html = f'<html lang="en"><head><title>T</title><style>@page {{ size: SIZE }} {STYLES}</style></head>{BODY}</html>'
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


def test_a_machine_without_any_font_prints_the_same_bytes(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(EMPTY.format(tmp_path), "utf-8")
    (tmp_path / "none").mkdir()

    here, elsewhere = _printed(), _printed(FONTCONFIG_FILE=str(config))
    assert here == elsewhere
    assert len(set(here.split())) == 2
