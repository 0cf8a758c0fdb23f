"""The elements and attributes of SVG that a still picture consists of."""

from __future__ import annotations

import re

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
"""The namespaces of names that a picture keeps. What other programs have added in others is left out."""

_FILTERS = (
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter"
)

DRAWN = frozenset(
    (
        "svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath title desc "
        f"linearGradient radialGradient stop clipPath mask pattern marker image style {_FILTERS}"
    ).split()
)
"""Elements that are kept."""

LEFT_OUT = frozenset({"metadata", "a", "view", "cursor"})
"""Elements that are left out, because they draw nothing. What stands in a link stays."""

MOVING = frozenset({"animate", "animateTransform", "animateMotion", "animateColor", "set", "mpath", "discard"})

RUNNING = frozenset({"script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "canvas", "embed"})

TEXTS = frozenset({"text", "tspan", "textPath", "title", "desc", "style"})
"""Elements whose text is kept."""

PICTURE_IN = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
"""The picture of pixels in an `image`."""

WITHIN = re.compile(r"#[^\s\"'()<>]+")
"""A reference to another part of the same file."""

REFERENCE = re.compile(r"url\(\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^)]*+))\s*+\)?", re.IGNORECASE)
"""A reference in a value of CSS, with its target as one of the groups."""

FORBIDDEN_CSS = re.compile(r"@import|@font-face|image-set\(|src\(|javascript:|-moz-binding|://|\\", re.IGNORECASE)
"""What styles must not contain. A backslash could hide one of the others."""

NEEDLESS = frozenset(
    {"ping", "target", "download", "requiredExtensions", "requiredFeatures", "externalResourcesRequired"}
)
"""Attributes that are left out."""

LENGTH = re.compile(r"\s*+([0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(px|pt|pc|mm|cm|in|em|ex|)\s*+")

PIXELS = {
    "px": 1.0,
    "": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "em": 16.0,
    "ex": 8.0,
}
"""The pixels in each unit of lengths."""
