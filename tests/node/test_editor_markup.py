"""What the tool bar of the editor makes of a text. `«` and `»` stand for the ends of what is selected."""

from __future__ import annotations

import pytest

from tests.node.editor import CLIENT
from tests.node.process import Node

APPLY = f"""async (load, [call, marked]) => {{
  const m = await load("{CLIENT}/markup.js");
  const from = marked.indexOf("«");
  const to = marked.replace("«", "").indexOf("»");
  const s = {{ text: marked.replace(/[«»]/g, ""), from, to }};
  const made = eval(call);
  if (made === null) return null;
  const text = s.text.slice(0, made.from) + made.insert + s.text.slice(made.to);
  const [start, end] = made.select;
  return text.slice(0, start) + "«" + text.slice(start, end) + "»" + text.slice(end);
}}"""

BOLD = 'm.around(s, "**", "words")'
ITALIC = 'm.around(s, "*", "words")'
BULLETS = 'm.asList(s, "bullets")'
NUMBERS = 'm.asList(s, "numbers")'
LINK = 'm.linked(s, "slow-down", "Slow down")'
BOX = 'm.asBlock(s, "> [!NOTE]\\n> text", "text")'
ENTER = "m.nextItem(s)"


@pytest.mark.parametrize(
    ("call", "before", "after"),
    [
        (BOLD, "be «quick» now", "be **«quick»** now"),
        (BOLD, "be **«quick»** now", "be «quick» now"),
        (BOLD, "be « quick » now", "be  **«quick»**  now"),
        (BOLD, "be «»", "be **«words»**"),
        (ITALIC, "**«quick»**", "***«quick»***"),
        (ITALIC, "be *«quick»*", "be «quick»"),
        (BULLETS, "«one\ntwo»", "«- one\n- two»"),
        (BULLETS, "text\n«one»", "text\n\n«- one»"),
        (BULLETS, "«- one\n- two»", "«one\ntwo»"),
        (BULLETS, "- one\n«two»", "- one\n«- two»"),
        (NUMBERS, "«- one\n- two»", "«1. one\n2. two»"),
        (BULLETS, "o«»ne", "- one«»"),
        (LINK, "see «the [practice]».", "see [[slow-down|«the practice»]]."),
        (LINK, "see «».", "see [[slow-down|«Slow down»]]."),
        (BOX, "one«»\ntwo", "one\n\n> [!NOTE]\n> «text»\n\ntwo"),
        (BOX, "«»", "> [!NOTE]\n> «text»"),
        (ENTER, "- one«»", "- one\n- «»"),
        (ENTER, "  9. one«» two", "  9. one\n  10. «» two"),
        (ENTER, "- one\n- «»", "- one\n«»"),
        (ENTER, "one«»", None),
        (ENTER, "- «one»", None),
    ],
)
def test_the_marks_of_a_text(node: Node, call: str, before: str, after: str | None) -> None:
    assert node.run(APPLY, [call, before]) == after
