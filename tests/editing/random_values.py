"""Values of entries, random changes of them, and random ways to write them as YAML."""

from __future__ import annotations

import copy
import json
from random import Random

from generator.reading.composer import Data

TEXTS = (
    *("yes", "No", "null", "~", "true", "1:30", "2024-01-01", "014", "0.5", "", " ", "\n", "plain words", "ends:"),
    *("a: b", "x # y", "#start", '"quoted"', "it's", "mixed \"both\" and 'single'", "- item", "-x", "- ", "---", "..."),
    *("[a", "{b", "a, b", "a]", "*x", "&x", "!x", "%x", "@x", "`x`", "> q", "| p", "? x", "<<", "=", "a\\b", "C:\\new"),
    *(" leading", "trailing ", "  indented\nlines", "two\nlines", "one\n\ntwo", "a\n\n\nb", "last\n", "last\n\n"),
    *(
        "- a\n- b\n\ntext",
        "Three:\n\n  code\n\nend",
        "tab\there",
        "a  b   c",
        "a #",
        "key: value # c",
        "\u00a0odd space",
    ),
    *(
        "emoji 😀 ünïcode",
        "日本語の文",
        "w" * 200,
        "word " * 60 + "end",
        "[[id|words]] with **b**",
        "{name}",
        "=======",
        "• x",
    ),
)
"""Texts that a writer of YAML may stumble over."""

WORDS = ("word", "and", "the", "client", "colon:", '"said"', "it’s", "–", "#tag", "- x", "a", "longerword", "x" * 30)
NAMES = ("minutes", "aliases", "note", "why", "detail", "other", "number", "draft", "new-id", "yes", "a b", "x: y")


def text(random: Random) -> str:
    if random.random() < 0.5:
        return random.choice(TEXTS)
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 60)))


def value(random: Random, depth: int = 0) -> Data:
    kind = random.random()
    if depth > 2 or kind < 0.6:
        return text(random)
    if kind < 0.8:
        return [value(random, depth + 1) for _ in range(random.randint(0, 3))]
    return {random.choice(NAMES): value(random, depth + 1) for _ in range(random.randint(0, 3))}


def fields(random: Random) -> dict[str, Data]:
    """A mapping that is not empty, at most three levels deep."""
    found = value(random)
    while not isinstance(found, dict) or not found:
        found = value(random)
    return {**found, **{name: value(random, 1) for name in random.sample(("title", "steps", "links"), 3)}}


def changed(random: Random, old: Data) -> Data:
    """A version of a value with a change at any depth: something set, removed, inserted or moved."""
    return _changed(random, copy.deepcopy(old), top=True)


def _changed(random: Random, old: Data, *, top: bool = False) -> Data:
    kind = random.random()
    if not top and kind > 0.95:
        return value(random)
    if isinstance(old, str):
        return _changed_text(random, old) if kind < 0.5 else text(random)
    if isinstance(old, list):
        return _changed_list(random, old)
    names = list(old)
    if names and kind < 0.7:
        name = random.choice(names)
        return {**old, name: _changed(random, old[name])}
    if names and kind < 0.8:
        del old[random.choice(names)]
        return old
    return {**old, random.choice(NAMES): value(random, 1)}


def _changed_text(random: Random, old: str) -> str:
    words = old.split(" ")
    at = random.randrange(len(words))
    words[at : at + random.randint(0, 1)] = random.choice(([], ["new"], ["some", "newer", "words"], ["x:", "y"]))
    return " ".join(words)


def _changed_list(random: Random, old: list[Data]) -> list[Data]:
    kind = random.random()
    if not old or kind < 0.15:
        old.insert(
            random.randint(0, len(old)), copy.deepcopy(random.choice(old)) if old and kind < 0.07 else value(random, 1)
        )
    elif kind < 0.6:
        at = random.randrange(len(old))
        old[at] = _changed(random, old[at])
    elif kind < 0.75:
        del old[random.randrange(len(old))]
    elif kind < 0.85:
        random.shuffle(old)
    else:
        old.insert(random.randrange(len(old)), old.pop(random.randrange(len(old))))
    return old


