"""Ids: making them from text, and checking them."""

from __future__ import annotations

import re

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.model.values import ID_LENGTH, WINDOWS
from generator.model.values import is_id as is_id


def id_problems(entry_id: str, place: Span) -> tuple[Diagnostic, ...]:
    """The problems of an id by itself, at its place."""
    if is_id(entry_id):
        return ()
    if WINDOWS.match(entry_id):
        message, hint = f"`{entry_id}` is a reserved name on Windows", "add a word, such as `" + entry_id + "-entry`"
    elif len(entry_id) > ID_LENGTH:
        message, hint = f"the id has {len(entry_id)} characters; at most {ID_LENGTH} are allowed", "shorten it"
    else:
        message = f"`{entry_id}` is not a valid id"
        hint = f"use lower-case letters, digits and hyphens: `{slug(entry_id)}`"
    return (Diagnostic(codes.BAD_ID, message, place, hint),)


def slug(text: str) -> str:
    """A valid id that resembles `text`."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:ID_LENGTH].strip("-") or "some-id"
