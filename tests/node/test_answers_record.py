"""Records of answers: what is kept, what a file holds, how older editions are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.node.process import Node

RECORDS = Path(__file__).with_name("records")
DEFINITION = {
    "id": "shop-check",
    "edition": 3,
    "changes": [
        {"edition": 2, "what": "Two became one.", "renamed": {"hello": "greeted"}, "removed": []},
        {"edition": 3, "what": "The window went.", "renamed": {}, "removed": ["window"]},
    ],
    "scoring": {"items": [{"id": one, "values": [0, 1, 2, 3]} for one in ("safe", "greeted", "on-time", "explained")]},
}

READ = """async (load, [texts, definition]) => {
  const records = await load("answers-store/answers-record.js");
  const plain = (record) => ({ ...record, answers: Object.fromEntries(record.answers),
    history: record.history.map((one) => ({ ...one, answers: Object.fromEntries(one.answers) })) });
  return texts.map((text) => {
    try {
      const found = records.fromText(text);
      const now = records.current(found, definition);
      return { ...now, record: plain(now.record) };
    } catch (fault) {
      if (fault.constructor.name !== "RecordFault") throw fault;
      return fault.reason;
    }
  });
}"""


def read(node: Node, *texts: str) -> Any:
    return node.run(READ, [list(texts), DEFINITION])


def fixture(name: str) -> str:
    return (RECORDS / name).read_text("utf-8")


def test_a_record_of_the_first_edition_is_carried_over(node: Node) -> None:
    assert read(node, fixture("edition-1.json")) == [
        {
            "record": {
                "edition": 3,
                "updatedAt": "2024-02-03T10:00:00Z",
                "answers": {"safe": 0, "greeted": 2, "on-time": 3},
                "history": [{"at": "2024-01-02T08:30:00Z", "edition": 3, "answers": {"safe": 1, "greeted": 1}}],
            },
            "lost": 1,
            "changes": ["Two became one.", "The window went."],
        }
    ]


def test_a_record_of_the_second_edition_is_carried_over_without_what_is_not_offered(node: Node) -> None:
    (now,) = read(node, fixture("edition-2.json"))
    assert now == {
        "record": {
            "edition": 3,
            "updatedAt": "2025-05-06T10:00:00Z",
            "answers": {"safe": 0, "greeted": 2},
            "history": [],
        },
        "lost": 2,
        "changes": ["The window went."],
    }


def test_a_record_of_this_edition_stays_as_it_is(node: Node) -> None:
    (now,) = read(node, fixture("edition-3.json"))
    assert (now["record"]["answers"], now["lost"], now["changes"]) == ({"greeted": 2, "on-time": 3}, 0, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "unreadable"),
        ("{", "unreadable"),
        ("null", "unreadable"),
        ("[]", "unreadable"),
        ('{"schema":2,"anything":true}', "newer"),
        ('{"schema":1}', "unreadable"),
        ('{"schema":1,"edition":1,"updatedAt":"yesterday","answers":{}}', "unreadable"),
        ('{"schema":1,"edition":1,"updatedAt":"2024-01-01T00:00:00Z","answers":{"safe":"<b>"}}', "unreadable"),
        ('{"schema":1,"edition":1,"updatedAt":"2024-01-01T00:00:00Z","answers":{"safe":0.0001}}', "unreadable"),
        ('{"schema":1,"edition":1,"updatedAt":"2024-01-01T00:00:00Z","answers":{"Not An Id":1}}', "unreadable"),
        ('{"schema":1,"edition":1,"updatedAt":"2024-01-01T00:00:00Z","answers":{},"history":[3]}', "unreadable"),
    ],
)
def test_what_is_no_record_is_refused_with_its_reason(node: Node, text: str, reason: str) -> None:
    assert read(node, text) == [reason]


def test_names_that_would_reach_into_the_language_are_dropped(node: Node) -> None:
    text = (
        '{"schema":1,"edition":3,"updatedAt":"2024-01-01T00:00:00Z","answers":{"__proto__":1,"constructor":2,"safe":1}}'
    )
    (now,) = read(node, text)
    assert (now["record"]["answers"], now["lost"]) == ({"safe": 1}, 0)


MERGE = """async (load, [mine, other]) => {
  const { fromText, merged, toText } = await load("answers-store/answers-record.js");
  const { record, left } = merged(fromText(mine), fromText(other), "2026-09-09T00:00:00Z");
  return [JSON.parse(toText(record)), left];
}"""


def record(answers: dict[str, int], *history: tuple[str, int]) -> str:
    past = [{"at": at, "edition": 3, "answers": {"safe": value}} for at, value in history]
    return json.dumps(
        {"schema": 1, "edition": 3, "updatedAt": "2026-01-01T00:00:00Z", "answers": answers, "history": past}
    )


def days(year: int, count: int) -> list[str]:
    return [f"{year}-{1 + day // 28:02}-{1 + day % 28:02}T09:00:00Z" for day in range(count)]


def test_merging_takes_the_others_answers_and_both_histories_one_a_day(node: Node) -> None:
    mine = record({"safe": 1, "greeted": 1}, ("2026-01-02T09:00:00Z", 1), ("2026-01-03T09:00:00Z", 1))
    other = record({"safe": 3}, ("2026-01-02T10:00:00Z", 3))
    assert node.run(MERGE, [mine, other]) == [
        {
            "schema": 1,
            "edition": 3,
            "updatedAt": "2026-09-09T00:00:00Z",
            "answers": {"safe": 3, "greeted": 1},
            "history": [
                {"at": "2026-01-02T10:00:00Z", "edition": 3, "answers": {"safe": 3}},
                {"at": "2026-01-03T09:00:00Z", "edition": 3, "answers": {"safe": 1}},
            ],
        },
        0,
    ]


@pytest.mark.parametrize(("own", "left"), [(1, 1), (25, 25), (60, 60)])
def test_no_result_of_ones_own_makes_room_for_those_of_a_file(node: Node, own: int, left: int) -> None:
    mine = record({"safe": 1}, *((at, 1) for at in days(2024, own)))
    other = record({"safe": 3}, *((at, 3) for at in days(2026, 60)))
    merged, count = node.run(MERGE, [mine, other])
    kept = [(one["at"], one["answers"]["safe"]) for one in merged["history"]]
    assert kept == [(at, 1) for at in days(2024, own)] + [(at, 3) for at in days(2026, 60)[left:]]
    assert count == left


LATER = """async (load, [text, now]) => {
  const { fromText, withoutLater, withResult, toText } = await load("answers-store/answers-record.js");
  const record = fromText(text);
  const { record: without, later } = withoutLater(record, now);
  const daysOf = ({ history }) => history.map(({ at }) => at);
  return [later, daysOf(without), daysOf(JSON.parse(toText(withResult(record, now))))];
}"""


def test_results_of_days_to_come_are_left_out_of_a_file_and_never_drop_a_new_one(node: Node) -> None:
    now = "2026-05-05T12:00:00Z"
    text = record({"safe": 1}, *((at, 1) for at in [*days(2026, 1), *days(2031, 59)]))
    later, without, noted = node.run(LATER, [text, now])
    assert (later, without) == (59, days(2026, 1))
    assert noted == [*days(2026, 1), now, *days(2031, 58)]

    tomorrow = "2026-05-06T11:00:00Z"
    assert node.run(LATER, [record({"safe": 1}, (tomorrow, 1)), now])[:2] == [0, [tomorrow]]


SAVE = """async (load, [ids, days]) => {
  const { fromFile, toFile, withResult, emptyRecord } = await load("answers-store/answers-record.js");
  const answers = new Map(ids.map((id) => [id, 1]));
  const record = days.reduce(withResult, { ...emptyRecord(1), answers });
  const { text, left } = toFile("a-site", "a-check", record);
  const back = fromFile(text).record;
  return [left, back.answers.size, back.history.length, back.history.at(-1).at];
}"""


@pytest.mark.parametrize(("questions", "left"), [(24, 0), (500, 54)])
def test_a_file_that_is_saved_can_be_loaded(node: Node, questions: int, left: int) -> None:
    ids = [f"{number}-".ljust(64, "x") for number in range(questions)]
    assert node.run(SAVE, [ids, days(2026, 60)]) == [left, questions, 60 - left, days(2026, 60)[-1]]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda part: (
        st.lists(part, max_size=4)
        | st.dictionaries(
            st.sampled_from(("schema", "edition", "updatedAt", "answers", "history", "at", "__proto__", "safe", "kind"))
            | st.text(max_size=8),
            part,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(ANYTHING | st.text(), min_size=20, max_size=20))
def test_whatever_is_read_gives_a_record_or_a_reason(node: Node, batch: list[Any]) -> None:
    found = read(node, *(json.dumps({"schema": 1, **one} if isinstance(one, dict) else one) for one in batch))
    assert all(isinstance(one, dict) or one in ("unreadable", "newer") for one in found)
