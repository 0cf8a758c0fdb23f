"""The script of the editor is sent with all that it imports."""

from __future__ import annotations

from posixpath import normpath

from generator.config.settings import THEME
from generator.editor import client_files
from generator.editor.client_files import CLIENT, JOINED, MAIN, WORDS
from generator.publishing.exchange import OWN
from generator.site.joined_scripts import COMMON
from generator.site.script_modules import bundled, module
from tests.conftest import ROOT
from tests.playbooks import EXAMPLE_PLAYBOOK, project

FOLDER = CLIENT.removeprefix(OWN)
START = MAIN.removeprefix(OWN)


def _sent(path: str) -> str:
    answer = client_files.file(path, project(EXAMPLE_PLAYBOOK))
    assert answer
    return answer.body.decode()


def _sources() -> dict[str, str]:
    """The scripts of the editor and of the theme, by their paths in the repository."""
    folders = (ROOT / FOLDER, ROOT / "themes" / THEME / "components")
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for one in folders for path in one.rglob("*.js")}


def test_it_imports_only_what_is_sent_along() -> None:
    main = module(START, _sent(MAIN))
    assert {OWN + normpath(name) for name in main.needs} == {*JOINED} - {MAIN}
    assert main.loads == ()
    assert module(COMMON, _sent(OWN + COMMON)).needs == ()


def test_it_has_every_script_of_its_folder_and_none_imports_itself_through_others() -> None:
    own = {name for name in _sources() if name.startswith(FOLDER)}
    needed = {name for name, _ in bundled({**_sources(), FOLDER + WORDS: ""}, [START])}
    assert own < needed, "each is imported by another"
    sent = _sent(MAIN)
    assert [name for name in needed if f'\n"{name}": (' not in sent] == []
