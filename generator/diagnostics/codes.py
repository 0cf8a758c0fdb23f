"""The codes of all problems except editorial rules, whose codes are in the files of the rules in `checks/`.

`reporting/explanations.yml` explains each code.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity, Topic

UNREADABLE_FILE = Code("unreadable-file", Severity.ERROR, Topic.FILE)
FILE_TOO_LARGE = Code("file-too-large", Severity.ERROR, Topic.FILE)
NOT_UTF8 = Code("not-utf8", Severity.ERROR, Topic.FILE)
FORBIDDEN_CHARACTER = Code("forbidden-character", Severity.ERROR, Topic.FILE)
BYTE_ORDER_MARK = Code("byte-order-mark", Severity.WARNING, Topic.FILE)
CONFLICT_MARKER = Code("conflict-marker", Severity.ERROR, Topic.FILE)
UNEXPECTED_FILE = Code("unexpected-file", Severity.WARNING, Topic.FILE)
MISNAMED_FILE = Code("misnamed-file", Severity.ERROR, Topic.FILE)
UNUSABLE_FILE = Code("unusable-file", Severity.ERROR, Topic.FILE)
UNFIT_DRAWING = Code("unfit-drawing", Severity.ERROR, Topic.FILE)
COPIED_FILE = Code("copied-file", Severity.ERROR, Topic.FILE)
BAD_ID = Code("bad-id", Severity.ERROR, Topic.FILE)

YAML_SYNTAX = Code("yaml-syntax", Severity.ERROR, Topic.YAML)
YAML_TOO_DEEP = Code("yaml-too-deep", Severity.ERROR, Topic.YAML)
YAML_TOO_LARGE = Code("yaml-too-large", Severity.ERROR, Topic.YAML)
YAML_ANCHOR = Code("yaml-anchor", Severity.ERROR, Topic.YAML)
YAML_MERGE_KEY = Code("yaml-merge-key", Severity.ERROR, Topic.YAML)
YAML_TAG = Code("yaml-tag", Severity.ERROR, Topic.YAML)
YAML_SECOND_DOCUMENT = Code("yaml-second-document", Severity.ERROR, Topic.YAML)
YAML_KEY_NOT_TEXT = Code("yaml-key-not-text", Severity.ERROR, Topic.YAML)
DUPLICATE_KEY = Code("duplicate-key", Severity.ERROR, Topic.YAML)
NOT_A_MAPPING = Code("not-a-mapping", Severity.ERROR, Topic.YAML)

UNKNOWN_FIELD = Code("unknown-field", Severity.ERROR, Topic.FIELDS)
MISSING_FIELD = Code("missing-field", Severity.ERROR, Topic.FIELDS)
EMPTY_VALUE = Code("empty-value", Severity.ERROR, Topic.FIELDS)
WRONG_TYPE = Code("wrong-type", Severity.ERROR, Topic.FIELDS)
WRONG_CHOICE = Code("wrong-choice", Severity.ERROR, Topic.FIELDS)
WRONG_VALUE = Code("wrong-value", Severity.ERROR, Topic.FIELDS)
TOO_FEW = Code("too-few", Severity.ERROR, Topic.FIELDS)
TOO_LONG = Code("too-long", Severity.ERROR, Topic.FIELDS)

DUPLICATE_ID = Code("duplicate-id", Severity.ERROR, Topic.LINKS)
ALIAS_TAKEN = Code("alias-taken", Severity.ERROR, Topic.LINKS)
UNKNOWN_RELATION = Code("unknown-relation", Severity.ERROR, Topic.LINKS)
UNKNOWN_REFERENCE = Code("unknown-reference", Severity.ERROR, Topic.LINKS)
WRONG_KIND = Code("wrong-kind", Severity.ERROR, Topic.LINKS)
SELF_REFERENCE = Code("self-reference", Severity.ERROR, Topic.LINKS)
DUPLICATE_LINK = Code("duplicate-link", Severity.ERROR, Topic.LINKS)
PARENT_CIRCLE = Code("parent-circle", Severity.ERROR, Topic.LINKS)

BAD_ADDRESS = Code("bad-address", Severity.ERROR, Topic.ADDRESSES)
LOST_ADDRESS = Code("lost-address", Severity.ERROR, Topic.ADDRESSES)
LOST_TARGET = Code("lost-target", Severity.ERROR, Topic.ADDRESSES)
LOST_ANSWERS = Code("lost-answers", Severity.ERROR, Topic.ADDRESSES)
UNRECORDED_ADDRESS = Code("unrecorded-address", Severity.WARNING, Topic.ADDRESSES)
REPEATED_CHANGE_ID = Code("repeated-change-id", Severity.ERROR, Topic.ADDRESSES)

UNKNOWN_VARIABLE = Code("unknown-variable", Severity.ERROR, Topic.TEXTS)
MISPLACED_SNIPPET = Code("misplaced-snippet", Severity.ERROR, Topic.TEXTS)
UNUSED_VARIABLE = Code("unused-variable", Severity.WARNING, Topic.TEXTS)
BAD_VARIABLE = Code("bad-variable", Severity.ERROR, Topic.TEXTS)

WRONG_IGNORE = Code("wrong-ignore", Severity.ERROR, Topic.EDITORIAL)
UNUSED_IGNORE = Code("unused-ignore", Severity.WARNING, Topic.EDITORIAL)
REVIEWED_LATER = Code("reviewed-later", Severity.WARNING, Topic.EDITORIAL)

BLANK_ON_PAPER = Code("blank-on-paper", Severity.WARNING, Topic.PAPER)
OFF_THE_PAPER = Code("off-the-paper", Severity.WARNING, Topic.PAPER)
FIELD_WITHOUT_PLACE = Code("field-without-place", Severity.WARNING, Topic.PAPER)
PAPER_PROBLEM = Code("paper-problem", Severity.WARNING, Topic.PAPER)

BAD_CONFIG = Code("bad-config", Severity.ERROR, Topic.CONFIGURATION)
BAD_CHECK = Code("bad-check", Severity.ERROR, Topic.CONFIGURATION)
LOW_CONTRAST = Code("low-contrast", Severity.ERROR, Topic.CONFIGURATION)
BAD_SCALE = Code("bad-scale", Severity.ERROR, Topic.CONFIGURATION)
UNEVEN_SCALE = Code("uneven-scale", Severity.WARNING, Topic.CONFIGURATION)
BAD_KIND = Code("bad-kind", Severity.ERROR, Topic.CONFIGURATION)
UNKNOWN_HISTORY = Code("unknown-history", Severity.WARNING, Topic.CONFIGURATION)
UNUSED_TEMPLATE = Code("unused-template", Severity.WARNING, Topic.CONFIGURATION)
BROKEN_TEMPLATE = Code("broken-template", Severity.ERROR, Topic.CONFIGURATION)
MISSING_WORD = Code("missing-word", Severity.WARNING, Topic.CONFIGURATION)

CODES: tuple[Code, ...] = tuple(value for value in vars().values() if isinstance(value, Code))
"""All codes, in this order."""
