"""The ledger of addresses with new ones, and without those that are given up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config.project import Project
from generator.diagnostics.suggest import did_you_mean
from generator.editing.edits import written_like
from generator.media.formats import ending_of
from generator.model.addresses import FILE as FILE_ADDRESS
from generator.permalinks.ledger import FILE, Ledger, file_of, ledger_text, parse_ledger, read_ledger
from generator.permalinks.promises import addresses
from generator.pipeline import Reading
from generator.site.page import Site


def written(given: str, project: Project) -> str:
    """The address in the form of the ledger, from a full address or one without its final slash."""
    address = given.removeprefix(project.site.url).lstrip("/")
    if FILE_ADDRESS.fullmatch(address):
        return address
    page, mark, anchor = address.partition("#")
    return f"{page.rstrip('/')}/{mark}{anchor}"


def cannot_forget(address: str, ledger: Ledger | None, site: Site) -> str | None:
    """The reason why the address cannot be given up, or None."""
    known = ledger.places if ledger else {}
    if address not in known:
        hint = did_you_mean(address, known)
        return f"{ledger.file if ledger else FILE} has no address `{address}`" + (f"; {hint}" if hint else "")
    if address in (*addresses(site), *site.former_files) or address in site.redirects:
        return f"`{address}` still exists; only a missing address can be given up"
    return None


def cannot_lead(address: str, to: str, reading: Reading, site: Site) -> str | None:
    """The reason why the address cannot be redirected there, or None."""
    page, is_place, anchor = address.partition("#")
    pages = {found.url: found for found in site.pages}
    if is_place:
        if page not in pages:
            return f"there is no page `{page}`"
        known: Collection[str] = pages[page].anchors
        what, there = f"`{page}` has no place", anchor in known
    elif FILE_ADDRESS.fullmatch(address):
        known = [other for other in site.files if ending_of(other) == ending_of(address)]
        what, there = f"no file that ends in `.{ending_of(address)}` is called", address in site.files
    else:
        known = {*reading.graph.entries, *(url.rstrip("/") for url in pages if url.count("/") == 1)}
        what, there = "no entry and no page is called", page in pages
    if there:
        return f"`{address}` still exists, so it cannot be redirected"
    if to not in known:
        hint = did_you_mean(to, known)
        return f"{what} `{to}`" + (f"; {hint}" if hint else "")
    return None


@dataclass(frozen=True, slots=True)
class Recorded:
    """The ledger, its new addresses, and the content of its file by its path, if that changes."""

    ledger: Ledger
    new: tuple[str, ...]
    file: Mapping[Path, bytes]


def recorded(
    project: Project, ledger: Ledger | None, there: Iterable[str], forgotten: Collection[str] = ()
) -> Recorded:
    """The ledger with the existing addresses `there` and without the forgotten ones."""
    before = ledger.places if ledger else {}
    kept = {a for a in before if a not in forgotten and a.partition("#")[0] not in forgotten}
    new = tuple(address for address in there if address not in before)
    text = ledger_text({*kept, *new})
    file = file_of(project.named)
    path = project.root / file
    raw = path.read_bytes() if path.exists() else None
    content = written_like(raw, text)
    return Recorded(parse_ledger(text, file)[0], new, {} if content == raw else {path: content})


def with_page_renamed(project: Project, old: str, new: str) -> dict[Path, bytes]:
    """The content of the ledger's file, by its path, when the page `old` is at `new` with the same anchors.

    Nothing if the ledger stays as it is.
    """
    ledger, problems = read_ledger(project.root)
    if ledger is None or problems or old not in ledger.places:
        return {}
    moved = (new + address.removeprefix(old) for address in ledger.places if address.partition("#")[0] == old)
    return dict(recorded(project, ledger, tuple(moved)).file)
