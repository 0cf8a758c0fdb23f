"""Checks of the kinds that a configuration declares and names, beyond those of the models.

They work on the parsed data, so that one run reports, for example, both a misspelt kind and a field without a label.
Values of the wrong type are ignored here, because the models report them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.config.theme import Theme
from generator.content.ids import slug
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, listed
from generator.kinds import BUILT_IN
from generator.model.addresses import RESERVED
from generator.model.entry import Entry
from generator.model.kind import Kinds
from generator.model.relation import EVERYWHERE, OUTSIDE_LINKS
from generator.model.values import WINDOWS, is_id
from generator.reading.document import Document

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
"""Valid names of fields and relations."""

LONGEST = 40
"""The maximum length of the name of a field or relation, in characters."""


TEMPLATES = frozenset({"entry", "index", "plain", "page", "declared", "ids", "any"})
"""Names that templates, schemas and the search use for something else."""

SECTIONS = frozenset(
    {"in_brief", "connections", "connections_list", "objections", "numbers", "more", "rests", "leads", "basis"}
)
"""Names of sections that every page has."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The icons and accents that a theme has for kinds, by name."""

    icons: Collection[str]
    accents: Collection[str]


def vocabulary(theme: Theme) -> Vocabulary:
    """The icons under `icons/`, and the accents that the tokens of the theme define as `--accent-…`."""
    text = "".join(path.read_text("utf-8") for path in theme.files("css/tokens.css").values())
    icons = [path.stem for path in theme.files("icons/*.svg").values()]
    return Vocabulary(icons, tuple(dict.fromkeys(re.findall(r"--accent-([a-z0-9-]+):", text))))


def declaration_problems(document: Document, theme: Theme | None, built_in: Kinds = BUILT_IN) -> Iterator[Diagnostic]:
    """The problems of declared kinds. Without a theme, the names of icons and accents are not checked."""
    declared = _mapping(document.data, "kinds")
    if not declared:
        return
    words = vocabulary(theme) if theme else None
    known = _plurals(document)
    yield from _taken_names(declared, document, built_in)
    for name, fields in declared.items():
        if isinstance(fields, dict):
            at = _At(document, ("kinds", name))
            yield from _names_of_the_theme(fields, words, at)
            yield from _fields(fields, known, at)
            yield from _relations(fields, known, at)
            yield from _grouping(fields, at)


