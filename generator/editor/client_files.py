"""The files of the editor in the browser: its page, its scripts and styles, and those of the theme that it uses.

Scripts import each other by the paths that they have in the repository, so tools and browsers find the same files.
Every path is looked up among files that are listed; none is made from what a request says.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from generator.config.project import Project
from generator.config.settings import THEME
from generator.config.theme import supplied_theme
from generator.publishing.exchange import OWN, Answer
from generator.site.kind_looks import colours
from generator.site.page import Artifact
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

WORDS = "words.js"
"""The module with the words that scripts in the same folder show."""


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
        return Answer(colours(project.kinds), "text/css")
    if path.startswith(FONTS):
        return _font(path.removeprefix(FONTS))
    if path == CLIENT + WORDS:
        scripts = [Artifact(f"editor/{own.name}", own.read_bytes()) for own in sorted(_folder().glob("*.js"))]
        return _words("editor", scripts, project)
    if path.startswith(CLIENT):
        return _read(_client().get(path.removeprefix(CLIENT)))
    within = path.removeprefix(THEME_FILES)
    if within == path:
        return None
    if within.endswith(f"/{WORDS}") and within.count("/") == 2:
        component = within.split("/")[1]
        found = {name: place for name, place in _theme().items() if name.startswith(f"components/{component}/")}
        scripts = [Artifact(name.removeprefix("components/"), place.read_bytes()) for name, place in found.items()]
        return _words(component, scripts, project)
    return _read(_theme().get(within))


def _words(folder: str, scripts: list[Artifact], project: Project) -> Answer | None:
    made = (module for module in modules(scripts, project.language) if module.path == f"{folder}/{WORDS}")
    return next((Answer(module.content, TYPES[".js"]) for module in made), None)


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
