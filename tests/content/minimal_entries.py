"""Entries with no more than the fields that they need."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.connecting import connect
from generator.content.entries import structure
from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code
from generator.kinds import BUILT_IN
from generator.reading.document import parse

FIELDS = {
    "terms": "meaning: M.",
    "objections": "objection: O.\nright: R.\nanswer: A.",
    "sources": "author: A\nyear: '1'\ndescribes: D.\ngives: [G.]",
    "moments": "group: prepare\nnumber: 1\nphrase: P\nrecognise: R.\nfirst_move: F.",
    "dialogues": "month: 1\nsetting: S.\nnotice: [N., O.]\nagain: A.\nspeakers: [{id: a, name: A, role: R}, "
    "{id: b, name: B, role: R}]\nlines: [{by: a, says: S.}, {by: b, says: T.}]",
    "practices": "level: team\ndo: D.\nwhy: W.\nsteps: [S.]\nbadly: B.\nthis_week: T.\nnot_when: N.",
}


def located(files: Mapping[str, str]) -> list[Located]:
    """Entries by `<plural>/<id>`, each with what its file says beside the fields that it needs."""
    found: list[Located] = []
    for path, more in files.items():
        plural, entry_id = path.split("/")
        title = "" if "title:" in more else f"title: {entry_id.title()}\n"
        document, problems = parse(f"{more}\n{title}summary: S.\n{FIELDS[plural]}\n", f"content/{path}.yml")
        assert document is not None, problems
        entries, problems = structure(document, BUILT_IN.by_plural[plural], entry_id)
        assert [p for p in problems if p.code is not codes.BAD_ID] == []
        found += entries
    return found


def problems_of(files: Mapping[str, str], broken: frozenset[str] = frozenset()) -> list[tuple[Code, str, str | None]]:
    """The code, the message and the hint of each problem with the references of such entries."""
    _, problems = connect(located(files), BUILT_IN, broken)
    return [(p.code, p.message, p.hint) for p in problems]
