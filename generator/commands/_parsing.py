"""The parser of the command line: it names what was probably meant where a command or an option is misspelt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """A parser without abbreviations, whose complaints about a misspelt word end with the nearest known one."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "allow_abbrev": False})

    def understood(self, words: Sequence[str]) -> argparse.Namespace:
        """The arguments in `words`. Ends the program with exit code 2 if one is not known."""
        arguments, unknown = self.parse_known_args(words)
        if unknown:
            of: Parser = getattr(arguments, "parser", self)
            of.refuse(unknown[0])
        return arguments

    def refuse(self, word: str) -> NoReturn:
        """End with the complaint about a word that is neither an option nor an argument of this command."""
        if not word.startswith("-"):
            self.error(f"`{word}` is one argument too many")
        name = word.partition("=")[0]
        hint = _similar(name, self._option_string_actions) or f"`{self.prog} --help` lists the options"
        self.error(f"there is no option `{name}`; {hint}")


def unknown_command(word: str, known: Iterable[str]) -> NoReturn:
    """End with exit code 2 and the commands that `word` may have meant."""
    names = list(known)
    hint = _similar(word, names) or f"these are known: {', '.join(names)}"
    print(f"playbook: no command is called `{word}`; {hint}", file=sys.stderr)
    raise SystemExit(2)


def _similar(word: str, known: Iterable[str]) -> str | None:
    from generator.diagnostics.suggest import did_you_mean  # most calls are right, and do not need it

    return did_you_mean(word, known)
