"""A mark of provenance, such as `[One sentence.]{own}`, that cannot be read, or stands where none is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.hand_page import HandPage
from generator.content.snippets import Snippet
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import did_you_mean
from generator.model.provenance import Fault, MarkMistake, Of, parsed
from generator.model.values import Line

CODE = Code("wrong-mark", Severity.ERROR, Topic.EDITORIAL)

FORM = "write `[One sentence.]{own}` or `[One sentence.]{source}`"

SAID: Mapping[MarkMistake, tuple[str, str]] = {
    MarkMistake.NOT_OPENED: ("no `[` opens the part that ends here", "put `[` before the first word of the part"),
    MarkMistake.NOT_CLOSED: ("no `]` stands directly before this mark", f"close the part there: {FORM}"),
    MarkMistake.NESTED: ("a marked part holds another one", "mark the two parts one after the other"),
    MarkMistake.TWO_PARAGRAPHS: (
        "a marked part does not lie within one paragraph or item",
        "mark each paragraph or item for itself, inside of its `- `",
    ),
    MarkMistake.EMPTY: ("a mark holds no words", "put the words between the brackets, or remove the mark"),
}


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        if "{" not in _written(passage):
            continue
        if isinstance(passage.text, Line) and not _is_page(passage):
            yield from (_fault(passage, fault) for fault in passage.text.provenance.faults)
        else:
            yield from _misplaced(passage)


def _is_page(passage: Passage) -> bool:
    """Whether it is a text of a page written by hand, which belongs to no entry. A snippet may stand in entries."""
    return isinstance(passage.owner, HandPage) and not isinstance(passage.owner, Snippet)


def _written(passage: Passage) -> str:
    return passage.text.written if isinstance(passage.text, Line) else passage.text


def _fault(passage: Passage, fault: Fault) -> Diagnostic:
    place = passage.place_as_written(fault.start, fault.end)
    if fault.mistake is MarkMistake.NO_WORD:
        message = f"`{{{fault.word}}}` does not say whose a part of a text is"
        return Diagnostic(CODE, message, place, did_you_mean(fault.word.strip(" ."), [*Of]) or FORM)
    message, hint = SAID[fault.mistake]
    return Diagnostic(CODE, message, place, hint)


def _misplaced(passage: Passage) -> Iterator[Diagnostic]:
    """Marks where they would be shown as they are typed."""
    for start, end in parsed(_written(passage)).cuts[1::2]:
        place = passage.place_as_written(start, end)
        if _is_page(passage):
            yield Diagnostic(CODE, "a page written by hand marks no parts", place, "remove the brackets and the mark")
        else:
            field = next(part for part in reversed(passage.route) if isinstance(part, str))
            hint = f"remove the brackets and the mark; list `{passage.route[0]}` under `own:` if all of it is ours"
            yield Diagnostic(CODE, f"`{field}` is plain text, in which no part is marked", place, hint)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  A mark that says whose a part of a text is has no bracket on one side, an unknown word in braces, or another mark
  within it; or it crosses a paragraph, or stands in a field of plain text.
why: The page would show brackets and braces, and not say whose the words are.
example:
  content/practices/slow-down.yml: |
    why: People talk when they are not hurried. [That takes a room without a clock.]{ours}
message: "`{ours}` does not say whose a part of a text is"
repair: Write `{own}` or `{source}` directly behind the bracket that ends the part.
repaired:
  content/practices/slow-down.yml: |
    why: People talk when they are not hurried. [That takes a room without a clock.]{own}
""",
)
