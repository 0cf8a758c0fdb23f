"""docs/templates.md: what each template of the theme is given, from the code, the templates and the examples.

Names have their meanings here; the attributes of `page` and `s` have theirs in their classes, the parameters of a
component's macros in its `examples.yml`. Tests compare all three with what the code passes and the templates use.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, meta, nodes

from generator.config.theme import Theme
from generator.language.language import english
from generator.paper.sheet_context import SheetContext
from generator.site.listed import EntryGroup, KindGroup, LinkGroup, ListedEntry
from generator.site.page_context import PageContext
from generator.site.templates import templates_of
from tools.components import Component, components, macros


class Given(NamedTuple):
    """A name that a template is given: its type and its meaning."""

    type: str
    meaning: str


EVERYWHERE: Mapping[str, Given] = {
    "around": Given("PageContext -> Markup", "the picture of what an entry is linked with"),
    "calculating": Given("package", "`generator/calculating`: a calculator at work, such as `at_first(entry)`"),
    "cures": Given("module", "`generator/site/pictures/cures.py`: tells set against what cures them"),
    "counted_kind": Given("function", "what each question of a self-check is about one of, such as `tells`, or None"),
    "worked_result": Given(
        "function", "what the worked answers of a self-check come to: `generator/scoring/worked_result.py`"
    ),
    "facets": Given("tuple[Facet, ...]", "`generator/model/facets.py`: what readers narrow down entries by"),
    "levels": Given("module", "`generator/site/levels.py`: what belongs to an entry, and tables of entries by level"),
    "logo": Given("Markup", "the logo of the playbook, for covers on paper; empty on pages and where there is none"),
    "namespace": Given("Jinja", "a value that a loop may change"),
    "questionnaires": Given("module", "`generator/scoring/from_entry.py`: how a self-check is scored"),
    "range": Given("Python", "whole numbers one after the other"),
    "site_id": Given("str", "the key under which browsers keep what readers enter"),
    "language": Given("Language", "the language of the playbook: its tag, its direction, how it writes numbers"),
    "life": Given("module", "`generator/site/life.py`: who looks after entries, and what is to be reviewed"),
    "weekly": Given("module", "`generator/site/weekly.py`: in which order practices take their turn, a week each"),
    "words": Given("Words", "the words of the interface, such as `words.search.title`; see docs/languages.md"),
    "clock": Given("filter", "minutes since a beginning as hours and minutes: `{{ 65 | clock }}` is 1:05"),
    "mailto": Given("filter", "a link that prepares an email: `{{ address | mailto(subject, body) }}`"),
    "exact": Given(
        "filter", "a number with as many decimals as it has, as the language writes it: `{{ 1.5 | exact }}`"
    ),
    "decimals": Given("filter", "a number with so many decimals, as the language writes it: `{{ 1.5 | decimals(1) }}`"),
    "in_sentence": Given("filter", "what a kind is called, as it stands in a sentence"),
    "characters": Given("filter", "how many characters people see in a text"),
    "on_paper": Given("filter", "a formula as one writes it on paper"),
    "upper_first": Given("filter", "a text with its first letter as a capital"),
    "worked_by_hand": Given("test", "whether a formula is one that people can work out"),
}
"""What all templates can name: our functions, filters and tests, and the functions of Jinja that are left."""

EVERY_PAGE: Mapping[str, Given] = {
    "page": Given(PageContext.__name__, "the page; [below](#page)"),
    "section": Given(
        "macro",
        "declares a section, in templates of sections: `{% call section(id, heading, *fields) %}…{% endcall %}`",
    ),
    "sections": Given("tuple[Section, ...]", "what was declared, in the template that puts the page together"),
    "md": Given("str -> Markup", "the HTML of a text of the content, with its links and terms"),
    "site": Given("SiteConfig", "what `site_config.yml` says"),
    "entry": Given("Entry or None", "the entry of the page, with the fields of its kind (docs/kinds.md)"),
    "kind": Given("Kind or None", "the kind of the entry"),
}
"""What every template in `pages/` and `paper/book/` is given."""

OWN: Mapping[str, Mapping[str, Given]] = {
    "pages/changes.html.j2": {"changes": Given("Sequence[Change]", "what `changes.yml` says, the newest first")},
    "pages/home.html.j2": {
        "there": Given("frozenset[str]", "the addresses of all other pages"),
        "written": Given("list[Page]", "the pages written by hand"),
    },
    "pages/index.html.j2": {"listed": Given("Kind", "the kind that the page lists")},
    "pages/inverse.html.j2": {"place": Given("InversePlace", "which links the sections show: `before` or `after`")},
    "pages/plain.html.j2": {
        "title": Given("str", "the heading of the page"),
        "lead": Given("str", "what stands under the heading"),
        "kind_name": Given(
            "str", "the name of the kind that the page lists, `matrix`, or `page` for one written by hand"
        ),
        "listed": Given("Kind", "the kind that the page lists; only on index pages"),
    },
    "paper/book/entry.html.j2": {"parts": Given("list[tuple[str, str]]", "the sections: heading and HTML")},
    "paper/document.html.j2": {
        "site": EVERY_PAGE["site"],
        "css": Given("str", "all styles for paper"),
        "content": Given("Markup", "the content of the document"),
        "title": Given("Markup", "the title of the document"),
        "description": Given("Markup", "what the document says of itself"),
        "paper": Given("Paper", "the size of paper"),
        "direction": Given("str", "`ltr` or `rtl`: how the language is written"),
        "duplex": Given("bool", "whether it is for both sides of the paper, so that the gutter is mirrored"),
        "deck": Given("str", "the styles of the pages of a deck, in place of those of sheets; empty if it is none"),
        "kind": Given("str", "the name of the kind whose colour a deck has; empty in other documents"),
        "typefaces": Given("str", "what it says of the packages of its typefaces; empty if they are the theme's"),
        "classes": Given("str", "the classes of the body: what sort of document it is, and the variant"),
    },
}
"""What single templates are given: pages besides what every page is given. `index-<kind>` gets what `index` gets."""

EVERY_COMPONENT: Mapping[str, Given] = {
    **{name: EVERY_PAGE[name] for name in ("page", "md", "site", "entry", "kind")},
    "block": Given("Block", "a block of a worksheet: a model in `generator/kinds/worksheet_blocks`"),
    "filled": Given(
        "dict[str, str]", "what stands in the fields of a specimen, by their names; none on a sheet to fill in"
    ),
    "id": Given("str", "the id of the entry"),
    "now": Given("Worked", "what a calculator makes of its first numbers: `calculating.at_first(entry)`"),
    "s": Given(SheetContext.__name__, "the sheet of paper; [below](#s)"),
    "scales": Given("dict[str, Scale]", "the scales of self-checks: `site.scales`"),
}
"""Parameters that mean the same in the macros of all components."""


@dataclass(frozen=True, slots=True)
class Member:
    """A public attribute or method of a class."""

    name: str
    type: str
    meaning: str


def members(given: type[Any]) -> Iterator[Member]:
    """The public members of a class, in the order of its source, each with its type or signature and its docstring."""
    body = ast.parse(inspect.getsource(given)).body[0]
    assert isinstance(body, ast.ClassDef)
    for node, below in zip(body.body, [*body.body[1:], ast.Pass()], strict=True):
        match node, below:
            case ast.AnnAssign(target=ast.Name(id=name)), _ if not name.startswith("_"):
                text = below.value.value if _is_docstring(below) else ""  # type: ignore[attr-defined]
                yield Member(name, ast.unparse(node.annotation), _one_line(text))
            case ast.FunctionDef(name=name), _ if not name.startswith("_"):
                yield Member(name, _signature(node), _one_line(ast.get_docstring(node) or ""))


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _signature(node: ast.FunctionDef) -> str:
    returns = ast.unparse(node.returns) if node.returns else "None"
    if any(isinstance(one, ast.Name) and one.id == "property" for one in node.decorator_list):
        return returns
    arguments = ast.unparse(node.args).removeprefix("self").removeprefix(", ")
    return f"({arguments}) -> {returns}"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n\n")[0].split())


def given_to(path: str) -> Mapping[str, Given]:
    """What the code gives the template, by its path in the theme. Nothing if it has only macros."""
    if path.startswith("pages/index"):
        return dict(EVERY_PAGE) | dict(OWN["pages/index.html.j2"])
    if path.startswith(("pages/", "paper/book/")):
        return dict(EVERY_PAGE) | dict(OWN.get(path, {}))
    return OWN.get(path, {})


def used_by(templates: Environment, theme: Path, path: str) -> frozenset[str]:
    """The names that a template uses and does not set itself, but those that every template has."""
    tree = templates.parse((theme / path).read_text("utf-8"))
    # `meta` overlooks names that are set in macros and by `{% set name %}…{% endset %}`.
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    found = meta.find_undeclared_variables(tree) - own
    return frozenset(name for name in found if name not in templates.globals)


def whole_templates(theme: Path) -> tuple[str, ...]:
    """The paths of the templates of pages and of paper documents."""
    paths = (
        path.relative_to(theme).as_posix() for folder in ("pages", "paper") for path in (theme / folder).rglob("*.j2")
    )
    return tuple(sorted(paths))


def templates_md(root: Path) -> str:
    """The text of docs/templates.md."""
    theme = root / "themes" / "playbook"
    templates = templates_of(Theme((theme,)), english())
    return (
        "\n\n".join(
            (
                INTRODUCTION,
                "## Everywhere\n\n" + _given_md(EVERYWHERE),
                "## What every page template is given\n\n" + _given_md(EVERY_PAGE),
                "## Page templates and paper documents\n\n"
                + "\n".join(_whole_md(theme, path) for path in whole_templates(theme)),
                "## page\n\n" + _members_md(PageContext),
                "### Item\n\n" + _members_md(ListedEntry) + "\n\n### Group\n\n" + _members_md(EntryGroup),
                "### Group of links\n\n"
                + _members_md(LinkGroup)
                + "\n\n### Group of kinds\n\n"
                + _members_md(KindGroup),
                "## s\n\nThe sheet of paper that the macros in `paper/` and `components/*/paper.html.j2` get.\n\n"
                + _members_md(SheetContext),
                "## Components\n\nThese parameters mean the same everywhere:\n\n" + _given_md(EVERY_COMPONENT),
                *(_component_md(templates, component) for component in components(theme / "components")),
            )
        )
        + "\n"
    )


INTRODUCTION = """# Templates

