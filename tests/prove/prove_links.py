"""Share links, files and pasted texts, as they were made and as they arrive: each gives what went in, or a reason.

Everything runs in one process of Node.js. Nothing may be thrown but the faults that pages tell people of, nothing may
be read that was not made, and no object may gain a field.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

from tests.node.functions import OPEN, THERE_AND_BACK
from tests.node.process import Node
from tests.prove.figures import Figures, counted

LINKS = counted(2000, small=60)
FILES = counted(600, small=45)
TEXTS = counted(600, small=45)
LONGEST = 200_000
"""Characters of the longest pasted text."""

IDS = [f"item-{number}" for number in range(40)]
CHECK = {
    "id": "shop-check",
    "edition": 3,
    "changes": [],
    "scoring": {"items": [{"id": one, "values": [0, 1, 2, 3]} for one in IDS]},
}
NAMES = ("", "Anna", "Zoë 🦑", "Dr. A. B.", "Ξένια", "李雷", "x" * 200)
BAITS = (
    "<img src=x onerror=alert(1)>",
    "\u202e\u0000",
    "__proto__",
    "=cmd|' /C calc'!A0",
    "${7*7}",
    "\ud7ff",
    "v1.",
    "#",
)

LOADED = """async (load, [files, check]) => {
  const { candidate, fromFile } = await load("answers-store/answers-record.js");
  const { RecordFault } = await load("answers-store/record.js");
  const { fromFile: fromSheet } = await load("sheet/lazy/sheet-record.js");
  const { found } = await load("team-board/lazy/team-input.js");
  const known = new Set(check.scoring.items.map(({ id }) => id));
  const read = (text) => candidate(fromFile(text), check).record;
  const reason = (use) => {
    try {
      const record = use();
      return [...record.answers].every(([id, value]) => !known.has(id) || Number.isInteger(value)) ? "read" : "foreign";
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      return fault.reason;
    }
  };
  const all = files.map((text) => {
    const { people, faults } = found(text, new Map([[check.id, check]]));
    const strange = people.some((one) => [...one.answers.keys()].some((id) => !known.has(id)) || one.name.length > 240);
    const team = strange ? "foreign" : [...faults.keys()].join();
    return [reason(() => read(text)), reason(() => fromSheet(text, "a-sheet")), team];
  });
  if (({}).polluted !== undefined) throw new Error("an object gained a field");
  return all;
}"""

PASTED = """async (load, [texts, check]) => {
  const { found } = await load("team-board/lazy/team-input.js");
  const definitions = new Map([[check.id, check]]);
  let slowest = 0;
  const all = texts.map((pieces) => {
    const text = pieces.map(([piece, times]) => piece.repeat(times)).join("");
    const start = performance.now();
    const { people } = found(text, definitions);
    slowest = Math.max(slowest, performance.now() - start);
    return people.map(({ name, answers }) => [[...name].length, Object.fromEntries(answers)]);
  });
  return [all, Math.round(slowest)];
}"""


def shared(chance: random.Random) -> dict[str, Any]:
    """Somebody's answers."""
    day, hour = chance.randint(1, 28), chance.randint(0, 23)
    answers = {one: chance.randint(0, 3) for one in chance.sample(IDS, chance.randint(1, len(IDS)))}
    return {"assessment": "shop-check", "edition": 3, "at": f"2026-02-{day:02}T{hour:02}:00:00Z", "answers": answers}


def changed(text: str, chance: random.Random) -> str:
    """A text as mail programs, chats and people may change it; never the same."""
    at = chance.randrange(1, len(text))
    letter = chance.choice("AZaz09._-=%<>&\"' \n\u200b")
    changes = (
        text[:at],
        text[:at] + letter + text[at:],
        text[:at] + letter + text[at + 1 :],
        text[:at] + text[at + 1 :],
        text[:at] + "=\n" + text[at:],
        text.swapcase(),
        text + letter,
        text + text,
    )
    return chance.choice([one for one in changes if one != text])


