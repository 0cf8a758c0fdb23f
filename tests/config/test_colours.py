"""The colours and typefaces that a configuration names."""

from __future__ import annotations

import pytest

from generator.config.brand import NO_BRAND
from generator.config.brand_settings import Colours
from generator.config.colours import brand_of
from generator.config.contrast import least_contrast
from generator.config.project import read_config
from generator.config.theme import Theme
from generator.reporting import report
from tests.conftest import CONFIG, ROOT, Playbook

THEME = Theme((ROOT / "themes" / "playbook",))


def said(playbook: Playbook, config: str) -> str:
    root = playbook({"site_config.yml": CONFIG + config})
    _, problems = read_config(root / "site_config.yml")
    return report.as_text(problems, report.lines_under(root))


def test_colours_that_cannot_be_read_are_said_with_the_nearest_ones_that_can(playbook: Playbook) -> None:
    config = 'colours:\n  main: "#ff9900"\n  background_on_dark: "#557755"\n  accents: {taal: "#000000"}\n'
    assert (
        said(playbook, config)
        == """\
site_config.yml:11:9: error[low-contrast]: `#ff9900` has a contrast of 1.9 to 1 with the background `#f5f2ec`, \
and 4.5 is the least
  11 |   main: "#ff9900"
     |         ^^^^^^^^^
   hint: write `main: "#9f5f00"`, the nearest colour that has it

site_config.yml:12:23: error[low-contrast]: `#557755` has a contrast of 3.9 to 1 with the text `#e6e4de`, \
and 7 is the least
  12 |   background_on_dark: "#557755"
     |                       ^^^^^^^^^
   hint: write `background_on_dark: "#394f39"`, the nearest colour that has it

site_config.yml:13:13: error[bad-config]: the theme has no accent `taal`
  13 |   accents: {taal: "#000000"}
     |             ^^^^
   hint: did you mean `teal`?
"""
    )


def test_what_is_no_colour_and_no_package_is_said(playbook: Playbook) -> None:
    found = said(playbook, "colours: {main: teal}\nfonts: {text: my font}\n")
    assert [line.strip() for line in found.splitlines() if "error" in line or "hint" in line] == [
        "site_config.yml:10:17: error[wrong-value]: `colours.main` cannot be `teal`",
        'hint: expected: the colour of links, and of headings on paper, in quotes, such as `"#0b5a66"`',
        "site_config.yml:11:15: error[wrong-value]: `fonts.text` cannot be `my font`",
        "hint: expected: the package with the typeface of text, such as `font-lato`",
    ]


def test_packages_that_are_not_there_or_hold_no_typeface_are_said(playbook: Playbook) -> None:
    assert (
        said(playbook, "fonts: {text: font-source-sans-por, headings: pypdf}\n")
        == """\
site_config.yml:10:15: error[bad-config]: the package `font-source-sans-por` is not installed
  10 | fonts: {text: font-source-sans-por, headings: pypdf}
     |               ^^^^^^^^^^^^^^^^^^^^
   hint: did you mean `font-source-sans-pro`?

site_config.yml:10:47: error[bad-config]: the package `pypdf` holds no typeface that can be used
  10 | fonts: {text: font-source-sans-por, headings: pypdf}
     |                                               ^^^^^
   hint: name a package with `.ttf` or `.otf` files, such as `font-lato` or `fontpkg-lora`
"""
    )


def test_without_colours_nothing_changes() -> None:
    assert brand_of(Colours(), THEME) == NO_BRAND
    assert (NO_BRAND.page_styles, NO_BRAND.paper_styles) == ("", "")
    assert Theme(THEME.folders, brand_of(Colours(main="#7a1f5c"), THEME)).fingerprint() != THEME.fingerprint()


@pytest.mark.parametrize(
    "given",
    [
        {"main": "#7a1f5c"},
        {"background": "#ffe9d6", "background_on_dark": "#30181c"},
        {"text": "#222244", "background": "#e8e8ff", "text_on_dark": "#ffffff"},
        {"accents": {"teal": "#5b2a86"}},
    ],
)
def test_every_colour_that_follows_can_be_read(given: dict[str, str]) -> None:
    brand, tokens = brand_of(Colours.model_validate(given), THEME), {"paper": "#fdfcfa", "raised": "#f5f2ec"}
    for scheme, usual in ((brand.light, tokens), (brand.dark, {"paper": "#15191f", "raised": "#1e242c"})):
        colours = usual | dict(scheme)
        grounds = (colours["paper"], colours["raised"])
        for name, colour in scheme:
            if name not in ("paper", "raised", "line", "line-strong", "focus"):
                assert least_contrast(colour, grounds) >= 4.5, (name, colour)
    assert brand.page_styles.startswith("@media (forced-colors:none){:root")


def test_on_paper_colours_can_be_read_on_white() -> None:
    brand = brand_of(Colours(text="#ffffff", background="#203040", main="#ffd27f"), THEME)
    styles = dict(part.split(":") for part in brand.paper_styles[len(":root{--") : -2].split(";--"))
    assert styles.keys() == {"ink", "ink-soft", "brand", "deck"}
    assert all(least_contrast(colour, ("#ffffff",)) >= 4.5 for colour in styles.values())
