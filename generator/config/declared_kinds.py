"""Checks of the kinds that a configuration declares, extends and names, beyond those of the models.

They work on the parsed data, so that one run reports, for example, both a misspelt kind and a field without a label.
Values of the wrong type are ignored here, because the models report them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.config.arrangement import arrangement_problems, circles
from generator.config.declaration_place import (
    At,
    get,
    id_hint,
    is_name,
    mapping,
    name_hint,
    texts,
    unknown_targets,
)
from generator.config.declared_fields import field_problems
from generator.config.theme import Theme
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import did_you_mean, listed, shortened
from generator.kinds import BUILT_IN
from generator.kinds.declared import KindNames
from generator.model.addresses import RESERVED
from generator.model.kind import Kind, Kinds
from generator.model.relation import EVERYWHERE, OUTSIDE_LINKS
from generator.model.values import WINDOWS, is_id
from generator.reading.document import Document

TEMPLATES = frozenset({"entry", "index", "plain", "page", "declared", "inverse", "levels", "ids", "any"})
"""Names that templates, schemas and the search use for something else."""

NAMES = frozenset(KindNames.model_fields)
"""The fields of a declaration that a built-in kind brings along."""


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
    """The problems of declared and extended kinds. Without a theme, the names of icons and accents are not checked."""
    declared = mapping(document.data, "kinds")
    if not declared:
        return
    words = vocabulary(theme) if theme else None
    known = folders_of_kinds(document)
    of_own = {name: fields for name, fields in declared.items() if name not in built_in.by_name}
    yield from _taken_names(of_own, document, built_in)
    yield from circles(_by_folder(declared, built_in), At(document, ("kinds",)))
    for name, fields in declared.items():
        if not isinstance(fields, dict):
            continue
        at, kind = At(document, ("kinds", name)), built_in.by_name.get(name)
        if kind:
            yield from _extension(kind, fields, at)
            yield from field_problems(fields, known, at, kind.model, kind.noun)
        else:
            yield from _names_of_the_theme(fields, words, at)
            yield from field_problems(fields, known, at)
        yield from _relations(fields, known, at, kind)
        yield from arrangement_problems(fields, at)


def _by_folder(declared: Mapping[str, Any], built_in: Kinds) -> Mapping[str, Any]:
    """The declarations, with the folders of built-in kinds."""
    return {
        name: {**fields, "plural": built_in.by_name[name].plural}
        if name in built_in.by_name and isinstance(fields, dict)
        else fields
        for name, fields in declared.items()
    }


def _extension(kind: Kind, fields: Mapping[str, Any], at: At) -> Iterator[Diagnostic]:
    """The problems of what is said about a built-in kind."""
    for name in NAMES & fields.keys():
        if name in ("label", "label_plural", "about"):
            hint = f"write it under `words:`, as `{kind.plural}: {{{name}: …}}`"
        else:
            hint = "remove it, or give your own kind another name than that of the built-in one"
        yield (at / name).key(f"`{kind.name}` is a built-in kind and has its own `{name}`", hint)
    if "groups" in fields and not kind.group_field:
        message = f"the groups of `{kind.name}` cannot be changed"
        hint = "remove `groups`; to form groups of your own, add a `choice` to `fields` and name it in `groups_by`"
        yield (at / "groups").key(message, hint)
    if "groups" in fields and "groups_by" in fields:
        yield (at / "groups_by").key("`groups` and `groups_by` exclude each other", "remove one of them")
    for key in mapping(fields, "groups"):
        if not is_id(key):
            yield (at / "groups" / key).key(f"a group cannot be called `{shortened(key)}`", id_hint(key))


def unknown_kinds(document: Document, pages: Container[str] = ()) -> Iterator[Diagnostic]:
    """Diagnostics for unknown kinds in the navigation. `pages` are the names of the pages written by hand."""
    known = folders_of_kinds(document)
    nav = get(document.data, "nav")
    for at, group in enumerate(nav if isinstance(nav, list) else ()):
        for index, plural in texts(group, "kinds"):
            if plural not in known:
                span = document.span(("nav", at, "kinds", index))
                words = plural.split()
                comma = (
                    f"a comma is missing: write `{', '.join(words)}`" if len(words) > 1 and {*words} <= {*known} else ""
                )
                hint = (
                    comma or did_you_mean(plural, known) or "known kinds: " + ", ".join(f"`{name}`" for name in known)
                )
                if plural in pages:
                    hint = (
                        f"`{plural}` is a page written by hand, to which the home page leads by itself: remove it here"
                    )
                yield Diagnostic(codes.BAD_CONFIG, f"no kind is called `{plural}`", span, hint)


def unknown_in_sites(document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for kinds and statuses that sites ask for and that there are not, and for sites at one address."""
    plurals, statuses = folders_of_kinds(document), mapping(document.data, "statuses")
    first: dict[str, str] = {}
    for name, fields in mapping(document.data, "sites").items():
        at = At(document, ("sites", name), codes.BAD_CONFIG)
        for field, known, what in (("kinds", plurals, "kind"), ("statuses", statuses, "status")):
            for index, word in texts(fields, field):
                if word not in known:
                    hint = did_you_mean(word, known) or (f"known: {listed(known)}" if known else "remove it")
                    yield (at / field / index).value(f"no {what} is called `{shortened(word)}`", hint)
        url = get(fields, "url")
        if isinstance(url, str) and (other := first.setdefault(url, name)) != name:
            hint = "each site needs an address of its own: browsers keep what readers enter by the address"
            yield (at / "url").value(f"the site `{shortened(other)}` has the same address", hint)


