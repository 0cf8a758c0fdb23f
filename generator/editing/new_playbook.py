"""New playbooks, made from `starter/`, which is a complete playbook."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import unquote, urlsplit

STARTER = Path(__file__).parents[1] / "starter"

LEFT_OUT = frozenset({".cache", "site", "__pycache__"})
"""Output of a build in the folder of the starter."""

NAME, URL = "The Repair Café Playbook", "https://repair.example/"
"""The name and address of the starter, which a new playbook replaces."""

LANGUAGE = "en-GB"
"""The language of the starter."""

PACKAGE = "playbook-generator"

_CONFIGURATION, _REQUIREMENTS = "site_config.yml", "requirements.txt"
_REQUIREMENT = re.compile(rf"^--no-index\n--find-links wheels\n{PACKAGE}==.*\n", re.MULTILINE)
_LEAD = re.compile(r"^(?P<field>  lead:) >-\n(?: {4}.*\n)+", re.MULTILINE)
_TAGLINE = re.compile(r"^(?P<field>tagline:) .*\n", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_][\w ’.,-]*[\w.]")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a new playbook is called, says, speaks and is published at, and whence its recipes install the generator.

    `lead` is the sentence under its name, for which the starter has one about repairs; `generator` is a requirement of
    pip.
    """

    name: str = NAME
    url: str = URL
    lead: str = ""
    language: str = LANGUAGE
    generator: str | None = None


def new_playbook(wishes: Wishes) -> Mapping[str, bytes]:
    """The files of a new playbook, by their paths."""
    found = (path for path in sorted(STARTER.rglob("*")) if path.is_file())
    names = {path.relative_to(STARTER).as_posix(): path for path in found}
    return {name: _made(name, path, wishes) for name, path in names.items() if LEFT_OUT.isdisjoint(Path(name).parts)}


def _made(name: str, path: Path, wishes: Wishes) -> bytes:
    text = path.read_text("utf-8")
    if name == _CONFIGURATION:
        text = text.replace(f"language: {LANGUAGE}\n", f"language: {wishes.language}\n")
        for said in (_LEAD, _TAGLINE) if wishes.lead else ():
            text = said.sub(lambda found: f"{found['field']} {_scalar(wishes.lead)}\n", text)
    if name.endswith(".yml"):
        text = text.replace(f"name: {NAME}\n", f"name: {_scalar(wishes.name)}\n")
    text = text.replace(NAME, wishes.name).replace(URL, wishes.url)
    if name == _REQUIREMENTS and wishes.generator:
        text = _REQUIREMENT.sub(lambda _: f"{wishes.generator}\n", text)
    return text.encode()


def _scalar(text: str) -> str:
    """The text as a YAML scalar: plain if that is unambiguous, otherwise in quotes."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def origin_of_the_generator() -> str | None:
    """The requirement with which other machines can install this generator; None if it was installed from a file."""
    noted = _noted()
    return _requirement(noted) if noted else None


def folder_of_the_generator() -> str | None:
    """The local folder or file from which this generator was installed, or None."""
    parts = urlsplit(str((_noted() or {}).get("url", "")))
    return unquote(parts.path) if parts.scheme == "file" else None


def _noted() -> Mapping[str, object] | None:
    """The record of the installer about the origin of this generator."""
    # A folder in which a wheel was built contains a second distribution without this record.
    found = (distribution.read_text("direct_url.json") for distribution in distributions(name=PACKAGE))
    return next((dict(json.loads(noted)) for noted in found if noted), None)


def _requirement(origin: Mapping[str, object]) -> str | None:
    """The requirement for the record of an installer (https://packaging.python.org, "Direct URL data structure")."""
    url = str(origin["url"])
    match origin:
        case _ if urlsplit(url).scheme == "file":
            return None
        case {"vcs_info": {"vcs": str(system), "commit_id": str(commit)}}:
            return f"{PACKAGE} @ {system}+{url}@{commit}"
        case {"archive_info": {"hashes": {"sha256": str(digest)}}}:
            return f"{PACKAGE} @ {url}#sha256={digest}"
    return None
