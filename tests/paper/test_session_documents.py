"""A half day for 12 and for 30: agenda, run sheet, packing list, pack and page agree to the minute and the copy."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import product

import pytest

from generator.kinds.session_plan import SessionPlan
from generator.paper.documents import documents_of
from generator.paper.pack import pack_of_plan
from generator.paper.session_documents import HANDED_OUT, session_parts
from generator.paper.session_papers import paper_parts
from generator.paper.sizes import PAPERS
from generator.sessions.compiled import of_plan
from generator.sessions.json_form import schedule_to_json, to_json
from generator.sessions.papers import PAPERS as PAPERS_OF_SESSION
from generator.sessions.papers import ROWS
from generator.sessions.schedule import schedule, time_of_day
from tests.node.functions import SESSIONS_SCHEDULED
from tests.node.process import Node
from tests.playbooks import REAL_PLAYBOOK, project, reading
from tests.sampling import covering

HALF_DAYS = [
    plan.id for plan in reading(REAL_PLAYBOOK).graph.of_kind("session-plan") if (plan.entry.minutes or 0) >= 180
]


SECTIONS = {"attendance": "sheet attendance", "tents": "tent", "certificates": "certificate"}
"""The class of the pages of each paper."""


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", html)).split())


def rows(html: str) -> list[list[str]]:
    """The cells of the rows of a table."""
    found = re.findall(r"<tr>(.*?)</tr>", html.partition("<tbody>")[2], re.DOTALL)
    return [[words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in found]


@pytest.mark.sampled
@pytest.mark.parametrize(("plan_id", "people"), covering(product(HALF_DAYS, [12, 30]), set))
def test_everything_adds_up(node: Node, plan_id: str, people: int) -> None:
    at = project(REAL_PLAYBOOK)
    graph = reading(REAL_PLAYBOOK).graph
    located = graph.entries[plan_id]
    plan = located.entry
    assert isinstance(plan, SessionPlan)
    names = tuple(f"Person {number}" for number in range(1, people // 2))
    session = replace(of_plan(located, graph, people, 9 * 60), papers=PAPERS_OF_SESSION, names=names, day="2026-03-01")
    found = schedule(session)
    assert node.run(SESSIONS_SCHEDULED, [to_json(session)]) == [schedule_to_json(found)]

    agenda, run, *texts = (
        part.html.partition("<body")[2]
        for part in session_parts(documents_of(graph, at.site, at.theme), at.theme, session, PAPERS["a4"])
    )
    for document in (agenda, run):
        assert "1 March 2026" in document.partition("<table")[0]
        *blocks, (end, *_) = rows(document)
        starts = [time_of_day(540 + start) for start, _ in plan.starts()]
        assert [row[0] for row in blocks] == starts
        assert sum(int(row[1]) for row in blocks) == plan.minutes
        assert end == time_of_day(540 + plan.minutes)

    copies = dict(found.packing)
    assert copies == {sheet.id: sheet.copies for sheet in pack_of_plan(graph, located, people, "participant", 1).sheets}
    packed = re.findall(r"<li>(.*?)</li>", run.partition("<table")[0], re.DOTALL)
    uses = session.uses()
    assert session.feedback is not None
    assert copies[session.feedback.entry] == people
    numbers = [int(one[1]) for line in packed if (one := re.search(r", (\d+) (?!pages?\b)\w+", words(line)))]
    assert numbers == list(copies.values())
    pages = [int(one[1]) for line in packed if (one := re.search(r", (\d+) pages?$", words(line)))]
    assert pages == [number for _, number in found.papers] == [people, -(-people // ROWS), people]
    made = paper_parts(documents_of(graph, at.site, at.theme), session, PAPERS["a4"])
    sheets = {"attendance": 0, "tents": 0, "certificates": 0}
    for part in made:
        name = next(name for name in sheets if f'<section class="{SECTIONS[name]}' in part.html)
        sheets[name] += part.copies * part.html.count(f'<section class="{SECTIONS[name]}')
    assert sheets == dict(found.papers)
    handed = [
        int(number) for row in rows(run) for number in re.findall(r", (\d+) (?:copies|copy|sets? of cards)\b", row[-1])
    ]
    assert handed == numbers

    told = [use for use in uses.values() if use.kind not in HANDED_OUT]
    assert [use.entry for use, text in zip(told, texts, strict=True) if use.title not in words(text)] == []
