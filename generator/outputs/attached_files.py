"""The pictures and other files of the content: each at its permanent address, and pictures in sizes for pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.media.attached import AttachedFile
from generator.outputs._made import Made
from generator.site.page import Artifact, LaterArtifact


def outputs(made: Made) -> Iterator[Artifact]:
    for file in made.graph.files.values():
        yield from published(file)


def published(file: AttachedFile) -> Iterator[Artifact]:
    """The files of the site that are made of one of the content. To make a picture takes long, so it is kept."""
    for address in (file.address, *file.former):
        yield LaterArtifact(address, file.published)
    for rendition in file.renditions:
        yield LaterArtifact(file.path_of(rendition), partial(file.made, rendition))
