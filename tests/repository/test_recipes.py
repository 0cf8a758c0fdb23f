"""The recipes for CI: linted by the programs of their field, pinned, and run as far as one can without a host."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import COMMANDS
from generator.content.files import collect
from generator.editing.new_playbook import STARTER, Wishes, new_playbook
from generator.kinds import BUILT_IN
from tests.conftest import ROOT

PLACES = [pytest.param(ROOT, id="this playbook"), pytest.param(STARTER, id="a new one")]
WORKFLOW, GITLAB, CONTAINER = ".github/workflows/playbook.yml", ".gitlab-ci.yml", "Containerfile"
PLAYBOOK = {"GITHUB_STEP_SUMMARY": "summary.md", "BASE": "HEAD"}

PINNED = re.compile(r"(?P<action>[\w.-]+/[\w.-]+)@(?P<commit>[0-9a-f]{40}) # v(?P<version>\d+\.\d+\.\d+)")


def _program(*words: str, cwd: Path = ROOT) -> tuple[int, str]:
    """Runs a program that is installed beside this Python."""
    path = Path(sys.executable).with_name(words[0])
    done = subprocess.run([path, *words[1:]], cwd=cwd, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def _yaml(path: Path) -> Any:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!reference", lambda loader, node: ("!reference", *loader.construct_sequence(node)))
    # GitHub's key `on` is a boolean to this parser.
    return {str(key): value for key, value in yaml.load(path.read_text("utf-8"), Loader).items()}


@pytest.mark.parametrize("place", PLACES)
class TestTheLinters:
    def test_zizmor_finds_nothing(self, place: Path) -> None:
        code, said = _program("zizmor", "--offline", "--pedantic", "--no-progress", str(place / ".github"))
        assert (code, "No findings to report" in said) == (0, True), said

    def test_the_workflow_fits_its_schema(self, place: Path) -> None:
        code, said = _program("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(place / WORKFLOW))
        assert code == 0, said

    def test_the_pipeline_fits_its_schema(self, place: Path) -> None:
        schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
        code, said = _program("check-jsonschema", *schema, str(place / GITLAB))
        assert code == 0, said

    def test_hadolint_finds_nothing(self, place: Path) -> None:
        assert _program("hadolint", str(place / CONTAINER)) == (0, "")


def test_the_linters_would_find_what_is_wrong(tmp_path: Path) -> None:
    text = (STARTER / WORKFLOW).read_text("utf-8")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    loose = re.sub(r"@[0-9a-f]{40} # v6\S*", "@v6", text).replace("permissions: {}\n", "")
    (tmp_path / WORKFLOW).write_text(loose, "utf-8")
    (tmp_path / "shapeless.yml").write_text(text.replace("runs-on: ubuntu-24.04", "runs: on"), "utf-8")
    (tmp_path / CONTAINER).write_text("FROM python\nRUN apt-get update\n", "utf-8")

    assert "unpinned-uses" in _program("zizmor", "--offline", "--no-progress", str(tmp_path / ".github"))[1]
    schema = ("--builtin-schema", "vendor.github-workflows")
    assert _program("check-jsonschema", *schema, str(tmp_path / "shapeless.yml"))[0] == 1
    assert "DL3006" in _program("hadolint", str(tmp_path / CONTAINER))[1]


def test_the_hooks_fit_what_pre_commit_expects() -> None:
    assert _program("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")) == (0, "")
    assert _program("pre-commit", "validate-config", str(STARTER / ".pre-commit-config.yaml")) == (0, "")


@pytest.mark.parametrize("place", PLACES)
class TestThatNothingIsLeftOpen:
    def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is(self, place: Path) -> None:
        uses = re.findall(r"uses: (.*)", (place / WORKFLOW).read_text("utf-8"))

        assert [line for line in uses if not PINNED.fullmatch(line)] == []

    def test_no_workflow_has_more_rights_than_it_needs(self, place: Path) -> None:
        workflow = _yaml(place / WORKFLOW)
        rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
        publishing = rights.pop("publish")

        assert workflow["permissions"] == {}
        assert publishing == {"pages": "write", "id-token": "write"}
        assert {name: given for name, given in rights.items() if given != {"contents": "read"}} == {}
        assert set(workflow["True"]) == {"push", "pull_request", "workflow_dispatch"}
        assert workflow["jobs"]["publish"]["concurrency"] == {"group": "pages", "cancel-in-progress": False}

    def test_no_checkout_leaves_its_token_behind(self, place: Path) -> None:
        steps = [step for job in _yaml(place / WORKFLOW)["jobs"].values() for step in job["steps"]]
        checkouts = [step["with"] for step in steps if "checkout" in step.get("uses", "")]

        assert len(checkouts) >= 2
        assert [options for options in checkouts if options["persist-credentials"] is not False] == []

    def test_what_a_build_made_is_kept_for_the_next(self, place: Path) -> None:
        steps = _yaml(place / WORKFLOW)["jobs"]["build"]["steps"]
        cached = [step["with"] for step in steps if step.get("uses", "").startswith("actions/cache@")]
        assert [(options["path"], options["restore-keys"]) for options in cached] == [(".cache", "site-")]
        pipeline = _yaml(place / GITLAB)
        caches = [part["cache"] for part in (pipeline["default"], pipeline.get(".built", {})) if "cache" in part]
        assert [cache["paths"] for cache in caches] == [[".cache"]]

    def test_one_base_is_named_by_tag_and_digest_in_all_recipes(self, place: Path) -> None:
        (base,) = re.findall(r"^FROM (.*)", (place / CONTAINER).read_text("utf-8"), re.MULTILINE)

        assert re.fullmatch(r"python:\d+\.\d+\.\d+-slim-bookworm@sha256:[0-9a-f]{64}", base)
        assert _yaml(place / GITLAB)["default"]["image"] == base

    def test_the_container_runs_as_nobody_in_particular(self, place: Path) -> None:
        lines = (place / CONTAINER).read_text("utf-8").splitlines()

        assert lines.index("USER 65534:65534") > max(at for at, line in enumerate(lines) if line.startswith("RUN"))
        assert lines[-2:] == ['ENTRYPOINT ["playbook"]', 'CMD ["build", "--pdf"]']

    def test_the_commands_they_call_exist(self, place: Path) -> None:
        texts = [(place / name).read_text("utf-8") for name in (WORKFLOW, GITLAB)]
        called = {name for text in texts for name in re.findall(r"(?:^| |/)playbook (\w+) -", text)}

        assert "check" in called
        assert called - COMMANDS.keys() == set()


def test_both_repositories_pin_the_same() -> None:
    """Actions and images that both use; this repository uses more, for its tests."""
    pin = re.compile(r"(\S+)@((?:sha256:)?[0-9a-f]{40,64}(?: # \S+)?)")
    for name in (WORKFLOW, GITLAB, CONTAINER):
        ours, theirs = (dict(pin.findall(place.joinpath(name).read_text("utf-8"))) for place in (ROOT, STARTER))
        assert theirs
        assert {what: ours.get(what) for what in theirs} == theirs


def test_hooks_look_at_what_a_check_reads() -> None:
    patterns = [hook["files"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    config = yaml.safe_load((STARTER / ".pre-commit-config.yaml").read_text("utf-8"))
    patterns.append(config["repos"][0]["hooks"][0]["files"])
    files = [file.name for file in collect(STARTER / "content", "content", BUILT_IN)[0]]

    for pattern in patterns:
        assert [
            name for name in (*files, "site_config.yml", "content/pages/a.md") if not re.search(pattern, name)
        ] == []
        assert re.search(pattern, "README.md") is None


# ---- run without their hosts ----


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A new playbook as a host checks it out, with the generator's wheel in its place."""
    folder: Path = tmp_path_factory.mktemp("checkout")
    for name, content in new_playbook(Wishes()).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copy(wheel, folder / "wheels")
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "A new playbook")):
        subprocess.run(["git", *who, *words], cwd=folder, check=True)
    return folder


