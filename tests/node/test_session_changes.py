"""Changes of a session, and how late it is: what the page and its step-by-step view rest on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.node.process import Node
from tests.sessions.cases import CASES

MINUTE = 60_000

LATE = """async (load, cases) => {
  const { lateBy, leftOf } = await load("session/lazy/clock.js");
  return cases.map(([line, origin, entered, now]) => [lateBy(line, origin, entered, now), leftOf(line, entered, now)]);
}"""

BEGUN = """async (load, [start, before, after]) => {
  const { originOf } = await load("session/lazy/clock.js");
  const planned = new Date(2026, 2, 1, 0, start).getTime();
  return [before, after].map((minutes) => {
    const now = planned + minutes * 60000;
    return (originOf(start, now) - planned) / 60000;
  });
}"""

TIMES = """async (load, texts) => {
  const { clock, minutesOf } = await load("session/lazy/clock.js");
  return texts.map((text) => { const found = minutesOf(text); return found === null ? null : clock(found); });
}"""

FITTED = """async (load, session) => {
  const { schedule } = await load("session/lazy/schedule.js");
  const { fitted, moved, changed, added } = await load("session/lazy/changes.js");
  const blocks = session.blocks.map(({ of, part, minutes, drop }) => ({ of, part, minutes, drop }));
  // A block that the playbook no longer has stands first: places in the choice are not those in the session.
  const choice = { ...session, blocks: [{ of: "gone", part: "", minutes: 7, drop: true }, ...blocks] };
  const ids = session.blocks.map(({ id }) => id);
  const at = ids.map((_, place) => place + 1);
  const fit = fitted(choice, schedule(session).proposal, ids, at);
  const parts = ({ blocks }) => blocks.map(({ part, of, minutes }) => [part || of, minutes]);
  const many = Array.from({ length: 70 }).reduce((made) => added(made, blocks[0], 3), choice);
  return {
    fit: parts(fit),
    last: parts(moved(choice, 1, 99)).at(-1)[0],
    first: parts(moved(choice, 3, -5))[0][0],
    without: parts(changed(choice, 1, null)).length,
    most: many.blocks.length,
  };
}"""


ADDED = """async (load, cases) => {
  const { added, placeOfNew } = await load("session/lazy/changes.js");
  const { closes } = await load("session/lazy/compiled.js");
  const plan = { blocks: [{ id: "open" }, { id: "work" }, { id: "close" }] };
  const library = { plans: new Map([["day", plan], ["hour", plan]]), aliases: new Map([["old-day", "day"]]) };
  const block = (text) => { const [of, part = ""] = text.split("."); return { of, part, minutes: 10, drop: false }; };
  return cases.map((texts) => {
    const choice = { blocks: texts.map(block) };
    const { blocks } = added(choice, block("new"), placeOfNew(choice, (one) => closes(one, library)));
    return blocks.map(({ of, part }) => (part ? `${of}.${part}` : of));
  });
}"""

FILLED = """async (load, cases) => {
  const { fillers } = await load("session/lazy/session-fit.js");
  const entry = (minutes, moments, more = {}) => ({ title: "", minutes, moments, least: 1, block: true, ...more });
  const entries = new Map(Object.entries({
    short: entry(10, ["a"]), long: entry(20, ["a"]), both: entry(5, ["a", "b"]), other: entry(15, ["c"]),
    crowded: entry(15, ["a"], { least: 4 }), term: entry(1, ["a"], { block: false }), used: entry(15, ["b"]),
  }));
  const plans = new Map([["day", { moments: ["a", "b"] }], ["plain", { moments: [] }]]);
  const session = { people: 3, blocks: [{ uses: [{ entry: "used" }] }], feedback: null };
  const library = { entries, plans };
  return cases.map(([plan, spare, aim]) => fillers({ ...session, plan }, spare, library, aim).map(([id]) => id));
}"""


def test_a_new_block_stands_before_the_closing_one_of_a_plan_if_that_is_last(node: Node) -> None:
    cases: list[Any] = [
        [],
        ["day.open", "day.work", "day.close"],
        ["day.open", "old-day.close"],
        ["day.open", "day.close", "sheet"],
        ["day.open", "day.close", "hour.close"],
        ["day.close"],
        ["sheet", "gone.close"],
    ]
    assert node.run(ADDED, cases) == [
        ["new"],
        ["day.open", "day.work", "new", "day.close"],
        ["day.open", "new", "old-day.close"],
        ["day.open", "day.close", "sheet", "new"],
        ["day.open", "new", "day.close", "hour.close"],
        ["new", "day.close"],
        ["sheet", "gone.close", "new"],
    ]


def test_what_fills_the_time_is_for_the_same_goes_with_the_people_and_is_not_used_yet(node: Node) -> None:
    cases: list[Any] = [
        ["day", 20, ""],  # what is for more of it comes first, then what fills more of the time
        ["day", 19, ""],
        ["day", 4, ""],  # a reserve
        ["day", 20, "c"],
        ["plain", 20, ""],  # for what its blocks are for
        ["", 20, ""],
    ]
    assert node.run(FILLED, cases) == [["both", "long", "short"], ["both", "short"], [], ["other"], ["both"], ["both"]]


def test_a_block_that_began_late_stays_late_and_one_that_takes_longer_is_late_by_that(node: Node) -> None:
    line = {"from": 10, "to": 30}
    cases: list[Any] = [
        [line, 0, 10 * MINUTE, 10 * MINUTE],  # in time
        [line, 0, 13 * MINUTE, 20 * MINUTE],  # begun three minutes late
        [line, 0, 8 * MINUTE, 20 * MINUTE],  # begun two minutes early
        [line, 0, 8 * MINUTE, 34 * MINUTE],  # and then four minutes too long
        [line, 0, 13 * MINUTE, 35 * MINUTE],
    ]
    assert node.run(LATE, cases) == [[0, 1200], [180, 780], [-120, 480], [240, -360], [300, -120]]


def test_a_session_begun_near_its_time_keeps_to_the_clock_and_a_rehearsal_counts_from_its_beginning(node: Node) -> None:
    assert node.run(BEGUN, [540, -20, 45]) == [0, 0]
    assert node.run(BEGUN, [540, -61, 300]) == [-61, 300]


def test_times_are_read_and_written(node: Node) -> None:
    texts = ["09:05", "9:05", "23:59", "24:00", "09:60", "9", "", "-1:00", "09:00:00"]
    assert node.run(TIMES, texts) == ["09:05", "09:05", "23:59", None, None, None, None, None, None]


@pytest.mark.parametrize("case", CASES[3:4], ids=lambda case: case["name"])
def test_what_is_proposed_is_done_to_the_blocks_that_are_meant(node: Node, case: dict[str, Any]) -> None:
    found = node.run(FITTED, case["session"])
    assert found == {
        "fit": [
            ["gone", 7],
            ["open", 12],
            ["alone", 25],
            ["threes", 45],
            ["", 13],
            ["play", 56],
            ["close", 10],
        ],
        "last": "open",
        "first": "threes",
        "without": 8,
        "most": 60,
    }
