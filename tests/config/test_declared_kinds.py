"""Whatever stands under `kinds:`, it is told what is wrong with it. Whole messages: `golden/diagnostics/bad-kind.*`."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.declared_fields import SECTIONS
from generator.config.declared_kinds import vocabulary
from generator.config.project import read_config
from generator.config.theme import Theme
from generator.kinds import BUILT_IN
from tests.conftest import CONFIG, ROOT, Playbook, some_of

FOLDER = ROOT / "themes" / "playbook"
THEME = Theme((FOLDER,))

NAMES = ["ritual", "rituals", "Ritual", "tell", "tells", "practices", "x", "text", "choice", "link", "true", "5", "2.5"]
FIELDS = ["plural", "label", "label_plural", "about", "icon", "accent", "facets", "groups_by", "fields", "relations"]
FIELDS += ["parent", "sort_by", "table", "groups", "rows", "columns", "within"]
PARTS = ["type", "to", "inverse", "choices", "required", "at_least", "at_most", "repeat", "amber", "moments"]
PARTS += ["group", "date", "head", "facet", "title", "inverse_place", "after"]
WORDS = st.sampled_from([*NAMES, *FIELDS, *PARTS])
ANYTHING = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=6), max_leaves=30
)
FIELD = st.fixed_dictionaries(
    {"type": WORDS, "label": WORDS},
    optional={**dict.fromkeys(("to", "choices", "fields", "columns"), ANYTHING), "required": WORDS},
)
KIND = st.fixed_dictionaries(
    {"plural": WORDS, "label": WORDS, "label_plural": WORDS, "about": WORDS},
    optional={
        "fields": st.dictionaries(WORDS, FIELD | ANYTHING),
        "relations": ANYTHING,
        "groups_by": WORDS,
        "parent": WORDS,
        "sort_by": st.lists(WORDS, max_size=2),
        "table": ANYTHING,
        "groups": ANYTHING,
    },
)


@settings(max_examples=some_of(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(declared=st.dictionaries(WORDS, KIND | ANYTHING, max_size=3) | ANYTHING)
def test_either_there_are_kinds_or_it_is_told_why_not(playbook: Playbook, declared: object) -> None:
    root = playbook({"site_config.yml": f"{CONFIG}kinds: {json.dumps(declared)}\n"})

    project, problems = read_config(root / "site_config.yml")

    assert (project is None) == bool(problems)
    assert all(problem.span.line == len(CONFIG.splitlines()) + 1 for problem in problems)
    if project and isinstance(declared, dict):
        found = [kind for kind in project.kinds if kind.declared]
        assert [kind.name for kind in found] == [name for name in declared if name not in BUILT_IN.by_name]
        extended = [kind for kind in project.kinds if kind.name in declared]
        assert all(kind.model.model_rebuild(force=True) for kind in (*found, *extended))


def test_a_theme_has_the_icons_and_accents_that_its_files_define() -> None:
    words = vocabulary(THEME)

    assert {"repeat", "calendar", "people"} <= set(words.icons)
    assert {"amber", "teal", "plum"} <= set(words.accents)
    assert vocabulary(Theme(())).icons == []


def test_every_accent_has_a_light_and_a_dark_colour() -> None:
    found = re.findall(r"--accent-([a-z]+): #[0-9a-f]{6};", (FOLDER / "css" / "tokens.css").read_text(encoding="utf-8"))

    assert found == [*vocabulary(THEME).accents] * 2


def test_icons_are_drawn_with_lines_in_a_square_and_say_nothing() -> None:
    head = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    whole = re.compile(head + r'<path d="[MLHVCSAZmlhvcsaz0-9. -]+"/></svg>\n')
    texts = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "icons").iterdir()}

    assert [name for name, text in texts.items() if not whole.fullmatch(text)] == []


def test_the_sections_that_every_page_has_are_reserved() -> None:
    pages = (ROOT / "themes/playbook/pages" / name for name in ("entry-sections.html.j2", "declared.html.j2"))
    text = "".join(path.read_text("utf-8") for path in pages)
    ids = {*re.findall(r'section\((?:start ~ )?"([a-z-]+)"', text), *re.findall(r'id="([a-z-]+)"', text)}
    ids |= {*re.findall(r'others\(.*, "([a-z-]+)"\)', text)}
    assert ids >= {"connections", "in-brief", "connections-list"}
    assert {name.replace("-", "_") for name in ids} <= SECTIONS
