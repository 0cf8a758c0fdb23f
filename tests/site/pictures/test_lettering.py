"""Lines of text fit, lose nothing but what is cut, and a cut shows."""

from hypothesis import given
from hypothesis import strategies as st

from generator.site.pictures.lettering import ELLIPSIS, width, wrapped

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cc", "Cs")), max_size=90)


def test_breaks_at_spaces_and_cuts_at_the_end() -> None:
    assert wrapped("Mineral Rights with customers", 8.6, 3) == ("Mineral Rights", "with customers")
    assert wrapped("Andy bought it, not ABC: work for the person’s success", 8.6, 2) == (
        "Andy bought it,",
        "not ABC: wor…",
    )


def test_breaks_a_long_word_at_its_hyphen_or_with_one() -> None:
    assert wrapped("cross-functional", 6.5, 2) == ("cross-", "functional")
    assert wrapped("Donaudampfschifffahrt", 8.6, 3) == ("Donaudampfsc-", "hifffahrt")


@given(TEXTS, st.floats(3, 30), st.integers(1, 4))
def test_lines_fit_and_hold_the_text(text: str, room: float, most: int) -> None:
    lines = wrapped(text, room, most)
    assert len(lines) <= most
    assert all(width(line) <= room + 1e-9 for line in lines)
    joined = "".join("".join(lines).replace("-", "").split())
    whole = "".join(text.replace("-", "").split())
    if lines and lines[-1].endswith(ELLIPSIS) and not whole.endswith(ELLIPSIS):
        assert whole.startswith(joined.removesuffix(ELLIPSIS))
    else:
        assert joined == whole
