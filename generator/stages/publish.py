"""The last stage: every file of a site, written into a folder that replaces the one before.

What only writing needs is imported where it is needed, because checks and previews do without it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.caching.memory import FORGETFUL, Memory
from generator.config.project import Project
from generator.parallel import ALONE, Workers
from generator.reporting.steps import Progress, silent
from generator.site.page import Artifact, Site

if TYPE_CHECKING:
    from generator.publishing.linking import Seen


def publish(
    project: Project,
    site: Site,
    target: Path,
    progress: Progress = silent,
    workers: Workers = ALONE,
    pdfs: Iterable[Artifact] = (),
    *,
    archive: str = "",
    in_place: bool = False,
    known: Callable[[], Seen] = dict,
    then: Callable[[Mapping[str, str]], object] | None = None,
) -> Mapping[str, str]:
    """Write the site, its `pdfs` and its `archive` to the folder `target`, replacing the previous site atomically.

    `in_place`: the folder stays the same one, and its files are replaced one after the other. `known` is what was read
    of the previous site. As soon as all files are written, `then` is called with their hashes.
    Returns the hashes of all these files by their paths. Raises `site_folder.OutputRefused` if the folder must not be
    replaced.
    """
    from generator.publishing import linking, site_folder

    with site_folder.staged(target) as staging:
        there = cache(known)
        written = write(project, site, staging, progress, workers, target, there)
        written = {**written, **site_folder.write(pdfs, staging)}
        if archive:
            progress("Packing the site for reading without a network")
            written = {**written, **site_folder.write([archived(staging, written, archive)], staging)}
        if then:
            then(written)
        progress("Publishing")
        site_folder.publish(staging, target, in_place=in_place)
        linking.put_aside(staging, target, there(), written)
    return written


def archived(folder: Path, paths: Iterable[str], archive: str) -> Artifact:
    """The file at the path `archive`, which contains the site in `folder` as it opens without a server.

    `paths` are the files of the site. Raises Refused if a script of the theme cannot be part of it.
    """
    from generator.offline.archive import archive as packed
    from generator.offline.edition import files

    made = files(paths, lambda path: (folder / path).read_bytes())
    return Artifact(archive, packed(made, Path(archive).stem))


def write(
    project: Project,
    site: Site,
    folder: Path,
    progress: Progress = silent,
    workers: Workers = ALONE,
    published: Path | None = None,
    known: Callable[[], Seen] = dict,
) -> Mapping[str, str]:
    """Write the whole site into `folder`, and return the hashes of its files by their paths.

    Files of the site in `published` that are the same are not written again, but linked. Of that, `known` was read.
    """
    from generator.publishing import data_files, linking, site_folder

    progress("Putting the pages into their frame")
    same = linking.prepared(site.unchanged, published, folder) if published else {}
    # To make the search index takes as long as to link, to load the frame and to put a few pages into it.
    begun = workers.start(partial(site_folder.write, _but(same, site.artifacts), folder, workers))
    try:
        linked = linking.link(same, published, folder, workers, known()) if published else {}
        left = _but(linked, (*(file for file in site.artifacts if file.path in same), *in_frame(project, site)))
        written = site_folder.write(left, folder, workers)
    finally:
        others = begun()
    named = data_files.name_by_content(folder, {**linked, **written, **others})
    return _with_worker(folder, named) if site.worker else named


def _but(linked: Container[str], files: Iterable[Artifact]) -> Iterator[Artifact]:
    return (file for file in files if file.path not in linked)


def _with_worker(folder: Path, files: Mapping[str, str]) -> Mapping[str, str]:
    """Write the service worker of the site in `folder`, which knows the hashes of its `files`."""
    from generator.offline.service_worker import kept_with_all, service_worker
    from generator.publishing import site_folder
    from generator.site.policy import WORKER

    size = sum(os.stat(f"{folder}/{path}").st_size for path in kept_with_all(files))
    (folder / WORKER).unlink()
    return {**files, **site_folder.write([Artifact(WORKER, service_worker(files, size))], folder)}


def files(project: Project, site: Site, memory: Memory = FORGETFUL, theme: str = "") -> Iterator[Artifact]:
    """Every file of a site. Their contents are made when they are asked for.

    `memory` keeps the frame around pages for the same fingerprint of the `theme`.
    """
    yield from site.artifacts
    yield from in_frame(project, site, memory, theme)


def in_frame(project: Project, site: Site, memory: Memory = FORGETFUL, theme: str = "") -> Iterator[Artifact]:
    """The pages in their frame, and the frame's own files."""
    from generator.shells.shell import framed

    return framed(site, project.theme, memory, theme)
