"""The values of the fields that a playbook declares, for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model.entry import Link, Step
from generator.model.page_field import PageField


def field_values(fields: Iterable[PageField], holder: object, url: str) -> dict[str, Any]:
    """What an entry or a group says in each of these fields, by their names, also in those that its page hides.

    Texts are as they are typed. `url` is the address of the site, to which those of files are added.
    """
    given = ((field, field.given(holder)) for field in fields)
    return {field.name: _value(field, value, url) for field, value in given if value is not None}


def _value(field: PageField, value: Any, url: str) -> Any:
    if field.type in ("link", "steps", "group", "table"):
        return [_part(field, one, url) for one in value] if isinstance(value, tuple) else _part(field, value, url)
    if field.type in ("picture", "file"):
        text, _, address = value.strip().removeprefix("!")[1:-1].rpartition("](")
        return {"text": text, "url": url + address}
    if field.type == "number" and value.is_integer():
        return int(value)
    return value


def _part(field: PageField, part: Any, url: str) -> dict[str, Any]:
    match part:
        case Link():
            return {"to": part.to, "why": part.why}
        case Step():
            return {"do": part.do, "detail": part.detail}
    return field_values(field.parts, part, url)
