"""Keys that an input method takes while it composes do nothing on the page."""

from __future__ import annotations

import pytest

from tests.node.process import Node

HEARD = """async (load, [type, keys]) => {
  globalThis.KeyboardEvent ??= class extends Event {
    constructor(type, given) { super(type); Object.assign(this, { isComposing: false, keyCode: 0, ...given }); }
  };
  const { onKeys } = await load("element/keys.js");
  const target = new EventTarget(), leaving = new AbortController(), heard = [];
  onKeys(target, (event) => heard.push(event.key), { signal: leaving.signal });
  const Kind = type === "key" ? KeyboardEvent : Event;
  for (const key of keys) target.dispatchEvent(new Kind("keydown", key));
  leaving.abort();
  target.dispatchEvent(new KeyboardEvent("keydown", { key: "too late" }));
  return heard;
}"""


@pytest.mark.parametrize("taken", [{"isComposing": True, "keyCode": 229}, {"keyCode": 229}, {"isComposing": True}])
def test_a_key_that_an_input_method_takes_is_not_heard(node: Node, taken: dict[str, object]) -> None:
    keys = [{"key": key, **taken} for key in ("Enter", "ArrowDown", "Escape", "/")]
    assert node.run(HEARD, ["key", [*keys, {"key": "Enter", "keyCode": 13}]]) == ["Enter"]


def test_what_fills_in_a_form_for_the_reader_presses_no_key(node: Node) -> None:
    assert node.run(HEARD, ["other", [{}]]) == []
