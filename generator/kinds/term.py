"""Terms: the words the playbook uses in a sense of its own."""

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Line, Prose, Text

USED_IN = Relation.built_in("used_in", ANY)


class Term(Entry):
    meaning: Line
    """What it means, in a sentence or two: shown wherever the term is used."""
    more: Prose | None = None
    """What else is worth knowing."""
    say_instead: Line | None = None
    """For words to avoid: what to say in plain speech."""
    forms: tuple[Text, ...] = ()
    """The forms in which it is recognised in running text (plural, variants). Without any, its title."""


KIND = Kind.built_in(
    "term",
    "terms",
    Term,
    order=170,
    icon="tag",
    accent="steel",
    search_weight=0.85,
    purpose="understand",
    relations=(USED_IN, *EVERYWHERE),
    facets=(),
)
