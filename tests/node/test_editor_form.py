"""What the editor's form remembers and decides: undo, what is asked, where problems stand, conflicts, what is kept."""

from __future__ import annotations

import pytest

from tests.node.editor import CLIENT, run
from tests.node.process import Node


def test_letters_typed_into_a_field_are_one_step_back(node: Node) -> None:
    call = """((h) => {
      h = m.stepped(h, { t: "a" }, "t"); h = m.stepped(h, { t: "ab" }, "t");
      h = m.stepped(m.paused(h), { t: "abc" }, "t"); h = m.stepped(h, { t: "abc", u: "x" });
      const back = [1, 2, 3, 4].map(() => { h = m.undone(h); return h.present; });
      const forth = [1, 2].map(() => { h = m.redone(h); return h.present; });
      h = m.stepped(h, { t: "new" }); return [back, forth, m.redone(h).present];
    })(m.begun({}))"""
    back, forth, newest = run(node, "history", call, None)
    assert back == [{"t": "abc"}, {"t": "ab"}, {}, {}]
    assert forth == [{"t": "ab"}, {"t": "abc"}]
    assert newest == {"t": "new"}


PLACES = """((value) => {
  const root = new m.Place(null, "", { read: () => value, write: (data) => { value = data; } });
  const link = { read: (data) => typeof data === "string" ? { to: data } : data ?? {},
    write: (fields, before) =>
      typeof before === "string" && Object.keys(fields).length < 2 ? fields.to ?? "" : fields };
  const list = root.child("next");
  const [one, two] = [list.child(0, link), list.child(1, link)];
  const why = two.child("why");
  const steps = [() => two.child("to").put("c"), () => why.put("W"), () => { one.key = 1; two.key = 0; },
    () => one.child("to").put("z"), () => why.put(undefined), () => root.child("title").put("T")];
  return steps.map((step) => { step(); return [value, why.route]; });
})({ next: ["a", "b"] })"""


def test_a_place_goes_along_with_its_item_and_writes_a_link_as_it_was(node: Node) -> None:
    at, moved = ["next", 1, "why"], ["next", 0, "why"]
    # The form moves the items in the value itself; a place only has another number from then on.
    assert run(node, "place", PLACES, None) == [
        [{"next": ["a", "c"]}, at],
        [{"next": ["a", {"to": "c", "why": "W"}]}, at],
        [{"next": ["a", {"to": "c", "why": "W"}]}, moved],
        [{"next": ["a", {"to": "z", "why": "W"}]}, moved],
        [{"next": ["a", {"to": "z", "why": "W"}]}, moved],
        [{"next": ["a", {"to": "z", "why": "W"}], "title": "T"}, moved],
    ]


ASKING = f"""async (load, plan) => {{
  const {{ asker }} = await load("{CLIENT}/asking.js");
  const timers = []; const sent = []; const heard = []; const failed = [];
  const clock = {{ wait: (run) => timers.push(run), stop: (at) => {{ timers[at - 1] = () => {{}}; }} }};
  const answers = [];
  const one = asker((question) => {{ sent.push(question); return new Promise((yes, no) => answers.push([yes, no])); }},
    (answer) => heard.push(answer), (fault) => failed.push(fault), clock);
  const acts = {{
    ask: (text) => one.ask(() => text),
    due: () => timers.splice(0, timers.length, ...timers.map(() => () => {{}})).forEach((run) => run()),
    answer: ([at, text]) => answers[at][0](text), fail: ([at, text]) => answers[at][1](text), drop: () => one.drop(),
  }};
  for (const [act, argument] of plan) {{ acts[act](argument); await new Promise((done) => setTimeout(done)); }}
  return {{ sent, heard, failed }};
}}"""


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        # After a pause only the newest question is asked.
        ([["ask", "a"], ["ask", "ab"], ["due", None], ["answer", [0, "A"]]], (["ab"], ["A"], [])),
        # The answer to an older question is not shown, and the newer one follows when the first is through.
        (
            [["ask", "a"], ["due", None], ["ask", "b"], ["due", None], ["answer", [0, "A"]], ["answer", [1, "B"]]],
            (["a", "b"], ["B"], []),
        ),
        ([["ask", "a"], ["due", None], ["drop", None], ["answer", [0, "A"]]], (["a"], [], [])),
        ([["ask", "a"], ["due", None], ["fail", [0, "gone"]]], (["a"], [], ["gone"])),
        ([["ask", "a"], ["due", None], ["ask", "b"], ["fail", [0, "gone"]], ["due", None]], (["a", "b"], [], [])),
    ],
)
def test_only_the_newest_answer_counts(
    node: Node, plan: list[list[object]], expected: tuple[list[str], list[str], list[str]]
) -> None:
    found = node.run(ASKING, plan)
    assert (found["sent"], found["heard"], found["failed"]) == expected


