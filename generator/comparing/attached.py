"""Changes of pictures and other files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.comparing.notes import Note
from generator.language.language import english
from generator.media.attached import AttachedFile
from generator.prose.attached import about


def files(before: Mapping[str, AttachedFile], now: Mapping[str, AttachedFile]) -> Iterator[Note]:
    """Files that are new, gone, renamed or changed."""
    gone = {file.digest: file for name, file in before.items() if name not in now}
    for name, file in sorted(now.items()):
        was, same = before.get(name), gone.pop(file.digest, None) if name not in before else None
        if same:
            yield Note(f"{file.address} was {same.address}")
        elif was is None:
            yield Note(f"{file.address} is new: {_said(file)}")
        elif was.digest != file.digest:
            yield Note(f"{file.address} has another content: {_said(file)}, before {_said(was)}")
    for file in sorted(gone.values(), key=lambda file: file.name):
        yield Note(f"{file.address} is gone")


def _said(file: AttachedFile) -> str:
    picture = file.picture
    return about(file, english()) + (f", {picture.width} × {picture.height} pixels" if picture else "")
