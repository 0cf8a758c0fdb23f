"""Terms found in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape, unescape


class TermFinder:
    """Finds terms in running text by the forms in which they appear."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """`forms` maps each form to the id of its term. Case, kind of apostrophe and line breaks do not matter."""
        self._ids = {_as_form(form): term_id for form, term_id in forms.items()}
        longest_first = sorted(self._ids, key=lambda form: (-len(form), form))
        pattern = "|".join(map(_anyhow, longest_first))
        self._regex = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if pattern else None

    @property
    def forms(self) -> Mapping[str, str]:
        """The id of the term for each form, in lower case."""
        return self._ids

    def __bool__(self) -> bool:
        return self._regex is not None

    def replaced(self, html: str, replace: Callable[[str, str], str]) -> str:
        """`html`, text without tags, with each form replaced by what `replace` makes of the term's id and the words."""
        if self._regex is None:
            return html
        text, done, at = unescape(html), [], 0
        for found in self._regex.finditer(text):
            term_id = self._ids.get(_as_form(found[0]))
            if term_id:
                words = escape(found[0], quote=False)
                done += [escape(text[at : found.start()], quote=False), replace(term_id, words)]
                at = found.end()
        return "".join([*done, escape(text[at:], quote=False)]) if done else html

    def found_in(self, texts: Iterable[str]) -> frozenset[str]:
        """The ids of the terms used in `texts`."""
        if self._regex is None:
            return frozenset()
        found = {self._ids.get(_as_form(words)) for text in texts for words in self._regex.findall(text)}
        return frozenset(term_id for term_id in found if term_id)


def _as_form(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _anyhow(form: str) -> str:
    """A pattern for a form, whichever way its spaces and apostrophes are written."""
    return re.escape(form).replace("\\ ", r"\s+").replace("'", "['’]")
