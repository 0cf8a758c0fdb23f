"""The ledger of all published addresses: `addresses.txt` beside the configuration.

A line contains the address of a page and the anchors in it that one can link to: `practices/slow-down/ #steps #why`.
After a merge, lines may be in any order, and a page may have several lines, which are combined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.model.addresses import ANCHOR, PAGE
from generator.model.addresses import FILE as FILE_ADDRESS
from generator.reading.mistakes.conflicts import KEEP, MARKER, conflict_markers
from generator.reading.text import read_text

FILE = "addresses.txt"

HEAD = """\
# Every address that was published once: each page with the places in it that one can link to. Somebody may have linked
# them, so a build fails if one of them leads nowhere. `playbook addresses` adds the new ones; nothing goes by itself.
"""

MAX_BYTES = 16 * 1024 * 1024
"""The maximum size in bytes. The ledger of a large playbook is longer than other files."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The recorded addresses, such as `practices/slow-down/` and `practices/slow-down/#steps`.

    `places` maps each to its line, column and length in the `file`.
    """

    places: Mapping[str, tuple[int, int, int]]
    file: str = FILE

    def span(self, address: str) -> Span:
        """The place of the address in the file."""
        return Span(self.file, *self.places[address])


def file_of(site: str) -> str:
    """The name of the ledger of one of the sites of a playbook; without a name, of the whole playbook."""
    return f"addresses-{site}.txt" if site else FILE


def read_ledger(root: Path, file: str = FILE) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
    """The ledger in the folder `root`, and its problems. The ledger is None if it is missing or cannot be read."""
    path = root / file
    if not path.exists():
        return None, ()
    text, problems = read_text(path, root, file, MAX_BYTES)
    if text is None:
        return None, problems
    ledger, more = parse_ledger(text, file)
    return ledger, problems + more


def parse_ledger(text: str, file: str = FILE) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The addresses in the text of a ledger, and its problems."""
    places: dict[str, tuple[int, int, int]] = {}
    problems = [*conflict_markers(text, file, KEEP)]
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#") or MARKER.match(line):
            continue
        page = ""
        for found in re.finditer(r"\S+", line):
            word, place = found[0], (number, found.start() + 1, len(found[0]))
            if not page and (PAGE.fullmatch(word) or FILE_ADDRESS.fullmatch(word)):
                page = word
                places.setdefault(page, place)
            elif page and ANCHOR.fullmatch(word):
                places.setdefault(page + word, place)
            else:
                rest = line[found.end() :].split()
                problems.append(_no_address(word, page, Span(file, *place), rest))
                break
    return Ledger(places, file), tuple(problems)


def ledger_text(addresses: Iterable[str]) -> str:
    """The text of a ledger with these addresses."""
    pages: dict[str, list[str]] = {}
    for address in sorted(addresses):
        page, mark, anchor = address.partition("#")
        pages.setdefault(page, []).extend([mark + anchor] if mark else [])
    return HEAD + "".join(" ".join([page, *anchors]) + "\n" for page, anchors in pages.items())


def _no_address(word: str, page: str, place: Span, rest: Iterable[str]) -> Diagnostic:
    """The diagnostic for a word that is no address; `rest` are the words behind it."""
    what = f"place in `{page}`" if page else "page"
    hint = (
        "write the address of a page with a slash at the end, then its anchors: `practices/slow-down/ #steps`; "
        "or that of a file: `files/plan.png`"
    )
    path = re.sub(r"^https?://[^/]*/|^/", "", word)
    head, mark, anchor = path.partition("#")
    written = " ".join([head.rstrip("/") + "/", *([mark + anchor] if mark else []), *rest])
    first, *others = written.split(" ")
    if not page and PAGE.fullmatch(first) and all(ANCHOR.fullmatch(other) for other in others):
        hint = f"write `{written}`"
    return Diagnostic(codes.BAD_ADDRESS, f"`{word}` is not the address of a {what}", place, hint)
