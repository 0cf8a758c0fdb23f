"""Why a request of the editor is not done, in a sentence for the person who made it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any


class Wrong(Exception):
    """The request is not done. The message says what to do; `more` are further fields of the answer."""

    def __init__(
        self, message: str, status: int = HTTPStatus.BAD_REQUEST, more: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.more = status, dict(more or {})
