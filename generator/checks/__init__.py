"""Editorial rules, one file each. A rule is a function from the graph and the configuration to diagnostics.

Rules about words take the texts of entries and of pages written by hand as well, one by one. Rules about entries go
through `graph.looked_at`, so that somebody who asks about one file has the answer at once; only those that compare
entries go through all of them.

A new rule is its file, a line here, its code in `diagnostics.py`, and its entry in `explanations.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.checks import (
    asked_as_repeats_title,
    avoided_word,
    bad_formula,
    bad_input,
    band_gap,
    band_overlap,
    belief_without_practice,
    belief_without_story,
    boring_why,
    empty_block,
    folded_list,
    hard_to_read,
    lesson_without_tool,
    missing_search_words,
    missing_source,
    missing_why,
    mixed_spelling,
    moment_out_of_range,
    nothing_to_show,
    orphan_entry,
    picture_in_text,
    quotation_too_long,
    raw_html,
    repeated_field_id,
    repeated_item_id,
    repeated_number,
    repeated_part_id,
    repeated_title,
    same_advice,
    summary_repeats_title,
    summary_too_long,
    tell_without_cure,
    too_few_links,
    unclear_column,
    uneven_bands,
    unfilled_card,
    unfinished_text,
    unfit_scoring,
    unknown_address,
    unknown_column,
    unknown_name,
    unknown_own_field,
    unknown_part,
    unknown_scale,
    unreachable_band,
    unsafe_link,
    unusable_name,
    unused_term,
    wrong_example,
)
from generator.checks._running_text import Passage, all_passages
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.hand_pages import HandPage
from generator.diagnostics.diagnostic import Diagnostic
from generator.parallel import Aside

Rule = Callable[[Graph, SiteConfig], Iterable[Diagnostic]]
TextRule = Callable[[Iterable[Passage], Graph, SiteConfig], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    asked_as_repeats_title.check,
    bad_formula.check,
    bad_input.check,
    band_gap.check,
    band_overlap.check,
    belief_without_practice.check,
    belief_without_story.check,
    boring_why.check,
    empty_block.check,
    folded_list.check,
    hard_to_read.check,
    lesson_without_tool.check,
    missing_search_words.check,
    missing_source.check,
    missing_why.check,
    moment_out_of_range.check,
    nothing_to_show.check,
    orphan_entry.check,
    quotation_too_long.check,
    repeated_field_id.check,
    repeated_item_id.check,
    repeated_number.check,
    repeated_part_id.check,
    repeated_title.check,
    same_advice.check,
    summary_repeats_title.check,
    summary_too_long.check,
    tell_without_cure.check,
    too_few_links.check,
    unclear_column.check,
    uneven_bands.check,
    unfilled_card.check,
    unfit_scoring.check,
    unknown_column.check,
    unknown_name.check,
    unknown_own_field.check,
    unknown_part.check,
    unknown_scale.check,
    unreachable_band.check,
    unusable_name.check,
    unused_term.check,
    wrong_example.check,
)
"""Every rule about entries, in the order of its file's name."""

TEXT_RULES: tuple[TextRule, ...] = (
    avoided_word.check,
    mixed_spelling.check,
    picture_in_text.check,
    raw_html.check,
    unfinished_text.check,
    unknown_address.check,
    unsafe_link.check,
)
"""Every rule about words, in the order of its file's name."""


def check(graph: Graph, site: SiteConfig, pages: Iterable[HandPage] = ()) -> Iterator[Diagnostic]:
    """What every rule finds."""
    check_words = partial(_check_words, graph, site, pages)
    # For a few entries the work is not worth sharing.
    words = Aside(check_words).result if graph.asked_about is None else check_words
    for rule in RULES:
        yield from rule(graph, site)
    yield from words()


def _check_words(graph: Graph, site: SiteConfig, pages: Iterable[HandPage]) -> list[Diagnostic]:
    texts = tuple(all_passages(graph, pages))
    return [found for rule in TEXT_RULES for found in rule(texts, graph, site)]