def test_links_give_what_went_in_or_a_reason(node: Node, figures: Figures) -> None:
    chance = random.Random(1)
    given = [shared(chance) for _ in range(LINKS)]
    found = node.run(THERE_AND_BACK, given)
    assert [back for _, back in found] == given
    damaged = [changed(link, chance) for link, _ in found]
    reasons = Counter(back if isinstance(back, str) else "READ" for back in node.run(OPEN, damaged))
    assert reasons.keys() <= {"damaged", "newer", "too-long"}, reasons
    longest = max(len(link) for link, _ in found)
    figures(f"links: {LINKS} made and opened, 0 differ, at most {longest} characters; {LINKS} changed: 0 opened")


def data_file(chance: random.Random) -> dict[str, Any]:
    """A file of answers, of a worksheet or of a team, perhaps with wrong or foreign fields."""
    one = shared(chance)
    record = {"schema": 1, "edition": 3, "updatedAt": one["at"], "answers": one["answers"]}
    kinds: list[dict[str, Any]] = [
        {"kind": "playbook-answers", "assessment": "shop-check", **record, "history": []},
        {"kind": "playbook-worksheet", "worksheet": "a-sheet", **record, "answers": {"facts.what": "The lift."}},
        {"kind": "playbook-team", "schema": 1, "people": [{"name": chance.choice(NAMES), **one}]},
        {"kind": "another-program", "data": [1, 2, 3]},
    ]
    data = chance.choice(kinds)
    strange = (None, True, -1, 1e99, [], {}, {"__proto__": {"polluted": 1}}, [[]], *BAITS, "2026-99-01T00:00:00Z")
    for _ in range(chance.choice((0, 0, 1, 3))):
        data[chance.choice((*data, "__proto__", "constructor", "history"))] = chance.choice(strange)
    return data


def test_files_are_read_whole_or_refused_with_a_reason(node: Node, figures: Figures) -> None:
    chance = random.Random(2)
    files = []
    for number in range(FILES):
        text = json.dumps(data_file(chance))
        files.append(changed(text, chance) if number % 2 else text)
    found = node.run(LOADED, [files, CHECK])
    known = {"read", "unreadable", "newer", "too-long", "other-check", "other-sheet", "nothing"}
    outcomes = Counter(outcome for answers, sheet, _ in found for outcome in (answers, sheet))
    assert outcomes.keys() <= known, outcomes
    assert "foreign" not in {team for _, _, team in found}
    assert outcomes["read"] > FILES / 20
    figures(f"files: {FILES} loaded in three places: {outcomes['read']} read, 0 thrown, 0 foreign answers")


def test_pasted_texts_give_the_people_whose_links_stand_in_them(node: Node, figures: Figures) -> None:
    chance = random.Random(3)
    fillers = ["a", " ", ":", "#", "://", "v1", "v1.a(", "\t*", "é", "- ", "> ", "https://x/", "\n", "(", *BAITS]
    texts, wanted = [], []
    for _ in range(TEXTS):
        given = [shared(chance) for _ in range(chance.randint(0, 4))]
        links = [link for link, _ in node.run(THERE_AND_BACK, given)]
        pieces: list[tuple[str, int]] = []
        for link in links:
            before = chance.choice(
                (f"{chance.choice(NAMES)}: https://workshop.example/x/#", chance.choice(NAMES) + " ", "")
            )
            pieces += [(before, 1), (link, 1), ("\n", 1)]
        filler = chance.choice(fillers)
        pieces.append((filler, chance.choice((1, 100, LONGEST // len(filler)))))
        texts.append(pieces)
        wanted.append([one["answers"] for one in given])
    found, slowest = node.run(PASTED, [texts, CHECK])
    assert [[answers for _, answers in people] for people in found] == wanted
    assert max(length for people in found for length, _ in people) <= 60
    people = sum(map(len, wanted))
    figures(f"pasted texts: {TEXTS} of up to {LONGEST} characters, {people} people found, 0 lost; slowest {slowest} ms")
