"""Variables and snippets in the texts of entries, changes, pages and the configuration."""

from __future__ import annotations

import pytest

from generator.content.changes_file import changes_in
from generator.content.entries import structure
from generator.content.hand_page_files import PageText
from generator.content.hand_page_text import parse_page
from generator.content.names import Definitions
from generator.content.snippets import snippets_in, variables_in
from generator.diagnostics.diagnostic import Diagnostic
from generator.kinds import BUILT_IN
from generator.model.entry import Entry
from generator.reading.document import parse
from generator.reporting.report import as_text
from generator.stages.configure import configured
from tests.checks.small_playbook import completed
from tests.conftest import CONFIG, Playbook

VARIABLES = "variables:\n  company: Example Ltd\n  seat: '{company} of Bath'\n"
NOTE, LONG = "Not *advice* by {company}.\n", "First [[slow-down]].\n\nSecond.\n"
PRACTICE = "content/practices/slow-down.yml"
CALCULATOR = "content/calculators/win-ratio.yml"


def definitions() -> Definitions:
    document, problems = parse(VARIABLES, "site_config.yml")
    assert document, problems
    texts = (PageText("note", "content/snippets/note.md", NOTE), PageText("long", "content/snippets/long.md", LONG))
    found, _, problems = snippets_in(texts, variables_in(document))
    assert problems == ()
    return found


def read(path: str, text: str) -> tuple[Entry, tuple[Diagnostic, ...]]:
    document, problems = parse(completed(path, text), path)
    assert document, problems
    folder, name = path.split("/")[1:]
    (located,), problems = structure(document, BUILT_IN.by_plural[folder], name.removesuffix(".yml"), definitions())
    return located.entry, problems


def test_every_sort_of_text_takes_variables() -> None:
    entry, problems = read(
        PRACTICE,
        'title: "{company} waits"\nkeywords: ["{company}"]\ndo: Ask {company}. {note}\n'
        'steps:\n  - "{company} asks."\nwhy: |-\n  Why {seat}?\n\n  {long}\n',
    )
    assert problems == ()
    assert (entry.title, entry.keywords) == ("Example Ltd waits", ("Example Ltd",))
    data = dict(entry)
    assert data["do"] == "Ask Example Ltd. Not *advice* by Example Ltd."
    assert data["steps"][0].do == "Example Ltd asks."
    assert data["why"] == "Why Example Ltd of Bath?\n\nFirst [[slow-down]].\n\nSecond."


def test_text_that_is_shown_as_it_is_written_and_text_in_forms_take_variables() -> None:
    message, problems = read(
        "content/messages/visit-note.yml", "before:\n  text: |-\n    Dear {company},\n\n    \\{name}\n"
    )
    assert problems == ()
    assert dict(message)["before"].text == "Dear Example Ltd,\n\n{name}"


def test_ids_and_references_take_none() -> None:
    entry, _ = read(PRACTICE, 'moments: ["{company}"]\n')
    assert entry.moments == ("{company}",)


def test_the_values_of_a_calculator_are_its_own() -> None:
    entry, problems = read(
        CALCULATOR,
        "inputs:\n  - name: company\n    label: Firms\n    default: 1\noutputs:\n  - name: seat\n    label: Seats\n"
        '    formula: 2 * company\n    says: "{company} firms have {seat} {seat|seat|seats}, {note}"\n'
        "cases: []\nexamples:\n  - values: {company: 2}\n    gives: {seat: 4}\n    says: Two firms.\n",
    )
    assert problems == ()
    says = "{company} firms have {seat} {seat|seat|seats}, Not *advice* by Example Ltd."
    assert dict(entry)["outputs"][0].says == says


def test_a_name_that_a_calculator_does_not_have_gets_the_nearest_that_it_has() -> None:
    _, problems = read(CALCULATOR, 'question: "How many of {proposal}?"\n')
    (problem,) = (problem for problem in problems if problem.code.name == "unknown-variable")
    assert problem.hint == "did you mean `proposals`? To show the braces, write `\\{proposal}`"


def test_all_that_is_wrong_is_said_at_once_with_its_place() -> None:
    text = completed(
        PRACTICE, 'title: "At {compny}"\nnote: "{long}"\nwhy: >-\n  So\n  that {Company} and {company}\n  {x}.\n'
    )
    _, problems = read(PRACTICE, text)
    lines = text.splitlines()
    assert (
        as_text(sorted(problems, key=lambda d: d.span), lambda _, number: lines[number - 1])
        == """\
content/practices/slow-down.yml:1:12: error[unknown-variable]: no variable and no snippet is called `compny`
   1 | title: "At {compny}"
     |            ^^^^^^^^
   hint: did you mean `company`? To show the braces, write `\\{compny}`

content/practices/slow-down.yml:2:8: error[misplaced-snippet]: `long` has several paragraphs, and this text is one
   2 | note: "{long}"
     |        ^^^^^^
   hint: use it in a text of several paragraphs, or shorten it to one

content/practices/slow-down.yml:5:8: error[unknown-variable]: no variable and no snippet is called `Company`
   5 |   that {Company} and {company}
     |        ^^^^^^^^^
   hint: did you mean `company`? To show the braces, write `\\{Company}`

content/practices/slow-down.yml:6:3: error[unknown-variable]: no variable and no snippet is called `x`
   6 |   {x}.
     |   ^^^
   hint: define it under `variables:` in the configuration, or write its text into `content/snippets/x.md`. \
To show the braces, write `\\{x}`
"""
    )


