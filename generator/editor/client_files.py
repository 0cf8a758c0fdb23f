"""The files of the editor in the browser: its page, its scripts and styles, and those of the theme that it uses.

Scripts import each other by the paths that they have in the repository, so tools find the same files. Browsers get them
as one file, joined as those of a site are. Every path is looked up among files that are listed; none is made from what
a request says.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from generator.config.project import Project
from generator.config.settings import THEME
from generator.config.theme import Theme, supplied_theme
from generator.publishing.exchange import OWN, Answer
from generator.site.joined_scripts import COMMON, with_joined
from generator.site.kind_looks import colours
from generator.site.page import Artifact
from generator.site.script_modules import module
from generator.site.script_words import modules
from generator.typefaces.cut import PARTS, for_web
from generator.typefaces.faces import FACES

CLIENT = f"{OWN}generator/editor/client/"
"""The path of the editor's own scripts and styles."""

THEME_FILES = f"{OWN}themes/{THEME}/"
"""The path of the files of the theme that comes with the generator."""

FONTS = f"{THEME_FILES}css/fonts/"

PATTERNS = ("components/**/*.js", "components/**/*.css", "css/*.css", "icons/*.svg", "material/assets/*.js")
"""The files of the theme that the editor may load."""

TYPES: Mapping[str, str] = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
"""The media types of these files."""

MAIN = f"{CLIENT}main.js"
"""The path of the script of the editor, with all that it imports."""

JOINED = (MAIN, OWN + COMMON)
"""The paths of the files that make up this script."""

WORDS = "words.js"
"""The module with the words that the editor's scripts show."""


def page(project: Project) -> Answer:
    """The page of the editor, in the language of the playbook."""
    language = project.language
    words = language.words.editor
    text = (_folder() / "edit.html").read_text("utf-8")
    said = {"lang": language.tag, "dir": language.direction, "site": project.site.name}
    shown = {"title": words.title, "back": words.back, "opening": words.opening, "no_scripts": words.no_scripts}
    for name, value in {**said, **shown}.items():
        text = text.replace(f"{{{name}}}", html.escape(value))
    return Answer(text.encode(), "text/html")


def file(path: str, project: Project) -> Answer | None:
    """The file at a path of the server; None if there is none."""
    if path == f"{OWN}kinds.css":
        return Answer(colours(project.kinds, Theme(())), "text/css")
    if path.startswith(FONTS):
        return _font(path.removeprefix(FONTS))
    if path in JOINED:
        return Answer(_joined(project)[path], TYPES[".js"])
    if path.startswith(CLIENT):
        return _read(_client().get(path.removeprefix(CLIENT)))
    if path.startswith(THEME_FILES):
        return _read(_theme().get(path.removeprefix(THEME_FILES)))
    return None


def _joined(project: Project) -> Mapping[str, bytes]:
    """The files at the paths `JOINED`."""
    made, _ = with_joined(_imported(project))
    return {OWN + script.path: script.content for script in made}


def _imported(project: Project) -> Iterator[Artifact]:
    """The script of the editor and all that it imports, by their paths in the repository."""
    places = {f"{CLIENT}{name}": place for name, place in _client().items()}
    places |= {f"{THEME_FILES}{name}": place for name, place in _theme().items()}
    waiting, seen = [MAIN.removeprefix(OWN)], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            path = OWN + name
            content = _words(project) if path == CLIENT + WORDS else places[path].read_bytes()
            yield Artifact(name, content)
            waiting += module(name, content.decode()).needs


def _words(project: Project) -> bytes:
    """The module with the words that the editor's scripts show."""
    scripts = [
        Artifact(f"editor/{name}", place.read_bytes()) for name, place in _client().items() if name.endswith(".js")
    ]
    return next(made.content for made in modules(scripts, project.language) if made.path == f"editor/{WORDS}")


def _font(name: str) -> Answer | None:
    found = ((face, part) for face in FACES for part in PARTS if name == f"{face.name}{part}.woff2")
    return next((Answer(for_web(*font), "font/woff2") for font in found), None)


def _read(place: Path | None) -> Answer | None:
    if place is None or place.suffix not in TYPES or not place.is_file():
        return None
    return Answer(place.read_bytes(), TYPES[place.suffix])


def _folder() -> Path:
    return Path(str(resources.files("generator.editor"))) / "client"


def _client() -> Mapping[str, Path]:
    """The editor's own files by their names. They are looked up each time: whoever develops them adds some."""
    return {own.name: own for own in _folder().glob("*.*") if own.suffix in TYPES}


@cache
def _theme() -> Mapping[str, Path]:
    return supplied_theme(THEME).files(*PATTERNS)
