"""The practice of the week, by the reader's calendar."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

from generator.site.page_context import PageContext
from generator.site.shared_by_pages import shared_by_pages
from generator.site.weekly import in_turn
from tests.node.process import Node
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading

CHOSEN = """async (load, [all, days]) => {
  const { ofTheWeek, weeksSince } = await load("week-practice/week.js");
  return days.map(([year, month, day]) => {
    const now = new Date(year, month - 1, day, 23, 59);
    return [weeksSince(now), ofTheWeek(all, now) ?? null];
  });
}"""


def test_everybody_sees_one_practice_from_monday_to_sunday_and_all_before_one_comes_again(node: Node) -> None:
    first = date(2026, 12, 21)
    days = [first + timedelta(days=at) for at in range(7 * 12)]
    practices = list(range(11))
    found = node.run(CHOSEN, [practices, [[day.year, day.month, day.day] for day in days]])
    weeks = {day.isocalendar()[:2]: set[tuple[int, int]]() for day in days}
    for day, (week, chosen) in zip(days, found, strict=True):
        weeks[day.isocalendar()[:2]].add((week, chosen))
    assert [len(one) for one in weeks.values()] == [1] * 12
    numbers, in_turn = zip(*(next(iter(one)) for one in weeks.values()), strict=True)
    assert numbers == tuple(range((first - date(1970, 1, 5)).days // 7, (first - date(1970, 1, 5)).days // 7 + 12))
    assert set(in_turn[:11]) == set(practices)
    assert in_turn[11] == in_turn[0]
    assert node.run(CHOSEN, [[], [[2026, 12, 21]]])[0][1] is None


def test_the_order_is_that_of_the_digests_of_ids() -> None:
    found = project(EXAMPLE_PLAYBOOK)
    shared = shared_by_pages(reading(EXAMPLE_PLAYBOOK).graph, found.site, found.theme)
    in_order = [line.split(" ", 1) for line in in_turn(PageContext(shared, "")).splitlines()]
    ids = [address.split("/")[1] for address, _ in in_order]
    assert ids == sorted(ids, key=lambda one: sha256(one.encode()).hexdigest())
    assert {*ids} == {located.id for located in shared.order["practice"]}
    assert all(title and "<" not in title for _, title in in_order)
