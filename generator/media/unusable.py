"""Why a file cannot be published."""

from __future__ import annotations


class Unusable(Exception):
    """The message says what is wrong, `hint` what to do. `line` and `column` are those in a file of text, else 0."""

    def __init__(self, message: str, hint: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column
