"""The logo and the sign that a configuration names."""

from __future__ import annotations

from pathlib import Path

from generator.config.project import read_config
from generator.reporting import report
from tests.conftest import CONFIG, Playbook
from tests.media.made import SVG, drawing


def written(playbook: Playbook, config: str) -> Path:
    root = playbook({"site_config.yml": CONFIG + config, "content/files/logo.svg": SVG.format("")})
    (root / "content/files/sign.png").write_bytes(drawing())
    return root


def test_pictures_in_the_folder_of_files_are_taken(playbook: Playbook) -> None:
    project, problems = read_config(
        written(playbook, "logo: files/logo.svg\nlogo_on_dark: files/logo.svg\nfavicon: files/sign.png\n")
        / "site_config.yml"
    )
    assert problems == ()
    assert project
    assert (project.site.logo, project.site.favicon) == ("files/logo.svg", "files/sign.png")


def test_what_cannot_be_a_logo_is_said(playbook: Playbook) -> None:
    root = written(playbook, "logo: logo.svg\nlogo_on_dark: files/lgoo.svg\nfavicon: files/sign.gif\n")
    _, problems = read_config(root / "site_config.yml")
    assert (
        report.as_text(problems, report.lines_under(root))
        == """\
site_config.yml:10:7: error[bad-config]: `logo.svg` cannot be the logo
  10 | logo: logo.svg
     |       ^^^^^^^^
   hint: write the address of a picture in content/files/, such as `files/logo.svg`

site_config.yml:11:15: error[bad-config]: there is no picture `files/lgoo.svg`
  11 | logo_on_dark: files/lgoo.svg
     |               ^^^^^^^^^^^^^^
   hint: did you mean `files/logo.svg`?

site_config.yml:12:10: error[bad-config]: `files/sign.gif` cannot be the favicon
  12 | favicon: files/sign.gif
     |          ^^^^^^^^^^^^^^
   hint: its name must end in `.png` or `.svg`
"""
    )
