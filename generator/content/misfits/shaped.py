"""What to type where a value has another shape than its field takes: names, a list, or fields. The ends of hints."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.content.misfits.beside import fields_beside
from generator.content.misfits.misfit import Misfit
from generator.content.misfits.rewritten import LONGEST, as_list, takes
from generator.diagnostics.suggest import enumerated, listed, shortened
from generator.model import shapes
from generator.model.entry import Part
from generator.model.field_help import purpose
from generator.model.shapes import Shape, Sort
from generator.model.slug import slug
from generator.model.unions import tagged, walked
from generator.model.values import is_id

_WORDS = frozenset({Sort.TEXT, Sort.LINE, Sort.PROSE, Sort.VERBATIM})
MOST_FIELDS = 6
"""So many fields are named in a hint; of more, those that must be there."""
MOST_CHOICES = 8
"""So many choices are named in a hint."""
SHORT = 40
"""The maximum number of characters that a hint puts in braces."""

_NUMBERED = re.compile(r"1[.)] +(?P<text>\S.*?)(?: 2[.)] |$)", re.DOTALL)
"""A list with numbers, of which YAML makes one text."""


def shape_of(misfit: Misfit) -> Shape | None:
    """The shape that the value must have; None where no field says that."""
    parts: Sequence[type[Part]] = (misfit.root,) if issubclass(misfit.root, Part) else ()
    shape: Shape | None = None
    for step in misfit.error["loc"]:
        by_tag = tagged(tuple(parts))
        if shape and shape.item:
            shape = shape.item
        elif step in by_tag:
            parts = [part for part in parts if part is by_tag[str(step)]]
            continue
        else:
            found = [field.shape for part in parts for field in shapes.fields(part) if field.name == step]
            shape = found[0] if found else None
        parts = shape.parts if shape else ()
    return shape


def as_named(misfit: Misfit) -> str | None:
    """How to write values under their names where a list stands, or the first name alone."""
    shape, value = shape_of(misfit), misfit.value
    item, items = shape.item if shape else None, value if isinstance(value, list) else [value]
    first = items[0] if items else None
    if isinstance(first, dict) and first:
        return _without_hyphen(first, item)
    if item is None or not first or not all(isinstance(one, str) for one in items):
        return None
    names = [part.strip() for part in value.split(",")] if isinstance(value, str) else items
    if isinstance(value, str) and len(names) > 1 and all(re.fullmatch(r"[\w-]+(?: [\w-]+)?", name) for name in names):
        items = names
    elif isinstance(value, str) and (item.sort not in _WORDS or not re.fullmatch(r"[a-z][a-z_-]*", value)):
        return None
    each = [_under_its_name(one, item) for one in items]
    why = "" if item.parts else purpose(misfit.owner, str(misfit.loc[-1])).rstrip(".")
    of_fields = ""
    if item.parts:
        given = _given(items[0], item.parts)
        of_fields = _purposes(item.parts[0], [field for field in _required(item.parts) if field.name not in given])
    written = f"`{{{', '.join(each)}}}`"
    if not is_inline(misfit) or len(written) > LONGEST:
        where = f"on a line of its own below `{misfit.loc[-1]}:`, indented by two spaces and without a hyphen"
        written = f"`{each[0]}` {where}"
    return f"write {written}" + (f" ({why})" if why else "") + of_fields


def _under_its_name(text: str, item: Shape) -> str:
    name = text if re.fullmatch(r"[\w-]+", text) and text.islower() else slug(text) or "name"
    return f"{name}: " + (in_braces(item.parts, text) if item.parts else "…")


def is_inline(misfit: Misfit) -> bool:
    """Whether the value is in the line of its field."""
    return misfit.document.key_span(misfit.route).line == misfit.document.span(misfit.route).line


def _without_hyphen(first: Mapping[str, object], item: Shape | None) -> str:
    """How to write the first of several names with their values, each of which has a hyphen before it."""
    name, held = next(iter(first.items()))
    is_field = len(first) > 1 and isinstance(held, str) and held != ""
    if not is_field:
        return f"the names stand here without hyphens: delete the `- ` before `{name}:`"
    fields = item.parts[0].model_fields if item and item.parts else {}
    if item and not item.parts and (named := _named_text(first)):
        return f"write `{named}` in place of these lines"
    new = f"`{slug(str(held)) or '…'}:`"
    if name in fields:
        return f"write {new} in place of the `- `, and `{name}: {shortened(str(held))}` in the next line, in its column"
    return f"write {new} in place of `- {name}: {shortened(str(held))}`"


def _named_text(fields: Mapping[str, object]) -> str | None:
    """A name and a text that stand in two fields, as a name with its text."""
    values = [str(value) for value in fields.values()]
    names = [value for value in values if is_id(value)]
    if len(values) != 2 or len(names) != 1:
        return None
    return f"{names[0]}: {_scalar(next(value for value in values if value != names[0]))}"


def as_items(misfit: Misfit) -> str | None:
    """How to write a list where something else stands."""
    shape, value = shape_of(misfit), misfit.value
    item = shape.item if shape else None
    if isinstance(value, str) and (text := _first_of_numbered(value)):
        return f"start each item on its own line with `- ` in place of its number: `- {shortened(text, LONGEST)}`"
    if isinstance(value, str) and re.fullmatch(r"\(.*\)", value):
        return as_list(value[1:-1])
    if isinstance(value, str) and value and item and item.sort is Sort.PART and not item.may_be_bare:
        if ids := _ids(value, item.parts):
            each = listed(f"- {name}: {one}" for name, one in ids)
            if len(ids) == 1:
                return f"write {each} below `{misfit.loc[-1]}:`, with a `why:` under it"
            return f"write an item of its own for each, below `{misfit.loc[-1]}:`, with a `why:` of its own: {each}"
        first, *others = [_written(field, {}) for field in _required(item.parts)]
        under = f", and {listed(others)} under it, in the column of `{first.partition(':')[0]}`" if others else ""
        return f"write each item below `{misfit.loc[-1]}:`, beginning with `- {first}`{under}"
    if not isinstance(value, dict) or item is None or not value:
        return None
    name, held = next(iter(value.items()))
    if item.sort is Sort.LIST and isinstance(held, list) and all(isinstance(one, str) for one in held):
        return f"write `- [{', '.join([name, *held])}]`, and the others like it"
    if item.sort is not Sort.PART:
        return as_list(", ".join(value)) if not any(value.values()) else None
    fields = item.parts[0].model_fields
    if value.keys() <= fields.keys():
        others = [f"{one}:" for one in value if one != name]
        under = f", and {listed(others)} under it, in the column of `{name}`" if others else ""
        return f"start it with `- ` before `{name}:`{under}"
    return _named_as_items(name, held, item)


def _ids(value: str, parts: Sequence[type[Part]]) -> list[tuple[str, str]]:
    """The ids in a text with commas, each with the name of the field that takes it, if the items are links."""
    first, *others = shapes.fields(parts[0])
    ids = [one.strip() for one in value.split(",")]
    is_link = first.shape.sort is Sort.REF and any(field.name == "why" for field in others)
    return [(first.name, one) for one in ids] if is_link and all(map(is_id, ids)) else []


def _named_as_items(name: str, held: object, item: Shape) -> str:
    """How to write the first of several values under their names as an item that has its name in a field."""
    first = next((field for field in _required(item.parts) if field.shape.sort in (*_WORDS, Sort.ID)), None)
    if first is None:
        return "start each item on its own line with `- `"
    if isinstance(held, dict):
        below = f"its fields under it, in the column of `{first.name}`"
        return f"write `- {first.name}: {_scalar(name)}` in place of `{name}:`, and {below}"
    given = {first.name: name}
    for field in _required(item.parts):
        if field.name not in given and _fits(held, field.shape):
            given |= {field.name: held} if isinstance(held, str) else {}
            break
    written = ", ".join(_written(field, given) for field in _required(item.parts))
    return f"write `- {{{written}}}`, and the others like it"


def named_item(misfit: Misfit) -> str | None:
    """The two fields of an item that is written as a name and a text: `{by: ann, says: "No."}` for `ann: No.`."""
    name, held = str(misfit.loc[-1]), misfit.value
    if len(misfit.loc) < 2 or not isinstance(misfit.loc[-2], int) or len(fields_beside(misfit)) > 1:
        return None
    found = shapes.fields(misfit.owner)
    first = found[0].shape if found else None
    if first is None or first.sort not in (Sort.ID, Sort.REF, Sort.NUMBER, Sort.WHOLE) or not _fits(name, first):
        return None
    needed = [field for field in found[1:] if field.required] or list(found[1:2])
    if len(needed) != 1 or needed[0].shape.sort not in _WORDS or not isinstance(held, str) or not held:
        return None
    return f"{{{found[0].name}: {name}, {needed[0].name}: {_scalar(held)}}}"


def as_fields(misfit: Misfit) -> str | None:
    """How to write the fields that a text or a list stands for."""
    value, models = misfit.value, walked(misfit.root, misfit.error["loc"])[1]
    parts = [model for model in models if issubclass(model, Part)]
    if isinstance(value, list) and parts:
        items = [one for one in value if isinstance(one, dict)]
        names = [name for one in items for name in one]
        is_fields = 0 < len(value) == len(items) and all(items) and len({*names}) == len(names)
        if value and not items:
            names = [*parts[0].model_fields]
            if len(names) > MOST_FIELDS:
                names = [field.name for field in _required(parts)] or names[:MOST_FIELDS]
            fields = listed(f"{name}: …" for name in names)
            return f"write its fields below it, indented by two spaces and without hyphens: {fields}"
        if not is_fields or not {*names} <= parts[0].model_fields.keys():
            return None
        return f"these are fields and no list: delete the `- ` before {listed(f'{next(iter(one))}:' for one in items)}"
    required = _required(parts) if parts else ()
    if not isinstance(value, str) or not value or not required:
        return None
    given = _given(value, parts)
    written = [_written(field, given) for field in required]
    if misfit.loc and isinstance(misfit.loc[-1], int):
        first, *others = written
        return f"write `- {first}`" + (f", and {listed(others)} under it, in the same column" if others else "")
    if len(braces := in_braces(parts, value)) <= SHORT and is_inline(misfit):
        left = [field for field in required if field.name not in given]
        return (
            f"write `{braces}`" + "".join(map(_of_choices, left if len(parts) == 1 else ())) + _purposes(parts[0], left)
        )
    return f"write {listed(written)} below `{misfit.loc[-1]}:`, indented by two spaces"


def _purposes(part: type[Part], fields: Sequence[shapes.Field]) -> str:
    """What those of the fields are for whose values a hint leaves open."""
    said = {field.name: purpose(part, field.name) for field in fields if not field.shape.choices}
    return "".join(f"; `{name}`: {text[:1].lower()}{text[1:].rstrip('.')}" for name, text in said.items() if text)


def _of_choices(field: shapes.Field) -> str:
    """What a field can have, where a hint leaves its value open."""
    return f", with {listed(field.shape.choices, last=' or ')}" if 0 < len(field.shape.choices) <= MOST_CHOICES else ""


def of_missing_items(misfit: Misfit) -> str | None:
    """What the items of a list consist of that needs more of them."""
    shape = shape_of(misfit)
    if not shape or not shape.item or shape.item.sort is not Sort.PART or len(shape.item.parts) > 1:
        return None
    names = [f"{field.name}:" for field in _required(shape.item.parts)]
    return f"add an item with {listed(names)}, and `- ` before the first of them" if len(names) > 1 else None


def needed_by(model: type[Part]) -> str:
    """The fields that an entry must have, and those that the items of its lists must have."""
    return enumerated(map(_needed, _required((model,))), last=" and ")


def _needed(field: shapes.Field) -> str:
    parts = field.shape.item.parts if field.shape.item else field.shape.parts
    names = [f"{one.name}:" for one in _required(parts)] if parts else []
    of = "its items need" if field.shape.sort is Sort.LIST else "it needs"
    return f"`{field.name}:`" + (f" ({of} {listed(names)})" if names else "")


def in_braces(parts: Sequence[type[Part]], text: str) -> str:
    """The fields that must be there, one of them with the text, as one writes them in a line."""
    given = _given(text, parts)
    return "{" + ", ".join(_written(field, given) for field in _required(parts)) + "}"


def _written(field: shapes.Field, given: Mapping[str, str]) -> str:
    """The field with the value that is given for it, or a sign for what its author writes."""
    return f"{field.name}: " + given.get(field.name, "[…]" if field.shape.sort is Sort.LIST else "…")


def _given(text: str, parts: Sequence[type[Part]]) -> Mapping[str, str]:
    """The text as the value of the field that takes it, with an id made of it if there is a field for one."""
    required = _required(parts)
    if text in tagged(tuple(parts)):
        return {shapes.tag_of(parts): text}
    words = [field.name for field in required if field.shape.sort in _WORDS and takes(parts[0], field.name, text)]
    if words:
        ids = {field.name: slug(text) for field in required if field.shape.sort is Sort.ID and slug(text)}
        return {**ids, words[0]: _scalar(text)}
    fitting = [one for one in required if _fits(text, one.shape) and takes(parts[0], one.name, text)]
    return {field.name: text for field in fitting[-1:]}


def _fits(value: object, shape: Shape) -> bool:
    match shape.sort:
        case Sort.LIST:
            return isinstance(value, list)
        case Sort.NUMBER | Sort.WHOLE:
            return isinstance(value, str) and bool(re.fullmatch(r"-?\d+(\.\d+)?", value))
        case Sort.ID | Sort.REF:
            return isinstance(value, str) and is_id(value)
        case _:
            return isinstance(value, str) and shape.sort in _WORDS


def _required(parts: Sequence[type[Part]]) -> tuple[shapes.Field, ...]:
    """The fields that must be there, whichever of the parts it is."""
    first, *others = parts
    names = [set(other.model_fields) for other in others]
    return tuple(field for field in shapes.fields(first) if field.required and all(field.name in n for n in names))


def _first_of_numbered(text: str) -> str | None:
    found = _NUMBERED.match(text)
    return found["text"] if found else None


def _scalar(text: str) -> str:
    """The text as it may stand behind a name: in quotes if it would mean something else."""
    short = shortened(text, LONGEST)
    return f'"{short}"' if re.search(r": |:$| #|[\[\]{}\"',]|^[-?&*!|>%@`#]", short) and '"' not in short else short
