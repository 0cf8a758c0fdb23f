"""The files beside the pages: each module is found by its name, has its test, and makes files of its own."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from generator import outputs, pipeline
from generator.config.project import read_config
from generator.content.changes_file import Change
from generator.outputs import files, found
from generator.outputs._made import FinishedPage, Made
from generator.outputs.search.records import record
from generator.site.release import DATA, DATA_NAMES
from tests.conftest import ROOT
from tests.media.made import attached

NOT_FILES = {"linked_data": "stands within pages"}
"""Modules that make no files, and why they are here."""


def made() -> Made:
    project, _ = read_config(ROOT / "tests" / "playbook" / "site_config.yml")
    assert project
    reading = pipeline.read(project)
    by_url = {located.url: located for located in reading.graph.entries.values()}
    pages = tuple(
        FinishedPage(page, lambda: b"", partial(record, page, by_url.get(page.url)))
        for page in pipeline.build(project, reading).pages
    )
    change = Change(id="first", date="2026-01-02", title="New", what="It is new.")
    graph = replace(reading.graph, files={"form.pdf": attached("form.pdf")})
    return Made(pages, graph, project.site, (change,))


def lacking(name: str, by_path: dict[str, list[str]]) -> list[str]:
    """What a module of outputs lacks, in words."""
    module = import_module(f"generator.outputs.{name}")
    is_package = hasattr(module, "__path__")
    test = Path("tests/outputs") / (f"{name}/test_{name}.py" if is_package else f"test_{name}.py")
    complaints = []
    if not hasattr(module, "outputs"):
        complaints.append("it has no function `outputs(made: Made) -> Iterator[Artifact]`")
    elif not any(name in makers for makers in by_path.values()):
        complaints.append("it makes no file of the example playbook")
    if not module.__doc__:
        complaints.append("it has no docstring that says who reads the file")
    if not (ROOT / test).exists():
        complaints.append(f"there is no {test.as_posix()}")
    complaints += [f"{path} is made by {' and '.join(makers)}" for path, makers in by_path.items() if makers[1:]]
    return [f"generator/outputs/{name}: {complaint}" for complaint in complaints]


def test_every_output_is_whole() -> None:
    example, by_path = made(), defaultdict[str, list[str]](list)
    for output in found():
        for artifact in output(example):
            by_path[artifact.path].append(output.__module__.rpartition(".")[2])
    names = [module.name for module in iter_modules(outputs.__path__) if not module.name.startswith("_")]

    complaints = [one for name in names if name not in NOT_FILES for one in lacking(name, by_path)]
    assert not complaints, "\n" + "\n".join(complaints)


def test_the_site_has_the_files_of_all_of_them() -> None:
    example = made()
    *there, names = files(example)
    assert [file.path for file in there] == [file.path for output in found() for file in output(example)]
    data = [file.path.removeprefix(DATA) for file in there if file.path.startswith(DATA)]
    assert (names.path, json.loads(names.content)) == (DATA_NAMES, {name: name for name in data})
    assert "search.json" in data
