"""The scales of self-checks that are kept with the content: `content/scales.yml`, by their names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from generator.content.expanding import expander
from generator.content.field_names import field_names
from generator.content.files import SCALES
from generator.content.misfits.explained import explained
from generator.content.misfits.nulls import beyond, nulls
from generator.content.names import Definitions
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import shortened
from generator.kinds import BUILT_IN
from generator.kinds.scale import DECIMALS, Scale
from generator.reading.document import Document, read_document


def scales_in(
    root: Path, content: str, configured: Document, definitions: Definitions
) -> tuple[Mapping[str, Scale], tuple[Diagnostic, ...]]:
    """The scales of the file in the folder `content`, and what is wrong with it. A name may not be configured, too.

    `definitions` are the variables that its texts may name in braces.
    """
    folder = Path(os.path.normpath(root / content))
    path = folder / SCALES
    # Unlike Path.is_file, this does not fail on names that are too long.
    if not folder.is_relative_to(root) or not os.path.isfile(path):
        return {}, ()
    document, problems = read_document(path, folder, path.relative_to(root).as_posix(), partial(field_names, BUILT_IN))
    if document is None or not document.data:
        return {}, problems
    if not isinstance(document.data, dict):
        hint = "write the name of a scale and a colon, and below it `options:`"
        return {}, (*problems, Diagnostic(codes.NOT_A_MAPPING, "scales have names", Span(document.file), hint))
    found: dict[str, Scale] = {}
    misfits: list[Diagnostic] = []
    written = {str(name): data for name, data in document.data.items()}
    for name, data in written.items():
        names = expander(Scale, data, definitions)
        try:
            found[name] = Scale.model_validate(data, context=names)
        except ValidationError as error:
            misfits += explained(error, document, Scale, "a scale", (name,))
        if names:
            misfits += names.problems(document, data, (name,))
    misfits += beyond(nulls(document, Scale, under_names=True), misfits)
    misfits += uneven(found, document)
    return found, (*problems, *misfits, *_named_twice(written, document, configured))


TOO_LARGE = 5
"""A step that is more than so many times as large as every other one is hardly meant."""


def uneven(scales: Mapping[str, Scale], document: Document, above: Route = ()) -> Iterator[Diagnostic]:
    """Diagnostics for scales in which one step is out of proportion. `above` is the route of the scales."""
    for name, scale in scales.items():
        steps = [round(after - before, DECIMALS) for before, after in pairwise(o.value for o in scale.options)]
        largest = max(steps, default=0.0)
        at = steps.index(largest) if steps else 0
        others = max((*steps[:at], *steps[at + 1 :]), default=0.0)
        if not others or largest <= TOO_LARGE * others:
            continue
        before, after = scale.options[at].value, scale.options[at + 1].value
        others_said = f"no other step of the scale `{name}` is larger than {others:g}"
        message = f"from {before:g} to {after:g} is {largest:g}, and {others_said}"
        meant = f"write `value: {before + others:g}`"
        # What follows was written after it, and may be wrong in the same way.
        meant += (
            " if that was meant"
            if at + 2 == len(scale.options)
            else " if that was meant, and look at the values after it"
        )
        place = document.span((*above, name, "options", at + 1, "value"))
        yield Diagnostic(
            codes.UNEVEN_SCALE, message, place, f"{meant}, before anybody answers: saved answers contain it"
        )


def _named_twice(names: Iterable[str], document: Document, configured: Document) -> Iterator[Diagnostic]:
    others = configured.data.get("scales") if isinstance(configured.data, dict) else None
    for name in names:
        if isinstance(others, dict) and name in others:
            message = f"a scale is called `{shortened(name)}` in the configuration as well"
            hint = "keep one of the two, with the values that saved answers contain, or give this one another name"
            place = configured.key_span(("scales", name))
            yield Diagnostic(
                codes.BAD_SCALE, message, document.key_span((name,)), hint, related=((place, "the other one"),)
            )
