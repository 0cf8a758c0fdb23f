"""The smallest edits after which an entry has a wanted value.

What is equal stays as it is, byte for byte: its comments, quotes, folding, indentation and line ends. The function
reads its own result before it gives it away, so that nothing else is ever written than what was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import BaseModel

from generator.diagnostics.place import Route
from generator.editing.earlier import Earlier
from generator.editing.edits import Edit, edited
from generator.editing.fresh import Manner, behind_hyphen, behind_name, field, in_brackets, manner_of
from generator.editing.guide import Guide
from generator.editing.matching import matched
from generator.editing.nodes import Child, Node, column_of, root_of
from generator.editing.scalars import CannotWrite, Place, changed_scalar, key
from generator.editing.stretches import Laid, Stretches, arranged, stretches_of
from generator.reading.composer import Data
from generator.reading.document import Document, parse


def rewritten(
    document: Document,
    prefix: Route,
    wanted: Mapping[str, Data] | None,
    model: type[BaseModel] | None = None,
    earlier: Earlier | None = None,
) -> tuple[Edit, ...]:
    """The edits of the text of a document after which the mapping at `prefix` is `wanted`; with None, it is gone.

    `prefix` is empty for a file of its own and the id of the entry in a file with many, which may be a new one. New
    fields go where the skeleton of the `model` has them. The order of fields that people have named themselves is
    part of the value; that of other fields is not. A text that it had `earlier` is written as it was then. Raises
    `CannotWrite` if no YAML that the reader accepts has this value.
    """
    guide = Guide(model, entries=bool(prefix))
    value: Data = _with(document.data, prefix, wanted)
    if _same(document.data, value, guide):
        return ()
    # A text without a line end at its end gets one meanwhile.
    text = document.text if document.text.endswith("\n") else document.text + "\n"
    root = root_of(document.text)
    edits = tuple(_Writer(text, manner_of(text, root), earlier or {}).root(root, value, guide))
    why = ""
    for with_end in (False, True):  # a text that ends with a line end needs one at the end of the file
        found = tuple(sorted(_at_the_end(document.text, text, edits, with_end=with_end)))
        after, problems = parse(edited(document.text, found), document.file)
        if after and _same(after.data, value, guide):
            return found
        why = f": {problems[0].message}" if problems else ""
    raise CannotWrite(f"{document.file} cannot be given this content{why}. Change the file itself.")


def _with(data: Data, route: Route, wanted: Mapping[str, Data] | None) -> Data:
    """The data with another value at the route."""
    if not route:
        return dict(wanted or {})
    assert isinstance(data, dict)
    (name,) = route
    if wanted is None:
        return {key: value for key, value in data.items() if key != name}
    return {**data, str(name): dict(wanted)}


def _same(old: Data, new: Data, guide: Guide) -> bool:
    """Whether two values are the same, with the order of fields where that means something."""
    if old is new:
        return True
    if isinstance(old, dict) and isinstance(new, dict):
        if old.keys() != new.keys() or (guide.has_order and list(old) != list(new)):
            return False
        return all(_same(value, new[name], guide.field(name, new)) for name, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        item = guide.item()
        return len(old) == len(new) and all(_same(a, b, item) for a, b in zip(old, new, strict=True))
    return old == new


def _at_the_end(text: str, longer: str, edits: Sequence[Edit], *, with_end: bool) -> Iterator[Edit]:
    """The edits of the text, from those of the `longer` one, which has a line end at its end; with it, if so wanted."""
    for edit in edits:
        if edit.end == len(text) < len(longer) and with_end:
            yield Edit(edit.start, edit.end, f"{edit.words}\n")
            continue
        if edit.end <= len(text) or text == longer:
            yield edit
            continue
        words, start = edit.words, min(edit.start, len(text))
        if edit.start > len(text):
            words = f"\n{words}"
        if words.endswith("\n") and not with_end:
            words = words[:-1]
        elif not words and text[start - 1 : start] == "\n":
            start -= 1
        yield Edit(start, len(text), words)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Makes the edits of a text. The functions take a node, what its value is to be, and what is known of it."""

    text: str
    manner: Manner
    earlier: Earlier

    def root(self, node: Node, wanted: Data, guide: Guide) -> Iterator[Edit]:
        if isinstance(wanted, dict) and isinstance(node.value, dict) and wanted and node.children and not node.odd:
            yield from self._mapping(node, wanted, guide, is_root=True)
        else:
            whole = wanted if isinstance(wanted, dict) else {}
            lines = [field(name, item, 0, guide.field(name, whole), self.manner) for name, item in whole.items()]
            yield Edit(node.start, node.end, "\n".join(lines) or "{}")

    def _value(self, child: Child, wanted: Data, guide: Guide, parent: Node) -> Iterator[Edit]:
        node = child.node
        if _same(node.value, wanted, guide):
            return
        if not node.odd and node.children and wanted:
            if isinstance(wanted, dict) and isinstance(node.value, dict):
                yield from self._mapping(node, wanted, guide)
                return
            if isinstance(wanted, list) and isinstance(node.value, list):
                yield from self._list(node, wanted, guide)
                return
        if parent.in_brackets:
            space = " " if child.name and node.start == child.after else ""
            if isinstance(wanted, str) and isinstance(node.value, str):
                yield self._scalar(child, wanted, guide, Place(0, 0, 0, in_brackets=True), space)
            else:
                yield Edit(node.start, node.end, space + in_brackets(wanted, guide))
        elif isinstance(wanted, str) and isinstance(node.value, str) and node.end > node.start:
            yield self._scalar(child, wanted, guide, self._place(child))
        else:
            yield self._replaced(child, wanted, guide)

    def _place(self, child: Child) -> Place:
        """The place of the scalar of a field or an item in lines."""
        node, column = child.node, column_of(self.text, child.at)
        start = column_of(self.text, node.start)
        below = column + (1 + self.manner.gap if not child.name else self.manner.step)
        lines = [line for line in self.text[node.start : node.end].split("\n")[1:] if line.strip()]
        if lines:
            below = max(column + 1, min(len(line) - len(line.lstrip(" ")) for line in lines))
        widest = max((len(line) for line in lines[:-1]), default=0)
        width = max(self.manner.width, min(widest, 2 * self.manner.width))
        return Place(column, start, below, in_list=not child.name, width=width)

    def _scalar(self, child: Child, wanted: str, guide: Guide, place: Place, space: str = "") -> Edit:
        node = child.node
        old = self.text[node.start : node.end]
        then = "" if place.in_brackets else self.earlier.get((child.name, place.column, wanted), "")
        new = space + changed_scalar(wanted, place, node, old, is_text=guide.is_text, then=then)
        end = node.end
        if not place.in_brackets:
            new, end = self._with_comment(new, old, end)
        return Edit(node.start, end, new)

    def _with_comment(self, new: str, old: str, end: int) -> tuple[str, int]:
        """The scalar with the comment of the old one, which stands at the end of its first line."""
        stop = self.text.index("\n", end)
        behind = self.text[end:stop]
        head, is_below, lines = new.partition("\n")
        if behind.strip() and is_below and new[0] in "|>":
            return f"{head}{behind}\n{lines}", stop
        first = old.partition("\n")[0]
        if old[0] in "|>" and " #" in first and new[0] not in "|>":
            return new + first[first.index(" #") - 1 :].rstrip(), end
        return new, end

    def _replaced(self, child: Child, wanted: Data, guide: Guide) -> Edit:
        """The edit of a value that becomes one of another type."""
        node, column = child.node, column_of(self.text, child.at)
        if child.name:
            new = behind_name(wanted, column, column_of(self.text, child.after), guide, self.manner)
        else:
            new = behind_hyphen(wanted, column, guide, self.manner)
        comment = self.text[child.after : node.start].strip()
        if not comment:
            # What is behind the value on its line stands behind the first line of the new one.
            stop = self.text.index("\n", child.end)
            head, is_below, lines = new.partition("\n")
            behind = self.text[child.end : stop]
            if is_below and behind.strip():
                return Edit(child.after, stop, f"{head}{behind}\n{lines}")
            return Edit(child.after, child.end, new)
        head, is_below, lines = new.partition("\n")
        comments = "".join(f"  {line.strip()}" for line in comment.split("\n"))
        return Edit(child.after, child.end, f"{head}{comments}" + (f"\n{lines}" if is_below else ""))

    def _mapping(
        self, node: Node, wanted: Mapping[str, Data], guide: Guide, *, is_root: bool = False
    ) -> Iterator[Edit]:
        names = [child.name for child in node.children]
        target = list(wanted) if guide.has_order else _placed(names, wanted, guide.order(wanted))
        there = {child.name: index for index, child in enumerate(node.children)}
        places = [there.get(name) for name in target]
        new = [(name, wanted[name], guide.field(name, wanted)) for name in target]
        yield from self._collection(node, places, new, is_root=is_root)

    def _list(self, node: Node, wanted: Sequence[Data], guide: Guide) -> Iterator[Edit]:
        assert isinstance(node.value, list)
        item = guide.item()
        yield from self._collection(node, matched(node.value, wanted), [("", value, item) for value in wanted])

    def _collection(
        self,
        node: Node,
        places: Sequence[int | None],
        new: Sequence[tuple[str, Data, Guide]],
        *,
        is_root: bool = False,
    ) -> Iterator[Edit]:
        """The edits of a collection. `places` has the index of the old child that each new one was, if it was one."""
        changes = [
            () if at is None else tuple(self._value(node.children[at], value, guide, node))
            for at, (_, value, guide) in zip(places, new, strict=True)
        ]
        if list(places) == list(range(len(node.children))):
            for found in changes:
                yield from found
        elif node.in_brackets:
            yield self._in_brackets(node, places, new, changes)
        else:
            old = stretches_of(self.text, node, is_root=is_root)
            laid = [self._laid(node, old, at, one, found) for at, one, found in zip(places, new, changes, strict=True)]
            yield from arranged(self.text, old, laid)

    def _laid(
        self, node: Node, old: Stretches, at: int | None, one: tuple[str, Data, Guide], changes: Sequence[Edit]
    ) -> Laid:
        name, value, guide = one
        if at is not None:
            stretch = old.each[at]
            return Laid(self._after(stretch.start, stretch.end, changes), stretch)
        like = next((child.node for child in node.children if type(child.node.value) is type(value)), None)
        if name:
            like = like if guide.has_order else None
            return Laid(field(name, value, old.column, guide, self.manner, like) + "\n")
        return Laid("-" + behind_hyphen(value, old.column, guide, self.manner, like) + "\n")

    def _after(self, start: int, end: int, changes: Sequence[Edit]) -> str:
        """The characters from `start` to `end` after the changes."""
        return edited(self.text[start:end], (Edit(e.start - start, e.end - start, e.words) for e in changes))

    def _in_brackets(
        self,
        node: Node,
        places: Sequence[int | None],
        new: Sequence[tuple[str, Data, Guide]],
        changes: Sequence[Sequence[Edit]],
    ) -> Edit:
        """The edit of a collection in brackets, whose children come, go or move."""
        old = node.children
        between = [self.text[a.end : b.at] for a, b in pairwise(old)]
        usual = next((gap for gap in between if gap == "," or ("\n" in gap and "#" not in gap)), ", ")
        written = self.text[node.start + 1 : old[0].at]
        for index, (at, (name, value, guide), found) in enumerate(zip(places, new, changes, strict=True)):
            if index:
                before = places[index - 1]
                written += between[before] if at is not None and before is not None and at == before + 1 else usual
            if at is None:
                written += (f"{key(name)}: " if name else "") + in_brackets(value, guide)
            else:
                written += self._after(old[at].at, old[at].end, found)
        return Edit(node.start + 1, node.end - 1, written + self.text[old[-1].end : node.end - 1])


def _placed(names: Sequence[str], wanted: Mapping[str, Data], order: Sequence[str]) -> list[str]:
    """The names that stay, in their order, and new ones where the `order` has them; unknown ones come last."""
    target = [name for name in names if name in wanted]
    for name in sorted((name for name in wanted if name not in names), key=lambda n: _index(order, n)):
        before = [known for known in target if _index(order, known) < _index(order, name)]
        if name not in order:
            target.append(name)
        elif before:
            target.insert(target.index(max(before, key=lambda n: _index(order, n))) + 1, name)
        else:
            target.insert(0, name)
    return target


def _index(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)
