"""QR codes as images."""

from functools import cache

import segno


@cache
def qr_picture(address: str) -> str:
    """A QR code that leads to `address`, as an address of the picture itself."""
    return segno.make(address, error="m", micro=False).svg_data_uri(border=0, omitsize=True)
