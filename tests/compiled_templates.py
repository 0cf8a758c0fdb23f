"""Templates are compiled once in a run of tests instead of at each build: most builds here are of a few pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import wraps
from hashlib import sha256
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_TESTS

SETTINGS = ("autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "optimized", "newline_sequence")
UNKNOWN = ""
"""The key of what is not kept."""


class Compiled(FileSystemBytecodeCache):
    """Compiled templates by what decides their code: the template, the settings, and the functions of the environment.

    Functions count because Jinja computes constant expressions when it compiles.
    """

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._known: WeakKeyDictionary[Environment, tuple[object, str | None]] = WeakKeyDictionary()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        decided = self._decided_by(environment)
        key = UNKNOWN if decided is None else sha256(f"{name}\n{filename}\n{decided}".encode()).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def _decided_by(self, environment: Environment) -> str | None:
        """What decides the code besides the template, found once for the same functions; None if that is unknown."""
        same = (*environment.filters.items(), *environment.tests.items())
        if (known := self._known.get(environment)) and known[0] == same:
            return known[1]
        functions = _own(environment.filters, DEFAULT_FILTERS) + _own(environment.tests, DEFAULT_TESTS)
        settings = [repr(getattr(environment, setting)) for setting in SETTINGS]
        words = [*settings, *sorted(environment.extensions), *map(str, functions)]
        found = None if None in functions else "\n".join(words)
        self._known[environment] = same, found
        return found

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key != UNKNOWN:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key != UNKNOWN:
            super().dump_bytecode(bucket)


def _own(functions: Mapping[str, Callable[..., Any]], defaults: Mapping[str, Callable[..., Any]]) -> list[str | None]:
    """The functions that are not Jinja's own, each by its name; None for one whose answers are not known from it."""
    return [
        described and f"{name}: {described}"
        for name, function in sorted(functions.items())
        if defaults.get(name) is not function
        for described in [_described(function)]
    ]


def _described(function: Callable[..., Any]) -> str | None:
    """What decides the answers of a function: its name, and the values of which it is a method."""
    if isinstance(function, MethodType) and is_dataclass(value := function.__self__):
        said = repr(value)
        return None if " object at 0x" in said else f"{function.__func__.__qualname__} of {said}"
    if isinstance(function, FunctionType) and function.__closure__ is None:
        return f"{function.__module__}.{function.__qualname__} {function.__defaults__} {function.__kwdefaults__}"
    return None


def compile_once(folder: Path) -> None:
    """From now on, environments of Jinja keep what they compile in the folder, which processes may share."""
    folder.mkdir(exist_ok=True)
    kept, made = Compiled(str(folder)), Environment.__init__

    @wraps(made)
    def with_cache(self: Environment, *words: Any, **options: Any) -> None:
        made(self, *words, **{"bytecode_cache": kept, **options})

    Environment.__init__ = with_cache  # type: ignore[method-assign]
