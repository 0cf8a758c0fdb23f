"""What a part of a page comes to say, looked at as often as it is painted, and what it has put on the clipboard."""

from __future__ import annotations

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab

SAYS = """(node, text) => new Promise((done) => {
  const end = performance.now() + 30_000;
  const look = () => {
    const said = node.innerText.replace(/\\s+/g, " ");
    if (said.includes(text) || performance.now() > end) done(said);
    else setTimeout(look, 15); // a tab that is not painted has no frames
  };
  look();
})"""


def says(part: Locator, text: str) -> None:
    """A part of a page comes to contain a text that is not hidden.

    `expect` looks after 350 milliseconds and not again before 850, while many scripts wait for 400 without a key. And
    it takes for said what is hidden.
    """
    said = part.evaluate(SAYS, text)
    assert text in said


ON_CLIPBOARD = """() => Promise.race([
  navigator.clipboard.readText(),
  new Promise((_, fail) => setTimeout(() => fail(new Error("the clipboard does not answer")), 5000)),
])"""


def on_clipboard(tab: Tab) -> str:
    """What is on the clipboard. A browser that does not answer fails the test, instead of holding it up for good."""
    return str(tab.evaluate(ON_CLIPBOARD))
