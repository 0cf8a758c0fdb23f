"""What a preview shows of drafts: all those whose pages can be made."""

from __future__ import annotations

from generator.caching.memory import Aside, Memory
from generator.config.project import Project
from generator.content.drafts import drafts_of
from generator.parallel import ALONE
from generator.stages.build import page_of
from generator.stages.check import check
from generator.stages.connect import Reading
from generator.stages.select import select


def presentable(project: Project, reading: Reading, memory: Memory) -> Reading:
    """The content that a preview shows.

    A draft that does not fit its kind, or refers to what is not there, is left out. One that breaks an editorial rule
    is shown if its page can be made.
    """
    if not (drafts := drafts_of(reading.graph)):
        return reading
    files = {located.document.file for located in drafts.values()}
    doubtful = check(reading, project.site, ALONE, only=files.__contains__).unsound - reading.unsound
    shown = select(reading, lambda located: located.id not in reading.unsound)
    theme, urls = project.theme.fingerprint() if doubtful else "", {e.id: e.url for e in shown.graph.entries.values()}
    broken = {one for one in doubtful & urls.keys() if not _can_be_made(project, shown, urls[one], memory, theme)}
    return select(shown, lambda located: located.id not in broken)


def _can_be_made(project: Project, reading: Reading, url: str, memory: Memory, theme: str) -> bool:
    try:
        return page_of(project, reading, url, Aside(memory), theme) is not None
    except Exception:  # of a template, or of what it calls: the rule says what is wrong
        return False
