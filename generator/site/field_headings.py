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
    templates = Environment(loader=theme.loader(), autoescape=True)
    try:
        assert templates.loader
        tree = templates.parse(templates.loader.get_source(templates, f"pages/{kind}.html.j2")[0])
    except TemplateError:  # kinds of one playbook need no template; faults are told where pages are made
        return {}
    return dict(_headings(tree, language.words))


def _headings(tree: nodes.Template, words: Words) -> Iterator[tuple[str, str]]:
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or call.node.name != "section":
            continue
        match call.args:
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
