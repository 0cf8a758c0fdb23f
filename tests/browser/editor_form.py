"""Every field of a form in a browser, how each is changed by hand, and what differs in the file afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import yaml
from playwright.sync_api import Locator, TimeoutError
from playwright.sync_api import Page as Tab

Route = tuple[str | int, ...]

MARK = "Anemone"
"""A word that no playbook has: what is written into texts."""

ROUTE = """
  const name = (node) => node.dataset.field ?? (node.matches(".named-item")
    ? node.querySelector(":scope > .name").value
    : [...node.parentElement.children].indexOf(node));
  const route = (node) => {
    const names = [];
    const above = (one) => one.closest("[data-place]");
    for (let at = above(node); at; at = above(at.parentElement)) names.unshift(name(at));
    return names;
  };
"""
"""Gives the route of what stands at a place in the form."""

CONTROLS = f"""(within) => {{{ROUTE}
  const fields = ".form textarea, .form select:not(.name), .form .radios, .form input[type=date], .form input.link";
  return [...document.querySelectorAll(fields)].flatMap((node, at) => {{
    node.dataset.tried = at;
    if (within && !node.closest(within)) return [];
    const sort = node.matches("textarea") ? node.className.replace(/^.*is-/, "")
      : node.matches("select, .radios") ? "choice" : node.matches(".link") ? "link" : "date";
    return [{{ at, route: route(node), sort, isType: node.parentElement.parentElement.matches(".typed-fields") }}];
  }});
}}"""
"""Each field of the form, or of a part of it, marked with its number: its route in the entry, and its sort."""

ADDERS = f"""() => {{{ROUTE}
  const all = [...document.querySelectorAll(".form .fields > .menu > button.add")];
  const found = all.filter((node) => node.offsetParent);
  return found.map((node, at) => {{
    node.dataset.adder = at;
    return {{ at, route: route(node) }};
  }});
}}"""
"""Each button that adds a field, marked with its number: the route of what gets the field."""

FRESH = ".field:not([data-known])"
"""The field that was added since `known`."""


@dataclass(frozen=True)
class Control:
    """A field that a person may fill in."""

    at: int
    route: Route
    sort: str

    def node(self, tab: Tab) -> Locator:
        return tab.locator(f"[data-tried='{self.at}']")


@dataclass(frozen=True)
class Adder:
    """A button that adds one of the fields that something does not have."""

    at: int
    route: Route

    def offers(self, tab: Tab) -> tuple[str, ...]:
        """The names of these fields. The menu is open afterwards."""
        tab.locator(f"[data-adder='{self.at}']").click()
        found = tab.locator(f"[data-adder='{self.at}'] + .menu-list > [role=menuitem]")
        return tuple(found.evaluate_all("(all) => all.map((one) => one.firstChild.textContent)"))

    def add(self, tab: Tab, at: int) -> None:
        """Add the field with this number of a menu that is open. It alone is `FRESH` then."""
        tab.evaluate("() => document.querySelectorAll('.field').forEach((node) => (node.dataset.known = ''))")
        tab.locator(f"[data-adder='{self.at}'] + .menu-list > [role=menuitem]").nth(at).click()


def adders(tab: Tab) -> tuple[Adder, ...]:
    """Every button of the form that adds a field."""
    return tuple(Adder(one["at"], tuple(one["route"])) for one in tab.evaluate(ADDERS))


def controls(tab: Tab, within: str | None = None) -> tuple[Control, ...]:
    """Every field of the form that is open, or of a part of it, with all that is folded."""
    while (folded := tab.locator(".item-fold:not([open]) > summary, .made:not([open]) > summary")).count():
        folded.first.evaluate("(node) => node.click()")
    found = tab.evaluate(CONTROLS, within)
    return tuple(Control(one["at"], tuple(one["route"]), one["sort"]) for one in found if not one["isType"])


def change(tab: Tab, control: Control, mark: str) -> bool:
    """Change a field as a person does. False if there is nothing else to choose."""
    node = control.node(tab)
    if control.sort in ("text", "line", "prose", "verbatim"):
        node.press("Control+End")
        node.press_sequentially(f" {mark}")
    elif control.sort in ("whole", "number"):
        node.fill(f"{node.input_value()}1")
    elif control.sort == "formula":
        node.fill(f"{node.input_value()} + 0".removeprefix(" + "))
    elif control.sort in ("id", "written", "address"):
        node.press_sequentially("x")
    elif control.sort == "choice":
        return _choose(node)
    elif control.sort == "date":
        node.fill("2031-02-03")
    else:
        return _lead_elsewhere(tab, node)
    return True


def _choose(node: Locator) -> bool:
    if node.evaluate("(node) => node.tagName") == "DIV":
        others = node.locator("input:not(:checked)")
        if others.count():
            others.first.check()
        return bool(others.count())
    found = node.evaluate(
        "(node) => [...node.options].map((one) => one.value).filter((one) => one && one !== node.value)"
    )
    if found:
        node.select_option(found[0])
    return bool(found)


def _lead_elsewhere(tab: Tab, node: Locator) -> bool:
    """Choose the next entry that the field offers."""
    before = node.input_value()
    node.click()
    node.fill("")
    options = tab.locator(f"[id='{node.get_attribute('aria-controls')}'] > [role=option]")
    with suppress(TimeoutError):  # there may be none
        options.first.wait_for(timeout=5_000)
    for option in options.all():
        if option.evaluate("(node) => node.firstChild.textContent") != before:
            option.click()
            return True
    node.fill(before)
    return False


def differences(before: Any, after: Any, route: Route = ()) -> Iterator[Route]:
    """The routes at which two values differ."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            if name not in before or name not in after:
                yield (*route, name)
            else:
                yield from differences(before[name], after[name], (*route, name))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for at, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, (*route, at))
    elif before != after:
        yield route


def data_in(raw: bytes) -> Any:
    """What a file of the content says. Every scalar is a text."""
    return yaml.load(raw.decode().replace("\r\n", "\n"), yaml.CBaseLoader)


def stretches(before: bytes, after: bytes) -> int:
    """In how many separate stretches of lines two files differ."""
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return sum(tag != "equal" for tag, *_ in SequenceMatcher(None, *lines, autojunk=False).get_opcodes())
