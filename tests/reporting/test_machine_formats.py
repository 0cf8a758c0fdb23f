from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.checks import explain, orphan_entry
from generator.cli import main
from generator.commands.check import CHECKOUTS
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.reporting.machine_formats import as_github, as_gitlab, as_json, as_sarif
from tests.conftest import Small

FOUND = (
    Diagnostic(
        codes.DUPLICATE_KEY,
        "`a` appears twice",
        Span("content/tells/100%, or more: a.yml", 3, 5, 2),
        "keep one\nof them",
        related=((Span("content/tells/b.yml", 1, 2, 3), "first one here"),),
    ),
    Diagnostic(orphan_entry.CODE, "no other page links to `é`", Span("b.yml")),
)


def test_json_holds_everything_that_is_known() -> None:
    assert json.loads(as_json(FOUND)) == {
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "code": "duplicate-key",
                "severity": "error",
                "message": "`a` appears twice",
                "hint": "keep one\nof them",
                "file": "content/tells/100%, or more: a.yml",
                "line": 3,
                "column": 5,
                "length": 2,
                "related": [
                    {"message": "first one here", "file": "content/tells/b.yml", "line": 1, "column": 2, "length": 3}
                ],
            },
            {
                "code": "orphan-entry",
                "severity": "warning",
                "message": "no other page links to `é`",
                "hint": None,
                "file": "b.yml",
                "line": 1,
                "column": 1,
                "length": 1,
                "related": [],
            },
        ],
    }
    assert json.loads(as_json(())) == {"errors": 0, "warnings": 0, "problems": []}


def test_github_is_given_one_line_for_each() -> None:
    assert as_github(FOUND, lambda file: f"book/{file}") == (
        "::error file=book/content/tells/100%25%2C or more%3A a.yml,line=3,endLine=3,col=5,endColumn=7,"
        "title=duplicate-key::`a` appears twice%0Ahint: keep one%0Aof them%0A"
        "first one here: book/content/tells/b.yml:1:2\n"
        "::warning file=book/b.yml,line=1,endLine=1,col=1,endColumn=2,title=orphan-entry::"
        "no other page links to `é`"
    )


def test_no_text_can_give_github_a_command() -> None:
    wicked = Diagnostic(codes.BAD_ID, "x\n::set-env name=a::b\r\n%0A", Span("a\n::error::.yml"))
    (line,) = as_github([wicked], str).split("\n")
    assert line.startswith("::error file=a%0A%3A%3Aerror%3A%3A.yml,")
    assert line.endswith("::x%0A::set-env name=a::b%0D%0A%250A")


def test_gitlab_is_given_a_code_quality_report() -> None:
    first, second = json.loads(as_gitlab(FOUND, lambda file: f"book/{file}"))
    assert {name: value for name, value in first.items() if name != "fingerprint"} == {
        "check_name": "duplicate-key",
        "description": "`a` appears twice (hint: keep one\nof them)",
        "severity": "major",
        "location": {"path": "book/content/tells/100%, or more: a.yml", "lines": {"begin": 3}},
    }
    assert (second["check_name"], second["severity"], second["location"]) == (
        "orphan-entry",
        "minor",
        {"path": "book/b.yml", "lines": {"begin": 1}},
    )


def test_gitlab_knows_a_problem_again_after_a_line_was_added_above() -> None:
    def fingerprints(*found: Diagnostic) -> list[str]:
        return [problem["fingerprint"] for problem in json.loads(as_gitlab(found, str))]

    problem = FOUND[0]
    lower = replace(problem, span=replace(problem.span, line=40))
    assert fingerprints(problem) == fingerprints(lower)
    twice = fingerprints(problem, lower)
    assert (twice[0], len(set(twice))) == (fingerprints(problem)[0], 2)


