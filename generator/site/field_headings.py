"""Under which headings the pages of a kind show its fields, as their template says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateError, nodes

from generator.config.theme import Theme
from generator.language.language import Language
from generator.language.words import Words


def field_headings(theme: Theme, language: Language, kind: str) -> Mapping[str, str]:
    """The headings of sections that show one field, by the names of the fields.

    A section with several fields says in its heading what they have in common, which none of them is called.
    """
    return dict(_headings(_tree(theme, kind), language.words))


def section_fields(theme: Theme, kind: str) -> Mapping[str, str]:
    """The field that each section of the pages of a kind shows, the first of several, by the ids of the sections."""
    found: dict[str, str] = {}
    for arguments in _sections(_tree(theme, kind)):
        match arguments:
            case [nodes.Const(value=str(section)), _, nodes.Const(value=str(field)), *_]:
                found.setdefault(section, field)
    return found


def _tree(theme: Theme, kind: str) -> nodes.Template:
    """The template of a kind; an empty one if the kind has none, or one with faults, which are told elsewhere."""
    templates = Environment(loader=theme.loader(), autoescape=True)
    try:
        assert templates.loader
        return templates.parse(templates.loader.get_source(templates, f"pages/{kind}.html.j2")[0])
    except TemplateError:
        return nodes.Template([])


def _sections(tree: nodes.Template) -> Iterator[list[nodes.Expr]]:
    """The arguments with which a template makes each section: its id, its heading, its fields."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "section":
            yield call.args


def _headings(tree: nodes.Template, words: Words) -> Iterator[tuple[str, str]]:
    for arguments in _sections(tree):
        match arguments:
            case [_, heading, nodes.Const(value=str(field))] if text := _text(heading, words):
                yield field, text


def _text(heading: nodes.Node, words: Words) -> str:
    """The text of a heading, which is a word of the language or stands in the template; empty if it is made anew."""
    match heading:
        case nodes.Const(value=str(text)):
            return text
        case nodes.CondExpr():
            return _text(heading.expr1, words)
        case nodes.Getattr():
            found = _word(heading, words)
            return found if isinstance(found, str) else ""
    return ""


def _word(node: nodes.Node, words: Words) -> object:
    match node:
        case nodes.Name(name="words"):
            return words
        case nodes.Getattr(node=group, attr=name):
            found = _word(group, words)
            return found[name] if isinstance(found, Words) and name in found else None
    return None
