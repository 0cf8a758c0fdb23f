"""What fields are for, in forms: `help/TAG.yml`, by the model that declares them.

English is written with the fields in the source of their models, where those read it who change them. `help/en.yml`
has it in other words where the source says what files have and forms do not show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from generator.language.tags import nearest

_FOLDER = Path(__file__).parent / "help"


@cache
def translated() -> Mapping[str, Path]:
    """The files with help, by the tags of their languages."""
    return {path.stem: path for path in sorted(_FOLDER.glob("*.yml"))}


def field_help(model: type, field: str, tag: str) -> str:
    """What the field is for, in the language that the tag names; empty where nobody has said it in that."""
    found = nearest(tag, translated())
    if not found:
        return ""
    texts, known = _texts(found), (one for one in model.__mro__ if field in getattr(one, "__annotations__", ()))
    return next((text for one in known if (text := texts.get(name_of(one), {}).get(field))), "")


def name_of(model: type) -> str:
    """What files of words call a model: `ScoreBand` is `score_band`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__.lstrip("_")).lower()


@cache
def _texts(tag: str) -> Mapping[str, Mapping[str, str]]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found: Mapping[str, Mapping[str, str]] = yaml.load(translated()[tag].read_text("utf-8"), Loader=loader)
    return found
