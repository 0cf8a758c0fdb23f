"""Compiled templates, so that not every process compiles them."""

from __future__ import annotations

import hashlib
from io import BytesIO

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.caching.of_user import of_user
from generator.caching.program import program

MOST = 1000
"""The number of templates that are kept; each takes about 10 kB. Older versions are deleted."""


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in the cache of the user.

    `environment` names everything that decides the code besides the program and the template: Jinja computes constant
    expressions when it compiles, so the values in filters and tests of an environment count.
    """

    def __init__(self, environment: str) -> None:
        self._kept = of_user("templates")
        self._environment = hashlib.sha256(f"{program()}\0{environment}".encode()).hexdigest()
        self._tidied = False

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        words = (self._environment, name, filename or "", source)
        key = hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        if content := self._kept.get(bucket.key):
            bucket.load_bytecode(BytesIO(content))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not self._tidied:
            self._kept.keep_newest(MOST)
            self._tidied = True
        target = BytesIO()
        bucket.write_bytecode(target)
        self._kept.put(bucket.key, target.getvalue())
