"""Stories: which figures say how reliable their numbers are."""

from __future__ import annotations

from generator.kinds.figure import Figure
from generator.kinds.story import Story
from tests.playbooks import REAL_PLAYBOOK, built, reading


def test_each_figure_that_counts_in_a_story_with_numbers_is_named_by_one_of_them() -> None:
    graph = reading(REAL_PLAYBOOK).graph
    counted = [
        (link.to, figure_id)
        for figure_id, located in graph.entries.items()
        if isinstance(located.entry, Figure)
        for link in located.entry.links["counts_in"]
        if isinstance(graph.entries[link.to].entry, Story)
    ]
    named = {
        story_id: {number.see for number in located.entry.figures}
        for story_id, located in graph.entries.items()
        if isinstance(located.entry, Story) and located.entry.figures
    }
    assert ("lost-20", "win-back-time-figure") in counted
    unnamed = [(story, figure) for story, figure in counted if figure not in named.get(story, {figure})]
    assert unnamed == [("war-room", "two-thirds-figure")]  # a rule that the story is an example of, no number in it


def test_a_number_of_a_story_says_how_reliable_it_is_and_leads_to_its_figure() -> None:
    (page,) = [page for page in built(REAL_PLAYBOOK)[0].pages if page.url == "stories/lost-20/"]
    numbers = page.body.partition('<dl class="numbers">')[2].partition("</dl>")[0].split("<div ")[1:]
    said = {number.partition("<dt>")[2].partition("</dt>")[0]: number for number in numbers}
    assert 'href="../../figures/win-back-time-figure/">How reliable it is: from one case' in said["18 months"]
    assert 'href="../../figures/lost-client-share-figure/">' in said["20 percent of net profit"]
    assert "href" not in said["16 executives"]
