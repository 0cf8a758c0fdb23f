"""Conversations: the ids of their steps, which addresses and notes are named after."""

from __future__ import annotations

import pytest

from generator.kinds.conversation import Conversation, TalkStep

REST = {"purpose": "It helps.", "ask": ("One?", "Two?", "Three?"), "listen_for": ("Yes.",), "traps": ("No.",)}


def talk(*steps: tuple[str | None, str]) -> Conversation:
    made = tuple(TalkStep.model_construct(id=id, title=title, **REST) for id, title in steps)
    return Conversation.model_construct(steps=made)


@pytest.mark.parametrize(
    ("steps", "ids"),
    [
        (((None, "Name the topic"), (None, "Say thanks!")), ["name-the-topic", "say-thanks"]),
        ((("topic", "Name the topic"), (None, "Größe")), ["topic", "grosse"]),
        (((None, "Ask"), (None, "Ask"), ("ask", "Again")), ["ask", "ask-2", "ask-3"]),
        (((None, "问候"), (None, "道歉")), ["1", "2"]),
    ],
)
def test_each_step_has_an_id_of_its_own(steps: tuple[tuple[str | None, str], ...], ids: list[str]) -> None:
    named = talk(*steps).named_steps
    assert [id for id, _ in named] == ids
    assert [step.title for _, step in named] == [title for _, title in steps]
