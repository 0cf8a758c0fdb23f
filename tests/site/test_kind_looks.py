"""Readers tell kinds apart by a sign and a colour of their own, on light and on dark screens."""

from __future__ import annotations

import re
from itertools import combinations
from math import cbrt, dist

import pytest

from generator.config.brand import Brand
from generator.config.theme import Theme
from generator.kinds import BUILT_IN
from generator.site.kind_looks import colours, paper_looks, signs
from tests.conftest import ROOT

FOLDER = ROOT / "themes" / "playbook"
SCHEMES = ("light", "dark")
LEAST_CONTRAST = 4.5
LEAST_DISTANCE = 0.05
"""In the colour space Oklab, where 0.02 is the least difference that people see side by side."""


def _colours(scheme: str) -> dict[str, str]:
    """The custom properties with a colour of a scheme."""
    text = (FOLDER / "css" / "tokens.css").read_text("utf-8")
    block = re.split(r"\[data-md-color-scheme=\"(?:default|slate)\"\] \{", text)[1 + SCHEMES.index(scheme)]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block.partition("}")[0]))


def _linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def _luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True))


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def test_every_kind_has_a_sign_and_a_colour_that_no_other_has() -> None:
    kinds = list(BUILT_IN)
    assert {kind.icon for kind in kinds} <= {path.stem for path in (FOLDER / "icons").iterdir()}
    assert len({kind.icon for kind in kinds}) == len({kind.accent for kind in kinds}) == len(kinds)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_kinds_are_readable_and_differ(scheme: str) -> None:
    found = _colours(scheme)
    accents = {name.removeprefix("accent-"): value for name, value in found.items() if name.startswith("accent-")}
    on = (found["paper"], found["raised"])
    assert {kind.accent for kind in BUILT_IN} <= accents.keys()
    assert [name for name, value in accents.items() if min(_contrast(value, o) for o in on) < LEAST_CONTRAST] == []
    pale = [name for name, value in accents.items() if _contrast(value, found["on-kind"]) < LEAST_CONTRAST]
    assert pale == []
    places = {name: _oklab(value) for name, value in accents.items()}
    assert [pair for pair in combinations(places, 2) if dist(places[pair[0]], places[pair[1]]) < LEAST_DISTANCE] == []


def test_pages_and_scripts_get_the_looks_of_all_kinds() -> None:
    theme = Theme((FOLDER,))
    style = colours(BUILT_IN, theme).decode()
    assert style.count("--kind:light-dark(") == len(BUILT_IN.all)
    light, dark = (_colours(scheme)["accent-teal"] for scheme in SCHEMES)
    assert f"[data-kind=practice]{{--kind:light-dark({light},{dark})}}" in style
    (module,) = signs(BUILT_IN, theme)
    sprout = (FOLDER / "icons" / "sprout.svg").read_text("utf-8").strip().replace('"', '\\"')
    assert f'  "practice": "{sprout}",\n' in module.content.decode()
    assert list(signs(BUILT_IN, Theme(()))) == []


def test_a_colour_of_the_playbook_takes_the_place_of_that_of_the_theme() -> None:
    brand = Brand(light=(("accent-teal", "#012345"),), dark=(("accent-teal", "#abcdef"),))
    style = colours(BUILT_IN, Theme((FOLDER,), brand=brand), ("teal",)).decode()
    assert "[data-kind=practice]{--kind:light-dark(#012345,#abcdef)}" in style
    assert "[data-accent=teal]{--kind:light-dark(#012345,#abcdef)}" in style


def test_an_accent_that_the_theme_does_not_have_keeps_its_name() -> None:
    assert b"[data-kind=practice]{--kind:var(--accent-teal)}" in colours(BUILT_IN, Theme(()))


def test_heads_of_sheets_get_the_sign_in_the_light_colour_of_their_kind() -> None:
    looks = paper_looks(BUILT_IN, Theme((FOLDER,)))
    colour = _colours("light")["accent-olive"]
    assert f'.head[data-kind="worksheet"] .head-name{{color:{colour}}}' in looks
    assert looks.count("data:image/svg+xml") == len(BUILT_IN.all)
    assert f"stroke%3D%22%23{colour[1:]}%22" in looks


def test_a_theme_without_signs_and_colours_has_plain_heads() -> None:
    assert "url(" not in paper_looks(BUILT_IN, Theme(()))
