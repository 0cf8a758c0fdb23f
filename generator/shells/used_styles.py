"""The rules of a stylesheet that a page can use: those whose selectors match something in a sample of all that occurs.

States are not in the sample: `a:hover` is used where there are links. Custom properties stay if something uses them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeAlias

import cssselect2
import tinycss2
import tinyhtml5

from generator.site.css_rules import MANY, Rule, chosen, css_of, rules_of

Node: TypeAlias = Any
"""A node of these libraries, which have no types."""

ELEMENTS = (
    "a abbr article aside b bdi bdo blockquote br button caption cite code col colgroup dd del details dfn dialog div "
    "dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li "
    "main mark meter nav ol optgroup option output p pre progress q s samp section select small span strong sub "
    "summary sup svg table tbody td textarea tfoot th thead time tr u ul var wbr"
)
"""The elements of HTML that a text may contain, each without any class."""

_PSEUDO = re.compile(
    r"::?(?:-webkit-[a-z-]++|active|after|any-link|autofill|backdrop|before|checked|default|disabled|enabled|"
    r"file-selector-button|"
    r"first-letter|first-line|focus|focus-visible|focus-within|hover|in-range|indeterminate|invalid|link|marker|open|"
    r"optional|out-of-range|placeholder|placeholder-shown|popover-open|read-only|read-write|required|selection|target|"
    r"target-within|user-invalid|user-valid|valid|visited)(?![\w(-])"
    r"|\[data-md-color-scheme[^][]*+\]"
)
"""States, parts of elements, and the colour scheme, which scripts set: what a sample cannot have."""

_USED = re.compile(r"var\(\s*(--[\w-]+)")


STATES = ("js", "loaded", "from-file", "offline")
"""The classes that scripts give to the root of a page."""


IDLE = frozenset({"md-dialog", "md-dialog__inner", "md-overlay", "md-toggle"})
"""Elements of Material's page, by their classes, that only its own scripts use, which are not published."""


def used_styles(css: str, sample: str, others: Iterable[str] = ()) -> str:
    """The part of `css` that applies to the page `sample` and to `ELEMENTS` in it.

    `others` are styles that use custom properties of `css`.
    """
    elements = _elements(sample)
    rules = tuple(chosen(_rules(css), lambda selector: _matches(selector, elements)))
    plain = css_of(rule for rule in rules if not rule[0].startswith("@keyframes"))
    rules = tuple(rule for rule in rules if not _is_idle_animation(rule[0], plain))
    while True:
        used = {name for text in (css_of(rules), *others) for name in _USED.findall(text)}
        fewer = tuple(_without_properties(rules, used))
        if fewer == rules:
            return css_of(rules)
        rules = fewer


def _is_idle_animation(head: str, css: str) -> bool:
    name = head.removeprefix("@keyframes ").strip()
    return head.startswith("@keyframes") and not re.search(rf"animation[^;}}]*\b{re.escape(name)}\b", css)


def _elements(sample: str) -> tuple[Node, ...]:
    """All elements of the sample, to be matched."""
    document = tinyhtml5.parse(sample, namespace_html_elements=False)
    document.set("class", " ".join((document.get("class", ""), *STATES)))
    body = document.find("body")
    for name in ELEMENTS.split():
        body.append(body.makeelement(name, {}))
    found = cssselect2.ElementWrapper.from_html_root(document).iter_subtree()
    return tuple(element for element in found if not IDLE & element.classes)


def _matches(selector: str, elements: Iterable[Node]) -> bool:
    compiled = _compiled(selector)
    if compiled is None:
        return ":-" not in selector  # what this library does not know stays, unless it is for one browser's engine
    return any(compiled.test(element) for element in elements)


_rules = lru_cache(maxsize=1)(rules_of)
"""Of a stylesheet, which is the same for each sample."""


@lru_cache(MANY)
def _compiled(selector: str) -> Node | None:
    """A selector without states, to be tested; None if this library does not know it."""
    begins = {0, *(found.end() for found in re.finditer(r"[\s>+~(,]", selector))}
    stateless = _PSEUDO.sub(lambda state: "*" if state.start() in begins else "", selector)
    try:
        (compiled,) = cssselect2.compile_selector_list(stateless)
    except cssselect2.SelectorError:
        return None
    return compiled


def _without_properties(rules: Iterable[Rule], used: Container[str]) -> Iterator[Rule]:
    """The rules without declarations of custom properties that nothing uses, and without what is empty then."""
    for head, content in rules:
        if isinstance(content, tuple):
            if inner := tuple(_without_properties(content, used)):
                yield head, inner
            continue
        if head.startswith("@"):
            yield head, content
            continue
        declared = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        if kept := ";".join(one.serialize() for one in declared if not one.name.startswith("--") or one.name in used):
            yield head, kept
