"""Old addresses of pictures and other files, in `content/redirects.yml`: `files/old.pdf: files/new.pdf`.

A server cannot lead from a file to another without settings of its own, so the new file is published at both addresses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import did_you_mean
from generator.media.attached import FOLDER, AttachedFile
from generator.media.formats import ending_of
from generator.model.addresses import FILE
from generator.reading.document import Document


def is_old_file(address: str) -> bool:
    """Whether a line of the redirects is about a file."""
    return address.startswith(FOLDER)


def with_old_addresses(
    files: Iterable[AttachedFile], document: Document | None
) -> tuple[tuple[AttachedFile, ...], tuple[Diagnostic, ...]]:
    """The files with the old addresses that they keep, and the problems of these lines of the redirects."""
    by_address = {file.address: file for file in files}
    data = document.data if document and isinstance(document.data, dict) else {}
    lines = {old: new for old, new in data.items() if is_old_file(old)}
    former: dict[str, list[str]] = defaultdict(list)
    problems: list[Diagnostic] = []
    for old, new in lines.items():
        assert document is not None
        problem = next(_problems(old, new, by_address, document), None)
        if problem:
            problems.append(problem)
        elif isinstance(new, str):
            former[new].append(old)
    return tuple(replace(file, former=tuple(former[file.address])) for file in by_address.values()), tuple(problems)


def _problems(old: str, new: object, files: dict[str, AttachedFile], document: Document) -> Iterator[Diagnostic]:
    place, target = document.key_span((old,)), document.span((old,))
    if not FILE.fullmatch(old):
        hint = "write it as it was published: `files/old-name.pdf`"
        yield Diagnostic(codes.BAD_ADDRESS, f"`{old}` is not the address of a file", place, hint)
    elif old in files:
        yield Diagnostic(codes.ALIAS_TAKEN, f"the file `{old}` still exists", place, "remove the line")
    elif not isinstance(new, str) or new not in files:
        shown = f"there is no file `{new}`" if isinstance(new, str) else f"`{old}` does not redirect to a file"
        known = did_you_mean(new, files) if isinstance(new, str) else None
        yield Diagnostic(codes.LOST_TARGET, shown, target, known or "write the address of a file: `files/new-name.pdf`")
    elif ending_of(old) != ending_of(new):
        message = f"`{new}` cannot be published as `{old}`: the ending would say something wrong of it"
        yield Diagnostic(codes.WRONG_VALUE, message, target, f"name a file that ends in `.{ending_of(old)}`")
