"""Editorial rules, one file each. A rule is a function from the graph and the configuration to diagnostics.

A new rule is its file, a line here, its code in `diagnostics.py`, and its entry in `explanations.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.checks import (
    asked_as_repeats_title,
    avoided_word,
    belief_without_practice,
    belief_without_story,
    boring_why,
    hard_to_read,
    lesson_without_tool,
    missing_search_words,
    missing_source,
    missing_why,
    mixed_spelling,
    moment_out_of_range,
    orphan_entry,
    picture_in_text,
    quotation_too_long,
    raw_html,
    repeated_item_id,
    repeated_number,
    repeated_title,
    summary_repeats_title,
    summary_too_long,
    tell_without_cure,
    too_few_links,
    unfinished_text,
    unknown_address,
    unknown_own_field,
    unsafe_link,
    unused_term,
)
from generator.config import SiteConfig
from generator.diagnostics import Diagnostic
from generator.graph import Graph

Rule = Callable[[Graph, SiteConfig], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    asked_as_repeats_title.check,
    avoided_word.check,
    belief_without_practice.check,
    belief_without_story.check,
    boring_why.check,
    hard_to_read.check,
    lesson_without_tool.check,
    missing_search_words.check,
    missing_source.check,
    missing_why.check,
    mixed_spelling.check,
    moment_out_of_range.check,
    orphan_entry.check,
    picture_in_text.check,
    quotation_too_long.check,
    raw_html.check,
    repeated_item_id.check,
    repeated_number.check,
    repeated_title.check,
    summary_repeats_title.check,
    summary_too_long.check,
    tell_without_cure.check,
    too_few_links.check,
    unfinished_text.check,
    unknown_address.check,
    unknown_own_field.check,
    unsafe_link.check,
    unused_term.check,
)
"""Every rule, in the order of its file's name."""


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    """What every rule finds."""
    for rule in RULES:
        yield from rule(graph, site)
