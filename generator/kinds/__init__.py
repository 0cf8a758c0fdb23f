"""The registry of kinds. A new kind is its module, its template and one line here."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.kind import Kind
from generator.kinds import (
    assessment,
    audience,
    belief_pair,
    bingo,
    calculator,
    checklist,
    consequence,
    conversation,
    figure,
    lesson,
    moment,
    objection,
    path,
    practice,
    quotation,
    source,
    story,
    tell,
    tension,
    term,
    worksheet,
)

KINDS: tuple[Kind, ...] = (
    moment.KIND,
    practice.KIND,
    conversation.KIND,
    checklist.KIND,
    calculator.KIND,
    bingo.KIND,
    worksheet.KIND,
    assessment.KIND,
    tell.KIND,
    belief_pair.KIND,
    consequence.KIND,
    lesson.KIND,
    story.KIND,
    path.KIND,
    tension.KIND,
    objection.KIND,
    term.KIND,
    quotation.KIND,
    figure.KIND,
    audience.KIND,
    source.KIND,
)
"""Every kind, in the order in which the site shows them."""

BY_NAME: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in KINDS})
BY_PLURAL: Mapping[str, Kind] = MappingProxyType({kind.plural: kind for kind in KINDS})