def unknown_kinds(document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for unknown kinds in the navigation."""
    known = _plurals(document)
    nav = _get(document.data, "nav")
    for at, group in enumerate(nav if isinstance(nav, list) else ()):
        for index, plural in _texts(group, "kinds"):
            if plural not in known:
                span = document.span(("nav", at, "kinds", index))
                hint = did_you_mean(plural, known) or "known kinds: " + ", ".join(f"`{name}`" for name in known)
                yield Diagnostic(codes.BAD_CONFIG, f"no kind is called `{plural}`", span, hint)


def unknown_looks(document: Document, theme: Theme | None) -> Iterator[Diagnostic]:
    """Diagnostics for icons and accents of statuses that the theme does not have, and for kinds to review."""
    words, known = (vocabulary(theme) if theme else None), _plurals(document)
    for name, fields in _mapping(document.data, "statuses").items():
        if isinstance(fields, dict):
            yield from _names_of_the_theme(fields, words, _At(document, ("statuses", name), codes.BAD_CONFIG))
    for plural in _mapping(document.data, "review_months"):
        if plural not in known:
            hint = did_you_mean(plural, known) or f"known kinds: {listed(known)}"
            at = _At(document, ("review_months", plural), codes.BAD_CONFIG)
            yield at.key(f"no kind has the folder `{_short(plural)}`", hint)


def unknown_words(document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for words of kinds that are not built in, or of groups and numbers that they do not have."""
    for plural, words in _mapping(document.data, "words").items():
        at, kind = _At(document, ("words", plural)), BUILT_IN.by_plural.get(plural)
        if kind is None:
            known = did_you_mean(plural, BUILT_IN.by_plural) or f"known kinds: {listed(BUILT_IN.by_plural)}"
            yield at.key(f"no built-in kind has the folder `{plural}`", known)
            continue
        groups = [key for key in kind.groups if key]
        for key in _mapping(words, "groups"):
            if key not in groups:
                hint = did_you_mean(key, groups) or (f"known groups: {listed(groups)}" if groups else "remove `groups`")
                yield (at / "groups" / key).key(f"`{plural}` has no group `{key}`", hint)
        if _get(words, "numbered") and "number" not in kind.model.model_fields:
            yield (at / "numbered").key(f"entries of `{plural}` have no number", "remove it")


def _plurals(document: Document) -> Collection[str]:
    """The folders of the built-in kinds and of those that the configuration declares."""
    declared = _mapping(document.data, "kinds").values()
    plurals = (plural for fields in declared if isinstance(plural := _get(fields, "plural"), str))
    return dict.fromkeys([*BUILT_IN.by_plural, *plurals])


@dataclass(frozen=True, slots=True)
class _At:
    """A place in the configuration."""

    document: Document
    route: Route
    code: Code = codes.BAD_KIND

    def __truediv__(self, part: str | int) -> _At:
        return _At(self.document, (*self.route, part), self.code)

    def value(self, message: str, hint: str | None) -> Diagnostic:
        return Diagnostic(self.code, message, self.document.span(self.route), hint)

    def key(self, message: str, hint: str | None, related: tuple[tuple[Span, str], ...] = ()) -> Diagnostic:
        return Diagnostic(self.code, message, self.document.key_span(self.route), hint, related)


def _get(fields: object, name: str) -> Any:
    return fields.get(name) if isinstance(fields, dict) else None


def _mapping(fields: object, name: str) -> Mapping[str, Any]:
    """The fields under a name; empty if the value is not a mapping."""
    found = _get(fields, name)
    return found if isinstance(found, dict) else {}


def _texts(fields: object, name: str) -> Iterator[tuple[int, str]]:
    """The texts of the list under a name, each with its index."""
    found = _get(fields, name)
    return ((i, each) for i, each in enumerate(found if isinstance(found, list) else ()) if isinstance(each, str))


# ---- names ----


def _taken_names(declared: Mapping[str, Any], document: Document, built_in: Kinds) -> Iterator[Diagnostic]:
    """Diagnostics for names, folders and labels that are invalid or already used."""
    ids = {word: f"the built-in kind `{kind.name}`" for kind in built_in for word in (kind.name, kind.plural)}
    labels = {word.casefold(): f"the built-in kind `{k.name}`" for k in built_in for word in (k.label, k.label_plural)}
    for name, fields in declared.items():
        at = _At(document, ("kinds", name))
        mine = f"the kind `{name}`"
        yield from _id_problem(name, at.document.key_span(at.route), ids, mine)
        ids.setdefault(name, mine)
        for field in ("plural", "label", "label_plural"):
            word = _get(fields, field)
            if not isinstance(word, str):
                continue
            span = document.span((at / field).route)
            if field == "plural":
                yield from _id_problem(word, span, ids, mine)
                ids.setdefault(word, mine)
            elif labels.setdefault(word.casefold(), mine) != mine:
                owner = labels[word.casefold()]
                hint = "readers could not tell them apart; choose another word"
                yield Diagnostic(codes.BAD_KIND, f"{owner} is already called `{word}`", span, hint)


def _id_problem(word: str, span: Span, taken: Mapping[str, str], mine: str) -> Iterator[Diagnostic]:
    if WINDOWS.match(word):
        message, hint = f"`{word}` is a reserved name on Windows", f"add a word, such as `our-{word}`"
    elif not is_id(word):
        message, hint = f"a kind cannot be called `{_short(word)}`", _id_hint(word)
    elif taken.get(word, mine) != mine:
        message, hint = f"{taken[word]} already has the name `{word}`", "choose another name"
    elif word in RESERVED | TEMPLATES or word.startswith(("all-", "index-")):
        message, hint = f"`{word}` is a reserved name", f"add a word, such as `our-{word}`"
    else:
        return
    yield Diagnostic(codes.BAD_KIND, message, span, hint)


def _id_hint(word: str) -> str:
    if len(word) > LONGEST:
        return "shorten it"
    better = slug(word)
    return f"use lower-case letters, digits and hyphens: `{better if is_id(better) and better != word else 'our-kind'}`"


def _short(word: str) -> str:
    return word if len(word) <= LONGEST else word[: LONGEST - 1] + "…"


def _names_of_the_theme(fields: Mapping[str, Any], words: Vocabulary | None, at: _At) -> Iterator[Diagnostic]:
    for field, known in (("icon", words.icons), ("accent", words.accents)) if words else ():
        name = fields.get(field)
        if isinstance(name, str) and name not in known:
            hint = did_you_mean(name, known) or (f"known {field}s: {listed(known)}" if known else "remove it")
            yield (at / field).value(f"the theme has no {field} `{_short(name)}`", hint)


# ---- fields ----


def _fields(kind: Mapping[str, Any], known: Collection[str], at: _At) -> Iterator[Diagnostic]:
    for name, field in _mapping(kind, "fields").items():
        place = at / "fields" / name
        yield from _field_name(name, place)
        yield from _targets(field, known, place)
        yield from _range(field, place)
        for choice in _mapping(field, "choices"):
            if not is_id(choice):
                message = f"a choice cannot be called `{_short(choice)}`"
                yield (place / "choices" / choice).key(message, _id_hint(choice))


def _field_name(name: str, at: _At) -> Iterator[Diagnostic]:
    if name in Entry.model_fields:
        yield at.key(f"every entry already has a field `{name}`", "remove it, or choose another name")
    elif not _is_name(name):
        yield at.key(f"a field cannot be called `{_short(name)}`", _name_hint(name))
    elif name in SECTIONS or hasattr(Entry, name) or name.startswith("model_"):
        message = f"`{name}` is a reserved name"
        yield at.key(message, f"add a word, such as `our_{name}`")


def _is_name(name: str) -> bool:
    return bool(NAME.fullmatch(name)) and len(name) <= LONGEST


def _name_hint(name: str) -> str:
    if len(name) > LONGEST:
        return f"use at most {LONGEST} characters"
    better = slug(name).replace("-", "_") or "name"
    return f"use lower-case letters, digits and underscores: `{better if _is_name(better) else 'no_' + better}`"


def _targets(holder: object, known: Collection[str], at: _At) -> Iterator[Diagnostic]:
    for index, plural in _texts(holder, "to"):
        if plural not in known:
            hint = did_you_mean(plural, known) or f"known kinds: {listed(known)}"
            yield (at / "to" / index).value(f"no kind is called `{_short(plural)}`", hint)


def _range(field: object, at: _At) -> Iterator[Diagnostic]:
    least, most = (_number(_get(field, bound)) for bound in ("at_least", "at_most"))
    if least is not None and most is not None and least > most:
        yield (at / "at_most").value("`at_least` is greater than `at_most`", "swap the two numbers")


def _number(text: object) -> float | None:
    return float(text) if isinstance(text, str) and re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", text) else None


def _grouping(kind: Mapping[str, Any], at: _At) -> Iterator[Diagnostic]:
    name = kind.get("groups_by")
    fields = _mapping(kind, "fields")
    if not isinstance(name, str):
        return
    choices = [each for each, field in fields.items() if _get(field, "type") == "choice"]
    place = at / "groups_by"
    if name not in fields:
        yield place.value(f"there is no field `{_short(name)}` to group by", _choice_hint(name, choices))
    elif name not in choices:
        yield place.value(f"`{name}` is not a choice, so it cannot form groups", _choice_hint("", choices))
    elif _get(fields[name], "required") != "true":
        hint = f"add `required: true` to `{name}`"
        yield place.value(f"an entry without `{name}` would not belong to any group", hint)


def _choice_hint(name: str, choices: Iterable[str]) -> str:
    choices = tuple(choices)
    if not choices:
        return "declare a field with `type: choice`, or remove `groups_by`"
    return did_you_mean(name, choices) or f"use a choice field: {listed(choices, last=' or ')}"


# ---- relations ----


def _relations(kind: Mapping[str, Any], known: Collection[str], at: _At) -> Iterator[Diagnostic]:
    everywhere = {relation.name for relation in EVERYWHERE} | OUTSIDE_LINKS
    links = {name for name, field in _mapping(kind, "fields").items() if _get(field, "type") == "link"}
    for name, relation in _mapping(kind, "relations").items():
        place = at / "relations" / name
        if name in everywhere:
            yield place.key(f"every entry already has the relation `{name}`", "remove it, or rename it")
        elif not _is_name(name):
            yield place.key(f"a relation cannot be called `{_short(name)}`", _name_hint(name))
        elif name in links:
            field = at.document.key_span((at / "fields" / name).route)
            hint = "a field of type `link` is a relation too; rename one of them"
            yield place.key(f"a field of type `link` is also called `{name}`", hint, ((field, "that field"),))
        yield from _targets(relation, known, place)
