"""Turns are taken in the order in which they are asked for."""

from __future__ import annotations

from threading import Thread

from generator.publishing.turns import Turns


def test_who_waits_comes_before_one_who_asks_again() -> None:
    turns, order = Turns(), list[str]()

    def other() -> None:
        with turns:
            order.append("other")

    with turns:
        waiting = Thread(target=other)
        waiting.start()
        while turns.waiting == 0:
            pass
        order.append("first")
    with turns:
        order.append("first again")
    waiting.join()
    assert order == ["first", "other", "first again"]


def test_an_error_ends_a_turn() -> None:
    turns = Turns()
    try:
        with turns:
            raise ValueError
    except ValueError:
        pass
    with turns:
        assert turns.waiting == 0
