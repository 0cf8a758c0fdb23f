"""Changes of pictures and other files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.comparing.notes import Note
from generator.language.language import Language
from generator.media.attached import AttachedFile
from generator.prose.attached import about


def files(before: Mapping[str, AttachedFile], now: Mapping[str, AttachedFile], language: Language) -> Iterator[Note]:
    """Files that are new, gone, renamed or changed."""
    words = language.words.comparing
    gone = {file.digest: file for name, file in before.items() if name not in now}
    for name, file in sorted(now.items()):
        was, same = before.get(name), gone.pop(file.digest, None) if name not in before else None
        if same:
            yield Note(words.file_renamed(file=same.address, now=file.address))
        elif was is None:
            yield Note(words.file_new(file=file.address, about=_said(file, language)))
        elif was.digest != file.digest:
            said = {"now": _said(file, language), "before": _said(was, language)}
            yield Note(words.file_replaced(file=file.address, **said))
    for file in sorted(gone.values(), key=lambda file: file.name):
        yield Note(words.file_gone(file=file.address))


def _said(file: AttachedFile, language: Language) -> str:
    picture, words = file.picture, language.words.comparing
    size = words.pixels(width=picture.width, height=picture.height) if picture else ""
    return ", ".join(filter(None, (about(file, language), size)))