def test_sarif_explains_each_code_and_places_each_result() -> None:
    (run,) = json.loads(as_sarif(FOUND, lambda file: f"book/{file}", explain))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["duplicate-key", "orphan-entry"]
    assert rules[0]["shortDescription"]["text"] == "A field appears twice in the same place."
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning"]
    assert run["columnKind"] == "unicodeCodePoints"
    first, second = run["results"]
    assert first == {
        "ruleId": "duplicate-key",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "`a` appears twice\nkeep one\nof them"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "book/content/tells/100%25%2C%20or%20more%3A%20a.yml"},
                    "region": {"startLine": 3, "startColumn": 5, "endColumn": 7},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "first one here"},
                "physicalLocation": {
                    "artifactLocation": {"uri": "book/content/tells/b.yml"},
                    "region": {"startLine": 1, "startColumn": 2, "endColumn": 5},
                },
            }
        ],
    }
    assert (second["ruleIndex"], second["level"], "relatedLocations" in second) == (1, "warning", False)


BROKEN = {"content/terms/x.yml": "zebra: X\nsummary: X.\nmeaning: X.\norigin: own\n"}


def test_check_speaks_each_format(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small(BROKEN)
    assert main(["check", "--format", "json"]) == 1
    assert [p["code"] for p in json.loads(capsys.readouterr().out)["problems"]] == ["missing-field", "unknown-field"]
    assert main(["check", "--format", "sarif"]) == 1
    assert len(json.loads(capsys.readouterr().out)["runs"][0]["results"]) == 2
    assert main(["check", "--format", "gitlab"]) == 1
    assert [p["check_name"] for p in json.loads(capsys.readouterr().out)] == ["missing-field", "unknown-field"]
    assert main(["check", "--format", "github"]) == 1
    said = capsys.readouterr()
    assert said.out.count("::error file=content/terms/x.yml,line=1") == said.out.count("\n") == 2
    assert said.err == "2 errors\n"


def test_the_reader_of_a_format_finds_files_from_where_it_stands(
    small: Small, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small(BROKEN)
    monkeypatch.chdir(root.parent)
    assert main(["check", "--config", "playbook/site_config.yml", "--format", "github"]) == 1
    assert "::error file=playbook/content/terms/x.yml,line=1" in capsys.readouterr().out


@pytest.mark.parametrize("marked_by", ["folder", "file", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_files_are_named_as_the_repository_knows_them(
    marked_by: str, small: Small, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A playbook may lie in a subfolder of its repository, or of a work tree, whose `.git` is a file."""
    repository = small(BROKEN).parent
    for name in CHECKOUTS:
        monkeypatch.delenv(name, raising=False)
    match marked_by:
        case "folder":
            (repository / ".git").mkdir()
        case "file":
            (repository / ".git").write_text("gitdir: ../elsewhere", encoding="utf-8")
        case variable:
            monkeypatch.setenv(variable, str(repository))
    assert main(["check", "--format", "github"]) == 1
    assert "::error file=playbook/content/terms/x.yml,line=1" in capsys.readouterr().out
    main(["check", "--format", "gitlab"])
    (place,) = {problem["location"]["path"] for problem in json.loads(capsys.readouterr().out)}
    assert place == "playbook/content/terms/x.yml"
    main(["check", "--format", "sarif"])
    assert '"uri": "playbook/content/terms/x.yml"' in capsys.readouterr().out


def test_a_name_that_is_not_utf_8_breaks_no_format() -> None:
    odd = [Diagnostic(codes.BAD_ID, "`\udcff` is not a valid id", Span("\udcff\u00e9.yml"))]
    assert json.loads(as_json(odd))["problems"][0]["file"] == "\udcff\u00e9.yml"
    assert as_github(odd, str).startswith("::error file=\udcff\u00e9.yml,")
    assert json.loads(as_gitlab(odd, str))[0]["location"]["path"] == "\udcff\u00e9.yml"
    assert '"uri": "%FF%C3%A9.yml"' in as_sarif(odd, str, explain)


def test_a_clean_playbook_is_clean_in_every_format(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    assert main(["check", "--format", "github"]) == 0
    assert capsys.readouterr() == ("", "no problems\n")
    assert main(["check", "--format", "sarif"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"] == []
