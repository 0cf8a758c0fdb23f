"""What axe finds in a page."""

from __future__ import annotations

import json
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page as Tab

CONTRAST = "color-contrast"
"""The one rule whose answer depends on the colour scheme."""

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


def rules_in(scheme: str) -> tuple[str, ...]:
    """The rules to try in a colour scheme, if each page is tried in both: all, or that whose answer differs."""
    return () if scheme == "light" else (CONTRAST,)


def violations(tab: Tab, *rules: str, without: str = "") -> list[str]:
    """What these rules of axe find in a page, or all of its rules if none are named: a line for each.

    The rule `without` is not tried.
    """
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    tab.evaluate(SPARING, list(SUFFICIENT))
    found, sufficient = tab.evaluate(RUN, [list(rules), without])
    SUFFICIENT.update(sufficient)
    return [f"{rule}: {count} times, such as {json.dumps(nodes, ensure_ascii=False)}" for rule, count, nodes in found]