IN_A_CLOSED_TAB = f"""async (load) => {{
  const {{ asker }} = await load("{CLIENT}/asking.js");
  const timers = []; let sent = 0;
  const isOpen = () => timers.length === 0;
  const clock = {{ wait: (run) => isOpen() ? timers.push(run) : 0, stop: () => {{}} }};
  const one = asker(async () => {{ sent += 1; if (sent > 9) return; throw new Error("gone"); }},
    () => {{}}, () => one.ask(() => "again"), clock);
  one.ask(() => "a");
  timers[0]();
  await new Promise((done) => setTimeout(done));
  return sent;
}}"""


def test_a_tab_without_timers_does_not_ask_without_end(node: Node) -> None:
    """Chromium ends the timers of a tab that it closes before its scripts: setTimeout returns 0 and runs nothing."""
    assert node.run(IN_A_CLOSED_TAB) == 1


def test_a_problem_stands_at_the_deepest_field_that_is_shown(node: Node) -> None:
    problems = [
        {"route": ["links", "next", 0, "to"], "code": "a"},
        {"route": ["links", "next", 0, "why"], "code": "b"},
        {"route": ["title"], "code": "c"},
        {"route": ["title"], "code": "d", "elsewhere": True},
        {"route": ["gone"], "code": "e"},
    ]
    places = [["links"], ["links", "next", 0], ["links", "next", 0, "to"], ["title"]]
    call = "[...m.placed(...a)].map(([key, found]) => [key, found.map((one) => one.code)])"
    assert dict(run(node, "problems", call, [problems, places])) == {
        '["links","next","0","to"]': ["a"],
        '["links","next","0"]': ["b"],
        '["title"]': ["c"],
        "[]": ["d", "e"],
    }


def test_beside_its_label_a_field_is_not_named_again(node: Node) -> None:
    problem = {"message": "“Summary” is empty", "route": ["summary"]}
    assert run(node, "problems", "m.said(a)", {**problem, "at_field": "is empty"}) == "is empty"
    assert run(node, "problems", "m.said(a)", problem) == "“Summary” is empty"


def test_each_conflict_gets_the_side_that_was_chosen(node: Node) -> None:
    changed = {
        "version": "2",
        "value": {"title": "Theirs", "keywords": ["x"]},
        "merged": {"title": "Mine", "summary": "Mine", "keywords": ["x", "y", "z"], "note": "From the file"},
        "conflicts": [
            {"route": ["title"], "theirs": "Theirs", "mine": "Mine"},
            {"route": ["summary"], "mine": "Mine"},
            {"route": ["keywords", 1], "mine": "y"},
            {"route": ["keywords", 2], "theirs": "zz", "mine": "z"},
        ],
    }
    sides = [[["title"], "mine"], [["summary"], "theirs"], [["keywords", 1], "theirs"], [["keywords", 2], "theirs"]]
    call = """((chosen) => [m.settled(a[0], chosen), m.open(a[0].conflicts, new Map([...chosen].slice(0, 3)))])(
      new Map(a[1].map(([route, side]) => [JSON.stringify(route), side])))"""
    value, left = run(node, "conflicts", call, [changed, sides])
    assert value == {"title": "Mine", "keywords": ["x", "zz"], "note": "From the file"}
    assert left == [["keywords", 2]]


