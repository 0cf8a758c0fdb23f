"""What is kept from one build, or from one look, to the next."""

from __future__ import annotations

from collections.abc import Callable

from generator.caching.memory import Aside, Memory


def _failing() -> str:
    raise AssertionError("it is kept, so it is not made again")


def _made(word: str) -> Callable[[], str]:
    return lambda: word


def test_a_look_finds_what_builds_have_kept_and_leaves_nothing_there() -> None:
    memory = Memory()
    memory.once("now", _made("a build"))

    aside = Aside(memory)

    assert aside.once("now", _failing) == "a build"
    assert aside.once("typed", _made("a look")) == "a look"
    assert memory.once("typed", _made("the next build")) == "the next build"


def test_a_look_finds_what_the_last_one_has_made_and_not_what_the_one_before_made() -> None:
    first = Aside(Memory())
    first.once("typed", _made("once"))
    second = Aside(Memory(), first)
    assert second.once("typed", _failing) == "once"
    third = Aside(Memory(), second)
    assert third.once("typed", _failing) == "once"

    unasked = Aside(Memory(), Aside(Memory(), third))
    assert unasked.once("typed", _made("anew")) == "anew"
