"""What can be wrong with a playbook, as data. How it is shown is `report.py`'s business."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from generator.diagnostics.place import Span


class Severity(StrEnum):
    """An error stops the build; a warning stops it only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every problem has a name. What each means, why, and the repair: `explanations.yml`."""

    # the file
    UNREADABLE_FILE = "unreadable-file"
    FILE_TOO_LARGE = "file-too-large"
    NOT_UTF8 = "not-utf8"
    FORBIDDEN_CHARACTER = "forbidden-character"
    BYTE_ORDER_MARK = "byte-order-mark"
    UNEXPECTED_FILE = "unexpected-file"
    BAD_ID = "bad-id"
    # its YAML
    YAML_SYNTAX = "yaml-syntax"
    YAML_TOO_DEEP = "yaml-too-deep"
    YAML_TOO_LARGE = "yaml-too-large"
    YAML_ANCHOR = "yaml-anchor"
    YAML_MERGE_KEY = "yaml-merge-key"
    YAML_TAG = "yaml-tag"
    YAML_SECOND_DOCUMENT = "yaml-second-document"
    YAML_KEY_NOT_TEXT = "yaml-key-not-text"
    DUPLICATE_KEY = "duplicate-key"
    NOT_A_MAPPING = "not-a-mapping"
    # its shape
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    EMPTY_VALUE = "empty-value"
    WRONG_TYPE = "wrong-type"
    WRONG_CHOICE = "wrong-choice"
    WRONG_VALUE = "wrong-value"
    TOO_FEW = "too-few"
    TOO_LONG = "too-long"
    # how entries hang together
    DUPLICATE_ID = "duplicate-id"
    ALIAS_TAKEN = "alias-taken"
    UNKNOWN_RELATION = "unknown-relation"
    UNKNOWN_REFERENCE = "unknown-reference"
    WRONG_KIND = "wrong-kind"
    SELF_REFERENCE = "self-reference"
    DUPLICATE_LINK = "duplicate-link"
    # the words
    RAW_HTML = "raw-html"
    FOLDED_LIST = "folded-list"
    UNSAFE_LINK = "unsafe-link"
    UNKNOWN_ADDRESS = "unknown-address"
    # editorial rules (checks/)
    ORPHAN_ENTRY = "orphan-entry"
    TOO_FEW_LINKS = "too-few-links"
    MISSING_WHY = "missing-why"
    BORING_WHY = "boring-why"
    REPEATED_TITLE = "repeated-title"
    SUMMARY_TOO_LONG = "summary-too-long"
    SUMMARY_REPEATS_TITLE = "summary-repeats-title"
    TELL_WITHOUT_CURE = "tell-without-cure"
    BELIEF_WITHOUT_PRACTICE = "belief-without-practice"
    BELIEF_WITHOUT_STORY = "belief-without-story"
    LESSON_WITHOUT_TOOL = "lesson-without-tool"
    MOMENT_OUT_OF_RANGE = "moment-out-of-range"
    UNUSED_TERM = "unused-term"
    MISSING_SEARCH_WORDS = "missing-search-words"
    ASKED_AS_REPEATS_TITLE = "asked-as-repeats-title"
    MISSING_SOURCE = "missing-source"
    UNKNOWN_OWN_FIELD = "unknown-own-field"
    REPEATED_ITEM_ID = "repeated-item-id"
    REPEATED_NUMBER = "repeated-number"
    AVOIDED_WORD = "avoided-word"
    HARD_TO_READ = "hard-to-read"
    QUOTATION_TOO_LONG = "quotation-too-long"
    MIXED_SPELLING = "mixed-spelling"
    UNFINISHED_TEXT = "unfinished-text"
    PICTURE_IN_TEXT = "picture-in-text"
    # calculators
    BAD_FORMULA = "bad-formula"
    UNUSABLE_NAME = "unusable-name"
    UNKNOWN_NAME = "unknown-name"
    BAD_INPUT = "bad-input"
    BAND_GAP = "band-gap"
    BAND_OVERLAP = "band-overlap"
    WRONG_EXAMPLE = "wrong-example"
    # what assessments are made of (checks/assessments.py)
    UNKNOWN_SCALE = "unknown-scale"
    UNKNOWN_PART = "unknown-part"
    REPEATED_PART_ID = "repeated-part-id"
    UNFIT_SCORING = "unfit-scoring"
    UNEVEN_BANDS = "uneven-bands"
    UNREACHABLE_BAND = "unreachable-band"
    SAME_ADVICE = "same-advice"
    # what worksheets are made of (checks/worksheet_*.py)
    REPEATED_FIELD_ID = "repeated-field-id"
    EMPTY_BLOCK = "empty-block"
    UNFILLED_CARD = "unfilled-card"
    UNKNOWN_COLUMN = "unknown-column"
    UNCLEAR_COLUMN = "unclear-column"
    NOTHING_TO_SHOW = "nothing-to-show"
    # addresses that were published (ledger.py, addresses.py)
    BAD_ADDRESS = "bad-address"
    LOST_ADDRESS = "lost-address"
    LOST_TARGET = "lost-target"
    LOST_ANSWERS = "lost-answers"
    UNRECORDED_ADDRESS = "unrecorded-address"
    # the configuration
    BAD_CONFIG = "bad-config"
    BAD_KIND = "bad-kind"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, at the narrowest place that is at fault."""

    code: Code
    message: str
    span: Span
    hint: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    severity: Severity = field(default=Severity.ERROR)

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code.value, self.message)


MOST_FAULTS = 200
"""So many faults of one sort are explained in one file. Whoever has mended those is told of the others."""


def limited(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first so many of each sort in each file."""
    told: Counter[tuple[str, Code]] = Counter()
    for diagnostic in diagnostics:
        sort = (diagnostic.span.file, diagnostic.code)
        told[sort] += 1
        if told[sort] <= MOST_FAULTS:
            yield diagnostic


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file, line and column, without repetitions."""
    return tuple(sorted(set(diagnostics), key=lambda d: d.sort_key))


def stops_the_build(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    return any(strict or d.severity is Severity.ERROR for d in diagnostics)
