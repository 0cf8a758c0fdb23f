"""Read the `examples.yml` of a component. A fault is said as in content: the file, the line, and what to write instead.

`tools/components.py` describes the format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from generator.content.misfits.explained import explained
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.kinds.worksheet_blocks import AnyBlock
from generator.model.entry import Part
from generator.model.values import Written
from generator.reading.document import read_document
from generator.reporting.report import as_text, lines_under


class FaultyExamplesError(ValueError):
    """A file of examples cannot be used. The text is what is wrong, with its places."""


class _Given(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_FIELDS: dict[str, Any] = {
    "name": (str, ...),
    "macro": (str, ""),
    "frame": (str, ""),
    "entry": (str, ""),
    "call": (str | None, None),
    "paper": (dict[str, Written], {}),
    "with": (dict[str, Written], {}),
}
"""The fields of an example. In the source of a class, none could be called `with`."""

_Example = create_model("_Example", __base__=_Given, **_FIELDS)


class _ExampleFile(_Given):
    about: str = ""
    takes: dict[str, str] = {}
    frame: str = ""
    kinds: dict[str, Written] = {}
    content: dict[str, dict[str, dict[str, Written]]] = {}
    states: dict[str, str] = {}
    macro: str = "block"
    examples: tuple[_Example, ...] = ()


class _WithBlock(Part):
    block: AnyBlock


def examples_of(path: Path, root: Path) -> dict[str, Any]:
    """The data of a file of examples. A `block` is made already; other values are plain data.

    Raises FaultyExamplesError if the file is not YAML, has what no file of examples has, or a block that is none.
    """
    try:
        data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) or {}
        _ExampleFile.model_validate(data)
    except yaml.YAMLError as error:
        _, problems = read_document(path, root, _name(path, root))
        raise _faulty(root, problems) if problems else FaultyExamplesError(f"{_name(path, root)}: {error}") from None
    except ValidationError as error:
        raise _misfits(error, path, root, _ExampleFile, "a file of examples") from None
    for at, example in enumerate(data.get("examples", ())):
        values = example.get("with", {})
        if isinstance(values.get("block"), Mapping):
            values["block"] = _block(values["block"], path, root, ("examples", at, "with"))
    return dict(data)


def _block(value: Mapping[str, Any], path: Path, root: Path, route: Route) -> AnyBlock:
    try:
        return _WithBlock.model_validate({"block": _as_text(value)}).block
    except ValidationError as error:
        raise _misfits(error, path, root, _WithBlock, "an example of a block", route) from None


def _as_text(value: Any) -> Any:
    """Data as the generator reads it from content, where each scalar is a text."""
    if isinstance(value, dict):
        return {key: _as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _misfits(
    error: ValidationError, path: Path, root: Path, model: type[BaseModel], what: str, route: Route = ()
) -> FaultyExamplesError:
    document, problems = read_document(path, root, _name(path, root))
    if document is None:
        return _faulty(root, problems)
    return _faulty(root, explained(error, document, model, what, route))


def _faulty(root: Path, problems: Iterable[Diagnostic]) -> FaultyExamplesError:
    return FaultyExamplesError(as_text(problems, lines_under(root)))


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
