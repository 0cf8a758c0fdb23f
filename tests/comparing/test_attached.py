from __future__ import annotations

from dataclasses import replace

from generator.comparing.attached import files
from generator.language.language import english
from generator.media.picture import Picture
from tests.media.made import attached


def test_new_gone_renamed_and_changed_files_are_told() -> None:
    plan = replace(attached("plan.png", Picture(600, 400), 12_345), digest="a")
    form, old = replace(attached("form.pdf"), digest="b"), replace(attached("old.pdf"), digest="c")
    same = replace(attached("same.pdf"), digest="d")
    larger = replace(plan, digest="e", size=23_456, picture=Picture(900, 600))
    moved, new = replace(form, name="order.pdf"), replace(attached("new.csv", size=10), digest="f")

    notes = files(
        {file.name: file for file in (plan, form, old, same)},
        {file.name: file for file in (larger, moved, new, same)},
        english(),
    )

    assert [note.text for note in notes] == [
        "files/new.csv is new: CSV, 1 kB",
        "files/form.pdf is called files/order.pdf now",
        "files/plan.png has another content: PNG, 23 kB, 900 × 600 pixels, before PNG, 12 kB, 600 × 400 pixels",
        "files/old.pdf is gone",
    ]
