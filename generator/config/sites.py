"""Which entries belong to which of the sites that are made of one content."""

from __future__ import annotations

from generator.config.settings import SiteConfig, SiteOfMany
from generator.content.located import Located


def belongs_to(located: Located, name: str, site: SiteOfMany) -> bool:
    """Whether the entry is on the site `name`.

    What the entry says itself comes first, then what the site says of its id, then all that the site asks for.
    """
    entry = located.entry
    if name in entry.hidden_from or (entry.only_in and name not in entry.only_in) or located.id in site.without:
        return False
    if located.id in site.entries:
        return True
    asked = (
        not site.kinds or located.kind.plural in site.kinds,
        not site.audience or _is_for(located, site),
        not site.keywords or not {*map(str.casefold, site.keywords)}.isdisjoint(map(str.casefold, entry.keywords)),
        not site.statuses or entry.status in site.statuses,
    )
    # A site that names entries, and asks for nothing else, has these alone.
    return all(asked) and not (site.entries and not site.asks)


def _is_for(located: Located, site: SiteOfMany) -> bool:
    """Whether the entry is for one of the audiences of the site, or for no audience in particular."""
    if located.kind.name == "audience":
        return located.id in site.audience
    return not located.entry.audience or not {*located.entry.audience}.isdisjoint(site.audience)


def sites_of(located: Located, config: SiteConfig) -> frozenset[str]:
    """The names of the sites that the entry is on."""
    return frozenset(name for name, site in config.sites.items() if belongs_to(located, name, site))
