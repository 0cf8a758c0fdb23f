"""The configuration is read with the same care as the content. Whole messages: `golden/diagnostics/*.config`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.project import read_config
from generator.config.theme import Theme
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code
from tests.conftest import CONFIG, Playbook


def _codes(file: Path) -> list[tuple[Code, int]]:
    project, problems = read_config(file)
    assert project is None
    return [(p.code, p.span.line) for p in problems]


def test_a_configuration_says_where_content_and_theme_are(playbook: Playbook) -> None:
    project, problems = read_config(playbook({}) / "site_config.yml")

    assert problems == ()
    assert project is not None
    assert (project.site.name, project.site.theme, project.site.language) == ("A playbook", "playbook", "en-GB")
    assert project.content == project.root / "content"
    assert project.theme == Theme(((project.root / "themes" / "playbook").resolve(),))
    assert [(s.title, s.kinds) for s in project.site.nav] == [("All", ("practices", "tells"))]


def test_content_may_be_in_another_folder(playbook: Playbook) -> None:
    root = playbook({"site_config.yml": f"content: inhalt\n{CONFIG}", "inhalt/.keep": ""})

    project, _ = read_config(root / "site_config.yml")

    assert project is not None
    assert project.content == root / "inhalt"


def test_a_configuration_that_is_not_there(tmp_path: Path) -> None:
    _, (problem,) = read_config(tmp_path / "site_config.yml")

    assert (problem.code, problem.message, problem.span.file) == (
        codes.UNREADABLE_FILE,
        "there is no such file",
        "site_config.yml",
    )


@pytest.mark.parametrize(
    "url",
    [
        *("https://playbook.example", "playbook.example/", "ftp://playbook.example/", "https://a b/", "https://a/?q=/"),
        *(
            "https://[x/",
            "https://x]/",
            "https://x:port/",
            "https://x:99999/",
            "https://x:0/",
            "https:///",
            "https://-/",
        ),
        *("https://a..b/", "https://x/$y/", "https://x/{y}/", "https://x/`y`/"),
    ],
)
def test_an_address_is_whole_and_ends_with_a_slash(url: str, playbook: Playbook) -> None:
    root = playbook({"site_config.yml": CONFIG.replace("https://playbook.example/", f"'{url}'")})

    assert _codes(root / "site_config.yml") == [(codes.WRONG_VALUE, 3)]


@pytest.mark.parametrize(
    "address",
    [
        "https://git.example/playbook/",
        "javascript:alert(1)//{file}",
        "https://git.example/{file}/{id}",
        "https://git.example/{line}/{file}",
        "https://git.example/{file} {line}",
    ],
)
def test_the_address_for_edits_says_where_the_file_belongs(address: str, playbook: Playbook) -> None:
    root = playbook({"site_config.yml": CONFIG + f"edit_url: '{address}'\n"})

    _, (problem,) = read_config(root / "site_config.yml")
    assert (problem.code, problem.message, problem.hint) == (
        codes.WRONG_VALUE,
        f"`edit_url` cannot be `{address}`",
        "expected: the address of a file in the repository that the playbook is kept in, with `{file}` and perhaps "
        "`{line}` in it, such as `https://git.example/team/playbook/blob/main/{file}#L{line}`",
    )


@pytest.mark.parametrize("language", ["english", "EN", "en_GB", "e", "en-gb"])
def test_a_language_is_a_tag_of_the_web(language: str, playbook: Playbook) -> None:
    root = playbook({"site_config.yml": CONFIG.replace("en-GB", language)})

    assert _codes(root / "site_config.yml") == [(codes.WRONG_VALUE, 4)]


def test_all_faults_are_reported_in_the_order_of_their_lines(playbook: Playbook) -> None:
    text = CONFIG.replace("kinds: [practices, tells]", "kinds: [zebras]") + "theme: none\ncontent: nowhere\n"

    assert _codes(playbook({"site_config.yml": text}) / "site_config.yml") == [
        (codes.BAD_CONFIG, 9),
        (codes.BAD_CONFIG, 10),
        (codes.BAD_CONFIG, 11),
    ]


@pytest.mark.parametrize(
    "url",
    ["http://localhost:8000/", "https://127.0.0.1/a/", "https://[::1]:80/", "https://b\u00fccher.example/\u00fc/"],
)
def test_an_address_of_every_form(url: str, playbook: Playbook) -> None:
    project, problems = read_config(
        playbook({"site_config.yml": CONFIG.replace("https://playbook.example/", f"'{url}'")}) / "site_config.yml"
    )
    assert project, problems
    assert project.site.url == url


@pytest.mark.parametrize("folder", ["a" * 5000, '"a\\tb"', "a/" * 3000 + "b"])
def test_a_folder_whose_name_the_system_does_not_take(folder: str, playbook: Playbook) -> None:
    _, problems = read_config(playbook({"site_config.yml": CONFIG + f"content: {folder}\n"}) / "site_config.yml")

    assert [(p.code, p.span.line) for p in problems] == [(codes.BAD_CONFIG, 10)]
    assert len(problems[0].message) < 80


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("name: ", "name: B\nname: ", codes.DUPLICATE_KEY),
        ("name: ", "name: &a ", codes.YAML_ANCHOR),
        ("name: ", "name: !!str ", codes.YAML_TAG),
        ("name: A playbook", 'name: "A\\x07 playbook"', codes.FORBIDDEN_CHARACTER),
        ("name: A playbook", 'name: "A\\U000f0000 playbook"', codes.FORBIDDEN_CHARACTER),
        ("name: A", "name: \U00100000", codes.FORBIDDEN_CHARACTER),
        ("name: A playbook", "name: A #1 playbook", codes.YAML_SYNTAX),
        ("home:\n", "home:\n  <<: {lead: A}\n", codes.YAML_MERGE_KEY),
        ("nav:\n", "<<<<<<< HEAD\nnav:\n", codes.CONFLICT_MARKER),
    ],
)
def test_what_is_an_error_in_the_content_is_one_here(old: str, new: str, code: Code, playbook: Playbook) -> None:
    """No command goes on with such a configuration, though nothing else is wrong with it."""
    root = playbook({"site_config.yml": CONFIG.replace(old, new, 1)})

    project, problems = read_config(root / "site_config.yml")
    assert project is None
    assert [problem.code for problem in problems] == [code]


def test_a_byte_order_mark_is_no_obstacle(playbook: Playbook) -> None:
    root = playbook({"site_config.yml": "\ufeff" + CONFIG})

    project, problems = read_config(root / "site_config.yml")

    assert project is not None
    assert [p.code for p in problems] == [codes.BYTE_ORDER_MARK]


def test_files_are_called_by_their_path_as_seen_from_the_configuration(playbook: Playbook) -> None:
    project, _ = read_config(playbook({}) / "site_config.yml")

    assert project is not None
    assert project.name_of(project.root / "content" / "tells.yml") == "content/tells.yml"
    assert project.name_of(Path("/elsewhere/tells.yml")) == "tells.yml"
