"""What the preview shows now. The builder writes it, and the threads of all connections read it."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Condition, Thread

from generator.publishing.turns import Turns
from generator.site.page import Artifact
from generator.site.templates import BrokenTemplate

KEEP_ALIVE = 15.0
"""Seconds between keep-alive messages on an idle connection."""

FIRST_BUILD = 30.0
"""The most seconds that a request waits for the first build to end."""

MAKING = 30.0
"""The most seconds that a request waits for its page to be made."""


class NotMade(Exception):
    """The content of a file cannot be made, or not in time. The message says why."""


@dataclass(frozen=True, slots=True)
class State:
    """The state sent to pages: the current build, its files, and the errors of the last change.

    The site is served under the path `base`, as after publishing. `is_older`: the site is the one before that change.
    """

    build: str = ""
    files: Mapping[str, Artifact] | None = None
    report: str = ""
    base: str = "/"
    frames: tuple[str, ...] = ()
    """The origins of the videos that pages may show."""
    is_older: bool = False


@dataclass(slots=True)
class Preview:
    """The state that the builder writes and all connections read.

    Building, and making the content of a file, exclude each other: both use the same templates. They take turns, so
    that a page that somebody asks for does not wait until all others are made.
    """

    state: State = field(default_factory=State)
    changed: Condition = field(default_factory=Condition)
    making: Turns = field(default_factory=Turns)

    def tell(self, state: State) -> None:
        with self.changed:
            self.state = state
            self.changed.notify_all()

    def after(self, known: State | None) -> State | None:
        """The state when it differs from `known`, or None after a timeout."""
        with self.changed:
            different = self.changed.wait_for(lambda: self.state is not known, KEEP_ALIVE)
            return self.state if different else None

    def after_first_build(self) -> State:
        """The state when the first build has ended, or the state after a timeout."""
        with self.changed:
            self.changed.wait_for(lambda: self.state.files is not None or self.state.report, FIRST_BUILD)
            return self.state

    def content(self, state: State, path: str) -> bytes | None:
        """The content of a file of the site in this state, or None if there is none.

        Raises NotMade.
        """
        found = (state.files or {}).get(path)
        return _made_in_time(found, self.making) if found else None


def _made_in_time(artifact: Artifact, making: Turns) -> bytes:
    made: list[bytes | str] = []

    def make() -> None:
        try:
            with making:
                made.append(artifact.content)
        except BrokenTemplate as broken:
            made.append(str(broken))
        except Exception:
            made.append(traceback.format_exc())

    # A thread cannot be ended, but the request need not wait for it.
    maker = Thread(target=make, daemon=True)
    maker.start()
    maker.join(MAKING)
    if not made:
        raise NotMade(
            f"{artifact.path} takes longer than {MAKING:g} seconds to be made. Shorten the texts of this page."
        )
    if isinstance(made[0], str):
        raise NotMade(made[0])
    return made[0]