def unknown_looks(document: Document, theme: Theme | None) -> Iterator[Diagnostic]:
    """Diagnostics for icons and accents of statuses that the theme does not have, and for kinds to review."""
    words, known = (vocabulary(theme) if theme else None), folders_of_kinds(document)
    for name, fields in mapping(document.data, "statuses").items():
        if isinstance(fields, dict):
            yield from _names_of_the_theme(fields, words, At(document, ("statuses", name), codes.BAD_CONFIG))
    for plural in mapping(document.data, "review_months"):
        if plural not in known:
            hint = did_you_mean(plural, known) or f"known kinds: {listed(known)}"
            at = At(document, ("review_months", plural), codes.BAD_CONFIG)
            yield at.key(f"no kind has the folder `{shortened(plural)}`", hint)


def unknown_words(document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for words of kinds that are not built in, or of groups and numbers that they do not have."""
    for plural, words in mapping(document.data, "words").items():
        at, kind = At(document, ("words", plural)), BUILT_IN.by_plural.get(plural)
        if kind is None:
            known = did_you_mean(plural, BUILT_IN.by_plural) or f"known kinds: {listed(BUILT_IN.by_plural)}"
            yield at.key(f"no built-in kind has the folder `{plural}`", known)
            continue
        declared = mapping(mapping(document.data, "kinds"), kind.name)
        if "groups" in declared or "groups_by" in declared:
            if get(words, "groups"):
                hint = f"write their headings under `kinds:`, at `{kind.name}`"
                yield (at / "groups").key(f"this playbook has groups of its own for `{plural}`", hint)
        else:
            yield from _unknown_groups(kind, words, at)
        if get(words, "numbered") and "number" not in kind.model.model_fields:
            yield (at / "numbered").key(f"entries of `{plural}` have no number", "remove it")


def _unknown_groups(kind: Kind, words: object, at: At) -> Iterator[Diagnostic]:
    groups = [key for key in kind.groups if key]
    for key in mapping(words, "groups"):
        if key not in groups:
            hint = did_you_mean(key, groups) or (f"known groups: {listed(groups)}" if groups else "remove `groups`")
            yield (at / "groups" / key).key(f"`{kind.plural}` has no group `{key}`", hint)


def folders_of_kinds(document: Document) -> Collection[str]:
    """The folders of the built-in kinds and of those that the configuration declares.

    A kind whose folder is missing, which is reported there, is taken to have the usual one.
    """
    declared = mapping(document.data, "kinds").items()
    folders = (get(fields, "plural") or f"{name}s" for name, fields in declared if name not in BUILT_IN.by_name)
    found = (folder for folder in folders if isinstance(folder, str))
    return dict.fromkeys([*BUILT_IN.by_plural, *found])


# ---- names ----


def _taken_names(declared: Mapping[str, Any], document: Document, built_in: Kinds) -> Iterator[Diagnostic]:
    """Diagnostics for names, folders and labels that are invalid or already used."""
    ids = {word: f"the built-in kind `{kind.name}`" for kind in built_in for word in (kind.name, kind.plural)}
    labels = {word.casefold(): f"the built-in kind `{k.name}`" for k in built_in for word in (k.label, k.label_plural)}
    for name, fields in declared.items():
        at = At(document, ("kinds", name))
        mine = f"the kind `{name}`"
        yield from _id_problem(name, at.document.key_span(at.route), ids, mine)
        ids.setdefault(name, mine)
        for field in ("plural", "label", "label_plural"):
            word = get(fields, field)
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
        message, hint = f"a kind cannot be called `{shortened(word)}`", id_hint(word)
    elif taken.get(word, mine) != mine:
        message, hint = f"{taken[word]} already has the name `{word}`", "choose another name"
    elif word in RESERVED | TEMPLATES or word.startswith(("all-", "index-")):
        message, hint = f"`{word}` is a reserved name", f"add a word, such as `our-{word}`"
    else:
        return
    yield Diagnostic(codes.BAD_KIND, message, span, hint)


def _names_of_the_theme(fields: Mapping[str, Any], words: Vocabulary | None, at: At) -> Iterator[Diagnostic]:
    for field, known in (("icon", words.icons), ("accent", words.accents)) if words else ():
        name = fields.get(field)
        if isinstance(name, str) and name not in known:
            hint = did_you_mean(name, known) or (f"known {field}s: {listed(known)}" if known else "remove it")
            yield (at / field).value(f"the theme has no {field} `{shortened(name)}`", hint)


# ---- relations ----


def _relations(
    fields: Mapping[str, Any], known: Collection[str], at: At, built_in: Kind | None
) -> Iterator[Diagnostic]:
    everywhere = {relation.name for relation in EVERYWHERE} | OUTSIDE_LINKS
    of_kind = {relation.name for relation in built_in.relations} if built_in else set()
    links = {name for name, field in mapping(fields, "fields").items() if get(field, "type") == "link"}
    for name, relation in mapping(fields, "relations").items():
        place = at / "relations" / name
        if name in everywhere:
            yield place.key(f"every entry already has the relation `{name}`", "remove it, or rename it")
        elif name in of_kind:
            yield place.key(f"the built-in kind already has the relation `{name}`", "remove it, or rename it")
        elif not is_name(name):
            yield place.key(f"a relation cannot be called `{shortened(name)}`", name_hint(name))
        elif name in links:
            field = at.document.key_span((at / "fields" / name).route)
            hint = "a field of type `link` is a relation too; rename one of them"
            yield place.key(f"a field of type `link` is also called `{name}`", hint, ((field, "that field"),))
        yield from unknown_targets(relation, known, place)