@pytest.fixture
def machine(tmp_path: Path) -> Mapping[str, str]:
    """The environment of a machine that has the pinned packages, and no generator.

    The packages are those of these tests, so that nothing is fetched.
    """
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    (packages,) = venv.glob("lib/python*/site-packages")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.startswith(("playbook_", "__editable__")):
            (packages / path.name).symlink_to(path)
    # Nothing here may look anything up.
    blocked = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL", "PIP"))}
    return {**kept, **blocked, **PLAYBOOK, "PATH": f"{venv / 'bin'}{os.pathsep}{kept['PATH']}"}


def _runs(commands: Sequence[str], cwd: Path, machine: Mapping[str, str]) -> str:
    """What the commands say, one after the other in one shell, which stops at the first that fails."""
    script = "\n".join(commands)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=cwd, env=machine, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    return done.stdout


def _of_the_system(command: str) -> bool:
    return "apt-get" in command


def _of_github(place: Path) -> Sequence[str]:
    """Every script once: the jobs of a host install the same on machines of their own, here there is one."""
    jobs = _yaml(place / WORKFLOW)["jobs"]
    steps = (step for job in ("check", "build") for step in jobs[job]["steps"])
    return tuple(dict.fromkeys(s["run"] for s in steps if "run" in s and not _of_the_system(s["run"])))


