"""What the browser needs to work a calculator out anew."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from generator.calculating.plot import SAMPLES
from generator.calculating.program import Program
from generator.diagnostics.place import Route
from generator.kinds.calculator import Input
from generator.kinds.calculator_parts import ValueColumn


def for_browser(program: Program) -> str:
    """The inputs, formulas and formats of a calculator as JSON. Its words are in the page."""
    return json.dumps(_data(program), ensure_ascii=False, separators=(",", ":"))


def _data(program: Program) -> dict[str, Any]:
    entry, trees = program.entry, program.trees
    return {
        "inputs": [_input(item) for item in entry.inputs],
        "outputs": [
            {
                "name": output.name,
                "tree": trees["outputs", at, "formula"],
                "decimals": output.decimals,
                "sign": output.sign,
                "bands": [[band.at_least, band.at_most] for band in output.bands],
            }
            for at, output in enumerate(entry.outputs)
        ],
        "cases": [{"tree": trees["cases", at, "when"], "instead": case.instead} for at, case in enumerate(entry.cases)],
        "tables": [
            {
                "over": {"name": table.over.name, "values": table.over.values},
                "across": {"name": table.across.name, "values": table.across.values} if table.across else None,
                "columns": _columns(program, ("tables", at, "columns"), table.columns),
            }
            for at, table in enumerate(entry.tables)
        ],
        "curves": _curves(program),
        "bars": _columns(program, ("bars", "bars"), entry.bars.bars) if entry.bars else [],
    }


def _input(item: Input) -> dict[str, Any]:
    found = {"name": item.name, "label": item.label, "type": item.type, "min": item.min, "max": item.max}
    found |= {"default": item.default, "options": [option.value for option in item.options]}
    return found | {"measures": [{"name": m.name, "counts": m.counts, "of": m.of} for m in item.measures]}


def _columns(program: Program, route: Route, columns: tuple[ValueColumn, ...]) -> list[dict[str, Any]]:
    return [
        {"tree": program.trees[(*route, at, "formula")], "decimals": column.decimals, "sign": column.sign}
        for at, column in enumerate(columns)
    ]


def _curves(program: Program) -> dict[str, Any] | None:
    curves = program.entry.curves
    if curves is None:
        return None
    return {
        "frame": asdict(program.frame),
        "samples": SAMPLES,
        "over": {"name": curves.x.name, "values": curves.x.values},
        "columns": _columns(program, ("curves", "series"), curves.series),
        "marks": [
            [program.trees["curves", "marks", at, axis] for axis in ("x", "y")] for at in range(len(curves.marks))
        ],
    }
