"""The registry of built-in kinds. A new one is its module, its template and one line here.

A playbook may declare others in its configuration; `Project.kinds` and `Graph.kinds` hold all of them.
"""

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
from generator.model.kind import Kinds

BUILT_IN = Kinds(
    (
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
)
"""Every kind that all playbooks have."""
