"""What axe finds in a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser.served import axe_beside
from tests.sampling import covering

CONTRAST = "color-contrast"
"""The one rule whose answer depends on the colour scheme."""

OF_LAYOUT = ("landmark-unique", "landmark-one-main", "region", "scrollable-region-focusable")
"""Rules whose answer depends on what a screen has room for."""

TARGETS = "target-size"
"""A rule to be named for axe to try it. On a page that is scrolled it finds what the header hides in part."""

Scheme: TypeAlias = Literal["light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
CALLED: Mapping[Scheme, str] = {"light": "default", "dark": "slate"}
"""What a page calls its colours."""

HEIGHTS = {320: 256, 1280: 1024}
"""The height of a screen, by its width."""

TWO_LOOKS: tuple[tuple[int, Scheme], ...] = ((320, "light"), (1280, "dark"))
LOOKS = covering(product(HEIGHTS, SCHEMES), set)
"""Widths of a screen and colour schemes: each once, or all pairs of them."""

SPARING = Path(__file__).with_name("contrast.js").read_text("utf-8")
SUFFICIENT: set[str] = set()
"""The looks whose contrast axe has found sufficient in this process, on whatever page."""

# Only what is wrong is handed over, and axe is read once by each document. Of what it loads before it begins, a copy of
# all styles is for a rule alone that is experimental and not tried.
RUN = """async ([rules, without]) => {
  const options = { preload: { assets: ["media"] }, resultTypes: ["violations"] };
  if (rules.length) options.runOnly = { type: "rule", values: rules };
  if (without) options.rules = { [without]: { enabled: false } };
  const { violations } = await axe.run(document, options);
  const told = ({ target, html, any, all, none }) =>
    [target.join(" "), html.slice(0, 200), [...any, ...all, ...none].map((check) => check.message).join("; ")];
  return [violations.map(({ id, nodes }) => [id, nodes.length, nodes.slice(0, 3).map(told)]), [...axe.found]];
}"""


LOAD = "async (address) => { if (address && !window.axe) await import(address); return Boolean(window.axe); }"
"""Load axe from where it is, if it is anywhere. Whether it is there then."""

Test = TypeVar("Test", bound=Callable[..., Any])


def in_looks(test: Test) -> Test:
    """Run a test with its `width` and its `scheme` from `LOOKS`."""
    return pytest.mark.sampled(pytest.mark.parametrize(("width", "scheme"), LOOKS)(test))


def rules_in(width: int, scheme: Scheme) -> tuple[str, ...]:
    """The rules to try in one of the looks: all where it is light, else those whose answer differs."""
    if scheme == "light":
        return ()
    return (CONTRAST, *OF_LAYOUT) if width > 320 else (CONTRAST,)


def violations_in_looks(tab: Tab, looks: Iterable[tuple[int, Scheme]] = TWO_LOOKS) -> list[str]:
    """What axe finds in a page on a narrow screen and then on a wide one in the dark, and how far it is too wide."""
    return [fault for width, scheme in looks for fault in _in_look(tab, width, scheme, TARGETS)]


def violations_of_state(tab: Tab) -> list[str]:
    """The same for a state in which a page may be scrolled or something lies over it, in `LOOKS`."""
    return [fault for width, scheme in LOOKS for fault in _in_look(tab, width, scheme)]


def _in_look(tab: Tab, width: int, scheme: Scheme, *named: str) -> list[str]:
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    expect(tab.locator("html")).to_have_attribute("data-md-color-scheme", CALLED[scheme])
    wide = tab.evaluate("document.documentElement.scrollWidth")
    too_wide = [f"on a screen of {width} it is {wide} wide"] if wide > width else []
    rules = rules_in(width, scheme)
    return [*too_wide, *violations(tab, *rules, *(named if rules else ()))]


def violations(tab: Tab, *rules: str, without: str = "") -> list[str]:
    """What these rules of axe find in a page, or all of its rules if none are named: a line for each.

    The rule `without` is not tried.
    """
    if not tab.evaluate(LOAD, axe_beside(tab.url)):
        tab.evaluate(AXE_SCRIPT)
    tab.evaluate(SPARING, list(SUFFICIENT))
    found, sufficient = tab.evaluate(RUN, [list(rules), without])
    SUFFICIENT.update(sufficient)
    return [f"{rule}: {count} times, such as {json.dumps(nodes, ensure_ascii=False)}" for rule, count, nodes in found]
