"""Videos on other sites that pages may show: their addresses as people copy them, and those that a frame can show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

ID = "{id}"
"""The place of a video's id in the addresses of its host."""


@dataclass(frozen=True, slots=True)
class VideoHost:
    """A site with videos. `link` is the address of a video as people copy it, `frame` that of the video alone."""

    name: str
    link: str
    frame: str

    def id_in(self, address: str) -> str | None:
        """The id of the video at an address, with or without more behind it; None if it is none of this host."""
        before, _, after = self.link.partition(ID)
        found = re.fullmatch(rf"{re.escape(before)}([A-Za-z0-9_-]{{1,100}}+){re.escape(after)}(?:[?&#/].*+)?", address)
        return found[1] if found else None

    @property
    def origin(self) -> str:
        """What a policy names of the frame: `https://player.example`."""
        parts = urlsplit(self.frame)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def shown_host(self) -> str:
        """The host of the frame as readers see it."""
        return urlsplit(self.frame).netloc.removeprefix("www.")


@dataclass(frozen=True, slots=True)
class FoundVideo:
    """A video that a text names."""

    host: VideoHost
    id: str

    @property
    def link(self) -> str:
        return self.host.link.replace(ID, self.id)

    @property
    def frame(self) -> str:
        return self.host.frame.replace(ID, self.id)


def video_at(hosts: Iterable[VideoHost], address: str) -> FoundVideo | None:
    """The video at an address; None if it is none of these hosts."""
    for host in hosts:
        video = host.id_in(address)
        if video:
            return FoundVideo(host, video)
    return None
