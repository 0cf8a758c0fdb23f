"""A picture or another file of a playbook, and the forms in which it is published."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.caching.kept import Kept
from generator.media import formats
from generator.media.picture import Picture, Rendition
from generator.media.recipe import recipe
from generator.media.unusable import Unusable
from generator.system.refusal import Refused

FOLDER = "files/"
"""Where texts find the files, and where they are published under addresses that are kept for good."""

MADE = "assets/pictures/"
"""Where the sizes of pictures are published. Their names say what they contain."""

WIDTHS = (400, 800, 1200, 1600)
"""The widths in pixels in which pictures are made; the last is the maximum at the permanent address, too."""

LETTERS = 10
"""How much of a hash is in a name."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file under `files/`. `name` is its path there, `size` its bytes, `digest` the SHA-256 hash of its content.

    `path` is where it is on the disk, and `kept` the cache of what is made of it.
    """

    name: str
    size: int
    digest: str
    picture: Picture | None
    named: bool = field(default=False, repr=False, kw_only=True)
    """Whether the configuration names it, as the logo for example."""
    former: tuple[str, ...] = field(default=(), repr=False, kw_only=True)
    """Its old addresses, at which it is published as well."""
    path: Path = field(repr=False, compare=False)
    kept: Kept = field(repr=False, compare=False)

    @property
    def address(self) -> str:
        """The permanent address within the site."""
        return FOLDER + self.name

    @property
    def ending(self) -> str:
        return formats.ending_of(self.name)

    @property
    def plain(self) -> Rendition:
        """The form at the permanent address: in the picture's own format, without what it says of camera and place."""
        assert self.picture is not None
        return Rendition(min(self.picture.width, WIDTHS[-1]), self.ending, self.picture.drawing)

    @property
    def plain_height(self) -> int:
        """The height of the picture at the permanent address, in pixels."""
        assert self.picture is not None
        return max(1, round(self.picture.height * self.plain.width / self.picture.width))

    @property
    def renditions(self) -> tuple[Rendition, ...]:
        """The sizes in a modern format. A picture of lines has none: it is sharp in every size."""
        if self.picture is None or self.ending == formats.SVG:
            return ()
        widest = min(self.picture.width, WIDTHS[-1])
        widths = (*(width for width in WIDTHS if width < widest), widest)
        ending = "webp" if self.picture.drawing else "avif"
        return tuple(Rendition(width, ending, self.picture.drawing) for width in widths)

    def path_of(self, rendition: Rendition) -> str:
        """The path of one of the `renditions` in the site. It begins with that of the permanent address."""
        made = sha256(f"{self.digest} {recipe()}".encode()).hexdigest()[:LETTERS]
        return f"{MADE}{self.name}/{made}-{rendition.width}.{rendition.ending}"

    def content(self) -> bytes:
        """The file as it was examined. Raises Refused if it has changed since."""
        content = self.path.read_bytes()
        if sha256(content).hexdigest() != self.digest:
            raise Refused(f"{self.path} was changed while the site was built. Run the command again.")
        return content

    def published(self) -> bytes:
        """What is published at the permanent address."""
        return self.made(self.plain) if self.picture else self.content()

    def made(self, rendition: Rendition) -> bytes:
        """The picture in this form. Raises Refused if its file has changed since it was examined, or cannot be read."""
        key = self.key_of(rendition)
        found = self.kept.get(key)
        if found is None:
            try:
                found = _make(self.content(), rendition)
            except Unusable as error:
                raise Refused(
                    f"{self.path} cannot be made smaller: {error.message}. What to do: {error.hint}."
                ) from error
            self.kept.put(key, found)
        return found

    def key_of(self, rendition: Rendition) -> str:
        """The key under which the picture is kept in this form."""
        return sha256(f"{self.digest} {rendition!r} {recipe()}".encode()).hexdigest()


def _make(content: bytes, rendition: Rendition) -> bytes:
    if rendition.ending == formats.SVG:
        from generator.media.svg import harmless

        return harmless(content).content
    from generator.media.raster import made

    return made(content, rendition.width, rendition.ending, lossless=rendition.lossless)
