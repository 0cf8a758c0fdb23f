"""What code hosts and git read: forms, dependency updates, the matrix of Python versions, the hooks before a commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editing.new_playbook import Wishes, new_playbook
from tests.conftest import ROOT

HOOKS = ".pre-commit-config.yaml"
FORMS = sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))


def _program(*words: str, cwd: Path = ROOT, **environment: str) -> tuple[int, str]:
    """Exit status and output of a program that is installed beside this Python."""
    path = Path(sys.executable).with_name(words[0])
    done = subprocess.run(
        [path, *words[1:]], cwd=cwd, capture_output=True, text=True, env={**os.environ, **environment}
    )
    return done.returncode, done.stdout + done.stderr


def _yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


# ---- forms and updates ----


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("dependabot", ["dependabot.yml"]),
        ("github-issue-config", ["ISSUE_TEMPLATE/config.yml"]),
        ("github-issue-forms", [f"ISSUE_TEMPLATE/{name}" for name in FORMS]),
    ],
)
def test_the_files_for_the_code_host_fit_their_schemas(schema: str, files: list[str]) -> None:
    paths = [str(ROOT / ".github" / name) for name in files]
    assert len(paths) >= 1
    code, said = _program("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *paths)
    assert code == 0, said


def test_both_code_hosts_have_the_same_forms() -> None:
    github = {re.sub(r"^\d-|\.yml$", "", name) for name in FORMS}
    gitlab = {path.stem.lower() for path in (ROOT / ".gitlab/issue_templates").glob("*.md")}
    assert github == gitlab == {"fault", "wish", "content"}


def _with_lock_or_pins() -> Iterator[tuple[str, str]]:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in files.splitlines():
        folder, _, file = f"/{name}".rpartition("/")
        if file == "constraints.txt":
            yield "pip", folder or "/"
        elif file == "package-lock.json":
            yield "npm", folder or "/"
        elif folder.endswith("/.github/workflows"):
            yield "github-actions", "/" if folder == "/.github/workflows" else folder


def test_everything_pinned_is_updated_weekly_in_groups_after_a_cooldown() -> None:
    updates = _yaml(".github/dependabot.yml")["updates"]
    found = {(update["package-ecosystem"], folder) for update in updates for folder in update["directories"]}

    assert found == set(_with_lock_or_pins())
    for update in updates:
        assert update["schedule"]["interval"] == "weekly"
        assert update["cooldown"]["default-days"] >= 7
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


# ---- versions of Python ----


def _versions() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [line.rpartition(" ")[2] for line in project["classifiers"] if ":: Python :: 3." in line]


def test_the_oldest_python_is_the_one_that_is_required() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == f">={_versions()[0]}"


def test_every_python_is_tested_on_github() -> None:
    test = _yaml(".github/workflows/playbook.yml")["jobs"]["test"]
    assert test["strategy"] == {"fail-fast": False, "matrix": {"python": _versions()}}
    assert test["steps"][-1]["run"] == ".ci/run"


def test_every_python_is_tested_on_gitlab_with_a_pinned_image() -> None:
    pipeline = _yaml(".gitlab-ci.yml")
    jobs = {name.removeprefix("test "): job for name, job in pipeline.items() if name.startswith("test ")}
    assert list(jobs) == _versions()
    assert pipeline[".test"]["script"] == [".ci/run"]
    for version, job in jobs.items():
        assert job["extends"] == ".test"
        image = job.get("image", pipeline["default"]["image"])
        assert re.fullmatch(rf"python:{re.escape(version)}\.\d+-slim-bookworm@sha256:[0-9a-f]{{64}}", image)


def test_caches_are_kept_between_runs() -> None:
    jobs = _yaml(".github/workflows/playbook.yml")["jobs"]
    kept = {
        name: [step["with"]["path"].split() for step in job["steps"] if "actions/cache@" in step.get("uses", "")]
        for name, job in jobs.items()
    }
    assert kept == {"check": [], "build": [[".cache"]], "test": [[".cache", "~/.npm"]], "publish": []}
    pipeline = _yaml(".gitlab-ci.yml")
    assert pipeline["default"]["cache"]["paths"] == [".cache"]
    assert pipeline["variables"]["PIP_CACHE_DIR"].startswith("$CI_PROJECT_DIR/.cache/")


def test_the_script_of_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)


# ---- hooks before a commit ----


def test_hooks_fetch_nothing() -> None:
    assert _program("pre-commit", "validate-config", str(ROOT / HOOKS)) == (0, "")
    repos = _yaml(HOOKS)["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    assert {hook["language"] for hook in repos[0]["hooks"]} == {"system"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A new playbook under git, with this repository's hooks and environment."""
    folder = tmp_path / "checkout"
    for name, content in new_playbook(Wishes()).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copy(ROOT / HOOKS, folder / HOOKS)
    (folder / "program.py").write_text("X = 1\n", "utf-8")
    (folder / ".venv").mkdir()
    (folder / ".venv/bin").symlink_to(Path(sys.executable).parent)
    assert _program("playbook", "schema", cwd=folder)[0] == 0
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def _hooks(checkout: Path, store: Path) -> dict[str, bool]:
    """Which hooks pass on all files."""
    subprocess.run(["git", "add", "-A"], cwd=checkout, check=True)
    said = _program("pre-commit", "run", "--all-files", cwd=checkout, PRE_COMMIT_HOME=str(store))[1]
    found = re.findall(r"^(.+?)\.{3,}(?:\(.*?\))?(Passed|Failed)$", said, re.MULTILINE)
    assert found, said
    return {name: outcome == "Passed" for name, outcome in found}


@pytest.mark.rehearsal
def test_hooks_find_what_they_are_for(checkout: Path, tmp_path: Path) -> None:
    names = [hook["name"] for hook in _yaml(HOOKS)["repos"][0]["hooks"]]
    assert _hooks(checkout, tmp_path) == dict.fromkeys(names, True)

    (checkout / "program.py").write_text("import os\nX =  1\n", "utf-8")
    story = checkout / "content/stories/first-aid.yml"
    lines = story.read_text("utf-8").splitlines()
    assert "$schema=" in lines[0]
    story.write_text("\n".join(["titel: wrong", *lines[1:]]) + "\n", "utf-8")
    assert _hooks(checkout, tmp_path) == dict.fromkeys(names, False)
