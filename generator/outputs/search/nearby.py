"""The file from which a browser learns which pages are near in meaning to words, where words alone find too little."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.content.nearby import Nearby
from generator.outputs.search.index import coded, front_coded
from generator.site.page import Artifact
from generator.site.release import DATA

NEARBY_PATH = f"{DATA}nearby.json"

STRENGTHS = 16
"""A page and how near it is are one number: the page's times this, and the strength."""


def nearby_json(nearby: Nearby, urls: Mapping[str, str], pages: Sequence[str]) -> Artifact:
    """The file. Words without an entry that is there are left out.

    `urls` maps the ids of entries to addresses. `pages` are the addresses of the searched pages in their order.
    """
    number = {url: at for at, url in enumerate(pages)}
    near = {
        word: [
            number[urls[name]] * STRENGTHS + strength
            for name, strength in found
            if name in urls and urls[name] in number
        ]
        for word, found in nearby.words.items()
    }
    words = sorted(word for word in near if near[word])
    value = {"version": 1, "words": front_coded(words), "near": " ".join(coded(near[word]) for word in words)}
    return Artifact(NEARBY_PATH, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