<!-- Made by `make generate` from the code, the templates and the examples of components. -->

The templates of the theme are Jinja: HTML is escaped, and a name that is not given is an error. A page is made by the
template of its kind in `pages/`, which declares sections, and by `pages/entry.html.j2` or `pages/plain.html.j2` around
them; a sheet of paper by the macro `sheet` of its kind in `paper/`. What several of them show is a component: a folder
in `components/` with its templates, styles, scripts and examples. `make components` writes a page with all examples
of each, to be opened at `build/components/index.html`."""


def _given_md(given: Mapping[str, Given]) -> str:
    rows = [f"| `{name}` | {_code(one.type)} | {_cell(one.meaning)} |" for name, one in given.items()]
    return "\n".join(["| Name | Type | Meaning |", "|---|---|---|", *rows])


def _whole_md(theme: Path, path: str) -> str:
    text = (theme / path).read_text("utf-8")
    comment = text[2 : text.index("#}")].strip() if text.startswith("{#") else ""
    own = "".join(f"\n  - `{name}` ({_code(one.type)}): {one.meaning}" for name, one in OWN.get(path, {}).items())
    return f"- `{path}`" + (f": {_one_line(comment)}" if comment else "") + own


def _members_md(given: type[Any]) -> str:
    rows = [f"| `{one.name}` | {_code(one.type)} | {_cell(one.meaning)} |" for one in members(given)]
    return "\n".join(["| Name | Type | Meaning |", "|---|---|---|", *rows])


def _component_md(templates: Environment, component: Component) -> str:
    shown = {example.macro for example in component.examples}
    rows = [
        f"- `{macro}({', '.join(names)})` for {'the screen' if medium == 'screen' else 'paper'}"
        for medium, path in component.templates.items()
        for macro, names in macros(templates, path).items()
        if macro in shown
    ]
    rows += [f"- `{name}`: {meaning}" for name, meaning in component.takes.items()]
    return f"### {component.name}\n\n{component.about}\n\n" + "\n".join(rows)


def _code(text: str) -> str:
    return "`" + text.replace("|", "\\|") + "`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
