"""One store keeps what people enter: two tabs, two sites, full, blocked, damaged, erased, older and newer versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.node.kept import scenario
from tests.node.process import Node

RECORDS = Path(__file__).with_name("records")
SITE = "example.org/book"
WAYS = ("ticks", "stations", "cards")
EARLIER = {
    "ticks": ("playbook:ticks:a-list", "ticks-1.json"),
    "stations": ("playbook:path:a-list", "stations-1.json"),
    "cards": ("playbook:example-org-book:a-list", "cards-1.json"),
}
"""Where the first versions kept ticks of `a-list`, and what they kept."""
NEWER = {
    "ticks": '{"schema":2,"done":["agenda"],"more":true}',
    "stations": '{"schema":2,"done":["agenda"],"more":true}',
    "cards": '{"schema":2,"seed":17,"cards":[[17,["agenda"]]],"more":true}',
}


def play(node: Node, steps: str, way: str = "ticks", entries: dict[str, str] | None = None) -> Any:
    return node.run(scenario(steps), [entries or {}, way])


@pytest.mark.parametrize("way", WAYS)
def test_two_tabs_add_to_each_other(node: Node, way: str) -> None:
    found = play(
        node,
        f"""const [one, two] = [open("{SITE}", "a-list"), open("{SITE}", "a-list")];
        one.read(); two.read();
        one.tick("agenda"); one.tick("room"); two.tick("water"); one.untick("room");
        return [one.read(), two.read(), Object.keys(all())];""",
        way,
    )
    assert found == [["agenda", "water"], ["agenda", "water"], [f"playbook:{SITE}:a-list"]]


@pytest.mark.parametrize("way", WAYS)
def test_two_sites_keep_their_own(node: Node, way: str) -> None:
    found = play(
        node,
        """const sites = ["example.org/a-b", "example.org/a/b", "example.org/ä", "example.org/ö", "example.org"];
        const pages = sites.map((site) => open(site, "a-list"));
        pages.forEach((page, at) => { page.read(); page.tick(`tick-${at}`); });
        const before = pages.map((page) => page.read().join());
        pages[0].store.eraseAll();
        return [before, pages.map((page) => page.read().join())];""",
        way,
    )
    ticked = [f"tick-{at}" for at in range(5)]
    assert found == [ticked, ["", *ticked[1:]]]


@pytest.mark.parametrize("way", WAYS)
def test_what_the_first_version_kept_is_taken_over_by_the_first_site_that_asks(node: Node, way: str) -> None:
    key, name = EARLIER[way]
    found = play(
        node,
        f"""const page = open("{SITE}", "a-list");
        const first = page.read();
        const keys = Object.keys(all());
        page.tick("water"); page.untick("room");
        const then = open("{SITE}", "a-list").read();
        const other = open("example.org/other", "a-list").read();
        page.clear();
        return [first, keys, then, other, open("{SITE}", "a-list").read()];""",
        way,
        {key: (RECORDS / name).read_text("utf-8").strip()},
    )
    assert found == [["agenda", "room"], [f"playbook:{SITE}:a-list"], ["agenda", "water"], [], []]


@pytest.mark.parametrize("name", ["edition-1.json", "edition-2.json", "edition-3.json", "sheet-1.json"])
def test_answers_that_the_first_version_kept_are_taken_over_as_they_are(node: Node, name: str) -> None:
    text = (RECORDS / name).read_text("utf-8")
    found = play(
        node,
        """const store = new AnswersStore("example.org%3A80/Book-1/%25C3%25A4", "a-check");
        return [store.read(), store.read(), all()];""",
        entries={"playbook:example-org-80-book-1-c3-a4:a-check": text},
    )
    assert found == [text, text, {"playbook:example.org%3A80/Book-1/%25C3%25A4:a-check": text}]


@pytest.mark.parametrize("room", [0, 30, 150])
def test_where_there_is_no_room_for_both_places_nothing_is_lost_by_taking_over(node: Node, room: int) -> None:
    text = (RECORDS / "sheet-1.json").read_text("utf-8").strip()
    key = "playbook:example-org-book:a-sheet"
    found = play(
        node,
        f"""storage.room = {len(key) + len(text) + room};
        const first = new AnswersStore("{SITE}", "a-sheet").read();
        return [first, new AnswersStore("{SITE}", "a-sheet").read(), Object.values(all())];""",
        entries={key: text},
    )
    assert found == [text, text, [text]]


@pytest.mark.parametrize("way", WAYS)
def test_a_full_storage_is_said_and_ticks_last_as_long_as_the_page(node: Node, way: str) -> None:
    found = play(
        node,
        f"""const page = open("{SITE}", "a-list");
        page.read(); page.tick("agenda");
        storage.room = 0;
        page.tick("room");
        const full = [page.read(), page.store.state, open("{SITE}", "a-list").read()];
        storage.room = Infinity;
        page.tick("water");
        return [...full, page.read(), page.store.state, open("{SITE}", "a-list").read()];""",
        way,
    )
    three = ["agenda", "room", "water"]
    assert found == [["agenda", "room"], "full", ["agenda"], three, "kept", three]


@pytest.mark.parametrize("way", WAYS)
def test_a_blocked_storage_is_said_and_ticks_last_as_long_as_the_page(node: Node, way: str) -> None:
    found = play(
        node,
        f"""storage.blocked = true;
        const page = open("{SITE}", "a-list");
        const before = [page.read(), page.store.state];
        page.tick("agenda"); page.tick("room"); page.untick("agenda");
        page.store.eraseAll();
        return [...before, page.store.aside(), page.read(), (page.tick("water"), page.read()), page.store.state];""",
        way,
    )
    assert found == [[], "refused", [], [], ["water"], "refused"]


DAMAGED = ['{"schema": 1, "do', "null", "7", "{}", '{"schema":"x","done":[],"cards":7}', '"agenda"']


@pytest.mark.parametrize("text", DAMAGED)
@pytest.mark.parametrize("way", WAYS)
def test_what_cannot_be_read_is_set_aside_until_it_is_removed(node: Node, way: str, text: str) -> None:
    found = play(
        node,
        f"""const page = open("{SITE}", "a-list");
        const read = page.read();
        page.tick("agenda");
        const aside = page.store.aside();
        page.store.forgetAside();
        return [read, aside, page.read(), page.store.aside(), page.store.state];""",
        way,
        {f"playbook:{SITE}:a-list": text},
    )
    assert found == [[], [text], ["agenda"], [], "kept"]


def test_what_the_first_version_set_aside_is_offered_too(node: Node) -> None:
    entries = {"playbook:path:a-list:damaged": "7", "playbook:example-org-book:a-list:set-aside-1": "8"}
    steps = f"""const {{ store }} = open("{SITE}", "a-list");
    const aside = store.aside();
    store.forgetAside();
    return [aside.sort(), all()];"""
    assert play(node, steps, "stations", entries) == [["7", "8"], {}]


def test_what_cannot_be_read_nor_set_aside_is_left_alone(node: Node) -> None:
    key = f"playbook:{SITE}:a-list"
    found = play(
        node,
        f"""storage.room = 60;
        const page = open("{SITE}", "a-list");
        page.read(); page.tick("agenda");
        const held = [page.read(), page.store.aside(), page.store.state, all()];
        storage.room = Infinity;
        page.store.forgetAside();
        return [...held, open("{SITE}", "a-list").read()];""",
        entries={key: '{"schema": 1, "do'},
    )
    text = '{"schema": 1, "do'
    assert found == [["agenda"], [text], "full", {key: text}, ["agenda"]]


@pytest.mark.parametrize("way", WAYS)
def test_what_a_newer_version_kept_is_read_and_left_alone(node: Node, way: str) -> None:
    key = f"playbook:{SITE}:a-list"
    found = play(
        node,
        f"""const page = open("{SITE}", "a-list");
        const read = page.read();
        page.tick("room"); page.clear();
        return [read, all()];""",
        way,
        {key: NEWER[way]},
    )
    assert found == [["agenda"], {key: NEWER[way]}]


def test_erasing_leaves_nothing_of_the_site_and_nothing_else_out(node: Node) -> None:
    mine = [
        f"playbook:{SITE}:a-list",
        f"playbook:{SITE}:a-check:set-aside-1",
        "playbook:example-org-book:a-sheet",
        "playbook:ticks:a-list",
        "playbook:path:a-path",
        "playbook:path:a-path:damaged",
    ]
    others = ["playbook:example.org/book/2:a-list", "playbook:example.org:a-list", "playbook:scheme", "something"]
    found = play(
        node,
        f"""new AnswersStore("{SITE}", "a-check").eraseAll();
        return Object.keys(all());""",
        entries=dict.fromkeys(mine + others, "{}"),
    )
    assert sorted(found) == sorted(others)


def test_a_draft_is_kept_in_the_tab_alone_and_erased_with_everything_else_of_its_site(node: Node) -> None:
    found = play(
        node,
        f"""const {{ keptDraft }} = await load("answers-store/kept-draft.js");
        const [draft, other] = [keptDraft("{SITE}", "a-check"), keptDraft("example.org/other", "a-check")];
        const states = [draft.write("Dear Karl"), other.write("Dear Nora")];
        const texts = [keptDraft("{SITE}", "a-check").read(), Object.keys(all()), [...ofTab.texts.keys()]];
        new AnswersStore("{SITE}", "").eraseAll();
        const left = [keptDraft("{SITE}", "a-check").read(), keptDraft("example.org/other", "a-check").read()];
        other.write(null);
        ofTab.room = 10;
        const full = [draft.write("Dear Karl, dear Nora"), draft.read()];
        ofTab.blocked = true;
        const blocked = keptDraft("{SITE}", "a-check");
        return [states, texts, left, full, [blocked.read(), blocked.state]];""",
    )
    assert found == [
        ["kept", "kept"],
        ["Dear Karl", [], [f"playbook:{SITE}:draft.a-check", "playbook:example.org/other:draft.a-check"]],
        [None, "Dear Nora"],
        ["full", "Dear Karl, dear Nora"],
        [None, "refused"],
    ]


def test_ids_of_lists_that_are_gone_stay_kept(node: Node) -> None:
    found = play(
        node,
        f"""const page = open("{SITE}", "a-list");
        page.tick("agenda");
        return JSON.parse(all()["playbook:{SITE}:a-list"]).done;""",
        entries={f"playbook:{SITE}:a-list": json.dumps({"schema": 1, "done": ["gone", "__proto__", 7]})},
    )
    assert found == ["agenda", "gone"]