def _of_gitlab(place: Path) -> Iterator[str]:
    pipeline = _yaml(place / GITLAB)
    yield from pipeline[".generator"]["before_script"]
    for job in ("check", "preview", "pages"):
        yield from pipeline[job]["script"]


def _of_the_container(place: Path) -> Iterator[str]:
    joined = (place / CONTAINER).read_text("utf-8").replace("\\\n", " ")
    yield from (run for run in re.findall(r"^RUN (.*)", joined, re.MULTILINE) if not _of_the_system(run))
    (entry,), (words,) = (re.findall(rf"^{key} (\[.*\])", joined, re.MULTILINE) for key in ("ENTRYPOINT", "CMD"))
    yield " ".join(yaml.safe_load(entry) + yaml.safe_load(words))


@pytest.mark.slow
@pytest.mark.rehearsal
def test_the_steps_of_the_workflow(place: Path, machine: Mapping[str, str]) -> None:
    said = _runs(_of_github(place), place, machine)

    assert re.fullmatch(r"\d+ pages in " + re.escape(str(place / "site")), said.splitlines()[-1])
    assert (place / "site/index.html").is_file()


@pytest.mark.slow
@pytest.mark.rehearsal
def test_the_scripts_of_the_pipeline(place: Path, machine: Mapping[str, str]) -> None:
    _runs(list(_of_gitlab(place)), place, machine)

    assert (place / "gl-code-quality-report.json").read_text("utf-8") == "[]\n"
    assert (place / "public/index.html").is_file()


@pytest.mark.slow
@pytest.mark.rehearsal
def test_the_instructions_of_the_container(place: Path, machine: Mapping[str, str], tmp_path: Path) -> None:
    """What it copies is copied to a folder of its own, and what it runs is run there, then on the playbook."""
    image = tmp_path / "image"
    image.mkdir()
    copied = re.findall(r"^COPY (.*)", (place / CONTAINER).read_text("utf-8"), re.MULTILINE)
    assert copied == ["constraints.txt requirements.txt ./", "wheels wheels"]
    for name in ("constraints.txt", "requirements.txt"):
        shutil.copy(place / name, image)
    shutil.copytree(place / "wheels", image / "wheels")
    *installing, building = _of_the_container(place)

    _runs(installing, image, machine)
    assert _runs([building], place, machine).splitlines()[-1].partition(" ")[2].startswith("pages in ")


def test_what_this_repositorys_container_copies_is_there() -> None:
    lines = re.findall(r"^COPY (.*)", (ROOT / CONTAINER).read_text("utf-8"), re.MULTILINE)
    names = [name for line in lines for name in line.split()[:-1]]

    assert {"pyproject.toml", "setup.py", "generator", "themes"} <= set(names)
    assert [name for name in names if not (ROOT / name).exists()] == []
