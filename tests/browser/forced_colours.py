"""Whether what marks a state shows in forced colours, where only borders, signs, words and system colours do."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page as Tab

# Shadows, gradients and pictures are not looked at: no forced colours show them. A control that the browser draws
# itself shows its state; one that is drawn by its neighbours does not.
HIDDEN = """(states) => {
  const names = ["color", "backgroundColor", "opacity", "display", "visibility", "fontWeight", "fontStyle",
    "textDecorationLine", "content", "fill", "stroke", "outlineStyle", "outlineWidth", "outlineColor", "borderTopWidth",
    ...["Top", "Right", "Bottom", "Left"].flatMap((side) => [`border${side}Style`, `border${side}Color`]),
  ];
  const styles = (node) => ["", "::before", "::after"].map((part) => getComputedStyle(node, part));
  const look = (node) => styles(node).map((style) => names.map((name) => style[name]));
  const drawn = (node) => getComputedStyle(node).appearance !== "none" && getComputedStyle(node).opacity !== "0";
  const control = (node) => ("checked" in node && drawn(node) ? [node.checked, node.disabled] : []);
  const around = (node) => [node, node.nextElementSibling, node.parentElement].filter(Boolean);
  const seen = (node) => JSON.stringify(around(node).map((one) => [look(one), control(one)]));
  const put = (node, mark) => {
    if (mark.startsWith(".")) node.classList.add(mark.slice(1));
    else if (["checked", "disabled"].includes(mark)) node[mark] = true;
    else node.setAttribute(mark.split("=")[0], mark.split("=")[1] ?? "");
  };
  const hidden = [];
  for (const [selector, mark] of Object.entries(states)) {
    const node = document.querySelector(selector);
    if (!node) { hidden.push(`there is no ${selector}`); continue; }
    const before = seen(node);
    put(node, mark);
    if (seen(node) === before) hidden.push(`${selector} looks the same with ${mark}`);
  }
  return hidden;
}"""


def hidden_states(tab: Tab, states: Mapping[str, str]) -> list[str]:
    """The states that nobody sees in forced colours. A state: a selector, and what marks an element that is in it."""
    if not states:
        return []
    tab.emulate_media(forced_colors="active")
    try:
        found: list[str] = tab.evaluate(HIDDEN, dict(states))
    finally:
        tab.emulate_media(forced_colors="none")
    return found
