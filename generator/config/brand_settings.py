"""The models of what `site_config.yml` says about colours, typefaces and the notice of a playbook."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.model.entry import Part
from generator.model.values import Text
from generator.typefaces.faces import FontFace
from generator.typefaces.packages import faces_of

COLOUR = r"^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
"""A colour as six digits, of which pairs stand for red, green and blue; or as three, each in place of a pair."""


def _in_six_digits(written: str) -> str:
    digits = written.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


Colour = Annotated[Text, Field(pattern=COLOUR), AfterValidator(_in_six_digits)]


class Colours(Part):
    """The colours of the playbook in place of the theme's, such as `"#0b5a66"`. They are checked for contrast.

    Those for dark backgrounds, if they are not named, are the nearest ones that can be read there.
    """

    main: Colour | None = None
    """The colour of links, and of headings on paper, in quotes, such as `"#0b5a66"`"""
    main_on_dark: Colour | None = None
    """The same for dark backgrounds, in quotes, such as `"#7cc7d3"`"""
    text: Colour | None = None
    """The colour of text, in quotes, such as `"#1f2530"`"""
    text_on_dark: Colour | None = None
    """The same for dark backgrounds, in quotes, such as `"#e6e4de"`"""
    background: Colour | None = None
    """The colour behind pages, in quotes, such as `"#fdfcfa"`. Paper stays white."""
    background_on_dark: Colour | None = None
    """The same for readers who choose dark colours, in quotes, such as `"#15191f"`"""
    accents: dict[str, Colour] = Field(default_factory=dict)
    """The colours of kinds by the names of the theme's accents, such as `teal: "#00544b"`"""
    accents_on_dark: dict[str, Colour] = Field(default_factory=dict)
    """The same for dark backgrounds."""


PACKAGE = r"^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$"
"""The name of a package of Python."""


class Fonts(Part):
    """The typefaces of the playbook, by the packages that hold them. What is not named is as the theme has it."""

    text: Annotated[Text, Field(pattern=PACKAGE)] | None = None
    """The package with the typeface of text, such as `font-lato`"""
    headings: Annotated[Text, Field(pattern=PACKAGE)] | None = None
    """The package with the typeface of headings and quotations, such as `fontpkg-lora`"""

    @property
    def faces(self) -> tuple[FontFace, ...]:
        """The faces of pages and of paper."""
        return faces_of(self.text or "", self.headings or "")


NOTICE_LENGTH = 100
"""The maximum length of a notice, in characters: it stands on one line at the top of a sheet."""

Notice = Annotated[Text, Field(max_length=NOTICE_LENGTH)]
