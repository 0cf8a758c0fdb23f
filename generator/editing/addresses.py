"""Maintain the ledger of addresses: record new ones, redirect missing ones, give up others."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.config.project import Project
from generator.diagnostics.suggest import did_you_mean
from generator.editing.edits import write_all
from generator.permalinks.ledger import FILE, Ledger, ledger_text, parse_ledger, read_ledger
from generator.permalinks.promises import addresses
from generator.pipeline import Reading
from generator.site.page import Site


def written(given: str, project: Project) -> str:
    """The address in the form of the ledger, from a full address or one without its final slash."""
    page, mark, anchor = given.removeprefix(project.site.url).lstrip("/").partition("#")
    return f"{page.rstrip('/')}/{mark}{anchor}"


def cannot_forget(address: str, ledger: Ledger | None, site: Site) -> str | None:
    """The reason why the address cannot be given up, or None."""
    known = ledger.places if ledger else {}
    if address not in known:
        hint = did_you_mean(address, known)
        return f"{FILE} has no address `{address}`" + (f"; {hint}" if hint else "")
    if address in addresses(site) or address in site.redirects:
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
    else:
        known = {*reading.graph.entries, *(url.rstrip("/") for url in pages if url.count("/") == 1)}
        what, there = "no entry and no page is called", page in pages
    if there:
        return f"`{address}` still exists, so it cannot be redirected"
    if to not in known:
        hint = did_you_mean(to, known)
        return f"{what} `{to}`" + (f"; {hint}" if hint else "")
    return None


def record(
    project: Project, ledger: Ledger | None, there: Iterable[str], forgotten: Collection[str] = ()
) -> tuple[Ledger, tuple[str, ...]]:
    """Write the ledger with the existing addresses `there` and without the forgotten ones.

    Returns the ledger and its new addresses.
    """
    before = ledger.places if ledger else {}
    kept = {a for a in before if a not in forgotten and a.partition("#")[0] not in forgotten}
    new = tuple(address for address in there if address not in before)
    text = ledger_text({*kept, *new})
    path = project.root / FILE
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_all({path: text.encode("utf-8")}, {})
    return parse_ledger(text)[0], new


def renamed(project: Project, old: str, new: str) -> bool:
    """Record that the page `old` is now at `new`, with the same anchors. Returns whether the ledger changed."""
    ledger, problems = read_ledger(project.root)
    if ledger is None or problems or old not in ledger.places:
        return False
    moved = (new + address.removeprefix(old) for address in ledger.places if address.partition("#")[0] == old)
    record(project, ledger, tuple(moved))
    return True
