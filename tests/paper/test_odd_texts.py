"""Texts as nobody should write them: 3,000 words, words of 60 letters, 12 columns, seven scripts. In sheets, packs and
sessions, on cards, posters and papers of a session nothing of them is lost or off the paper, and a letter that no font
has is reported."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import Playbook, made_once
from tests.paper.pdf_structure import structure_faults
from tests.paper.real import Printed, keeps_within_the_edges
from tests.sampling import covering

pytestmark = pytest.mark.usefixtures("no_editorial_rules")

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
COLUMNS = 12
WORDS = [f"w{number:04}" for number in range(3000)]
SCRIPTS = "Gespräch, Συζήτηση, Разговор, שיחה, محادثة, 会话, บทสนทนา"
DRAWN = ("Gespräch,", "Συζήτηση,", "Разговор,")
"""Those that the typefaces of the playbook have."""

"""What a printer leaves blank."""

_part = partial(dict, id="one")
_BLOCKS = [
    {"type": "text", "id": "read", "label": f"{LONG} 1", "text": " ".join(WORDS)},
    {
        "type": "table",
        "id": "wide",
        "label": f"{LONG} 2",
        "columns": [{"id": f"c{at}", "title": f"Column{at:02}"} for at in range(COLUMNS)],
        "rows": [{"id": "first", "head": f"{LONG} 3"}],
        "empty": 2,
    },
    {"type": "blanks", "id": "blank", "label": SCRIPTS, "blanks": [_part(label=f"{LONG} 4"), _part(id="b", label="B")]},
    {
        "type": "ticks",
        "id": "tick",
        "label": f"{LONG} 5",
        "options": [_part(text=f"{LONG} 6"), _part(id="b", text="B")],
    },
    {"type": "canvas", "id": "box", "label": "Boxes", "columns": 4, "boxes": [_part(label=f"{LONG} 7", hint=LONG)]},
    {
        "type": "two-columns",
        "id": "two",
        "label": "Two",
        "lines": 2,
        "left": _part(id="l", label=f"{LONG} 8"),
        "right": _part(id="r", label=SCRIPTS),
    },
    {
        "type": "scale",
        "id": "scale",
        "label": "Scale",
        "lowest": 0,
        "highest": 10,
        "lowest_is": f"{LONG} 9",
        "highest_is": LONG,
        "ratings": [_part(text=f"{LONG} {LONG}")],
    },
    {"type": "lines", "id": "line", "label": f"{LONG} {LONG}", "lines": 2},
    {"type": "cards", "id": "card", "label": "Cards", "cards": [_part(title=f"{LONG} 10", front=LONG, back=SCRIPTS)]},
]
SHEET = {
    "title": f"{LONG} sheet",
    "summary": f"{LONG} {SCRIPTS}",
    "group": "meeting",
    "minutes": 10,
    "pages": 9,
    "purpose": "So that it is tried.",
    "people": LONG,
    "instructions": [{"do": f"{LONG} 11"}],
    "blocks": _BLOCKS,
    "facilitator": {
        "copies": {"each": "person"},
        "notes": [" ".join(WORDS)],
        "timings": [{"minutes": 10, "what": LONG}],
        "debrief": [SCRIPTS],
    },
}
LIST = {
    "title": f"{LONG} list",
    "summary": "A list.",
    "group": "meeting",
    "minutes": 5,
    "purpose": "So that it is tried.",
    "groups": [
        {"title": f"{LONG} 1", "items": [{"id": "a", "text": " ".join(WORDS)}, {"id": "b", "text": f"{LONG} 2"}]}
    ],
    "afterwards": SCRIPTS,
}
PLAN = {
    "title": f"{LONG} plan",
    "summary": "A plan.",
    "minutes": 20,
    "people": {"from": 1, "to": 9, "planned": 3},
    "setting": "room",
    "aim": LONG,
    "prepare": [LONG],
    "blocks": [
        {
            "id": "talk",
            "title": f"{LONG} 1",
            "minutes": 15,
            "do": " ".join(WORDS),
            "show": SCRIPTS,
            "say": [f"{LONG} {LONG}"],
            "uses": [{"to": "a-sheet", "why": "It is tried."}, {"to": "a-list", "why": "It is tried."}],
        },
        {"id": "end", "title": "End", "minutes": 5, "do": "Stop."},
    ],
    "after": LONG,
}
FILES = {
    f"content/{folder}.yml": json.dumps(entry, ensure_ascii=False)
    for folder, entry in (("worksheets/a-sheet", SHEET), ("checklists/a-list", LIST), ("session-plans/a-plan", PLAN))
}

Made = Callable[..., tuple[Printed, str]]


@pytest.fixture
def made(playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Made:
    """What a command prints, and what it says is wrong."""
    monkeypatch.chdir(playbook(FILES))
    Path("names.txt").write_text("\n".join([LONG, *SCRIPTS.split(", ")]), "utf-8")

    def print_to(folder: Path, arguments: tuple[str, ...]) -> bytes:
        capsys.readouterr()
        assert main([*arguments, "--out", "made.pdf"]) == 0
        (folder / "said").write_text(capsys.readouterr().err, "utf-8")
        return Path("made.pdf").read_bytes()

    def run(*arguments: str) -> tuple[Printed, str]:
        content, folder = made_once(f"odd texts: {arguments}", lambda folder: print_to(folder, arguments))
        return Printed(content), (folder / "said").read_text("utf-8")

    return run


PRINTED: tuple[tuple[tuple[str, ...], int], ...] = (
    (("print", "a-sheet"), 1),
    (("print", "a-sheet", "--paper", "letter", "--variant", "large"), 1),
    (("print", "a-sheet", "--variant", "facilitator"), 2),
    (("print", "a-list"), 1),
    (("print", "a-list", "--variant", "large"), 1),
    (("print", "a-plan"), 1),
    (("print", "a-sheet", "a-list", "--copies", "2", "--collate", "person", "--duplex"), 5),
    (("print", "a-plan", "--copies", "2", "--paper", "letter"), 6),
    (("session", "a-plan"), 2),
    (("print", "a-sheet", "--paper", "a3"), 1),
    *[(("print", "a-sheet", "--deck", size), 0) for size in ("a7", "poker", "a4", "letter")],
    (
        (
            "session",
            "a-plan",
            "--papers",
            "tents,attendance,certificates",
            "--names",
            "names.txt",
            "--print",
            "papers",
        ),
        0,
    ),
)
"""Commands, and how often the 3,000 words are in what they print."""


def _command(case: tuple[tuple[str, ...], int]) -> tuple[str]:
    """Of which command: what packs, decks and papers of a session are made of is on sheets and in sessions, too."""
    return (case[0][0],)


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("arguments", "texts"),
    covering(PRINTED, _command),
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_nothing_is_lost_or_off_the_paper(made: Made, arguments: tuple[str, ...], texts: int) -> None:
    found, said = made(*arguments)
    keeps_within_the_edges(found)
    there = " ".join(found.texts)
    assert re.findall(r"\bw\d{4}\b", there) == WORDS * texts
    assert [word for word in DRAWN if word.rstrip(",") not in there] == []
    assert set(re.findall(r"\[(\w+(?:-\w+)+)\]", said)) <= {"blank-on-paper"}
    assert "会" in said
    assert structure_faults(found.reader) == []


def test_every_letter_of_a_long_word_and_every_column_is_there(made: Made) -> None:
    found, _ = made("print", "a-sheet")
    columns = defaultdict[tuple[int, int], str](str)
    for word in sorted(found.words, key=lambda word: word.top):
        columns[word.page, round(word.left)] += word.text
    texts = json.dumps({**SHEET, "facilitator": None}, ensure_ascii=False)
    there = Counter("".join(word.text for word in found.words))
    assert Counter(LONG * texts.count(LONG)) - there == Counter()
    # A head that is broken goes on below itself, with a hyphen.
    heads = " ".join(columns.values()).replace("\u2010", "")
    assert [at for at in range(COLUMNS) if f"Column{at:02}" not in heads] == []
