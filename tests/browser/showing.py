"""What a part of a page comes to say, looked at with each frame."""

from __future__ import annotations

from playwright.sync_api import Locator

SAYS = """(node, text) => new Promise((done) => {
  const end = performance.now() + 30_000;
  const look = () => {
    const said = node.innerText.replace(/\\s+/g, " ");
    if (said.includes(text) || performance.now() > end) done(said);
    else requestAnimationFrame(look);
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
