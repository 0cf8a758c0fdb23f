"""The templates of a theme: how they are read, and what they can say."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from types import MappingProxyType
from typing import Any, NoReturn
from urllib.parse import quote, urlsplit

from jinja2 import Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError

from generator import calculating
from generator.caching.templates import CompiledTemplates
from generator.calculating.counting import characters
from generator.config.theme import Theme
from generator.diagnostics.suggest import did_you_mean, nearest
from generator.language.language import Language
from generator.model.facets import FACETS
from generator.model.values import clock
from generator.scoring import from_entry
from generator.scoring.for_browser import counted_kind
from generator.scoring.worked_result import worked_result


class BrokenTemplate(Exception):
    """A template cannot be used. `places` are the files and lines of the templates at work, the innermost first.

    `meant` asks whether something was meant whose name is nearly that of what there is not.
    """

    def __init__(self, message: str, places: tuple[tuple[str, int], ...], meant: str = "") -> None:
        super().__init__(message, places, meant)
        self.message, self.places, self.meant = message, places, meant

    def __str__(self) -> str:
        file, line = self.places[0] if self.places else ("a template", 0)
        return f"{file}, line {line}: {self.message}"


class Templates(Environment):
    """An environment whose templates have no names of their own.

    Jinja combines them with those of the environment at each import and each rendering, which takes a fifth of the time
    of a page.
    """

    def make_globals(self, own: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(own) if own else self.globals

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what went wrong as `BrokenTemplate`, which keeps its places on the way from another process."""
        error = sys.exc_info()[1]
        if isinstance(error, BrokenTemplate):
            raise error
        try:
            super().handle_exception(source)
        except Exception as rewritten:
            raise broken(rewritten, self) from rewritten


def broken(error: Exception, templates: Environment) -> BrokenTemplate:
    """The same error with the places of the templates that were at work."""
    frames = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    places = [(file, line) for file, line in reversed(frames) if file.endswith((".j2", ".html"))]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places.insert(0, (error.filename, error.lineno))
    message, meant = _in_words(error, templates)
    return BrokenTemplate(message or type(error).__name__, tuple(dict.fromkeys(places)), meant)


ENDING = ".html.j2"

_WITHOUT = re.compile(r"'(?P<path>(?:\w+\.)+)?(?P<type>\w+) object' has no attribute '(?P<name>\w+)'")
_NO_HELPER = re.compile(r"No (?P<what>filter|test) named '(?P<name>\w+)'")


def _in_words(error: Exception, templates: Environment) -> tuple[str, str]:
    """What is wrong, and the question whether something with nearly the same name was meant."""
    said = str(error)
    if isinstance(error, TemplateNotFound):
        known = {name.removesuffix(ENDING): name for name in templates.list_templates()}
        near = nearest(str(error.name).removesuffix(ENDING), known)
        return f"there is no template `{error.name}`", f"did you mean `{known[near]}`?" if near else ""
    if found := _NO_HELPER.match(said):
        helpers = templates.filters if found["what"] == "filter" else templates.tests
        return f"there is no {found['what']} `{found['name']}`", did_you_mean(found["name"], helpers) or ""
    if found := _WITHOUT.search(said):
        module = sys.modules.get((found["path"] or "builtins.").rstrip("."))
        model = getattr(module, found["type"], object)
        names = {*dir(model), *getattr(model, "model_fields", ()), *getattr(model, "__annotations__", ())}
        near = did_you_mean(found["name"], [name for name in names if not name.startswith("_")])
        return f"`{found['type']}` has no `{found['name']}`", near or ""
    return said, ""


def templates_of(theme: Theme, language: Language) -> Environment:
    """The templates of a theme, which say `words` of a language.

    What they are given is escaped; what they are not given is a fault, and so is a word that there is not.
    """
    templates = Templates(
        loader=theme.loader(),
        cache_size=-1,  # all of them, without looking which was used last
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=CompiledTemplates(f"of the theme\0{language!r}"),
    )
    templates.filters |= {
        "on_paper": on_paper,
        "characters": characters,
        "upper_first": lambda text: text[:1].upper() + text[1:],
        "in_sentence": language.in_sentence,
        "decimals": language.numerals.fixed,
        "exact": language.numerals.exact,
        "clock": clock,
        "mailto": mailto,
    }
    templates.tests["worked_by_hand"] = worked_by_hand
    # Jinja looks through all of these at each import of each template: only what ours use.
    templates.globals = {name: templates.globals[name] for name in ("range", "namespace")}
    templates.globals |= {"calculating": calculating, "questionnaires": from_entry}
    templates.globals |= {"worked_result": worked_result, "counted_kind": counted_kind}
    templates.globals |= {
        "facets": FACETS,
        "words": language.words,
        "language": language,
        "logo": "",
    }
    return templates


def site_id(url: str) -> str:
    """The name under which browsers keep what is entered on the site at `url`, such as `example.org/sales-book`.

    Sites that share a server must not share answers, so it is the address without the protocol, with its signs. Colons
    are escaped: one separates the name from the id of an entry in the keys of the browser's storage.
    """
    parts = urlsplit(url)
    return f"{parts.netloc.lower()}{parts.path}".rstrip("/").replace("%", "%25").replace(":", "%3A")


def mailto(address: str, subject: str, body: str) -> str:
    """A link that prepares an email: RFC 6068, which has `%0D%0A` for the end of a line."""
    return f"mailto:{address}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def on_paper(formula: str, words: Mapping[str, str] = MappingProxyType({})) -> str:
    """A formula as one writes it on paper, where nobody divides by nothing: `a / max(b, 1)` is `a ÷ b`. `words` says
    what names mean; others are read as they are spelt."""
    plain = re.sub(r"max\((\w+), 1\)", r"\1", formula).replace(" / ", " ÷ ").replace(" * ", " × ")
    return re.sub(r"[a-z]\w*", lambda found: words.get(found[0], found[0].replace("_", " ")), plain)


def worked_by_hand(formula: str) -> bool:
    """Whether a formula is one for people: it reckons with something, and takes nothing from a list of functions."""
    return not re.search(r"\w\(|^\w+$", formula)
