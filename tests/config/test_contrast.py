"""Contrast, and the nearest colour that has enough of it."""

from __future__ import annotations

from colorsys import rgb_to_hls

import pytest

from generator.config.contrast import contrast, least_contrast, mixed, passing


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", ["#ff9900", "#00ffff", "#ffee88", "#123456", "#fafafa"])
@pytest.mark.parametrize("grounds", [("#ffffff",), ("#fdfcfa", "#f5f2ec"), ("#15191f", "#1e242c")])
def test_the_nearest_colour_has_enough_and_keeps_its_hue(colour: str, grounds: tuple[str, ...]) -> None:
    found = passing(colour, grounds, 4.5)
    assert least_contrast(found, grounds) >= 4.5
    assert found == colour or least_contrast(found, grounds) < 4.8
    hue, _, saturation = rgb_to_hls(*bytes.fromhex(colour[1:]))
    new, _, _ = rgb_to_hls(*bytes.fromhex(found[1:]))
    assert not saturation or abs(hue - new) < 0.02


def test_a_colour_that_has_enough_stays() -> None:
    assert passing("#123456", ("#ffffff",), 4.5) == "#123456"


def test_where_no_colour_has_enough_it_is_black_or_white() -> None:
    assert passing("#ff0000", ("#000000", "#ffffff"), 7) in ("#000000", "#ffffff")


def test_a_mixture_lies_between() -> None:
    assert (mixed("#000000", "#ffffff", 0.2), mixed("#102030", "#102030", 0.5)) == ("#333333", "#102030")
