"""Curly quotation marks, dashes and ellipses in HTML. Code, options of commands, addresses and paths stay as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from markupsafe import Markup

from generator.prose.tags import split_at_tags


@lru_cache(16_384)
def plain(text: str) -> Markup:
    """Plain text as HTML, with its typography."""
    return Markup(typeset(escape(text, quote=False)))


def typeset(html: str) -> str:
    """HTML with curly quotation marks, dashes and ellipses in its text."""
    if not _TYPED.search(html):
        return html
    typesetter = _Typesetter()
    pieces = split_at_tags(html)
    in_code = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            in_code += piece.startswith(("<code", "<pre")) - piece.startswith(("</code", "</pre"))
            if piece.startswith(("<p", "<li", "<h", "<b", "<d", "<t")):
                typesetter = _Typesetter()
        elif piece and not in_code:
            pieces[index] = typesetter.text(piece)
        elif piece:
            typesetter.before = piece[-1]
    return "".join(pieces)


# What is typed where typography has a better character.
_TYPED = re.compile(r"[\"'-]|\.\.\.")
_SIGNS = re.compile(r"-++|\.{3,}+|[\"']")
_SPACES = re.compile(r"(\s++)")
_AROUND = re.compile(r"(?P<lead>[(\[{\"']*+)(?P<core>.*)", re.DOTALL)
_LEFT_OUT = re.compile(r"'(?i:\d0s|n'|em|til|tis|twas)(?!\w)")
"""An apostrophe before what is left out of a word: `'90s`, `rock 'n' roll`."""

_TECHNICAL = re.compile(
    r"--?[^\W\d_]"  # an option: `--dry-run`
    r"|www\.|/|\./|\.\./|~/"  # an address, a path
    r"|[\w-]++=[\"']"  # `name="value"`
)
_FILE = re.compile(r"\.[a-z][a-z0-9]{1,4}\Z")
_ENDS = "-.,;:!?…\"')]}"
_OPENS_AFTER = frozenset("([{–—‘“/")


@dataclass(slots=True)
class _Typesetter:
    """Takes in the texts of a paragraph in their order."""

    before: str = ""
    """The last character; nothing where a paragraph begins."""
    doubles: int = 0
    """How many double quotation marks are open."""
    singles: int = 0
    until: str = ""
    """The quotation mark that ends an argument of a command: nothing before it is running text."""
    after_option: bool = False

    def text(self, text: str) -> str:
        words = _SPACES.split(text)
        done: list[str] = []
        for index, word in enumerate(words):
            if index % 2:
                done.append(word)
                self.before = word[-1]
            elif word and not self.until and not _TYPED.search(word):
                done.append(self._typed(word))
                self.after_option = False
            elif word:
                follows = words[index + 1][0] if index + 1 < len(words) else ""
                done += self._word(word, follows)
        return "".join(done)

    def _word(self, word: str, follows: str) -> Iterator[str]:
        """A word, and the signs around it. `follows` is the space behind it; nothing at the end of the text."""
        if self.after_option and word[0] in "\"'" and not self.until:
            self.until = word[0]
            yield self._typed(word[0])
            word = word[1:]
        self.after_option = False
        if self.until:
            end = word.find(self.until) + 1
            yield self._typed(word[:end] if end else word)
            if not end:
                return
            self.until, word = "", word[end:]
        if "-&gt;" in word or "&lt;-" in word or "&lt;!-" in word:  # an arrow
            yield self._typed(word)
            return
        found = _AROUND.fullmatch(word)
        assert found
        core = found["core"].rstrip(_ENDS)
        begins = not self.before or self.before.isspace() or bool(found["lead"])
        if not (begins and core and _is_technical(core)):
            yield self._running(word, follows)
            return
        rest = found["core"][len(core) :]
        sign = next((sign for sign in "\"'" if core.count(sign) % 2), "")
        if sign:  # the end of an argument belongs to it
            end = rest.find(sign) + 1
            core, rest = core + rest[:end], rest[end:]
            self.until = "" if end else sign
        yield self._running(found["lead"], core[0])
        yield self._typed(core)
        yield self._running(rest, follows)
        self.after_option = core[0] == "-" and not rest and not self.until

    def _typed(self, text: str) -> str:
        if text:
            self.before = text[-1]
        return text

    def _running(self, text: str, follows: str) -> str:
        """Running text without spaces, with its typography."""
        done: list[str] = []
        at = 0
        for found in _SIGNS.finditer(text):
            start, end = found.span()
            before = done[-1][-1] if at == start and done else text[start - 1] if start else self.before
            done += [text[at:start]] if at < start else []
            done.append(self._sign(found, before, text[end : end + 1] or follows))
            at = end
        shown = "".join([*done, text[at:]])
        return self._typed(shown)

    def _sign(self, found: re.Match[str], before: str, after: str) -> str:
        sign = found[0]
        if sign[0] == ".":
            return sign if {before, after} & {"/", "\\"} else sign.replace("...", "…")
        if sign[0] == "-":
            return _dash(len(sign), before, after)
        return self._mark(sign, before, after, bool(_LEFT_OUT.match(found.string, found.start())))

    def _mark(self, sign: str, before: str, after: str, left_out: bool) -> str:
        opens = not left_out and (not before or before.isspace() or before in _OPENS_AFTER)
        is_double = sign == '"'
        still_open = self.doubles if is_double else self.singles
        if before.isdigit() and not still_open and not after.isalpha():
            return sign  # inches, feet, minutes
        change = 1 if opens else -(still_open > 0)
        if is_double:
            self.doubles += change
            return "“" if opens else "”"
        self.singles += 0 if after.isalpha() and not opens else change
        return "‘" if opens else "’"


def _is_technical(word: str) -> bool:
    """Whether a word is something to type or to go to."""
    if _TECHNICAL.match(word) or "://" in word or "\\" in word:
        return True
    return ("@" in word and "." in word) or ("--" in word and _FILE.search(word) is not None)


def _dash(length: int, before: str, after: str) -> str:
    """What hyphens stand for: one between spaces and two for an en dash, three for an em dash."""
    typed = "-" * length
    spaced = not before or before.isspace()
    if length == 1:
        return "–" if before == after == " " else typed
    if length > 3 or (spaced and after and not after.isspace()):
        return typed
    return "–" if length == 2 else "—"
