"""Templates of a playbook's own that nothing uses: mostly their names are misspelt, so that they replace nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.config.theme import FOLDER, Theme
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import candidates, listed
from generator.model.kind import Kinds

ENDING = ".html.j2"

OF_A_KIND = ("pages/{}", "pages/index-{}", "paper/book/{}")
"""The names of templates that are looked for by the kind of an entry, whether or not the theme has one."""


def unused_templates(root: Path, theme: Theme, kinds: Kinds) -> Iterator[Diagnostic]:
    """The templates in the folder `themes/` of the playbook that replace none and that no other one names.

    A theme that is the playbook's own as a whole is not looked at: nothing tells what its templates are for.
    """
    own = tuple(folder for folder in theme.folders if folder.is_relative_to(root / FOLDER))
    if not own:
        return
    supplied = Theme(tuple(folder for folder in theme.folders if folder not in own)).files(f"**/*{ENDING}")
    written = Theme(own).files(f"**/*{ENDING}")
    new = [name for name in written if name not in supplied]
    if not supplied or not new:
        return
    expected = {form.format(kind.name) + ENDING for kind in kinds for form in OF_A_KIND}
    texts = {name: path.read_text("utf-8", errors="replace") for name, path in written.items()}
    for name in new:
        if name not in expected and not any(name in text for other, text in texts.items() if other != name):
            yield _unused(written[name].relative_to(root).as_posix(), name, supplied)


def _unused(file: str, name: str, supplied: Iterable[str]) -> Diagnostic:
    folder, _, last = name.rpartition("/")
    same = [other for other in supplied if other.rpartition("/")[2] == last]
    beside = {_stem(other): other for other in supplied if other.rpartition("/")[0] == folder}
    near = same or [beside[stem] for stem in candidates(_stem(name), beside)]
    hint = "a template replaces the one with the same path in the theme, or is included by another one"
    if near:
        hint = f"did you mean {listed(near[:2], last=' or ')}? {hint}"
    return Diagnostic(codes.UNUSED_TEMPLATE, "nothing uses this template", Span(file), hint)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(ENDING)
