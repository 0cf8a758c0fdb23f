"""The components of the theme and their examples, rendered with the example playbook.

A component is a folder `themes/playbook/components/<name>/`. Its `examples.yml` says what it is for, what its macros
take, and gives examples. The reference for contributors (`make components`), the golden tests and the accessibility
tests show exactly these.

    about: What the component is for, in a sentence.
    takes:                       # what each parameter of its macros is, except those that every component may take
      items: "the entries: what `page.out` gives"
    frame: <ul>{}</ul>           # the HTML around an example in the reference, where the component needs some
    kinds: {area: {…}}           # kinds to declare in the example playbook, as in its configuration
    content:                     # entries to add to the example playbook, as in files of content: plural, id, fields
      practices: {other: {title: Other, …}}
    states:                      # what has states, and how they are marked: by `checked`, `disabled`, an attribute
      .cards > li: .is-here      # or a class; a browser test looks whether each shows in forced colours
    macro: list                  # which macro the examples show that name none; otherwise it is `block`
    examples:
      - name: Two entries
        macro: list
        frame: <ol>{}</ol>       # in place of that of the component
        entry: ask-before-fixing # the entry on whose page or sheet it stands
        with: {items: "=page.out('use')", ordered: true}

A value of `with` is plain data, or after `=` an expression of the template language with the names of `Stage.names`.
The value of `block` is a block as in a worksheet. `call` is what stands between `{% call %}` and `{% endcall %}`.
`paper` holds what a sheet of paper is made with (variant, copies, fillable, or the size of a deck); such an example
is for paper only. Any other is rendered by each template of the component, for pages and for paper, that has the macro.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from textwrap import indent
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

import yaml
from jinja2 import Environment
from markupsafe import Markup

from generator import pipeline
from generator.config.project import read_config
from generator.paper.documents import Documents, documents_of
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, DECKS
from generator.reporting.report import errors_as_text, lines_under
from generator.site.page_context import PageContext
from generator.site.shared_by_pages import shared_by_pages
from generator.site.site_context import SiteContext
from tools.example_files import FaultyExamplesError, examples_of

ROOT = Path(__file__).parent.parent
COMPONENTS = ROOT / "themes" / "playbook" / "components"
EXAMPLES = "examples.yml"
PLAYBOOK = ROOT / "tests" / "playbook"
"""The example playbook."""

Medium: TypeAlias = Literal["screen", "paper"]

SHEET, PAGE = "first-look", "ask-before-fixing"
"""The entries whose sheet and page are used for examples that name none."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example. `values` are the arguments of the macro, by the names of its parameters."""

    name: str
    macro: str
    values: Mapping[str, Any] = field(default_factory=dict)
    entry: str = ""
    call: str | None = None
    paper: Mapping[str, Any] = field(default_factory=dict)
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A component. `templates` are the paths of its templates within the theme."""

    name: str
    templates: Mapping[Medium, str]
    about: str = ""
    takes: Mapping[str, str] = field(default_factory=dict)
    frame: str = ""
    kinds: Mapping[str, Any] = field(default_factory=dict)
    content: Mapping[str, Any] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """An example as one of the templates of its component renders it."""

    example: Example
    medium: Medium
    html: str


def components(folder: Path = COMPONENTS) -> tuple[Component, ...]:
    """Every component that has a template, in the order of names.

    Raises FaultyExamplesError if an `examples.yml` is not as described above.
    """
    found = (_component(place, folder) for place in sorted(folder.iterdir()) if place.is_dir())
    return tuple(component for component in found if component.templates)


def _component(place: Path, folder: Path) -> Component:
    files: dict[Medium, str] = {"screen": f"{place.name}.html.j2", "paper": "paper.html.j2"}
    templates = {medium: f"components/{place.name}/{file}" for medium, file in files.items() if (place / file).exists()}
    path = place / EXAMPLES
    data = examples_of(path, ROOT if path.is_relative_to(ROOT) else folder) if path.exists() else {}
    macro = data.pop("macro", "block")
    examples = tuple(_example(given, macro) for given in data.pop("examples", ()))
    return Component(place.name, MappingProxyType(templates), **data, examples=examples)


def _example(given: dict[str, Any], macro: str) -> Example:
    return Example(**{"macro": macro, "values": given.pop("with", {}), **given})


@dataclass(frozen=True, slots=True)
class Stage:
    """A playbook in which examples are rendered."""

    shared: SiteContext
    documents: Documents

    @property
    def templates(self) -> Environment:
        return self.shared.templates

    def names(self, example: Example) -> Mapping[str, Any]:
        """What expressions may name, and what a macro is given for a parameter for which the example has no value."""
        graph, site = self.shared.graph, self.shared.site
        located = graph.entries[example.entry or PAGE]
        page = PageContext(self.shared, located.url, located)
        paper = {"variant": "participant", **example.paper}
        deck = paper.pop("deck", None)
        sheet = Printable(graph.entries[example.entry or SHEET], **paper)
        return {
            "page": page,
            "md": page.md,
            "entry": located.entry,
            "kind": located.kind,
            "site": site,
            "scales": site.scales,
            "id": located.id,
            "s": self.documents.paper_sheet(sheet, DECKS[deck] if deck else A4, sheet.copies),
        }

    def rendered(self, component: Component) -> Iterator[Rendered]:
        """Every example of a component, by each of its templates that has the macro."""
        for example in component.examples:
            for medium, path in component.templates.items():
                on_paper_only = example.paper and medium == "screen" and "paper" in component.templates
                if example.macro in macros(self.templates, path) and not on_paper_only:
                    yield Rendered(example, medium, self._html(example, path))

    def html(self, example: Example, component: Component, **more: Any) -> str:
        """An example as the template for screens renders it, with more arguments of its macro."""
        return self._html(example, component.templates["screen"], more)

    def value_of(self, example: Example, name: str) -> Any:
        """The value that an example has for a parameter."""
        return self._value(example.values[name], self.names(example))

    def _html(self, example: Example, path: str, more: Mapping[str, Any] = MappingProxyType({})) -> str:
        takes, names = macros(self.templates, path)[example.macro], self.names(example)
        given = {name: self._value(value, names) for name, value in example.values.items()} | {**more}
        arguments = {name: given.get(name, names.get(name)) for name in takes if name in given or name in names}
        if example.call is not None:
            arguments["caller"] = lambda *_: Markup(example.call)
        return str(getattr(self.templates.get_template(path).module, example.macro)(**arguments)).strip() + "\n"

    def _value(self, value: Any, names: Mapping[str, Any]) -> Any:
        if isinstance(value, str) and value.startswith("="):
            return self.templates.compile_expression(value[1:], undefined_to_none=False)(**names)
        return tuple(value) if isinstance(value, list) else value


def macros(templates: Environment, path: str) -> Mapping[str, tuple[str, ...]]:
    """The macros of a template with the names of their parameters."""
    module = templates.get_template(path).module
    found = {name: getattr(module, name) for name in dir(module) if not name.startswith("_")}
    return {name: one.arguments for name, one in found.items() if type(one).__name__ == "Macro"}


def stage(content: Mapping[str, Any] = MappingProxyType({}), kinds: Mapping[str, Any] = MappingProxyType({})) -> Stage:
    """The example playbook, with entries and kinds added to it.

    Raises FaultyExamplesError if an added entry has not the structure of its kind.
    """
    with TemporaryDirectory(prefix="playbook-components-") as place:
        root = Path(place) / "playbook"
        copytree(PLAYBOOK, root, symlinks=True, ignore=lambda *_: {"themes"})
        (root / "themes").symlink_to(ROOT / "themes")
        if kinds:
            # The declared kinds are the last thing in the configuration.
            with (root / "site_config.yml").open("a", encoding="utf-8") as config:
                config.write(indent(yaml.safe_dump({**kinds}, allow_unicode=True, sort_keys=False), "  "))
        for plural, entries in content.items():
            for entry_id, fields in entries.items():
                path = root / "content" / plural / f"{entry_id}.yml"
                path.parent.mkdir(exist_ok=True)
                path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), "utf-8")
        project, problems = read_config(root / "site_config.yml")
        if project is None:
            raise ValueError(problems)
        reading = pipeline.read(project)
        added = {entry_id for entries in content.values() for entry_id in entries}
        # Editorial rules may find fault with odd entries; whatever breaks the structure leaves an entry out.
        if added - reading.graph.entries.keys():
            said = errors_as_text(reading.diagnostics, lines_under(root))
            raise FaultyExamplesError(f"`content` in {EXAMPLES} of a component:\n{said}")
        shared = shared_by_pages(reading.graph, project.site, project.theme)
        return Stage(shared, documents_of(reading.graph, project.site, project.theme))


@cache
def _stage(content: str, kinds: str) -> Stage:
    return stage(json.loads(content), json.loads(kinds))


def stage_of(component: Component) -> Stage:
    """The playbook in which the examples of a component are rendered."""
    return _stage(json.dumps(component.content), json.dumps(component.kinds))
