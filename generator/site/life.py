"""What pages say of the life of entries: who looks after them, when they were reviewed, and what needs a look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.config.reviews import Review, review_of
from generator.config.settings import Owner, SiteConfig, Status
from generator.content.located import Located
from generator.model import addresses
from generator.model.change import LastChange
from generator.site.listed import ListedEntry
from generator.site.page_context import PageContext
from generator.site.site_context import SiteContext


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of an entry besides what it says. Days are as in `2026-03-01`; None and empty: not known."""

    status: Status | None
    owner: Owner | None
    reviewed: str
    due: str
    """The day by which it is to be reviewed."""
    never: bool
    """Whether it is to be reviewed and never was."""
    changed: LastChange | None

    def __bool__(self) -> bool:
        return bool(self.status or self.owner or self.reviewed or self.due or self.never or self.changed)


def of(page: PageContext) -> Life:
    """The life of the entry of a page, as far as readers see it."""
    assert page.located is not None
    entry, site = page.located.entry, page.shared.site
    review = review_of(entry, page.located.kind, site)
    status = site.statuses.get(entry.status or "")
    return Life(
        status if status and status.shown else None,
        site.owners.get(entry.owner or ""),
        entry.reviewed or "",
        review.due or "" if review else "",
        review is not None and review.due is None,
        page.shared.changed.get(page.located.id),
    )


def status_of(page: PageContext, status: str | None) -> Status | None:
    """What the configuration says of a status that readers see; None if there is none."""
    found = page.shared.site.statuses.get(status or "")
    return found if found and found.shown else None


@dataclass(frozen=True, slots=True)
class ToReview:
    """An entry that is to be reviewed."""

    item: ListedEntry
    review: Review


@dataclass(frozen=True, slots=True)
class OfOwner:
    """The entries that an owner is to review, in the order of days; those that were never reviewed come first."""

    id: str
    """The name of the owner in the configuration; empty for entries without an owner."""
    owner: Owner | None
    entries: tuple[ToReview, ...]
    calendar: str
    """The address of the calendar with their days, as seen from the page; empty if there is none."""


def is_reviewed(entries: Iterable[Located], site: SiteConfig) -> bool:
    """Whether any of these entries is to be reviewed, so that there is a page about it."""
    return any(review_of(located.entry, located.kind, site) for located in entries)


def by_owner(page: PageContext) -> tuple[OfOwner, ...]:
    """All entries that are to be reviewed, by owner in the order of the configuration. Those without one come last."""
    owners, groups = page.shared.site.owners, to_review(page.shared)
    found = []
    for owner, entries in groups.items():
        listed = tuple(ToReview(page.item(located.id), review) for located, review in entries)
        dated = owner and any(review.due for _, review in entries)
        calendar = page.href(addresses.calendar(owner)) if dated else ""
        found.append(OfOwner(owner, owners.get(owner), listed, calendar))
    return tuple(found)


def to_review(shared: SiteContext) -> dict[str, list[tuple[Located, Review]]]:
    """The same as entries with their reviews, by the name of the owner."""
    return reviews_by_owner((found for kind in shared.order.values() for found in kind), shared.site)


def reviews_by_owner(entries: Iterable[Located], site: SiteConfig) -> dict[str, list[tuple[Located, Review]]]:
    """The entries that are to be reviewed, by the names of owners; in each group those that are due first."""
    groups: dict[str, list[tuple[Located, Review]]] = {owner: [] for owner in (*site.owners, "")}
    for located in entries:
        review = review_of(located.entry, located.kind, site)
        if review:
            groups.get(located.entry.owner or "", groups[""]).append((located, review))
    ordered = {owner: sorted(found, key=lambda one: (one[1].due or "", one[0].id)) for owner, found in groups.items()}
    return {owner: found for owner, found in ordered.items() if found}
