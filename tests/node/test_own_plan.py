"""A plan of one's own: how it is changed, kept, shared, merged, and written as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.conftest import some_of
from tests.node.kept import STORAGE
from tests.node.process import Node

SITE = "example.org/book"
KEY = f"playbook:{SITE}:own_plan"
KEPT = {"page": "practices/slow-down/", "title": "Slow it down"}
STEP = {"id": "s1", "text": "Ring Karl", "page": "", "on": "2026-12-01", "done": False}
OTHER = {"id": "s2", "text": "Read it", "page": "practices/slow-down/", "on": "", "done": True}


def plan(*steps: dict[str, Any], kept: tuple[dict[str, str], ...] = (KEPT,)) -> dict[str, Any]:
    return {"updatedAt": "2026-11-28T10:15:00Z", "kept": list(kept), "steps": list(steps)}


def kept(node: Node, steps: str, entries: dict[str, str] | None = None) -> Any:
    """What `steps` give, with the storage in `storage` and `open(site)` for a page that keeps a plan."""
    return node.run(
        f"""async (load, [entries, STEP, KEPT]) => {{
          {STORAGE}
          const storage = new Storage(entries);
          Object.defineProperty(globalThis, "localStorage", {{ value: storage, configurable: true, writable: true }});
          const {{ KeptPlan }} = await load("own-plan/kept-plan.js");
          const {{ keep }} = await load("own-plan/plan-record.js");
          const {{ addStep, changeStep }} = await load("own-plan/lazy/plan-changes.js");
          const open = (site) => new KeptPlan(site);
          const ids = (page) => page.read().steps.map(({{ id }}) => id);
          {steps}
        }}""",
        [entries or {}, STEP, KEPT],
    )


def test_two_tabs_add_to_each_other_and_two_sites_keep_their_own(node: Node) -> None:
    found = kept(
        node,
        f"""const [one, two, other] = [open("{SITE}"), open("{SITE}"), open("example.org/other")];
        one.read(); two.read();
        one.change((plan) => addStep(plan, STEP));
        two.change((plan) => keep(plan, KEPT, true));
        other.change((plan) => addStep(plan, {{ ...STEP, id: "s9" }}));
        one.store.eraseAll();
        const before = [[...storage.texts.keys()], ids(other)];
        two.change((plan) => keep(plan, KEPT, true));
        two.change((plan) => keep(plan, KEPT, false));
        return [before, [...storage.texts.keys()]];""",
    )
    others = ["playbook:example.org/other:own_plan"]
    assert found == [[others, ["s9"]], others]


@pytest.mark.parametrize(("harm", "state"), [("room = 0", "full"), ("blocked = true", "refused")])
def test_a_storage_that_takes_nothing_is_said_and_the_plan_lasts_as_long_as_the_page(
    node: Node, harm: str, state: str
) -> None:
    found = kept(
        node,
        f"""const page = open("{SITE}");
        storage.{harm};
        page.change((plan) => addStep(plan, STEP));
        return [page.store.state, ids(page)];""",
    )
    assert found == [state, ["s1"]]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "null",
        "[]",
        '{"schema":1,"updatedAt":"2026-11-28T10:15:00Z","kept":[],"steps":[{}]}',
        '{"schema":1,"updatedAt":"2026-11-28T10:15:00Z","kept":[{"page":"//evil.example/","title":"x"}],"steps":[]}',
        '{"schema":1,"updatedAt":"2026-11-28T10:15:00Z","kept":[{"page":"javascript:x/","title":"x"}],"steps":[]}',
        '{"schema":1,"updatedAt":"2026-11-28T10:15:00Z","kept":[],"steps":['
        '{"id":"a","text":"x","page":"","on":"2026-02-30","done":false}]}',
    ],
)
def test_what_cannot_be_read_is_set_aside(node: Node, text: str) -> None:
    found = kept(
        node,
        f"""const page = open("{SITE}");
        const first = ids(page);
        page.change((plan) => addStep(plan, STEP));
        return [first, page.store.aside(), ids(page)];""",
        {KEY: text},
    )
    assert found == [[], [text], ["s1"]]


def test_what_a_newer_version_kept_is_left_alone(node: Node) -> None:
    newer = '{"schema":2,"more":true}'
    found = kept(
        node,
        f"""const page = open("{SITE}");
        page.change((plan) => addStep(plan, STEP));
        return [page.writable, storage.getItem("{KEY}")];""",
        {KEY: newer},
    )
    assert found == [False, newer]


THERE_AND_BACK = """async (load, plan) => {
  const { toText, fromText } = await load("own-plan/plan-record.js");
  const { toLink, fromLink, toFile, fromFile } = await load("own-plan/lazy/plan-exchange.js");
  return [fromLink(toLink(plan)), fromFile(toFile("example.org/book", plan)), fromText(toText(plan))];
}"""
OPEN = """async (load, links) => {
  const { fromLink } = await load("own-plan/lazy/plan-exchange.js");
  const { LinkFault } = await load("share-link/packed.js");
  return links.map((link) => {
    try { return fromLink(link).steps.length; }
    catch (fault) { if (!(fault instanceof LinkFault)) throw fault; return fault.reason; }
  });
}"""
LINK = """async (load, plan) => {
  const { toLink } = await load("own-plan/lazy/plan-exchange.js");
  try { return toLink(plan); } catch (fault) { return fault.reason; }
}"""


def test_a_plan_comes_back_from_links_and_files_as_it_was(node: Node) -> None:
    given_plan = plan({**STEP, "text": '<b>"Ä"</b> 🙂'}, OTHER)
    assert node.run(THERE_AND_BACK, given_plan) == [given_plan] * 3


def test_links_are_checked_when_they_are_made_and_when_they_are_opened(node: Node) -> None:
    link = node.run(LINK, plan(STEP))
    long = plan(*({**STEP, "id": f"s{at}", "text": "x" * 300} for at in range(30)))
    assert node.run(LINK, long) == "too-long"
    pack = "async (load, texts) => { const { packed } = await load('share-link/packed.js');"
    pack += " return texts.map((text) => packed('plan1', text)); }"
    wrong = ["", "{", '{"schema":2}', '{"schema":1}', '{"schema":1,"updatedAt":"x","kept":[],"steps":[]}']
    links = [link, link[:-1], link.replace("plan1", "plan2"), f"plan1.{'x' * 9000}.00000000", *node.run(pack, wrong)]
    assert node.run(OPEN, links) == [
        1,
        "damaged",
        "newer",
        "too-long",
        "damaged",
        "damaged",
        "newer",
        "damaged",
        "damaged",
    ]


CHANGE = """async (load, [mine, other, moves]) => {
  const { merged, moveStep, tooMuch, addStep } = await load("own-plan/lazy/plan-changes.js");
  const moved = moves.reduce((plan, [id, to]) => moveStep(plan, id, to), mine);
  const ids = moved.steps.map(({ id }) => id);
  return [merged(mine, other), ids, tooMuch(mine, other), addStep(mine, other.steps[0]).steps.length];
}"""


def test_merging_gives_up_nothing_of_ones_own_and_says_what_does_not_fit(node: Node) -> None:
    mine = plan(STEP, OTHER)
    more = {**KEPT, "page": "practices/ask/"}
    other = plan({**STEP, "text": "Theirs"}, {**STEP, "id": "s3"}, kept=({**KEPT, "title": "Theirs"}, more))
    both, order, left, _ = node.run(CHANGE, [mine, other, [["s2", 0], ["s1", 9], ["s2", -5], ["none", 0]]])
    assert [step["text"] for step in both["steps"]] == ["Ring Karl", "Read it", "Ring Karl"]
    assert both["kept"] == [KEPT, more]
    assert order == ["s2", "s1"]
    assert left == 0

    full = plan(*({**STEP, "id": f"s{at}"} for at in range(200)))
    both, _, left, count = node.run(CHANGE, [full, plan({**STEP, "id": "new-1"}, {**STEP, "id": "new-2"}), []])
    assert (len(both["steps"]), left, count) == (200, 2, 200)


CALENDAR = """async (load, [steps, root, now]) => {
  const { toCalendar } = await load("own-plan/lazy/calendar.js");
  return toCalendar(steps, root, new Date(now));
}"""
NOW = "2026-11-28T10:15:30.500Z"
ROOT = "https://example.org/book/"


def test_the_calendar_is_written_as_the_standard_says(node: Node) -> None:
    steps = [
        {**STEP, "text": "Ring Karl; ask, listen \\ write\nGood: " + "ä" * 40},
        {**OTHER, "id": "s3", "on": "2026-12-31", "done": False},
        {**STEP, "id": "s4", "on": ""},
        {**STEP, "id": "s5", "done": True},
    ]
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Playbook//Plan//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:s1@example.org",
        "DTSTAMP:20261128T101530Z",
        "DTSTART;VALUE=DATE:20261201",
        "DTEND;VALUE=DATE:20261202",
        "SUMMARY:Ring Karl\\; ask\\, listen \\\\ write\\nGood: " + "ä" * 13,
        " " + "ä" * 27,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:s3@example.org",
        "DTSTAMP:20261128T101530Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Read it",
        "URL:https://example.org/book/practices/slow-down/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    assert node.run(CALENDAR, [steps, ROOT, NOW]).split("\r\n") == list(lines)


@settings(max_examples=some_of(25), suppress_health_check=list(HealthCheck))
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300), max_size=4))
def test_calendars_read_what_was_written(node: Node, texts: list[str]) -> None:
    steps = [{**STEP, "id": f"s{at}", "text": text} for at, text in enumerate(texts)]
    written = node.run(CALENDAR, [steps, ROOT, NOW])
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    events = Calendar.from_ical(written).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == texts
    for event in events:
        assert event.decoded("DTSTART") == date(2026, 12, 1)
        assert event.decoded("DTEND") == date(2026, 12, 2)
        assert event.decoded("DTSTAMP") == datetime(2026, 11, 28, 10, 15, 30, tzinfo=UTC)