def written(random: Random, data: dict[str, Data]) -> str:
    """The fields as YAML in a random layout: indentation, quotes, brackets, comments, blank lines."""
    return _Layout(random).fields(data, 0) + random.choice(("", "", "# The end.\n", "\n"))


class _Layout:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._step = random.choice((2, 2, 4))
        self._list_step = random.choice((0, 2, 4))
        self._gap = random.choice((1, 1, 3))
        self._comments = random.choice((0, 0, 0.3))

    def fields(self, data: dict[str, Data], column: int) -> str:
        return self._lines(
            [f"{json.dumps(n) if n != 'title' else n}:{self._below(v, column)}" for n, v in data.items()], column
        )

    def _lines(self, written: list[str], column: int) -> str:
        lines = []
        for index, line in enumerate(written):
            above = ""
            while index and self._random.random() < self._comments:
                above += self._random.choice(("\n", f"{' ' * column}# A comment.\n", f"{' ' * column}# minutes: 5\n"))
            lines.append(f"{above}{' ' * column}{line}")
        return "".join(lines)

    def _below(self, value: Data, column: int) -> str:
        if isinstance(value, str):
            return " " + self._scalar(value, column) + "\n"
        if not value or self._random.random() < 0.2:
            return f" {self._in_brackets(value)}{self._comment()}\n"
        if isinstance(value, list):
            return f"{self._comment()}\n" + self._items(value, column + self._list_step)
        return f"{self._comment()}\n" + self.fields(value, column + self._step)

    def _items(self, items: list[Data], column: int) -> str:
        return self._lines(["-" + self._item(item, column) for item in items], column)

    def _item(self, item: Data, column: int) -> str:
        gap = " " * self._gap
        inner = column + 1 + self._gap
        if isinstance(item, str):
            return gap + self._scalar(item, column) + "\n"
        if not item or self._random.random() < 0.2:
            return f"{gap}{self._in_brackets(item)}{self._comment()}\n"
        below = self._items(item, inner) if isinstance(item, list) else self.fields(item, inner)
        return gap + below.removeprefix(" " * inner)

    def _in_brackets(self, value: Data) -> str:
        if isinstance(value, str):
            return json.dumps(value, ensure_ascii=False)
        between = self._random.choice((", ", ", ", ","))
        if isinstance(value, list):
            return f"[{between.join(map(self._in_brackets, value))}]"
        fields = (f"{json.dumps(name)}: {self._in_brackets(item)}" for name, item in value.items())
        return f"{{{between.join(fields)}}}"

    def _scalar(self, value: str, column: int) -> str:
        kind = self._random.random()
        below = " " * (column + self._random.choice((1, 2, 4)))
        is_plain = all(word.isalpha() for word in value.split(" ")) and value
        lines = value.split("\n")
        if kind < 0.3 and is_plain:
            return value.replace(" ", self._random.choice((" ", f"\n{below}"))) + self._comment()
        if kind < 0.5 and value.strip() and lines[0].strip() and not lines[0][0].isspace() and lines[-1].strip():
            return f"|-{self._comment()}" + "".join(f"\n{below}{line}" if line else "\n" for line in lines)
        if (
            kind < 0.7
            and value.strip() == value
            and "\n" not in value
            and "  " not in value
            and "\t" not in value
            and value
        ):
            return f">-{self._comment()}\n{below}" + value.replace(" ", self._random.choice((" ", f"\n{below}")))
        if kind < 0.85 and "\n" not in value:
            return "'" + value.replace("'", "''") + "'" + self._comment()
        return json.dumps(value, ensure_ascii=False) + self._comment()

    def _comment(self) -> str:
        return "  # Beside." if self._random.random() < self._comments else ""
