"""Self-checks whose questions have changed under the same edition, which is said until the edition is set.

What a form started from is gone with a save, and with it what the change means for saved answers. So the questions are
compared with those that the journal of the editor has from the beginning of the edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.comparing.notes import shortened
from generator.config.project import Project
from generator.editor.form_words import Json
from generator.editor.remedies import Remedy
from generator.editor.session import Session
from generator.editor.targets import Opened
from generator.language.words import Words
from generator.model import addresses
from generator.pipeline import Reading
from generator.reading.composer import Data
from generator.reading.document import Document, document_of


class EditionQuestions(NamedTuple):
    """The edition of a self-check, and its questions by their ids."""

    edition: str
    texts: Mapping[str, str]

    def without(self, others: EditionQuestions) -> list[str]:
        """The questions that others do not have."""
        return [text or found for found, text in self.texts.items() if found not in others.texts]


def edition_problems(
    session: Session, project: Project, found: Opened, reading: Reading, document: Document | None
) -> Iterator[Json]:
    """What is to be said at the edition of a self-check that has this content. Nothing before it was published."""
    kind, prefix = found.target.kind, tuple(map(str, found.prefix))
    if kind is None or kind.name != "assessment" or document is None or found.target.new:
        return
    url = addresses.entry(kind.plural, found.target.id)
    if reading.ledger and url not in reading.ledger.places:
        return
    now, first = questions_in(document.data, prefix), _first(session, project, found, prefix)
    if now is None or first is None or now.edition != first.edition or now.texts.keys() == first.texts.keys():
        return
    added, lost = now.without(first), first.without(now)
    language, words = project.language, project.language.words.editor
    removed = [one for one in first.texts if one not in now.texts]
    new, old = (language.listed(map(language.quoted, map(shortened, found))) for found in (added, lost))
    parts = [
        *([words.questions_new(len(added), questions=new)] if added else []),
        *([words.questions_gone(len(lost), questions=old)] if lost else []),
    ]
    yield {
        "route": ["edition"],
        "severity": "warning",
        "code": "edition",
        "message": words.edition_stays(edition=now.edition, questions=language.listed(parts)),
        "hint": words.edition_stays_hint,
        "fix": None,
        "remedy": _remedy(now.edition, document.data, prefix, _what(added, lost, words), removed, words),
        "file": found.name,
        "line": document.span((*found.prefix, "edition")).line,
    }


def _what(added: list[str], lost: list[str], words: Words) -> str:
    """What is new in an edition, said to readers with older answers. The author may say it better."""
    said = ((words.edition_added, added), (words.edition_gone, lost))
    return " ".join(
        str(phrase(n=len(texts), questions=", ".join(str(words.quoted(text=text)) for text in texts)))
        for phrase, texts in said
        if texts
    )


def _remedy(
    edition: str, data: Data, prefix: tuple[str, ...], what: str, removed: list[str], words: Words
) -> Remedy | None:
    """The next edition, with a change that says what is new in it, unless there is one; None if it is no number."""
    if not edition.isdecimal():
        return None
    following, entry = str(int(edition) + 1), _entry(data, prefix)
    changes = entry.get("changes") if entry else None
    known = changes if isinstance(changes, list) else []
    is_said = following in {str(one.get("edition")) for one in known if isinstance(one, dict)}
    change = {"edition": following, "what": what, **({"removed": removed} if removed else {})}
    return {
        "label": str(words.begin_edition(edition=following)),
        "put": [{"route": ["edition"], "value": following}],
        "add": {} if is_said else {"changes": change},
        "lead": ["edition"] if is_said else ["changes", len(known), "what"],
    }


def _first(session: Session, project: Project, found: Opened, prefix: tuple[str, ...]) -> EditionQuestions | None:
    """The questions at the beginning of the edition that the file has, as far as the journal goes back."""
    first = _questions(found.raw, found.name, prefix) if found.raw else None
    journal = session.journal(project)
    for step in reversed(journal.steps[: journal.done]):
        for change in step.files:
            if change.name == found.name and change.before is not None:
                before = _questions(change.before, found.name, prefix)
                if before is None or first is None or before.edition != first.edition:
                    return first
                first = before
    return first


@lru_cache(maxsize=256)
def _questions(raw: bytes, name: str, prefix: tuple[str, ...]) -> EditionQuestions | None:
    document = document_of(raw, name)[0]
    return questions_in(document.data, prefix) if document else None


def questions_in(data: Data, prefix: tuple[str, ...]) -> EditionQuestions | None:
    """The questions of a self-check as its file has it; None if it cannot be told."""
    entry = _entry(data, prefix)
    if entry is None:
        return None
    items, edition = entry.get("items"), entry.get("edition")
    if not isinstance(items, list) or not isinstance(edition, str):
        return None
    texts = {str(item.get("id", "")): str(item.get("text", "")) for item in items if isinstance(item, dict)}
    return EditionQuestions(edition, texts)


def _entry(data: Data, prefix: tuple[str, ...]) -> dict[str, Data] | None:
    """The entry in the data of its file; None if it has no fields."""
    entry = data.get(prefix[0]) if prefix and isinstance(data, dict) else data
    return entry if isinstance(entry, dict) else None
