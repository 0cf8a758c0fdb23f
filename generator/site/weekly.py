"""The practice of the week: in which order all practices take their turn.

The order is that of a digest of their ids: mixed, so that neighbours in the alphabet are weeks apart, and the same for
each build and reader. The browser takes the one at the number of weeks since 5 January 1970, a Monday, divided by how
many there are; the remainder counts. So all of them have been shown once before one comes again, and everybody
sees the same one in the same week as ISO 8601 counts weeks, from Monday, by their own calendar. A practice that is
added or removed changes which one comes when.
"""

from __future__ import annotations

from hashlib import sha256

from generator.site.page_context import PageContext

KIND = "practice"


def in_turn(page: PageContext) -> str:
    """The address and the title of each practice on a line, in the order of their weeks. Empty if there are none."""
    located = sorted(page.shared.order.get(KIND, ()), key=lambda one: sha256(one.id.encode()).digest())
    return "\n".join(f"{page.href(one.url)} {page.shared.names[one.id][0].striptags()}" for one in located)
