"""Changes in the scores of self-checks and calculators, and their effect on answers and results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from random import Random
from typing import Any, TypeAlias

from generator.calculating.worked import at_first
from generator.comparing.notes import Note
from generator.comparing.sentences import Sentences
from generator.comparing.sides import Versions
from generator.comparing.values import Difference, changes
from generator.content.located import Located
from generator.kinds.assessment import Assessment
from generator.kinds.calculator import Calculator
from generator.kinds.scale import Scale
from generator.language.language import Language
from generator.scoring.from_entry import questionnaire
from generator.scoring.questionnaire import Questionnaire
from generator.scoring.score import bounds, score

SCORED: Mapping[str, frozenset[str]] = {
    "assessment": frozenset({"edition", "changes", "scale", "items", "dimensions", "total", "knock_outs", "fields"}),
    "calculator": frozenset({"inputs", "outputs", "cases", "curves", "bars", "tables", "examples"}),
}
"""The fields that decide scores and results, by kind."""

ENDS = frozenset({"at_least", "at_most"})
"""The fields of the limits of a band, which are reported in one line."""

DRAWN = 300
"""The number of sets of answers that are scored with both versions."""

Scales: TypeAlias = Mapping[str, Scale]


@dataclass(frozen=True, slots=True)
class Said:
    """How what differs between two versions of an entry is said."""

    sentences: Sentences
    before: Located
    now: Located

    @property
    def language(self) -> Language:
        return self.sentences.language

    def differences(self, found: Iterable[Difference]) -> Iterator[str]:
        return self.sentences.differences(self.now, found)

    def now_called(self, part_id: str) -> str:
        return self.sentences.part(self.now, part_id)

    def formerly_called(self, part_id: str) -> str:
        return self.sentences.part(self.before, part_id)

    def numbers(self, **values: float) -> dict[str, str]:
        return {name: self.language.numerals.exact(value) for name, value in values.items()}


def scores(sides: Versions) -> Iterator[Note]:
    for before, now in sides.both():
        match before.entry, now.entry:
            case Assessment() as was, Assessment() as has:
                scales = sides.before.config.scales, sides.now.config.scales
                below = tuple(_assessment(was, has, *scales, Said(sides.said, before, now)))
            case Calculator() as was, Calculator() as has:
                below = tuple(_calculator(was, has, Said(sides.said, before, now)))
            case _:
                continue
        if below:
            yield Note(f"{sides.said.entry(now)}, {now.url}", tuple(map(Note, below)), now.url)


def _assessment(was: Assessment, has: Assessment, scales_then: Scales, scales_now: Scales, said: Said) -> Iterator[str]:
    before, now = questionnaire(was, scales_then), questionnaire(has, scales_now)
    found = changes(was, has, SCORED["assessment"])
    notes = [*said.differences(change for change in found if change.where[-1] not in ENDS)]
    # A shared scale may change without a change in the self-check.
    labels = any(scales_then[was.scale_of(i)] != scales_now[has.scale_of(i)] for i in has.items if i in was.items)
    if not notes and not labels and _without_advice(asdict(before)) == _without_advice(asdict(now)):
        return
    yield from notes
    yield from _ranges(before, now, said)
    yield _saved_answers(was, has, before, now, said)
    yield from _moved(was, has, before, now, said)


def _without_advice(value: Any) -> Any:
    """The same without recommended pages, which are reported as links."""
    match value:
        case dict():
            return {key: _without_advice(one) for key, one in value.items() if key != "advice"}
        case list() | tuple():
            return [_without_advice(one) for one in value]
    return value


def _ranges(before: Questionnaire, now: Questionnaire, said: Said) -> Iterator[str]:
    """Changed limits of scores and of their bands."""
    words, then = said.language.words.comparing, {one.id: one for one in before.scores}
    for one in now.scores:
        old = then.get(one.id)
        if old is None:
            continue
        (low, high), (lowest, highest) = bounds(before, old), bounds(now, one)
        if (low, high) != (lowest, highest):
            limits = said.numbers(low=lowest, high=highest, low_before=low, high_before=high)
            yield words.scores_run(score=said.now_called(one.id), **limits)
        bands = {band.id: band for band in old.bands}
        for band in one.bands:
            known = bands.get(band.id)
            if known and (known.low, known.high) != (band.low, band.high):
                limits = said.numbers(low=band.low, high=band.high, low_before=known.low, high_before=known.high)
                score_and_band = {"score": said.now_called(one.id), "band": said.now_called(band.id)}
                yield words.band_holds(**score_and_band, **limits)


def _saved_answers(was: Assessment, has: Assessment, before: Questionnaire, now: Questionnaire, said: Said) -> str:
    """The effect on stored answers."""
    values = [{item.id: item.values for item in one.items} for one in (before, now)]
    renamed = {
        old: new for change in has.changes if change.edition > was.edition for old, new in change.renamed.items()
    }
    then, since = said.formerly_called, said.now_called
    lost = [then(i) for i in values[0] if renamed.get(i, i) not in values[1]]
    added = [since(i) for i in values[1] if i not in values[0] and i not in renamed.values()]
    narrower = [then(i) for i, of in values[0].items() if set(of) - set(values[1].get(renamed.get(i, i), of))]
    words, listed = said.language.words.comparing, said.language.listed
    notes = [
        *([words.answers_dropped(questions=listed(lost))] if lost else []),
        *([words.unanswered(len(added), questions=listed(added))] if added else []),
        *([words.answers_off_scale(questions=listed(narrower))] if narrower else []),
    ]
    if has.edition != was.edition:
        kept = "; ".join(notes) or words.answers_all_kept
        return str(words.answers_carried_over(before=was.edition, now=has.edition, answers=kept))
    if notes:
        return str(words.answers_without_edition(answers="; ".join(notes), edition=has.edition))
    return str(words.answers_kept(edition=has.edition))


def _moved(was: Assessment, has: Assessment, before: Questionnaire, now: Questionnaire, said: Said) -> Iterator[str]:
    """The number of sets of answers that get another band."""
    titles = [{verdict.id: verdict.title for verdict in one.verdicts()} for one in (was, has)]
    words = said.language.words.comparing
    moved: Counter[tuple[str, str | None, str | None]] = Counter()
    for answers in _drawn(before):
        then, later = score(before, answers).scores, score(now, answers).scores
        for name in then.keys() & later.keys():
            if then[name].band != later[name].band:
                moved[name, then[name].band, later[name].band] += 1
    for (name, old, new), count in sorted(moved.items(), key=lambda one: (-one[1], *map(str, one[0]))):
        first, second = (
            said.sentences.quoted(of.get(band, band)) if band else words.no_band
            for of, band in zip(titles, (old, new), strict=True)
        )
        tried = {"count": count, "all": DRAWN, "score": said.now_called(name)}
        yield words.other_results(before=first, now=second, **tried)


def _drawn(questionnaire: Questionnaire) -> Iterator[dict[str, float]]:
    """Sets of answers, the same in every run: from people who answer low throughout to those who answer high."""
    chance = Random(1)
    for _ in range(DRAWN):
        level = chance.random()
        yield {
            item.id: item.values[int(len(item.values) * (0.7 * level + 0.3 * chance.random()))]
            for item in questionnaire.items
        }


def _calculator(was: Calculator, has: Calculator, said: Said) -> Iterator[str]:
    notes, words = [*said.differences(changes(was, has, SCORED["calculator"]))], said.language.words.comparing
    yield from notes
    if not notes:
        return
    before, now = (at_first(entry).spoken(said.language) for entry in (was, has))
    labels = {output.name for output in was.outputs}
    same = 0
    for output in has.outputs:
        if output.name in labels and output.label:
            old, new = before.text(output.name), now.text(output.name)
            same += old == new
            if old != new:
                yield words.at_first(result=said.sentences.quoted(output.label), before=old, now=new)
    if same:
        yield words.at_first_same(same)
