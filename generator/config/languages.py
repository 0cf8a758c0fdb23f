"""The language that a configuration names: its words, and what is wrong with a file of words of the playbook's own.

A playbook may bring words in `languages/TAG.yml` beside its configuration: for a language that the generator does not
have, or to say something better than the generator does. They lie over the generator's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.suggest import did_you_mean, listed
from generator.language import tags
from generator.language.language import ENGLISH, Language, over, supplied, supplied_words
from generator.language.plurals import CATEGORIES, OTHER, needed
from generator.language.words import NUMBER, Data, Words, has_forms, places
from generator.reading.document import Document, read_document

FOLDER = "languages"
"""The folder beside the configuration with words of the playbook's own."""

MOST_SHOWN = 5
"""So many missing words are named in a message."""


def language_of(root: Path, tag: str, config: Document) -> tuple[Language | None, tuple[Diagnostic, ...]]:
    """The language of the playbook in the folder `root`, and what is wrong with its words; None without any."""
    own_files = {path.stem: path for path in sorted((root / FOLDER).glob("*.yml"))}
    base, own = tags.nearest(tag, supplied()), tags.nearest(tag, own_files)
    if base is None and own is None:
        return None, (_unknown(tag, (*supplied(), *own_files), config),)
    words, problems = supplied_words(base or ENGLISH), tuple[Diagnostic, ...]()
    if own:
        document, problems = read_document(own_files[own], root, f"{FOLDER}/{own}.yml")
        if document:
            problems += tuple(misfits(document, own, complete=base is None))
        if document is None or any(problem.severity is Severity.ERROR for problem in problems):
            return None, problems
        words = over(words, _words_in(document))
    return Language(tag, Words(words, own or base or ENGLISH)), problems


def _unknown(tag: str, known: tuple[str, ...], config: Document) -> Diagnostic:
    message = f"there are no words for the language `{tag}`"
    hint = f"known here: {listed(sorted(set(known)))}; one of your own is a file `{FOLDER}/{tag}.yml`"
    return Diagnostic(codes.BAD_CONFIG, message, config.span(("language",)), hint)


def misfits(document: Document, tag: str, *, complete: bool) -> Iterator[Diagnostic]:
    """What is wrong with a file of words, compared with English. One that should be `complete` may lack none."""
    if not isinstance(document.data, dict):
        message, hint = "the words do not stand under their names", "start with a group, such as `common:`"
        yield Diagnostic(codes.NOT_A_MAPPING, message, document.span(()), hint)
        return
    words = _words_in(document)
    yield from _group_misfits(document, words, supplied_words(ENGLISH), (), tag)
    gaps = list(missing(words, supplied_words(ENGLISH))) if complete else []
    if gaps:
        others = " and others" if len(gaps) > MOST_SHOWN else ""
        message = f"words are missing and stay English: {listed(gaps[:MOST_SHOWN], last=', ')}{others}"
        hint = "add them under the names that they have in the generator's `language/en.yml`"
        yield Diagnostic(codes.MISSING_WORD, message, document.span(()), hint)


def _words_in(document: Document) -> Mapping[str, Data]:
    # Lists are the only other data there is; the comparison with English refuses them.
    return cast("Mapping[str, Data]", document.data)


def missing(data: Mapping[str, Data], english: Mapping[str, Data], before: str = "") -> Iterator[str]:
    """The names of the words that English has and `data` does not."""
    for name, wanted in english.items():
        found = data.get(name)
        if isinstance(wanted, Mapping) and not has_forms(wanted):
            yield from missing(found if isinstance(found, Mapping) else {}, wanted, f"{before}{name}.")
        elif found is None:
            yield before + name


def _group_misfits(
    document: Document, data: Mapping[str, Data], english: Mapping[str, Data], route: tuple[str, ...], tag: str
) -> Iterator[Diagnostic]:
    for name, found in data.items():
        here, wanted = (*route, name), english.get(name)
        if wanted is None:
            message = f"English has no word `{'.'.join(here)}`"
            yield Diagnostic(
                codes.BAD_CONFIG, message, document.key_span(here), did_you_mean(name, english) or "remove it"
            )
        elif isinstance(wanted, str) or has_forms(wanted):
            problem = _text_problem(found, wanted, tag)
            if problem:
                yield Diagnostic(codes.BAD_CONFIG, f"`{'.'.join(here)}` {problem[0]}", document.span(here), problem[1])
        elif isinstance(found, Mapping):
            yield from _group_misfits(document, found, wanted, here, tag)
        else:
            message = f"`{'.'.join(here)}` is a group of words"
            yield Diagnostic(codes.BAD_CONFIG, message, document.span(here), f"known in it: {listed(list(wanted)[:5])}")


def _text_problem(found: object, english: Data, tag: str) -> tuple[str, str] | None:
    """What is wrong with a text, and what to do about it."""
    wanted = _places_of(english)
    if isinstance(english, str):
        if not isinstance(found, str) or not found.strip():
            return "takes a text", f"write what stands for `{english}`"
        return _places_problem(places(found), wanted)
    forms = found if isinstance(found, Mapping) else {OTHER: found}
    if not all(isinstance(text, str) and text.strip() for text in forms.values()):
        return "takes a text for each plural form", f"write {listed(sorted(needed(tag)))}"
    unknown = sorted(forms.keys() - CATEGORIES)
    if unknown:
        return f"has a plural form `{unknown[0]}`", f"known are {listed(sorted(CATEGORIES))}"
    lacking = sorted(needed(tag) - forms.keys())
    if lacking:
        return f"has no form {listed(lacking)}", f"`{tag}` needs the forms {listed(sorted(needed(tag)))}"
    # A form for one number may leave the number out.
    for form, text in forms.items():
        free = {NUMBER} if form != OTHER else set()
        problem = _places_problem(places(str(text)) | free, wanted | free)
        if problem:
            return problem
    return None


def _places_problem(found: frozenset[str] | set[str], wanted: frozenset[str] | set[str]) -> tuple[str, str] | None:
    if found == wanted:
        return None
    shown = " ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
    different = " ".join(f"{{{name}}}" for name in sorted(found ^ wanted))
    return f"has other places than English: {different}", f"the places are: {shown}"


def _places_of(data: Data) -> frozenset[str]:
    texts = [data] if isinstance(data, str) else [str(text) for text in data.values()]
    return frozenset(name for text in texts for name in re.findall(r"\{([a-z_]+)\}", text))
