"""Templates are compiled once in a run of tests instead of at each build: most builds here are of a few pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from pathlib import Path
from types import FunctionType
from typing import Any

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

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        functions = _own(environment.filters, DEFAULT_FILTERS) + _own(environment.tests, DEFAULT_TESTS)
        settings = [repr(getattr(environment, setting)) for setting in SETTINGS]
        words = (name, filename or "", *settings, *sorted(environment.extensions), *map(str, functions))
        key = UNKNOWN if None in functions else sha256("\n".join(words).encode()).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key != UNKNOWN:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key != UNKNOWN:
            super().dump_bytecode(bucket)


def _own(functions: dict[str, Callable[..., Any]], defaults: dict[str, Callable[..., Any]]) -> list[str | None]:
    """The functions that are not Jinja's own, each by its name; None for one that carries values."""
    return [
        f"{name}: {function.__module__}.{function.__qualname__} {function.__defaults__} {function.__kwdefaults__}"
        if isinstance(function, FunctionType) and function.__closure__ is None
        else None
        for name, function in sorted(functions.items())
        if defaults.get(name) is not function
    ]


def compile_once(folder: Path) -> None:
    """From now on, environments of Jinja keep what they compile in the folder, which processes may share."""
    folder.mkdir(exist_ok=True)
    kept, made = Compiled(str(folder)), Environment.__init__

    @wraps(made)
    def with_cache(self: Environment, *words: Any, **options: Any) -> None:
        made(self, *words, **{"bytecode_cache": kept, **options})

    Environment.__init__ = with_cache  # type: ignore[method-assign]
