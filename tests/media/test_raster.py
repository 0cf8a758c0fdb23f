from __future__ import annotations

from zlib import crc32

import pytest
from PIL import Image

from generator.media.picture import Picture
from generator.media.raster import MOST_PIXELS, examined, made
from generator.media.unusable import Unusable
from tests.media.made import drawing, opened, photograph, saved

TURNED = Image.Exif()
TURNED[0x0112] = 6  # lies on its side
TURNED[0x010F] = "A camera"


def why(content: bytes, ending: str) -> str:
    with pytest.raises(Unusable) as refused:
        examined(content, ending)
    assert refused.value.hint
    return refused.value.message


@pytest.mark.parametrize(("form", "ending"), [("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif"), ("AVIF", "avif")])
def test_a_picture_of_few_colours_is_a_drawing(form: str, ending: str) -> None:
    options = {} if form == "GIF" else {"lossless": True} if form == "WEBP" else {}
    assert examined(drawing(form=form, **options), ending) == Picture(600, 400, drawing=True)


def test_a_photograph_has_the_size_in_which_it_is_shown() -> None:
    assert examined(photograph(exif=TURNED), "jpg") == Picture(400, 600)


def test_a_photograph_may_be_a_png() -> None:
    assert examined(photograph(form="PNG"), "png") == Picture(600, 400)


@pytest.mark.parametrize("cut", [20, 200, 2000])
@pytest.mark.parametrize(("content", "ending"), [(photograph(), "jpg"), (photograph(form="PNG"), "png")])
def test_a_picture_that_was_cut_off_is_damaged(
    content: bytes, ending: str, cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    assert "damaged" in why(content[:cut], ending) or "no picture" in why(content[:cut], ending)


def test_what_is_no_picture_is_said() -> None:
    assert why(b"GIF87a is how this text begins", "png") == "the content of this file is no picture of the format PNG"
    assert (
        why(saved(Image.new("RGB", (9, 9)), "BMP"), "png") == "the content of this file is no picture of the format PNG"
    )


def test_the_name_must_say_the_format() -> None:
    assert why(photograph(), "png") == "the name ends in `.png`, but the picture has the format JPEG"


def test_a_picture_that_moves_is_refused() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert why(content, "gif") == "the picture moves, which readers cannot stop"


def test_a_small_file_with_very_many_pixels_is_refused_before_it_is_decoded() -> None:
    side = 8000
    assert side * side > MOST_PIXELS
    content = saved(Image.new("1", (side, side)), "PNG")
    assert len(content) < 20_000
    assert why(content, "png") == "the picture has more pixels of 8000 × 8000 than the 50,000,000 that are allowed"


def test_a_header_that_claims_gigapixels_is_refused() -> None:
    content = bytearray(drawing())
    content[16:24] = (2**24).to_bytes(4, "big") * 2
    content[29:33] = crc32(content[12:29]).to_bytes(4, "big")
    assert why(bytes(content), "png") == "the picture has more pixels than the 50,000,000 that are allowed"


@pytest.mark.parametrize(("ending", "form"), [("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")])
def test_sizes_are_made_upright_without_metadata(ending: str, form: str) -> None:
    content = made(photograph(exif=TURNED), 200, ending, lossless=False)
    image = opened(content)
    assert (image.format, image.size, dict(image.getexif())) == (form, (200, 300), {})
    assert content == made(photograph(exif=TURNED), 200, ending, lossless=False)


def test_a_drawing_keeps_its_colours_exactly() -> None:
    image = opened(made(drawing(), 600, "webp", lossless=True)).convert("RGB")
    assert image.getcolors() == opened(drawing()).convert("RGB").getcolors()


def test_transparency_stays_and_becomes_white_where_the_format_has_none() -> None:
    content = saved(Image.new("RGBA", (40, 40), (255, 0, 0, 0)), "PNG")
    assert opened(made(content, 20, "webp", lossless=True)).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]
    assert opened(made(content, 20, "jpg", lossless=False)).getpixel((5, 5)) == (255, 255, 255)


def test_pictures_for_print_and_for_science_become_colours_of_the_web() -> None:
    inks = opened(made(saved(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG"), 20, "jpg", lossless=False))
    greys = opened(made(saved(Image.new("I;16", (40, 40), 65535), "PNG"), 20, "png", lossless=True))
    assert (inks.mode, greys.mode, greys.getpixel((5, 5))) == ("RGB", "RGB", (255, 255, 255))
