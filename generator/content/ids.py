"""Ids: how they are made from words, and what is wrong with one."""

from __future__ import annotations

import re

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.model.values import ID_LENGTH, WINDOWS
from generator.model.values import is_id as is_id


def id_problems(entry_id: str, place: Span) -> tuple[Diagnostic, ...]:
    """What is wrong with an id as such."""
    if is_id(entry_id):
        return ()
    if WINDOWS.match(entry_id):
        message, hint = f"`{entry_id}` is a name that Windows reserves", "add a word, such as `" + entry_id + "-entry`"
    elif len(entry_id) > ID_LENGTH:
        message, hint = f"the id has {len(entry_id)} characters; at most {ID_LENGTH} are allowed", "shorten it"
    else:
        message = f"`{entry_id}` cannot be an id"
        hint = f"use lower-case letters, digits and hyphens: `{slug(entry_id)}`"
    return (Diagnostic(codes.BAD_ID, message, place, hint),)


def slug(text: str) -> str:
    """The nearest text to `text` that could be an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:ID_LENGTH].strip("-") or "some-id"
