"""The rules of a stylesheet that a page can use: those whose selectors match something in a sample of all that occurs.

States are not in the sample: `a:hover` is used where there are links. Custom properties stay if something uses them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, TypeAlias

import cssselect2
import tinycss2
import tinyhtml5

from generator.site.css_rules import MANY, Rule, chosen, css_of, rules_of, selectors

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

DRAWER = re.compile(r"\(max-width: *76[.]234375em\)")
"""The screens on which Material's navigation is a drawer. That of the theme is a popover with rules of its own."""


def used_styles(css: str, sample: str, after: str = "") -> str:
    """The part of `css` that applies to the page `sample` and to `ELEMENTS` in it.

    `after` are styles that win over `css`, and use custom properties of it.
    """
    elements, own = _elements(sample), tuple(rules_of(after))
    wanted = (rule for rule in _rules(css) if not DRAWER.search(rule[0]))
    applying = chosen(wanted, lambda selector: _matches(selector, elements))
    rules = tuple(_without_overridden(applying, _declared(own)))
    plain = css_of(rule for rule in rules if not rule[0].startswith("@keyframes"))
    rules = tuple(rule for rule in rules if not _is_idle_animation(rule[0], plain))
    while True:
        used = {name for text in (css_of(rules), after) for name in _USED.findall(text)}
        fewer = tuple(_without_properties(rules, used))
        if fewer == rules:
            return css_of(rules)
        rules = fewer


def _declared(rules: Iterable[Rule]) -> Mapping[str, AbstractSet[str]]:
    """The properties that rules always set, by selectors."""
    found = defaultdict[str, set[str]](set)
    for head, content in rules:
        if head.startswith("@layer") and not isinstance(content, str):
            for selector, names in _declared(content).items():
                found[selector] |= names
        elif isinstance(content, str) and not head.startswith("@"):
            names = {one.lower_name for one in _declarations(content)}
            for selector in selectors(head):
                found[selector] |= names
    return found


def _without_overridden(rules: Iterable[Rule], own: Mapping[str, AbstractSet[str]]) -> Iterator[Rule]:
    """The rules without what others set for each of their selectors, and without what is empty then."""
    for head, content in rules:
        if not isinstance(content, str):
            if inner := tuple(_without_overridden(content, own)):
                yield head, inner
        elif head.startswith("@"):
            yield head, content
        else:
            names = frozenset.intersection(*(frozenset(own.get(one, ())) for one in selectors(head)))
            kept = (one for one in _declarations(content) if one.important or one.lower_name not in names)
            if left := _written(kept):
                yield head, left


def _declarations(content: str) -> list[Node]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return [one for one in found if one.type == "declaration"]


def _written(declarations: Iterable[Node]) -> str:
    return ";".join(one.serialize() for one in declarations)


def _is_idle_animation(head: str, css: str) -> bool:
    name = head.removeprefix("@keyframes ").strip()
    return head.startswith("@keyframes") and not re.search(rf"animation[^;}}]*\b{re.escape(name)}\b", css)


def _elements(sample: str) -> tuple[Node, ...]:
    """All elements of the sample, to be matched."""
    document = tinyhtml5.parse(sample, namespace_html_elements=False)
    document.set("class", " ".join((document.get("class", ""), *STATES)))
    for parent in list(document.iter()):
        for element in [one for one in parent if IDLE & {*one.get("class", "").split()}]:
            parent.remove(element)
    body = document.find("body")
    for name in ELEMENTS.split():
        body.append(body.makeelement(name, {}))
    found = cssselect2.ElementWrapper.from_html_root(document).iter_subtree()
    return tuple(found)


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
        if kept := _written(one for one in _declarations(content) if not one.name.startswith("--") or one.name in used):
            yield head, kept
