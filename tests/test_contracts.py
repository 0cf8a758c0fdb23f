"""What belongs together is there together. Each test fails with a list of what is missing, and where it belongs.

What belongs to a rule is tested in checks/test_rules.py, what belongs to another code in diagnostics/test_codes.py.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from inspect import getsource
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from generator.config.settings import SiteConfig
from generator.kinds import BUILT_IN
from generator.kinds.practice import Practice
from generator.kinds.scoring_methods import METHODS as NAMES
from generator.kinds.worksheet_blocks import BLOCKS
from generator.kinds.worksheet_blocks.block import Block
from generator.language.language import supplied, supplied_words
from generator.model.entry import Entry
from generator.model.facets import FACETS, Facet, choices_of, facets_named
from generator.model.field_help import purpose
from generator.model.kind import Kind
from generator.model.relation import Relation
from generator.model.values import ID_PATTERN, Line
from generator.scoring.methods import METHODS
from tests.conftest import GOLDEN, ROOT
from tests.form_contract import missing, parts_of
from tests.playbooks import EXAMPLE_PLAYBOOK, reading

THEME = ROOT / "themes" / "playbook"


@cache
def _example_kinds() -> frozenset[str]:
    return frozenset(e.kind.name for e in reading(EXAMPLE_PLAYBOOK).graph.entries.values())


def _headings(document: Path) -> set[str]:
    text = document.read_text(encoding="utf-8") if document.exists() else ""
    return {found.strip("` ").lower() for found in re.findall(r"^#+ +(.+?)\s*$", text, re.MULTILINE)}


PLACING = {"group", "number", "level", "set", "form", "seen_in"}
"""Fields that place an entry among others: in its group, in its order, on its badge."""
ASIDE = {
    "worksheet.people_from": "readers find sheets by it, and read it in the words of `people`",
    "worksheet.people_to": "readers find sheets by it, and read it in the words of `people`",
    "term.forms": "terms are found by them",
    "assessment.changes": "saved answers are carried over by them",
    "assessment.edition": "saved answers are kept by it",
    "assessment.per_page": "the form is divided by it",
    "assessment.scale": "`generator/scoring/from_entry.py` makes the options of it",
    "session-plan.feedback": "the form for it is printed with the session",
    "moment.phrase": "the home page shows it",
}
"""Fields of kinds that are used elsewhere than on the page."""
ASIDE_OF_ALL = {
    **dict.fromkeys(("keywords", "asked_as"), "the search finds entries by them"),
    "aliases": "their addresses redirect to the entry",
    "ignore": "rules say nothing to it",
    "links": "pages show them by relation",
    **dict.fromkeys(("owner", "reviewed", "review_by"), "`generator/site/life.py` says them"),
    **dict.fromkeys(("only_in", "hidden_from"), "they decide on which sites the entry is"),
}
"""Such fields of all entries."""
ON_PAPER_ONLY = {"copies": "so many sets are printed"}
"""Fields of blocks that say something about paper."""


def _own(kind: Kind) -> set[str]:
    """The fields of a kind that not every entry has."""
    return kind.model.model_fields.keys() - Entry.model_fields.keys()


def _not_shown(kind: Kind) -> list[str]:
    """The fields of a kind that its page does not show, so that they are written in vain.

    A page shows a field of `entry`, itself or by what it imports; or it names the field, to list what it links to.
    Facets are shown by `components/facts`.
    """
    texts = "\n".join(path.read_text(encoding="utf-8") for path in _reached(_template(kind), _template_of_entries()))
    own = {name for name in _own(kind) - PLACING - {*kind.facets} if f"{kind.name}.{name}" not in ASIDE}
    return sorted(
        name for name in own if not re.search(rf"\bentry\.{name}\b", texts) and f'"{name}"' not in _template_text(kind)
    )


def _template_of_entries() -> Path:
    """The template around that of each kind."""
    return THEME / "pages" / "entry.html.j2"


def _reached(*templates: Path) -> frozenset[Path]:
    """The templates that exist, and all that they import."""
    found: set[Path] = set()
    left = [*templates]
    while left:
        path = left.pop()
        if path not in found and path.is_file():
            found.add(path)
            left += (THEME / name for name in re.findall(r'(?:import|include) "([^"]+)"', path.read_text("utf-8")))
    return frozenset(found)


@cache
def _all_templates() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in THEME.rglob("*.j2"))


def _template(kind: Kind) -> Path:
    return THEME / "pages" / f"{kind.name}.html.j2"


def _template_text(kind: Kind) -> str:
    """The template, which may be missing: `_needs_of` says that."""
    return _template(kind).read_text(encoding="utf-8") if _template(kind).exists() else ""


def _needs_of(kind: Kind) -> Iterator[str]:
    template = _template(kind).relative_to(ROOT)
    if not _template(kind).exists():
        yield f"{template}: the template of its pages"
    for field in _not_shown(kind):
        yield f"{template}: `entry.{field}`, which neither it shows nor a component that it imports"
    yield from missing(kind.model, _own(kind))
    for facet in facets_named((kind,)):
        if facet.of_field and not choices_of(kind, facet.name):
            module = kind.model.__module__.replace(".", "/")
            yield f"{module}.py: the field `{facet.name}` with fixed choices, which `facets` names"
    if kind.name not in _example_kinds():
        yield f"tests/playbook/content/{kind.plural}.yml: an example"
    if not list((GOLDEN / "outlines" / kind.plural).glob("*.txt")):
        yield f"tests/golden/outlines/{kind.plural}/: the outline of its page (UPDATE_GOLDEN=1 writes it)"
    if not {kind.label.lower(), kind.label_plural.lower()} & _headings(ROOT / "docs" / "kinds.md"):
        yield f"docs/kinds.md: a section `{kind.label}` (`make generate` writes it)"


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_a_kind_has_template_words_example_golden_and_documentation(kind: Kind) -> None:
    lacking = list(_needs_of(kind))
    assert not lacking, "\n".join([f"the kind `{kind.name}` lacks", *lacking])


class WrittenPractice(Practice):
    """A practice with a field that only pages of messages show."""

    channel: Line | None = None


def test_a_field_that_only_the_pages_of_another_kind_show_is_missed() -> None:
    practice = replace(BUILT_IN.by_name["practice"], model=WrittenPractice)
    assert _not_shown(practice) == ["channel"]
    assert _not_shown(replace(practice, facets=(*practice.facets, "channel"))) == [], "facets stand in the head"


def _needs_of_field(name: str) -> Iterator[str]:
    yield from missing(Entry, {name})
    shown_in_heads = {facet.name for facet in FACETS if facet.of_field}
    if name not in {*ASIDE_OF_ALL, *shown_in_heads} and not re.search(rf"\bentry\.{name}\b", _all_templates()):
        yield f"themes/playbook/components/facts/facts.html.j2, or another template: `entry.{name}`, which none shows"


@pytest.mark.parametrize("name", Entry.model_fields)
def test_a_field_of_all_entries_has_words_and_is_shown(name: str) -> None:
    lacking = list(_needs_of_field(name))
    assert not lacking, "\n".join([f"the field `{name}` of all entries lacks", *lacking])


def _type_of(block: type[Block]) -> str:
    """The word by which worksheets name a type of block."""
    return str(get_args(block.model_fields["type"].annotation)[0])


def _needs_of_block(block: type[Block]) -> Iterator[str]:
    name = _type_of(block)
    folder = THEME / "components" / f"block-{name}"
    for file, what in ((f"block-{name}.html.j2", "on the screen"), ("paper.html.j2", "on paper")):
        if not (folder / file).exists():
            yield f"{(folder / file).relative_to(ROOT)}: what it looks like {what}"
    yield from (
        f"{path}: the field `{field}`, which it does not show" for path, field in _not_shown_of_block(block, folder)
    )
    if f"| **`type`** | `{name}` |" not in (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8"):
        yield "docs/kinds.md: a table of its fields (`make generate` writes it)"
    yield from missing(block)


def _not_shown_of_block(block: type[Block], folder: Path) -> Iterator[tuple[Path, str]]:
    """The fields of a block that one of its templates does not show: neither itself, nor by a property of the model."""
    read = set(re.findall(r"\bself\.(\w+)", getsource(sys.modules[block.__module__])))
    for path in sorted(folder.glob("*.j2")):
        read_there = set(re.findall(r"\bblock\.(\w+)", path.read_text(encoding="utf-8")))
        aside = {"type"} if path.name == "paper.html.j2" else {"type", *ON_PAPER_ONLY}
        own = block.model_fields.keys() - Block.model_fields.keys() - aside
        yield from ((path.relative_to(ROOT), field) for field in sorted(own - read - read_there))


@pytest.mark.parametrize("block", BLOCKS, ids=_type_of)
def test_a_block_has_templates_words_and_documentation(block: type[Block]) -> None:
    lacking = list(_needs_of_block(block))
    assert not lacking, "\n".join([f"the block `{_type_of(block)}` lacks", *lacking])


def _needs_of_method(name: str) -> Iterator[str]:
    cases = ROOT / "tests" / "scoring" / "methods" / f"{name}.yml"
    if not cases.exists():
        yield f"{cases.relative_to(ROOT)}: what it makes of answers, for Python and for the scripts"
    script = THEME / "components" / "assessment-scoring" / "lazy" / "methods.js"
    if not re.search(rf"^  {name}: ", script.read_text(encoding="utf-8"), re.MULTILINE):
        yield f"{script.relative_to(ROOT)}: the same for the browser, under `METHODS`"
    for tag, path in supplied().items():
        if name not in supplied_words(tag)["scoring"]:
            yield f"{path.relative_to(ROOT)}: under `scoring:`, how it is worked out by hand"
    if name not in METHODS:
        yield f"generator/scoring/methods/{name}.py: a `METHOD`"
    if not NAMES.get(name):
        yield f"generator/scoring/methods/{name}.py: a docstring whose first line says what it makes of the answers"
    if f"`{name}`: " not in (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8"):
        yield "docs/kinds.md: what it makes of the answers (`make generate` writes it)"


@pytest.mark.parametrize("name", NAMES)
def test_a_scoring_method_has_its_parts_cases_and_documentation(name: str) -> None:
    lacking = list(_needs_of_method(name))
    assert not lacking, "\n".join([f"the scoring method `{name}` lacks", *lacking])


def _needs_of_facet(facet: Facet) -> Iterator[str]:
    for tag, path in supplied().items():
        if facet.word not in supplied_words(tag)["facets"]:
            yield f"{path.relative_to(ROOT)}: under `facets:`, what readers see above its choices"
    if facet in FACETS and facet.name not in (ROOT / "schemas" / "site_config.json").read_text(encoding="utf-8"):
        yield "schemas/site_config.json: its name (`make generate` writes it)"
    if facet.name in Entry.model_fields:
        yield from _needs_of_field(facet.name)
    if not any(facet.shown(located) for located in reading(EXAMPLE_PLAYBOOK).graph.entries.values()):
        yield f"tests/playbook/content/: an entry with `{facet.name}`"


@pytest.mark.parametrize("facet", facets_named(BUILT_IN), ids=lambda facet: facet.name)
def test_a_facet_has_words_a_schema_and_an_example(facet: Facet) -> None:
    lacking = list(_needs_of_facet(facet))
    assert not lacking, "\n".join([f"the facet `{facet.name}` lacks", *lacking])


def test_no_two_blocks_share_a_type_or_a_place_in_the_order() -> None:
    for what in ([_type_of(block) for block in BLOCKS], [block.order for block in BLOCKS]):
        assert [one for one, count in Counter(what).items() if count > 1] == []


def test_no_two_classes_share_a_name() -> None:
    places: dict[str, list[str]] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(f"{path.relative_to(ROOT)}:{node.lineno}")

    shared = [f"{name}: {', '.join(found)}" for name, found in sorted(places.items()) if len(found) > 1]
    assert not shared, "these classes have the same name:\n" + "\n".join(shared)


def test_no_two_kinds_share_a_name_a_folder_a_label_or_a_place_in_the_order() -> None:
    for what in ("name", "plural", "label", "label_plural", "order"):
        counted = Counter(str(getattr(kind, what)).casefold() for kind in BUILT_IN)
        assert [name for name, count in counted.items() if count > 1] == [], what


def test_names_of_kinds_can_stand_in_addresses() -> None:
    assert [k.name for k in BUILT_IN if not (re.match(ID_PATTERN, k.name) and re.match(ID_PATTERN, k.plural))] == []


def _relations(model: type[BaseModel]) -> Iterator[Relation]:
    for part in parts_of(model):
        for info in part.model_fields.values():
            yield from (m for m in info.metadata if isinstance(m, Relation))


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_no_kind_declares_a_relation_twice(kind: Kind) -> None:
    declared = Counter(relation.name for relation in kind.relations)
    meant = Counter(relation.name for relation in {*kind.relations, *_relations(kind.model)})

    assert [name for name, count in declared.items() if count > 1] == []
    assert [name for name, count in meant.items() if count > 1] == []


def test_relations_lead_to_kinds_that_exist() -> None:
    known = {kind.name for kind in BUILT_IN}
    found = {relation for kind in BUILT_IN for relation in (*kind.relations, *_relations(kind.model))}

    assert {relation.name: set(relation.to) - known for relation in found if set(relation.to) - known} == {}


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_every_entry_of_a_kind_falls_into_one_of_its_groups(kind: Kind) -> None:
    entries = [e.entry for e in reading(EXAMPLE_PLAYBOOK).graph.entries.values() if e.kind is kind]

    assert [entry.title for entry in entries if kind.group_of(entry) not in kind.groups] == []
    assert all(isinstance(kind.badge(entry), str) for entry in entries)


MODELS = sorted(
    {part for kind in BUILT_IN for part in parts_of(kind.model)} | set(parts_of(SiteConfig)),
    key=lambda m: m.__qualname__,
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__qualname__)
def test_every_field_says_what_it_is_for(model: type[BaseModel]) -> None:
    assert [name for name in model.model_fields if not purpose(model, name)] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__qualname__)
def test_every_model_is_frozen_and_strict(model: type[BaseModel]) -> None:
    assert (model.model_config.get("frozen"), model.model_config.get("extra")) == (True, "forbid")


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_a_template_asks_for_relations_that_exist(kind: Kind) -> None:
    """`page.out("cured_by")` of a relation that nobody declares would be empty for ever."""
    known = {relation.name for k in BUILT_IN for relation in (*k.relations, *_relations(k.model))} | {"mentions"}
    calls = re.findall(r"page\.(?:out|into)\(([^)]*)\)", _template_text(kind))
    asked = {name for call in calls for name in re.findall(r'"([a-z_]+)"', call.partition("kinds=")[0])}
    assert asked - known == set()


@pytest.mark.parametrize("kind", BUILT_IN.all, ids=lambda kind: kind.name)
def test_a_template_marks_as_own_only_fields_that_exist(kind: Kind) -> None:
    calls = re.findall(r"call section\(([^)]*?)\)\s*%\}", _template_text(kind))
    fields = {name for call in calls for name in re.findall(r'"([^"]+)"', call)[2:]}
    assert {name for name in fields if re.fullmatch(r"[a-z_]+", name)} - set(kind.model.model_fields) == set()
