"""Pictures and files of the playbook in a text: `![what it shows](files/plan.png)`, `[the form](files/form.pdf)`.

The texts are HTML already. A picture there is an `img` with the address as it is written, a link an `a`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Protocol

from generator.language.language import Language
from generator.media.attached import FOLDER, AttachedFile
from generator.media.formats import MIME
from generator.media.videos import FoundVideo, VideoHost, video_at
from generator.prose.tags import split_at_tags

SIZES = "(min-width: 40em) 38em, 100vw"
"""How wide pages show a picture at most, as browsers choose one of its sizes by it."""

_ATTRIBUTE = re.compile(r'\b(src|alt|title|href)="([^"]*)"')
_MIME = {"webp": "image/webp", "avif": "image/avif"}


class ShownFiles(Protocol):
    """How the pictures and files of a playbook are shown on a page or on paper."""

    def picture(self, address: str, alt: str) -> str | None:
        """The HTML of the picture or the video at this address, as texts write it; None if there is none."""

    def caption(self, words: str) -> str:
        """The HTML of the words below a picture."""

    def link(self, address: str) -> tuple[str, str] | None:
        """Where a link to the file at this address leads, and the HTML of what is said of it; None if there is none."""


@dataclass(frozen=True, slots=True)
class FilesOnPage:
    """Pictures in several sizes, of which the browser chooses one when it is about to be seen."""

    files: Mapping[str, AttachedFile]
    href: Callable[[str], str]
    """Gives the address of a file of the site as seen from the page."""
    language: Language
    videos: tuple[VideoHost, ...] = ()
    """The sites whose videos pages may show."""

    def picture(self, address: str, alt: str) -> str | None:
        file = found(self.files, address)
        if file is None or file.picture is None:
            video = video_at(self.videos, address)
            return self._card(video, alt) if video else None
        image = (
            f'<img src="{escape(self.href(file.address))}" alt="{escape(alt)}" {_size(file)} '
            'loading="lazy" decoding="async">'
        )
        sizes = ", ".join(f"{self.href(file.path_of(one))} {one.width}w" for one in file.renditions)
        if not sizes:
            return f'<picture class="picture">{image}</picture>'
        kind = _MIME[file.renditions[0].ending]
        source = f'<source type="{kind}" sizes="{SIZES}" srcset="{escape(sizes)}">'
        return f'<picture class="picture">{source}{image}</picture>'

    def caption(self, words: str) -> str:
        return f' <span class="caption">{escape(words, quote=False)}</span>'

    def _card(self, video: FoundVideo, title: str) -> str:
        """A video as a link. A script can show it in place of that; until somebody asks for it, nothing is loaded."""
        words, host = self.language.words.video, video.host
        data = {
            "frame": video.frame,
            "title": title,
            "play": words.play,
            "note": words.note(host=host.shown_host),
        }
        attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
        return (
            f'<video-card class="video"{attributes}><a href="{escape(video.link)}">{escape(title)}</a> '
            f'<span class="file-about">({escape(words.at(host=host.name))})</span></video-card>'
        )

    def link(self, address: str) -> tuple[str, str] | None:
        file = found(self.files, address)
        if file is None:
            return None
        return self.href(file.address), f'<span class="file-about">({about(file, self.language)})</span>'


@dataclass(frozen=True, slots=True)
class FilesOnPaper:
    """Pictures as part of the document, and files with their whole addresses under that of the site."""

    files: Mapping[str, AttachedFile]
    site: str
    language: Language
    videos: tuple[VideoHost, ...] = ()

    def picture(self, address: str, alt: str) -> str | None:
        file = found(self.files, address)
        if file is None or file.picture is None:
            video = video_at(self.videos, address)
            return self._address(video, alt) if video else None
        data = f"data:{MIME[file.ending]};base64,{b64encode(file.published()).decode()}"
        return f'<img class="picture" src="{data}" alt="{escape(alt)}" {_size(file)}>'

    def caption(self, words: str) -> str:
        # Not a block: see the styles of pictures on paper.
        return f'<br><span class="caption">{escape(words, quote=False)}</span>'

    def _address(self, video: FoundVideo, title: str) -> str:
        words, shown = self.language.words.video, escape(video.link.removeprefix("https://"))
        return f'<a href="{escape(video.link)}">{escape(title)} ({escape(words.at(host=video.host.name))}: {shown})</a>'

    def link(self, address: str) -> tuple[str, str] | None:
        file = found(self.files, address)
        # An element within a link would not belong to the link as PDF/UA wants it.
        return (self.site + file.address, f"({about(file, self.language)})") if file else None


def found(files: Mapping[str, AttachedFile], address: str) -> AttachedFile | None:
    """The file at an address as texts write it, such as `files/plan.png`; None if there is none."""
    name = address.removeprefix(FOLDER)
    return files[name] if name != address and name in files else None


def about(file: AttachedFile, language: Language) -> str:
    """What a reader should know before opening a file: `PDF, 1.2 MB`."""
    kilobytes = max(1, round(file.size / 1000))
    size = f"{kilobytes} kB" if kilobytes < 1000 else f"{language.numerals.fixed(file.size / 1e6, 1)} MB"
    return f"{file.ending.upper()}, {size}"


def _size(file: AttachedFile) -> str:
    return f'width="{file.plain.width}" height="{file.plain_height}"'


def with_files(html: str, shown: ShownFiles) -> str:
    """The HTML of a text with its pictures and files as they are `shown`.

    Of a picture that is none of the playbook remains what it shows in words.
    """
    if "<img " not in html and f'href="{FOLDER}' not in html:
        return html
    pieces, behind = split_at_tags(html), ""
    for index in range(1, len(pieces), 2):
        tag = pieces[index]
        if tag.startswith("<img "):
            values = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
            alt, caption = values.get("alt", ""), values.get("title", "")
            picture = shown.picture(values.get("src", ""), alt) or escape(alt)
            pieces[index] = picture + (shown.caption(caption) if caption else "")
        elif tag.startswith(f'<a href="{FOLDER}'):
            link = shown.link(unescape(_ATTRIBUTE.findall(tag)[0][1]))
            if link:
                pieces[index] = f'<a class="file" href="{escape(link[0])}">'
                behind = f" {link[1]}"
        elif tag == "</a>" and behind:
            pieces[index], behind = f"{behind}</a>", ""
    return "".join(pieces)
