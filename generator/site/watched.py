"""Views of the playbook that note every question which a page asks while it is made.

A page gets these in place of the values themselves, so it can read nothing that is not noted: what a view does not
know how to note in detail counts as a question about the whole entry, the whole table, or is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar, cast

from markupsafe import Markup

from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.unknown_reference import Names
from generator.media.attached import AttachedFile
from generator.model.entry import Entry
from generator.prose.writer import Target
from generator.site.answers import Question
from generator.site.site_context import SiteContext

V = TypeVar("V")

Ask: TypeAlias = Callable[[Question], object]
"""Notes a question."""

PROGRAM = "generator."
"""The beginning of the names of the modules in which properties are ours, and not those of pydantic."""


def watched(shared: SiteContext, ask: Ask) -> SiteContext:
    """The same context for one page, with `ask` called for everything that is read of it.

    The configuration, the kinds, the language, the templates and the forms of terms are not noted: if one of them
    changes, all pages are made again.
    """
    entries = _Entries(shared.graph.entries, ask)
    graph = shared.graph
    seen = _Graph(
        entries,
        _Table("aliases", graph.aliases, ask),
        _Row("out", graph.outgoing, ask),
        _Row("into", graph.incoming, ask),
        graph.kinds,
        cast(Names, _Refused()),
        _Table("moved", graph.moved, ask),
        files=_Files(graph.files, ask),
    )
    order = _Order(shared.order, entries, ask)
    object.__setattr__(seen, "order", order)
    return replace(
        shared,
        graph=seen,
        targets=_Targets(shared.targets, entries),
        term_uses=_Row("uses", shared.term_uses, ask),
        order=order,
        beside=_Row("beside", shared.beside, ask),
        names=_Titles(shared.names, entries),
        downloads=_Row("pdfs", shared.downloads, ask),
        exported=_Exported(shared.exported, ask),
        changed=_Row("changed", shared.changed, ask),
    )


class _Entry:
    """An entry whose fields are noted when they are read, also by its properties; anything else counts as all of it."""

    __slots__ = ("_ask", "_entry", "_id", "_read")

    def __init__(self, entry: Entry, entry_id: str, ask: Ask) -> None:
        self._entry = entry
        self._id = entry_id
        self._ask = ask
        self._read: dict[str, Any] = {}

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self._entry)

    def __getattr__(self, name: str) -> Any:
        if name in self._read:
            return self._read[name]
        own = getattr(type(self._entry), name, None)
        if name in type(self._entry).model_fields:
            self._ask(f"field:{self._id}:{name}")
        elif isinstance(own, property) and own.fget and own.fget.__module__.startswith(PROGRAM):
            # What is worked out from fields depends on these alone.
            value = self._read[name] = own.fget(self)
            return value
        elif not (name.startswith("__pydantic_") and hasattr(type(self._entry), name)):
            self._ask(f"whole:{self._id}")
        value = self._read[name] = getattr(self._entry, name)
        return value


class _Located:
    """An entry with its place. What it is called and of which kind it is was noted when it was looked up."""

    __slots__ = ("_ask", "_located", "entry", "id", "kind", "url")

    def __init__(self, located: Located, ask: Ask) -> None:
        self._located = located
        self._ask = ask
        self.id, self.kind, self.url = located.id, located.kind, located.url
        self.entry = _Entry(located.entry, located.id, ask)

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return Located

    @property
    def place(self) -> object:
        self._ask(f"place:{self.id}")
        return self._located.place

    def __getattr__(self, name: str) -> Any:
        self._ask(f"whole:{self.id}")
        return getattr(self._located, name)


class _Entries(Mapping[str, Located]):
    """The entries by their ids. That there is none of an id is an answer, too."""

    def __init__(self, entries: Mapping[str, Located], ask: Ask) -> None:
        self._entries = entries
        self.ask = ask
        self._seen: dict[str, Located] = {}

    def __getitem__(self, entry_id: str) -> Located:
        if entry_id in self._seen:
            return self._seen[entry_id]
        self.ask(f"kind:{entry_id}")
        located = self._seen[entry_id] = cast(Located, _Located(self._entries[entry_id], self.ask))
        return located

    def __contains__(self, entry_id: object) -> bool:
        self.ask(f"kind:{entry_id}")
        return entry_id in self._entries

    def __iter__(self) -> Iterator[str]:
        self.ask("entries")
        return iter(self._entries)

    def __len__(self) -> int:
        self.ask("entries")
        return len(self._entries)


class _Row(Mapping[str, V]):
    """A table that is asked row by row, and not as a whole."""

    def __init__(self, name: str, rows: Mapping[str, V], ask: Ask) -> None:
        self._name = name
        self._rows = rows
        self._ask = ask

    def __getitem__(self, key: str) -> V:
        self._ask(f"{self._name}:{key}")
        return self._rows[key]

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"pages read {self._name!r} by the id of an entry, not as a whole")

    def __len__(self) -> int:
        raise TypeError(f"pages read {self._name!r} by the id of an entry, not as a whole")


class _Files(_Row[AttachedFile]):
    """The files by their names. That there is none of a name is an answer, too."""

    def __init__(self, files: Mapping[str, AttachedFile], ask: Ask) -> None:
        super().__init__("file", files, ask)

    def __contains__(self, name: object) -> bool:
        self._ask(f"file:{name}")
        return name in self._rows


class _Table(Mapping[str, V]):
    """A table that is noted as a whole."""

    def __init__(self, name: str, rows: Mapping[str, V], ask: Ask) -> None:
        self._name = name
        self._rows = rows
        self._ask = ask

    def _all(self) -> Mapping[str, V]:
        self._ask(self._name)
        return self._rows

    def __getitem__(self, key: str) -> V:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


class _Order(Mapping[str, tuple[Located, ...]]):
    """The entries of each kind. Which kinds have entries is asked kind by kind."""

    def __init__(self, order: Mapping[str, tuple[Located, ...]], entries: _Entries, ask: Ask) -> None:
        self._order = order
        self._entries = entries
        self._ask = ask

    def __getitem__(self, kind: str) -> tuple[Located, ...]:
        self._ask(f"order:{kind}")
        return tuple(self._entries[located.id] for located in self._order[kind])

    def __contains__(self, kind: object) -> bool:
        self._ask(f"order:{kind}")
        return kind in self._order

    def __iter__(self) -> Iterator[str]:
        self._ask("entries")
        return iter(self._order)

    def __len__(self) -> int:
        self._ask("entries")
        return len(self._order)


class _Targets(Mapping[str, Target]):
    """What mentions need to know of entries: title, kind and address."""

    def __init__(self, targets: Mapping[str, Target], entries: _Entries) -> None:
        self._targets = targets
        self._entries = entries

    def __getitem__(self, entry_id: str) -> Target:
        self._entries.ask(f"kind:{entry_id}")
        self._entries.ask(f"field:{entry_id}:title")
        return self._targets[entry_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class _Titles(Mapping[str, tuple[Markup, Markup]]):
    """Title and summary of each entry as HTML."""

    def __init__(self, names: Mapping[str, tuple[Markup, Markup]], entries: _Entries) -> None:
        self._names = names
        self._entries = entries

    def __getitem__(self, entry_id: str) -> tuple[Markup, Markup]:
        self._entries.ask(f"kind:{entry_id}")
        self._entries.ask(f"field:{entry_id}:title")
        self._entries.ask(f"field:{entry_id}:summary")
        return self._names[entry_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class _Exported(Container[str]):
    """The addresses of pages with Markdown."""

    def __init__(self, exported: Container[str], ask: Ask) -> None:
        self._exported = exported
        self._ask = ask

    def __contains__(self, url: object) -> bool:
        self._ask(f"markdown:{url}")
        return url in self._exported


class _Refused:
    """What no page may read."""

    def __getattr__(self, name: str) -> Any:
        raise TypeError(f"pages cannot read `{name}` of names: what depends on it is not noted")


class _Graph(Graph):
    """The graph as one page sees it."""

    __slots__ = ("order",)
    order: Mapping[str, tuple[Located, ...]]

    @property
    def looked_at(self) -> Iterator[Located]:
        raise TypeError("pages are not checked")

    def narrowed(self, files: Container[str], ids: Container[str] | None = None) -> Graph:
        raise TypeError("pages are not checked")

    def of_kind(self, name: str) -> tuple[Located, ...]:
        return self.order.get(name, ())
