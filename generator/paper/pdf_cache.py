"""A cache of PDFs, keyed by everything that decides their content."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from typing import TypeAlias

from generator.caching.kept import Kept
from generator.caching.program import program
from generator.paper.faults import PrintFault, Report, unreported
from generator.paper.fitting import Fit, Wanted
from generator.paper.pdf import MadePdf
from generator.paper.typefaces import faces_in
from generator.reporting.progress import Milestone
from generator.reporting.steps import Progress
from generator.typefaces.faces import characters

STRIDE = 100
"""Without a terminal, every hundredth PDF is reported."""

GENERATIONS = 4
"""The PDFs of so many different builds are kept, such as those of two configurations in turn."""

Maker: TypeAlias = Callable[[Sequence[Wanted]], Iterator[MadePdf]]
"""Makes the PDF of each document, in their order."""

_STYLE = re.compile("<style>.*?</style>", re.DOTALL)


def make_all(
    documents: Mapping[str, str],
    kept: Kept,
    fits: Kept,
    make: Maker,
    progress: Progress,
    first: Callable[[int], None] = lambda _: None,
    report: Report = unreported,
) -> Iterator[tuple[str, bytes]]:
    """The PDF of each document, by the names of the documents, in their order.

    What was made before from the same HTML, with the same program and typefaces, is taken from `kept`; what none of the
    last builds needed is removed from it. What `kept` does not take, such as when a disk is full, is made all the same.
    What has faults is not kept either, so that `report` is told of them by the name of the document each time.

    `fits` keeps how each document was fitted, by its content without styles: with other styles, fonts or programs it is
    laid out once. `first` is called with the number of PDFs to make before any is made.
    """
    keys = {name: _key(html) for name, html in documents.items()}
    found = {key: content for key in set(keys.values()) if (content := kept.get(key)) is not None}
    lacking = {keys[name]: html for name, html in documents.items() if keys[name] not in found}
    contents = {key: _content_of(html) for key, html in lacking.items()}
    # They are named before they are made, so that a build at the same time does not delete them.
    kept.keep_only(keys.values(), GENERATIONS)
    if lacking:
        fits.keep_only({_content_of(html) for html in documents.values()}, GENERATIONS)
    progress(Milestone(f"Making PDFs: {len(lacking)} to make, {len(found)} kept from before"))
    first(len(lacking))
    wrong: dict[str, Sequence[PrintFault]] = {}
    wanted = [Wanted(html, _remembered(fits.get(contents[key]))) for key, html in lacking.items()]
    for number, (key, made) in enumerate(zip(lacking, make(wanted), strict=True), 1):
        step = f"Making PDFs, {number} of {len(lacking)}"
        progress(step if number % STRIDE else Milestone(step))
        found[key] = made.content
        if made.faults:
            wrong[key] = made.faults
        else:
            kept.put(key, made.content)
        fits.put(contents[key], json.dumps([made.fit.sizes, made.fit.pages]).encode())
    progress(Milestone(f"Made {len(lacking)} PDFs"))
    for name, key in keys.items():
        if key in wrong:
            report(name, wrong[key])
        yield name, found[key]


def _key(html: str) -> str:
    decided = f"{program()} {system()} {'' if _has_own_typefaces(html) else fonts()}"
    return hashlib.sha256(f"{decided}\n{html}".encode()).hexdigest()


def _has_own_typefaces(html: str) -> bool:
    """Whether the typefaces of the playbook have every character, so that no font of the system is used."""
    known = characters(faces_in(html))
    return all(character in known for character in set(unescape(html)) if character.isprintable())


def _content_of(html: str) -> str:
    """A hash of what a document says, whatever its styles are."""
    return hashlib.sha256(_STYLE.sub("", html).encode()).hexdigest()


def _remembered(content: bytes | None) -> Fit | None:
    if content is None:
        return None
    try:
        sizes, pages = json.loads(content)
        return Fit(tuple(map(float, sizes)), tuple(map(int, pages)))
    except (ValueError, TypeError):  # from another version of this program
        return None


def system() -> str:
    """What the system adds to every PDF: the version of Pango."""
    from weasyprint.text.ffi import pango

    return str(pango.pango_version())


@cache
def fonts() -> str:
    """The fonts of this system."""
    lister = shutil.which("fc-list")
    if lister is None:
        return ""
    listed = subprocess.run([lister, "--format=%{file}\n"], capture_output=True, check=False).stdout
    return hashlib.sha256(b"\n".join(sorted(listed.splitlines()))).hexdigest()
