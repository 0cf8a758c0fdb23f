"""The journal of changes: what can be undone and done again, also in another process and after a crash."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from generator.editing import journal
from generator.editing.journal import FILE, FileChange, Journal, JournalStep
from generator.system.refusal import Refused


def step(name: str, before: bytes | None, after: bytes | None) -> JournalStep:
    return JournalStep({"kind": "term", "id": "a"}, (f"{name} changed",), (FileChange(name, before, after),))


FIRST, SECOND = step("a.yml", None, b"one\n"), step("a.yml", b"one\n", b"two \xff\r\n")


def written(root: Path, steps: tuple[JournalStep, ...]) -> Journal:
    """A journal of these changes, all of which are in the files."""
    found = Journal(root)
    for one in steps:
        found.note(one)
        for change in one.files:
            (root / change.name).write_bytes(change.after or b"")
    return found


def test_another_process_reads_the_same(tmp_path: Path) -> None:
    ours = written(tmp_path, (FIRST, SECOND))
    ours.note_added("files/plan.svg")
    other = Journal(tmp_path).read()

    assert (other.steps, other.done, other.added) == ([FIRST, SECOND], 2, ["files/plan.svg"])
    assert other.names() == ("a.yml", "files/plan.svg")
    (tmp_path / "a.yml").write_bytes(b"one\n")
    ours.stand_at(1)
    assert other.read().done == 1
    other.note(step("b.yml", None, b"b"))
    assert [one.files[0].name for one in ours.read().steps] == ["a.yml", "b.yml"]  # what was undone is given up


def test_a_look_in_another_thread_while_a_change_is_noted_counts_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, sync, looks = Journal(tmp_path).read(), os.fsync, list[Thread]()

    def look_meanwhile(descriptor: int) -> None:
        sync(descriptor)
        looks.append(Thread(target=ours.read))
        looks[-1].start()
        looks[-1].join(0.2)

    monkeypatch.setattr(os, "fsync", look_meanwhile)
    ours.note(FIRST)
    ours.note_added("files/plan.svg")
    for look in looks:
        look.join()
    (tmp_path / "a.yml").write_bytes(b"one\n")
    found = ours.read()
    assert (found.steps, found.done, found.added) == ([FIRST], 1, ["files/plan.svg"])


def test_a_save_that_was_interrupted_can_be_done_again(tmp_path: Path) -> None:
    found = written(tmp_path, (FIRST,))
    found.note(SECOND)  # and then the machine stops

    again = Journal(tmp_path).read()
    assert (again.done, again.steps) == (1, [FIRST, SECOND])


@pytest.mark.parametrize("left", range(0, 130, 7))
def test_a_line_that_is_cut_off_counts_as_not_written(tmp_path: Path, left: int) -> None:
    written(tmp_path, (FIRST,))
    path = tmp_path / FILE
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: min(left, len(whole) - 2)])

    found = Journal(tmp_path).read()
    assert (found.steps, found.done) == ([FIRST], 1)
    found.note(SECOND)
    (tmp_path / "a.yml").write_bytes(b"two \xff\r\n")
    assert Journal(tmp_path).read().steps == [FIRST, SECOND]


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "LARGEST", 4000)
    found = Journal(tmp_path)
    before: bytes | None = None
    for number in range(100):
        after = f"{number}".encode() * 20
        found.note(step("a.yml", before, after))
        (tmp_path / "a.yml").write_bytes(after)
        before = after

    assert (tmp_path / FILE).stat().st_size < 4400
    assert found.done == len(found.steps) > 5
    again = Journal(tmp_path).read()
    assert (again.steps, again.done) == (found.steps, found.done)


def test_nothing_is_saved_where_the_journal_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".playbook-journal").write_text("in the way", encoding="utf-8")

    with pytest.raises(Refused, match=r"journal\.jsonl cannot be written: .* Nothing was saved\.$"):
        Journal(tmp_path).note(FIRST)


def test_a_change_is_on_the_disk_before_it_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bytes] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: (synced.append((tmp_path / FILE).read_bytes()), real(number)))

    Journal(tmp_path).note(FIRST)

    assert synced == [(tmp_path / FILE).read_bytes()]
