"""The sections of a page: what a template declares between marks, as values.

A template of sections holds `{% call section("why", words.practice.why, "why") %}…{% endcall %}` and nothing else that
is shown. Its text is the declaration, so that rendering it changes nothing and can be repeated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator

from markupsafe import Markup

from generator.site.page import Section

# Files that contain these characters are refused, so no text of the content can contain them.
_STARTS, _BEGINS, _ENDS = "\x1e", "\x1f", "\x1d"
_DECLARED = re.compile(f"{_STARTS}([^{_BEGINS}]*){_BEGINS}(.*?){_ENDS}", re.DOTALL)


def section(
    anchor: str,
    heading: str,
    *fields: str,
    caller: Callable[[], str],
    derived: bool = False,
    searched: bool = True,
) -> Markup:
    """Declare a section. `fields` are the fields of the entry it shows, for the mark of what is the playbook's own.

    One that is `derived` shows what other entries say; one that is not `searched` is left out of the search, because
    its words belong to other pages. A section without content is left out.
    """
    head = json.dumps([anchor, str(heading), fields, derived, searched])
    return Markup(f"{_STARTS}{head}{_BEGINS}{caller().strip()}{_ENDS}")


def sections_in(rendered: str, own: Collection[str] = ()) -> tuple[Section, ...]:
    """The sections that a rendered template declares. `own` are the fields whose substance is the playbook's own.

    Raises ValueError if the template holds text outside of its sections, because that would be lost.
    """
    outside = _DECLARED.sub("", rendered).strip()
    if outside:
        raise ValueError(f"a template of sections holds text outside of them: {outside[:80]}")
    return tuple(_sections(rendered, own))


def _sections(rendered: str, own: Collection[str]) -> Iterator[Section]:
    for found in _DECLARED.finditer(rendered):
        if found[2]:
            anchor, heading, fields, derived, searched = json.loads(found[1])
            is_own = bool(fields) and all(name in own for name in fields)
            yield Section(anchor, heading, found[2], is_own, derived, searched)