def test_an_entry_that_does_not_fit_its_kind_has_its_names_looked_at_as_well() -> None:
    document, _ = parse('title: "{compny}"\n', PRACTICE)
    assert document
    _, problems = structure(document, BUILT_IN.by_plural["practices"], "slow-down", definitions())
    assert {problem.code.name for problem in problems} == {"unknown-variable", "missing-field"}


def test_without_definitions_braces_mean_nothing() -> None:
    document, _ = parse(completed(PRACTICE, 'title: "Dear {name}, \\\\{x}"\n'), PRACTICE)
    assert document
    (located,), problems = structure(document, BUILT_IN.by_plural["practices"], "slow-down")
    assert problems == ()
    assert located.entry.title == "Dear {name}, \\{x}"


def test_pages_written_by_hand_take_them() -> None:
    text = "# About {company}\n\nOf {seat}\nand {compny}.\n\n## What {company} is {#what}\n\nIt is.\n\n{long}\n"
    page, (problem,) = parse_page(text, "about", "content/pages/about.md", definitions())
    assert (page.title, page.lead) == ("About Example Ltd", "Of Example Ltd of Bath and {compny}.")
    (section,) = page.sections
    assert (section.anchor, section.heading) == ("what", "What Example Ltd is")
    assert section.text == "It is.\n\nFirst [[slow-down]].\n\nSecond."
    assert (problem.code.name, problem.span.line, problem.span.column) == ("unknown-variable", 4, 5)
    start = section.text.index("Second")
    place = page.place_in(("sections", 0, "text"), section.text, start, start + 6)
    assert (place.file, place.line, place.column) == ("content/snippets/long.md", 3, 1)
    place = page.place_in(("lead",), page.lead, 23, 26)
    assert (place.file, place.line, place.column, place.length) == ("content/pages/about.md", 4, 1, 3)


def test_changes_take_them() -> None:
    written = "changes:\n  - id: a\n    date: 2026-01-01\n    title: '{company}'\n    what: '{compny}'\n"
    changes, (problem,) = changes_in(parse(written, "changes.yml")[0], definitions())
    assert changes.written[0].title == "Example Ltd"
    assert (problem.span.line, problem.span.column) == (5, 12)


def test_the_configuration_takes_variables(playbook: Playbook) -> None:
    config = CONFIG.replace(
        "tagline: ", "footer: '{seat}, {compny}'\nedit_url: 'https://git.example/{file}#L{line}'\ntagline: "
    )
    _, (problem,) = configured(playbook({"site_config.yml": config + VARIABLES}) / "site_config.yml")
    assert problem.message == "no variable and no snippet is called `compny`"
    config = config.replace(", {compny}", "")
    project, problems = configured(playbook({"site_config.yml": config + VARIABLES}) / "site_config.yml")
    assert project, problems
    assert (project.site.footer, project.site.edit_url) == ("Example Ltd of Bath", "https://git.example/{file}#L{line}")


def test_scales_in_the_content_take_variables(playbook: Playbook) -> None:
    scale = "fit:\n  options:\n    - {value: 0, label: 'Not {company}'}\n    - {value: 1, label: 'Quite {compny}'}\n"
    root = playbook({"site_config.yml": CONFIG + VARIABLES, "content/scales.yml": scale})
    _, (problem,) = configured(root / "site_config.yml")
    assert (problem.code.name, problem.span.line, problem.span.column) == ("unknown-variable", 4, 32)
    (root / "content/scales.yml").write_text(scale.replace("compny", "company"), encoding="utf-8")
    project, problems = configured(root / "site_config.yml")
    assert project, problems
    assert [option.label for option in project.site.scales["fit"].options] == ["Not Example Ltd", "Quite Example Ltd"]


@pytest.mark.parametrize(
    ("variables", "line", "column", "message", "hint"),
    [
        (
            "  Our_name: x\n",
            2,
            3,
            "`Our_name` cannot stand in braces",
            "use lower-case letters, digits and hyphens, and a letter first: `our-name`",
        ),
        ("  own: x\n", 2, 3, "`own` is a reserved name", "add a word, such as `our-own`"),
        (
            "  note: see [[slow-down]]\n",
            2,
            13,
            "the variable `note` contains `[[`, but variables are plain text",
            "make a snippet of it: `content/snippets/note.md`",
        ),
        (
            '  bakery: "**Mill** Lane"\n',
            2,
            12,
            "the variable `bakery` contains `**Mill**`, but variables are plain text",
            "make a snippet of it: `content/snippets/bakery.md`",
        ),
        (
            "  shop: see [us](https://a.example)\n",
            2,
            13,
            "the variable `shop` contains `[us](https://a.example)`, but variables are plain text",
            "make a snippet of it: `content/snippets/shop.md`",
        ),
        (
            "  lane: Old _Mill_ Lane\n",
            2,
            13,
            "the variable `lane` contains `_Mill_`, but variables are plain text",
            "make a snippet of it: `content/snippets/lane.md`",
        ),
        (
            "  a: x {b}\n  b: y {a}\n",
            3,
            8,
            "`a` contains itself: `a` → `b` → `a`",
            "delete `{a}` here",
        ),
        (
            "  a: x y {b}\n  b: z {a}\n",
            3,
            8,
            "`a` contains itself: `a` → `b` → `a`",
            "delete `{a}` here, or write its own words in its place: `x y`",
        ),
    ],
)
def test_wrong_variables(variables: str, line: int, column: int, message: str, hint: str, playbook: Playbook) -> None:
    root = playbook({"site_config.yml": f"variables:\n{variables}{CONFIG}"})
    project, (problem,) = configured(root / "site_config.yml")
    assert project is None
    assert (problem.code.name, problem.span.line, problem.span.column) == ("bad-variable", line, column)
    assert (problem.message, problem.hint) == (message, hint)
