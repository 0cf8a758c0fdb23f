"""A playbook sees the theme that came with the generator through its own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.caching.memory import Memory
from generator.commands.serve import Builder
from generator.config.project import Project, read_config
from generator.config.theme import Theme, theme_names, theme_of
from generator.paper.documents import documents_of
from generator.site.page import Site
from generator.site.script_modules import without_comments
from generator.system import file_state
from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import ROOT
from tests.hashed_names import text_of, without_hashes

INSTALLED = ROOT / "themes" / "playbook"


def _write(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def _project(root: Path) -> Project:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return project


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A playbook without a folder of themes."""
    return _write(tmp_path / "bare", **{"site_config.yml": CONFIG, **clean_files()})


def _built(root: Path) -> Site:
    project = _project(root)
    return pipeline.build(project, pipeline.read(project))


class TestTheFoldersOfATheme:
    def test_a_playbook_without_themes_has_those_that_came_with_the_generator(self, bare: Path) -> None:
        assert theme_names(bare) == ("playbook",)
        assert theme_of(bare, "playbook") == Theme((INSTALLED,))

    def test_its_own_files_lie_over_them(self, bare: Path) -> None:
        own = _write(bare / "themes" / "playbook", **{"css/tokens.css": "/* ours */"})
        theme = theme_of(bare, "playbook")

        assert theme == Theme((own, INSTALLED))
        assert theme.files("css/[pt]*.css") == {
            "css/page.css": INSTALLED / "css/page.css",
            "css/print.css": INSTALLED / "css/print.css",
            "css/tokens.css": own / "css/tokens.css",
        }
        assert theme.within("css") == Theme((own / "css", INSTALLED / "css"))
        assert theme.within("material") == Theme((INSTALLED / "material",))

    def test_one_folder_reached_by_two_ways_counts_once(self, bare: Path) -> None:
        (bare / "themes").symlink_to(ROOT / "themes")

        assert [len(theme.folders) for theme in (theme_of(bare, "playbook"), theme_of(ROOT, "playbook")) if theme] == [
            1,
            1,
        ]

    def test_a_theme_of_its_own_stands_alone(self, bare: Path) -> None:
        own = _write(bare / "themes" / "quiet", **{"css/tokens.css": ""})

        assert theme_names(bare) == ("playbook", "quiet")
        assert theme_of(bare, "quiet") == Theme((own,))

    @pytest.mark.parametrize("name", ["none", "", ".", "..", "../themes/playbook", "__pycache__", "/etc"])
    def test_what_is_no_name_of_a_theme_gives_none(self, name: str, bare: Path) -> None:
        assert theme_of(bare, name) is None


class TestAnOverlay:
    def test_of_a_template_a_component_a_style_and_the_frame_is_what_the_site_shows(self, bare: Path) -> None:
        before = _built(bare)
        _write(
            bare / "themes" / "playbook",
            **{
                "pages/404.html.j2": "<h1>Ours</h1>",
                "components/share-link/share-link.js": "export const ours = 1;\n",
                "components/search/lazy/mark.js": "export const also = 1;\n",
                "css/tokens.css": ":root { --paper: #123456 }\n",
                "material/assets/favicon.svg": "<svg/>",
            },
        )
        after = _built(bare)
        changed = {page.url for page in after.pages if page not in before.pages}
        written = bare / "out"
        written.mkdir()
        pipeline.write(_project(bare), after, written)

        assert "404.html" in changed
        assert next(page.body for page in after.pages if page.url == "404.html") == "<h1>Ours</h1>\n"
        assert "\nexport const ours = $entry.ours;\n" in text_of(after, "assets/share-link/share-link.js")
        assert "\nexport const also = $entry.also;\n" in text_of(after, "assets/search/lazy/mark.js")
        assert text_of(after, "assets/styles/all.css").startswith(":root{--paper:#123456}")
        files, former = ([without_hashes(one.path) for one in site.artifacts] for site in (after, before))
        # Templates with the same styles share a file, which has the name of the first.
        assert "assets/styles/404.css" not in files
        assert [path for path in files if "/styles/" not in path] == [path for path in former if "/styles/" not in path]
        assert next(written.glob("assets/*/favicon.svg")).read_text("utf-8") == "<svg/>"
        assert next(written.glob("assets/*/shell.js")).read_text("utf-8") == without_comments(
            (INSTALLED / "material/assets/shell.js").read_text("utf-8")
        )

    def test_of_a_printed_template_is_what_is_printed(self, bare: Path) -> None:
        _write(bare / "themes" / "playbook", **{"paper/css/tokens.css": "/* our paper */"})
        project = _project(bare)

        assert documents_of(pipeline.read(project).graph, project.site, project.theme).css.startswith("/* our paper */")

    def test_is_watched_while_one_edits_even_before_it_is_there(self, bare: Path) -> None:
        watched = set(Builder(bare / "site_config.yml").watched())

        assert {bare / "content", bare / "site_config.yml", bare / "themes" / "playbook", INSTALLED} <= watched


def test_the_fingerprint_is_the_same_with_a_memory_and_without_and_every_change_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_state, "SETTLED", 0)
    styles, memory = tmp_path / "css/a.css", Memory()
    styles.parent.mkdir()
    styles.write_text("a {}", "utf-8")
    theme, seen = Theme((tmp_path,)), list[str]()

    def look() -> None:
        memory.next_round()
        seen.append(theme.fingerprint(memory))
        assert theme.fingerprint(memory) == theme.fingerprint() == seen[-1]

    look()
    styles.write_text("b {}", "utf-8")
    look()
    (tmp_path / "css/b.css").write_text("", "utf-8")
    look()
    styles.rename(tmp_path / "css/c.css")
    look()
    assert len(set(seen)) == 4
