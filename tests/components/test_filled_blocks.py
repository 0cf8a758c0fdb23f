"""Every type of block can be filled in: on the screen, in a specimen, in words that correct what does not fit.

The blocks are the examples of their components, so that a new type is tried without a line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
from lxml.html import fromstring

from generator.kinds.worksheet_blocks import BLOCKS
from generator.kinds.worksheet_blocks.block import Block
from generator.kinds.worksheet_blocks.fields import LETTERS, TICKED, OneOf, SheetField, Tick, named
from generator.kinds.worksheet_blocks.specimen import FilledSheet, Specimen, read
from generator.model.values import Written
from tools.components import Component, Example, Stage, components, stage_of

COMPONENTS = {component.name: component for component in components()}


def _examples() -> Iterator[Any]:
    """The examples of every type of block that is not on paper only."""
    for block_type in (get_args(block.model_fields["type"].annotation)[0] for block in BLOCKS):
        component = COMPONENTS[f"block-{block_type}"]
        for example in component.examples:
            if example.macro == "block" and not example.paper:
                yield pytest.param(component, example, id=f"{block_type}: {example.name}")


EXAMPLES = tuple(_examples())


def _block(stage: Stage, example: Example) -> Block:
    found: Block = stage.value_of(example, "block")
    return found


def _fields(stage: Stage, block: Block) -> tuple[SheetField, ...]:
    return tuple(block.fields(LETTERS, stage.shared.graph.entries))


def _text_for(field: SheetField) -> str:
    match field.takes:
        case OneOf(words=words):
            return words[0]
        case Tick():
            return TICKED
    return f"Ann {' '.join(field.path)}".strip()


def _nested(texts: Mapping[tuple[str, ...], str]) -> Written:
    """The texts under the ids of their paths, as a specimen has them."""
    if () in texts:
        return Written.of(texts[()])
    found: dict[str, Any] = {}
    for path, text in texts.items():
        place = found
        for name in path[:-1]:
            place = place.setdefault(name, {})
        place[path[-1]] = text
    return Written.of(found)


def _read(stage: Stage, block: Block, written: Written) -> FilledSheet:
    specimen = Specimen.model_construct(by="Ann", blocks={block.id: written})
    return read(specimen, (block,), LETTERS, stage.shared.graph.entries)


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_a_specimen_fills_every_field_and_the_screen_shows_it(component: Component, example: Example) -> None:
    stage = stage_of(component)
    block = _block(stage, example)
    fields = _fields(stage, block)
    filled = fields[:1] if block.ticks_one else fields
    texts = {field.path: _text_for(field) for field in filled}
    if not texts:
        return
    found = _read(stage, block, _nested(texts))
    assert found.mismatches == ()
    assert {named(block.id, field.path) for field in filled} <= found.filled.keys()
    shown = fromstring(f"<div>{stage.html(example, component, filled=found.filled)}</div>")
    assert not shown.xpath("//input|//textarea|//select"), "a specimen is text, without fields"
    written = [" ".join(one.text_content().split()) for one in shown.find_class("written")]
    assert [text for text in texts.values() if text.startswith("Ann") and text not in written] == []
    is_tick = [isinstance(field.takes, Tick) for field in filled]
    assert len([one for one in written if one]) == is_tick.count(False), "each text and each choice is shown once"
    ticked = [one for one in shown.find_class("written-tick") if one.text_content().strip()]
    assert len(ticked) == is_tick.count(True)


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_every_field_of_a_specimen_is_a_field_on_the_screen(component: Component, example: Example) -> None:
    stage = stage_of(component)
    block = _block(stage, example)
    shown = fromstring(f"<div>{stage.html(example, component)}</div>")
    names = {one.get("name") for one in shown.xpath("//input|//textarea|//select")}
    options = {f"{one.get('name')}.{one.get('value')}" for one in shown.xpath("//input[@type='radio']")}
    wanted = {named(block.id, field.path) for field in _fields(stage, block)}
    assert sorted(wanted - names - options) == []


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.__name__)
def test_what_does_not_fit_is_corrected_in_the_words_of_the_block(block: type[Block]) -> None:
    for component, example in (one.values for one in EXAMPLES):
        assert isinstance(component, Component)
        assert isinstance(example, Example)
        stage = stage_of(component)
        made = _block(stage, example)
        if type(made) is not block:
            continue
        for field in _fields(stage, made):
            if field.path:
                _is_named(stage, made, field)
            if isinstance(field.takes, OneOf):
                (wrong,) = _read(stage, made, _nested({field.path: "nonsense"})).mismatches
                assert wrong.what == "`nonsense` is not offered here"


def _is_named(stage: Stage, block: Block, field: SheetField) -> None:
    """An id that nothing has is named at each level of the path with the word of the block for it."""
    assert len(block.levels) >= len(field.path), f"`levels` of {type(block).__name__} has no word for {field.path}"
    for depth, level in enumerate(block.levels[: len(field.path)]):
        path = (*field.path[:depth], "nonsense")
        (wrong,) = _read(stage, block, _nested({path: "x"})).mismatches
        assert wrong.what.startswith("`nonsense` is not a")
        assert f" {level} that is filled in here" in wrong.what