@pytest.mark.parametrize(
    ("conflicts", "expected"),
    [
        ([{"route": ["title"], "theirs": "T", "mine": "newer"}], True),
        ([{"route": ["title"], "theirs": "other", "mine": "M"}], False),
        ([{"route": ["title"], "theirs": "T", "mine": "M"}, {"route": ["note"], "mine": "M"}], False),
    ],
)
def test_choices_hold_as_long_as_the_other_version_does(node: Node, conflicts: list[object], expected: bool) -> None:
    one = {"conflicts": [{"route": ["title"], "theirs": "T", "mine": "M"}]}
    assert run(node, "conflicts", "m.sameClash(...a)", [one, {"conflicts": conflicts}]) is expected


KEEPING = f"""async (load, a) => {{
  const entries = new Map(Object.entries(a.stored ?? {{}}));
  globalThis.localStorage = {{
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => entries.delete(key),
    get length() {{ return entries.size; }},
    key: (at) => [...entries.keys()][at], setItem: (key, text) => {{
      if (a.full) throw new DOMException("full", "QuotaExceededError");
      entries.set(key, text);
    }},
  }};
  const m = await load("{CLIENT}/kept.js");
  return [(() => {{ {{}} return eval(a.call); }})(), [...entries.keys()]];
}}"""


def test_what_is_typed_is_kept_for_each_target(node: Node) -> None:
    call = """[
      { kind: "tell", id: "a" }, { page: "pages/a:b.md" }, { site: true }, { kind: "tell", id: "", new: true },
    ].map((t) =>
      [m.keep(m.keyOf(t), { at: "2026-03-01T10:00:00Z", version: "v", base: {}, value: { title: "T" } }),
       m.keptUnder(m.keyOf(t)).value.title, m.targetOf(m.keyOf(t))])"""
    found, keys = node.run(KEEPING, {"call": call})
    targets = [
        {"kind": "tell", "id": "a"},
        {"page": "pages/a:b.md"},
        {"site": True},
        {"kind": "tell", "id": "", "new": True},
    ]
    assert found == [[True, "T", target] for target in targets]
    assert keys == [
        "playbook-editor:entry:tell:a",
        "playbook-editor:page:pages/a:b.md",
        "playbook-editor:site",
        "playbook-editor:new:tell",
    ]


def test_what_was_kept_is_listed_for_two_months_and_damage_is_passed_over(node: Node) -> None:
    def kept(day: str) -> str:
        return f'{{"at":"{day}T10:00:00Z","version":"v","base":{{}},"value":{{"title":"T"}}}}'

    stored = {
        "playbook-editor:site": kept("2026-03-01"),
        "playbook-editor:entry:tell:a": kept("2026-03-20"),
        "playbook-editor:entry:tell:old": kept("2025-12-01"),
        "playbook-editor:entry:tell:odd": "{",
        "playbook:scheme": "slate",
    }
    call = 'm.allKept(new Date("2026-03-21T00:00:00Z")).map(({ key }) => key)'
    found, keys = node.run(KEEPING, {"stored": stored, "call": call})
    assert found == ["playbook-editor:entry:tell:a", "playbook-editor:site"]
    assert "playbook-editor:entry:tell:old" not in keys
    assert {"playbook-editor:entry:tell:odd", "playbook:scheme"} <= set(keys)


def test_a_full_storage_is_reported(node: Node) -> None:
    call = 'm.keep("playbook-editor:site", { at: "2026-03-01T10:00:00Z", version: "v", base: {}, value: {} })'
    assert node.run(KEEPING, {"call": call, "full": True}) == [False, []]
