"""Types of declared fields whose values have a form of their own: web addresses, colours, pictures, files."""

from __future__ import annotations

import re
from typing import Annotated, Self, TypeAlias
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.model.slug import slug
from generator.model.values import Line, Looks

LONGEST_ADDRESS = 1000
"""The most characters of a web address."""

_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]+")
_COLOUR = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\S\n]*+[^\[\]\s][^\[\]\n]*+\]\(files/[^\s()<>]+\)")
_FILE = re.compile(r"\[[^\S\n]*+[^\[\]\s][^\[\]\n]*+\]\(files/[^\s()<>]+\)")


def _misformed(what: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("form", "{what}", {"what": what, "hint": hint})


def _address(value: object) -> object:
    if not isinstance(value, str):
        return value
    if len(value) > LONGEST_ADDRESS:
        raise _misformed("is too long for a web address", f"write at most {LONGEST_ADDRESS} characters")
    if not _ADDRESS.fullmatch(value) or not _has_host(value):
        bare = re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", value)
        hint = f"write `https://{value}`" if bare else "write the whole address, such as `https://example.org/plan`"
        raise _misformed("is not a web address", hint)
    return value


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:  # brackets in the host
        return False


WebAddress: TypeAlias = Annotated[str, BeforeValidator(_address), Looks("address")]
"""The whole address of a page, with `https://` or `http://`."""


def _colour(value: object) -> object:
    if value in (None, ""):
        raise PydanticCustomError("empty", "is empty")
    if isinstance(value, str) and not _COLOUR.fullmatch(value):
        raise _misformed("is not a colour", 'write `#` and three or six digits from 0 to f, as in `"#1a7f5a"`')
    return value.lower() if isinstance(value, str) else value


Colour: TypeAlias = Annotated[str, BeforeValidator(_colour), Looks("colour")]
"""A colour in six or three digits from 0 to f, as in `#1a7f5a`."""


def _without_spaces(value: str) -> str | None:
    """How to write the address of a file whose name has spaces; None if that is not what is wrong."""
    found = re.fullmatch(r"!?\[[^\[\]]++\]\(files/([^\s()]*+\s[^()]*+)\)", value.strip())
    if not found:
        return None
    stem, dot, ending = found[1].rpartition(".")
    name = f"{slug(stem if dot else ending)}{dot}{ending.lower() if dot else ''}"
    return f"an address has no spaces: name the file `{name}`, and write `files/{name}`"


class PictureLine(Line):
    """A text that consists of one picture: `![what it shows](files/plan.png)`."""

    __slots__ = ()

    @classmethod
    def _checked(cls, value: str, info: ValidationInfo) -> Self:
        if not _PICTURE.fullmatch(value):
            hint = 'write what it shows and its file, in quotes: `"![The way out](files/way-out.png)"`'
            raise _misformed("must be one picture", _without_spaces(value) or hint)
        return super()._checked(value, info)


class FileLine(Line):
    """A text that consists of one link to a file: `[The form](files/form.pdf)`."""

    __slots__ = ()

    @classmethod
    def _checked(cls, value: str, info: ValidationInfo) -> Self:
        if not _FILE.fullmatch(value):
            hint = 'write what it is and its file, in quotes: `"[The form](files/form.pdf)"`'
            raise _misformed("must be one link to a file", _without_spaces(value) or hint)
        return super()._checked(value, info)
