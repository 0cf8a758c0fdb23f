"""Pictures of pixels: examined, and made in sizes, by Pillow.

Pillow reads only the header of a file until its pixels are needed, so a small file that would need gigabytes is refused
before it is decoded.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from generator.media.formats import RASTER
from generator.media.picture import Picture
from generator.media.unusable import Unusable

MOST_PIXELS = 50_000_000
"""The maximum number of pixels: those of the cameras of today, 50 megapixels."""

MOST_COLOURS = 1 << 14
"""A picture with at most so many colours is a drawing."""

QUICK = 512
"""To about this width a photograph is decoded to see whether it is whole."""

_SRGB = ImageCms.createProfile("sRGB")


def examined(content: bytes, ending: str) -> Picture:
    """What the picture in a file with this ending is. Raises Unusable."""
    with _opened(content, ending) as image:
        if getattr(image, "n_frames", 1) > 1:
            message = "the picture moves, which readers cannot stop"
            raise Unusable(message, "save one of its frames, or put a video on a host of videos and link to it")
        # Some cameras store pictures lying on their side.
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        width, height = reversed(image.size) if turned else image.size
        image.draft("RGB", (QUICK, QUICK))
        image.load()
        drawing = image.format != "JPEG" and image.convert("RGBA").getcolors(MOST_COLOURS) is not None
        return Picture(width, height, drawing)


@contextmanager
def _opened(content: bytes, ending: str) -> Iterator[Image.Image]:
    """The picture. Whatever goes wrong while it is used means that its file is damaged."""
    truncated = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it for the whole process
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow warns of what it can read, but should not
            warnings.simplefilter("ignore", DeprecationWarning)
            with Image.open(BytesIO(content), formats=sorted(set(RASTER.values()))) as image:
                _refuse(image, ending)
                yield image
    except Unusable:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except UnidentifiedImageError:
        message = f"the content of this file is no picture of the format {RASTER[ending]}"
        raise Unusable(message, "open it in a program for pictures, and save it again as PNG or JPEG") from None
    except Exception as error:  # decoders raise errors of many types
        message = "the picture is damaged: a part of it is missing or cannot be read"
        raise Unusable(message, "get the file again, or open it in a program for pictures and save it anew") from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = truncated


def _refuse(image: Image.Image, ending: str) -> None:
    width, height = image.size
    if image.format != RASTER[ending]:
        right = next(one for one, name in RASTER.items() if name == image.format)
        message = f"the name ends in `.{ending}`, but the picture has the format {image.format}"
        raise Unusable(message, f"let its name end in `.{right}`, also in the texts that show it")
    if width * height > MOST_PIXELS:
        raise _too_many_pixels(f" of {width} × {height}")


def _too_many_pixels(shown: str = "") -> Unusable:
    message = f"the picture has more pixels{shown} than the {MOST_PIXELS:,} that are allowed"
    return Unusable(message, "save it smaller: pages show at most 1600 pixels across")


def made(content: bytes, width: int, ending: str, *, lossless: bool) -> bytes:
    """The picture with this width in pixels and in the format of `ending`, without any metadata.

    The same content gives the same bytes. Raises Unusable if it is damaged.
    """
    own = next((one for one, name in RASTER.items() if name == _format_of(content)), ending)
    with _opened(content, own) as image:
        image.draft("RGB", (2 * width, 2 * width))  # a photograph is decoded at about the size that is needed
        upright = _in_srgb(ImageOps.exif_transpose(image))
        size = (width, max(1, round(upright.height * width / upright.width)))
        if upright.size != size:
            upright = upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        target = BytesIO()
        _flat(upright, ending).save(target, RASTER[ending], **_options(ending, lossless))
        return target.getvalue()


def _format_of(content: bytes) -> str | None:
    with Image.open(BytesIO(content), formats=sorted(set(RASTER.values()))) as image:
        return image.format


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours of the web, with its transparency."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits for each grey
        image = image.point(lambda value: value / 256).convert("L")
    has_alpha = image.has_transparency_data
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            found: Any = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), _SRGB, outputMode="RGB"
            )
            return image.convert("RGB") if found is None else found
        except (ImageCms.PyCMSError, OSError):  # a profile that is none: the colours stay as they are
            pass
    return image.convert("RGBA" if has_alpha else "RGB")


def _flat(image: Image.Image, ending: str) -> Image.Image:
    """The picture on white, if its format knows no transparency."""
    if ending not in ("jpg", "jpeg") or image.mode != "RGBA":
        return image
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _options(ending: str, lossless: bool) -> dict[str, Any]:
    match RASTER[ending]:
        case "AVIF":
            return {"quality": 100 if lossless else 62, "speed": 8, "max_threads": 1}
        case "WEBP":
            return {"lossless": lossless, "quality": 80, "method": 4}
        case "JPEG":
            return {"quality": 82, "optimize": True, "progressive": True}
        case "PNG":
            return {"optimize": lossless}
    return {}
