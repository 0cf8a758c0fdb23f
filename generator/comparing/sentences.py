"""Changes as sentences in the language of the playbook, for people who have seen neither files nor ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol

from pydantic import BaseModel

from generator.comparing.notes import NoteGroup, shortened, where_they_differ
from generator.comparing.values import Difference, Happened, Where
from generator.content.graph import Graph, mentions
from generator.content.located import Located
from generator.content.without import in_words
from generator.language.language import Language
from generator.model.values import Line, Ref

_PICTURE = re.compile(r"!\[([^\[\]\n]*+)\]\(([^()\s]++)\)")
_ADDRESS = re.compile(r"(?<!!)\[([^\[\]\n]++)\]\(([^()\s]++)\)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMING = ("title", "text", "label", "do", "what", "says")
"""The fields that say best what a part is."""


class Naming(Protocol):
    """What people call fields, values and parts. None stands for the configuration."""

    def labels(self, of: Located | None, where: Where) -> list[str | int]:
        """What is on the way to a value, each as people call it."""

    def choice(self, of: Located | None, where: Where, value: str) -> str:
        """What one of several values to choose from is called; empty if it is none."""

    def part(self, of: Located, part_id: str) -> str:
        """What a part is called; empty if it has nothing but its id."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Makes sentences. The titles of entries are those of `now`, and of `before` for what is gone."""

    language: Language
    naming: Naming
    before: Graph
    now: Graph

    def group(self, name: str, notes: Iterable[Any]) -> NoteGroup:
        words = self.language.words.comparing
        return NoteGroup(name, words.headings[name], tuple(notes))

    def quoted(self, text: str) -> str:
        """A text of the content in quotation marks."""
        return self.language.quoted(shortened(self.plain(text)))

    def entry(self, located: Located) -> str:
        """`Practice “Slow down”`."""
        return f"{located.kind.label} {self.quoted(located.entry.title)}"

    def page(self, title: str) -> str:
        """A page that is written by hand."""
        return f"{self.language.words.editor.page} {self.quoted(title)}"

    def part(self, of: Located, part_id: str) -> str:
        name = self.naming.part(of, part_id)
        return self.quoted(name or part_id)

    def becomes(self, where: str, before: str, now: str) -> str:
        """A text that is another one."""
        was, has = map(self.language.quoted, where_they_differ(self.plain(before), self.plain(now)))
        return str(self.language.words.comparing.becomes(where=where, before=was, now=has))

    # ---- texts ----

    def plain(self, text: str) -> str:
        """A text with titles in place of mentions, what pictures show in place of them, and addresses in brackets."""
        titles = {found[1]: self._title(found[1]) for found in mentions(text)}
        return _ADDRESS.sub(r"\1 (\2)", _PICTURE.sub(r"(\1)", in_words(text, titles)))

    def current(self, text: str) -> str:
        """A text that mentions entries by the ids that they have now."""
        pieces, at = list[str](), 0
        for mention in mentions(text):
            pieces += [text[at : mention.start(1)], self._current(mention[1])]
            at = mention.end(1)
        return "".join((*pieces, text[at:]))

    def texts(self, where: str, before: str, now: str) -> Iterator[str]:
        """How a text differs: in what it shows, and in where its links lead. An entry with another id is the same."""
        before, words = self.current(before), self.language.words.comparing
        if before == now:
            return
        elsewhere = [*self._links_elsewhere(where, before, now)]
        if " ".join(self.plain(before).split()) != " ".join(self.plain(now).split()):
            yield self.becomes(where, before, now)
        elif not elsewhere:
            yield words.lines_differ(where=where)
        yield from elsewhere

    def _links_elsewhere(self, where: str, before: str, now: str) -> Iterator[str]:
        """Links and pictures with the same words that lead elsewhere, or show something else."""
        words, was = self.language.words.comparing, _targets(before, self._title)
        for name, targets in _targets(now, self._title).items():
            for old, new in zip(was.get(name, ()), targets, strict=False):
                if old != new:
                    old_name, new_name = self._told_apart(old, new)
                    yield words.leads_elsewhere(where=where, link=self.quoted(name), before=old_name, now=new_name)

    def _told_apart(self, *targets: str) -> tuple[str, str]:
        """What two links lead to, said so that they differ: by title, else with the kind, else with the address."""
        found = [self._entry(target) for target in targets]
        ways = (
            [self.quoted(one.entry.title) if one else target for one, target in zip(found, targets, strict=True)],
            [self.entry(one) if one else target for one, target in zip(found, targets, strict=True)],
            [f"{self.entry(one)}, {one.url}" if one else target for one, target in zip(found, targets, strict=True)],
        )
        first, second = next((way for way in ways if way[0] != way[1]), targets)
        return first, second

    def _current(self, entry_id: str) -> str:
        return self.now.aliases.get(entry_id, entry_id)

    def _entry(self, entry_id: str) -> Located | None:
        return self.now.entries.get(self._current(entry_id)) or self.before.entries.get(entry_id)

    def _title(self, entry_id: str) -> str:
        located = self._entry(entry_id)
        return located.entry.title if located else entry_id

    # ---- values ----

    def differences(self, of: Located | None, found: Iterable[Difference]) -> Iterator[str]:
        """Differences of an entry, or of the configuration. What is new in one list is said in one sentence."""
        for (happened, where), alike in groupby(found, lambda one: (one.happened, one.where)):
            if happened in (Happened.ADDED, Happened.REMOVED):
                yield self._items(of, where, happened, [*alike])
            else:
                for difference in alike:
                    yield from self._difference(of, difference)

    def _items(self, of: Located | None, where: Where, happened: Happened, found: Sequence[Difference]) -> str:
        """What is new in a list or gone from it."""
        values = (one.now if happened is Happened.ADDED else one.before for one in found)
        items = self.language.listed(self._value(of, (*where, 1), value) for value in values)
        words = self.language.words.comparing
        said = words.added if happened is Happened.ADDED else words.removed
        return str(said(len(found), where=self._where(of, where), items=items))

    def _where(self, of: Located | None, where: Where) -> str:
        words = self.language.words.comparing
        labels = self.naming.labels(of, where)
        return ", ".join(words.number(n=one) if isinstance(one, int) else one for one in labels)

    def _difference(self, of: Located | None, difference: Difference) -> Iterator[str]:
        words = self.language.words.comparing
        where = self._where(of, difference.where)
        # What is moved in a list is one of its items.
        at = difference.where if difference.happened is Happened.CHANGED else (*difference.where, 1)
        before, now = (self._value(of, at, one) for one in (difference.before, difference.now))
        match difference.happened:
            case Happened.MOVED:
                first, second = difference.places
                yield words.moved(where=where, now=now, before_at=first, now_at=second)
            case Happened.RENAMED:
                yield words.renamed(where=where, before=difference.before, now=difference.now)
            case Happened.REORDERED:
                yield words.reordered(where=where)
            case Happened.CHANGED if difference.before is None:
                yield words.filled(where=where, now=now)
            case Happened.CHANGED if difference.now is None:
                yield words.emptied(where=where, before=before)
            case Happened.CHANGED if self._are_texts(of, difference):
                yield from self.texts(where, _written(difference.before), _written(difference.now))
            case Happened.CHANGED:
                yield words.becomes(where=where, before=before, now=now)

    def _are_texts(self, of: Located | None, difference: Difference) -> bool:
        both = (difference.before, difference.now)
        return all(isinstance(one, str) and not self._special(of, difference.where, one) for one in both)

    def _value(self, of: Located | None, where: Where, value: object) -> str:
        """A value: numbers as they are, anything else in quotation marks."""
        said = self._said(of, where, value)
        return said if isinstance(value, int | float) and not isinstance(value, bool) else self.quoted(said)

    def _said(self, of: Located | None, where: Where, value: object) -> str:
        words = self.language.words.comparing
        match value:
            case bool():
                return str(words.yes if value else words.no)
            case int() | float():
                return self.language.numerals.exact(value)
            case str():
                return self._special(of, where, value) or _written(value)
            case BaseModel():
                return self._part(of, where, value)
            case Mapping():
                return "; ".join(f"{name}: {self._said(of, where, one)}" for name, one in value.items())
            case tuple():
                return "; ".join(self._said(of, where, one) for one in value)
        return "" if value is None else str(value)

    def _special(self, of: Located | None, where: Where, value: str) -> str:
        """What is said of a text that is no text to readers: an entry, one of several choices, a day."""
        if isinstance(value, Ref):
            return self._title(value)
        return self.naming.choice(of, where, value) or (self.language.day(value) if _DAY.fullmatch(value) else "")

    def _part(self, of: Located | None, where: Where, part: BaseModel) -> str:
        """What a part says: the text that names it best, else all that it has."""
        fields = {name: getattr(part, name) for name in type(part).model_fields}
        texts = [name for name, value in fields.items() if isinstance(value, str) and name != "id"]
        # Beside an id, a name is one that people have; otherwise it is for formulas.
        others = sorted(texts, key=lambda name: (name == "name") != ("id" in fields))
        best = next((name for name in (*_NAMING, *others) if isinstance(fields.get(name), str)), None)
        if best:
            return self._said(of, (*where, best), fields[best])
        told = ((name, value) for name, value in fields.items() if value not in (None, (), {}))
        return "; ".join(self._said(of, (*where, name), value) for name, value in told)


def _written(text: str) -> str:
    return text.written if isinstance(text, Line) else text


def _targets(text: str, title: Any) -> dict[str, list[str]]:
    """Where the mentions and pictures of a text lead, by the words that readers see."""
    found: dict[str, list[str]] = {}
    for mention in mentions(text):
        found.setdefault(mention[2] or title(mention[1]), []).append(mention[1])
    for picture in _PICTURE.finditer(text):
        found.setdefault(picture[1], []).append(picture[2])
    return found
