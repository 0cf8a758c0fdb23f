"""What a component must have, and what is missing from the components of a theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from jinja2 import Environment, nodes

from generator.config.theme import Theme
from generator.kinds.worksheet_blocks import BLOCKS
from generator.language.language import english
from generator.paper.documents import MACROS
from generator.paper.sheets import PRINTED_AS
from generator.site.templates import templates_of
from generator.site.theme_files import PAPER_CSS
from tools.components import EXAMPLES, Component, components, macros

GIVEN_TO_ALL = frozenset({"page", "md", "entry", "kind", "site", "scales", "id", "now", "s", "block", "filled"})
"""Parameters that mean the same in every component; docs/templates.md describes them once."""


def missing(theme: Path) -> list[str]:
    """Everything that the components of a theme lack, in the order of components."""
    templates = templates_of(Theme((theme,)), english())
    found = components(theme / "components")
    called = macros_called(templates, theme)
    return [
        *(fault for component in found for fault in _of_component(theme, templates, component, called)),
        *_of_blocks(theme, found),
        *_of_printed_kinds(theme, templates),
        *_of_styles(theme),
    ]


def _of_component(
    theme: Path, templates: Environment, component: Component, called: Mapping[str, set[str]]
) -> Iterator[str]:
    folder = theme / "components" / component.name
    for path in sorted(folder.glob("*.j2")):
        if f"components/{component.name}/{path.name}" not in component.templates.values():
            yield f"{component.name}: {path.name} is neither {component.name}.html.j2 nor paper.html.j2"
    if not (folder / EXAMPLES).exists():
        yield f"{component.name}: {EXAMPLES} is missing"
        return
    yield from _of_examples(templates, component)
    if not component.about:
        yield f"{component.name}: {EXAMPLES} has no `about`"
    shown = {example.macro for example in component.examples}
    for path in component.templates.values():
        for name in sorted(called.get(path, set()) - shown):
            yield f"{component.name}: no example shows the macro `{name}`, which other templates call"
    yield from _of_parameters(templates, component, shown)


def _of_examples(templates: Environment, component: Component) -> Iterator[str]:
    takes = [macros(templates, path) for path in component.templates.values()]
    for example in component.examples:
        with_it = [found[example.macro] for found in takes if example.macro in found]
        if not with_it:
            yield f"{component.name}: example `{example.name}` shows the macro `{example.macro}`, which there is not"
        elif unknown := set(example.values) - {name for names in with_it for name in names}:
            yield f"{component.name}: example `{example.name}` gives {_listed(unknown)}, which the macro does not take"


def _of_parameters(templates: Environment, component: Component, shown: set[str]) -> Iterator[str]:
    takes = [
        (macro, names) for path in component.templates.values() for macro, names in macros(templates, path).items()
    ]
    parameters = {name for macro, names in takes if macro in shown for name in names} - GIVEN_TO_ALL
    if unexplained := parameters - component.takes.keys():
        yield f"{component.name}: `takes` does not explain {_listed(unexplained)}"
    if gone := component.takes.keys() - {name for _, names in takes for name in names}:
        yield f"{component.name}: `takes` explains {_listed(gone)}, which no macro takes"


def _of_blocks(theme: Path, found: tuple[Component, ...]) -> Iterator[str]:
    types = {get_args(block.model_fields["type"].annotation)[0] for block in BLOCKS}
    folders = {component.name: component for component in found if component.name.startswith("block-")}
    for block_type in sorted(types):
        component = folders.pop(f"block-{block_type}", None)
        for medium, file in (("screen", f"block-{block_type}.html.j2"), ("paper", "paper.html.j2")):
            if component is None or medium not in component.templates:
                yield f"block-{block_type}: {file} is missing, as worksheets may have a block `{block_type}`"
    for name in folders:
        yield f"{name}: no model of a block has the type `{name.removeprefix('block-')}`"


def _of_printed_kinds(theme: Path, templates: Environment) -> Iterator[str]:
    for kind, variants in PRINTED_AS.items():
        path = f"paper/{kind}.html.j2"
        if not (theme / path).exists():
            yield f"{path} is missing, as the kind `{kind}` is printed"
            continue
        for macro in dict.fromkeys(("sheet", *(MACROS.get(variant, "sheet") for variant in variants))):
            if macro not in macros(templates, path):
                yield f"{path}: the macro `{macro}` is missing"


def _of_styles(theme: Path) -> Iterator[str]:
    used = ("css/*.css", "paper/css/*.css", "components/*/*.css", "components/*/lazy/*.css")
    included = {path for pattern in used for path in theme.glob(pattern)}
    for path in sorted(theme.rglob("*.css")):
        if path not in included and "material" not in path.relative_to(theme).parts:
            yield f"{path.relative_to(theme).as_posix()} is included nowhere"
    for path in sorted(theme.glob(f"components/*/{PAPER_CSS}")):
        if not (path.parent / "paper.html.j2").exists():
            yield f"{path.parent.name}: {PAPER_CSS} has no paper.html.j2"


def macros_called(templates: Environment, theme: Path) -> Mapping[str, set[str]]:
    """The macros of each template that other templates call. A path made from a block's type stands for all of them."""
    called: dict[str, set[str]] = {}
    paths = [path.relative_to(theme).as_posix() for path in sorted(theme.rglob("*.j2"))]
    for path in paths:
        tree = templates.parse((theme / path).read_text("utf-8"))
        imported = {found.target: found.template for found in tree.find_all(nodes.Import)}
        for call in tree.find_all(nodes.Getattr):
            if isinstance(call.node, nodes.Name) and call.node.name in imported:
                for target in _paths(imported[call.node.name], paths):
                    called.setdefault(target, set()).add(call.attr)
    return {path: {name for name in names if name in macros(templates, path)} for path, names in called.items()}


def _paths(template: nodes.Expr, paths: list[str]) -> list[str]:
    if isinstance(template, nodes.Const):
        return [template.value]
    parts = [part.value for part in template.find_all(nodes.Const)]
    return [path for path in paths if path.startswith(parts[0]) and path.endswith(parts[-1])]


def _listed(names: set[str] | frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
