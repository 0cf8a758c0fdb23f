"""Answers about what does not exist any more: an earlier build may have asked about an entry that is gone."""

from __future__ import annotations

import pytest

from generator.site.answers import Answers
from generator.site.shared_by_pages import shared_by_pages
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading

GONE = "gone-for-good"


def answers() -> Answers:
    at, found = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK)
    return Answers(shared_by_pages(found.graph, at.site, at.theme, {}, found.pages))


@pytest.mark.parametrize("what", sorted(answers()._about))
def test_every_question_about_what_is_gone_has_an_answer(what: str) -> None:
    assert isinstance(answers()[f"{what}:{GONE}:title"], str)
    assert isinstance(answers()[f"{what}:{GONE}"], str)


@pytest.mark.parametrize("what", ["kind", "field", "whole", "place"])
def test_an_entry_that_is_gone_answers_otherwise_than_one_that_is_there(what: str) -> None:
    asked = ":title" if what == "field" else ""
    assert answers()[f"{what}:{GONE}{asked}"] != answers()[f"{what}:slow-down{asked}"]
