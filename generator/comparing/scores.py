"""Changes in the scores of self-checks and calculators, and their effect on answers and results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from random import Random
from typing import Any, TypeAlias

from generator.calculating.worked import at_first
from generator.comparing.notes import Note, counted, listed, quoted
from generator.comparing.sides import AsFiles, Versions, named
from generator.comparing.values import Difference, changes
from generator.content.located import Located
from generator.kinds.assessment import Assessment
from generator.kinds.calculator import Calculator
from generator.kinds.scale import Scale
from generator.scoring.from_entry import questionnaire
from generator.scoring.questionnaire import Questionnaire
from generator.scoring.score import bounds, score

SCORED: Mapping[str, frozenset[str]] = {
    "assessment": frozenset({"edition", "changes", "scale", "items", "dimensions", "total", "knock_outs", "fields"}),
    "calculator": frozenset({"inputs", "outputs", "cases", "curves", "bars", "tables", "examples"}),
}
"""The fields that decide scores and results, by kind."""

ENDS = frozenset({"at least", "at most"})
"""The fields of the limits of a band, which are reported in one line."""

DRAWN = 300
"""The number of sets of answers that are scored with both versions."""

Scales: TypeAlias = Mapping[str, Scale]


@dataclass(frozen=True, slots=True)
class Said:
    """How what differs between two versions of an entry is said."""

    words: AsFiles
    before: Located
    now: Located

    def difference(self, difference: Difference) -> str:
        return self.words.difference(self.now, difference)

    def now_called(self, part_id: str) -> str:
        return self.words.part(self.now, part_id)

    def formerly_called(self, part_id: str) -> str:
        return self.words.part(self.before, part_id)


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
            yield Note(f"{named(now)}, {now.url}", tuple(map(Note, below)))


def _assessment(was: Assessment, has: Assessment, scales_then: Scales, scales_now: Scales, said: Said) -> Iterator[str]:
    before, now = questionnaire(was, scales_then), questionnaire(has, scales_now)
    found = changes(was, has, SCORED["assessment"])
    notes = [said.difference(change) for change in found if change.where[-1] not in ENDS]
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
    then = {one.id: one for one in before.scores}
    for one in now.scores:
        old = then.get(one.id)
        if old is None:
            continue
        (low, high), (lowest, highest) = bounds(before, old), bounds(now, one)
        if (low, high) != (lowest, highest):
            yield f"{said.now_called(one.id)} runs {_span(lowest, highest)}, and ran {_span(low, high)}"
        bands = {band.id: band for band in old.bands}
        for band in one.bands:
            known = bands.get(band.id)
            if known and (known.low, known.high) != (band.low, band.high):
                now_is, was = _span(band.low, band.high), _span(known.low, known.high)
                name, range_ = said.now_called(one.id), said.now_called(band.id)
                yield f"{name}: the band {range_} holds scores {now_is}, and held those {was}"


def _span(low: float, high: float) -> str:
    return f"from {low:g} to {high:g}"


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
    notes = [
        *([f"answers to {listed(lost)} are dropped"] if lost else []),
        *([f"{listed(added)} {'are' if len(added) > 1 else 'is'} unanswered"] if added else []),
        *([f"answers to {listed(narrower)} that the scale no longer has count as none"] if narrower else []),
    ]
    if has.edition != was.edition:
        kept = "; ".join(notes) or "all of them are kept"
        return f"saved answers of edition {was.edition} are carried over to edition {has.edition}: {kept}"
    if notes:
        return (
            f"saved answers: {'; '.join(notes)}. The edition is still {has.edition}, so readers are not informed: "
            "increase `edition:` and describe the change under `changes:`"
        )
    return f"saved answers are kept: the same questions under the same edition, {has.edition}"


def _moved(was: Assessment, has: Assessment, before: Questionnaire, now: Questionnaire, said: Said) -> Iterator[str]:
    """The number of sets of answers that get another band."""
    titles = [{verdict.id: verdict.title for verdict in one.verdicts()} for one in (was, has)]
    moved: Counter[tuple[str, str | None, str | None]] = Counter()
    for answers in _drawn(before):
        then, later = score(before, answers).scores, score(now, answers).scores
        for name in then.keys() & later.keys():
            if then[name].band != later[name].band:
                moved[name, then[name].band, later[name].band] += 1
    for (name, old, new), count in sorted(moved.items(), key=lambda one: (-one[1], *map(str, one[0]))):
        from_, to = (
            quoted(of.get(band, band)) if band else "none" for of, band in zip(titles, (old, new), strict=True)
        )
        score_of = said.now_called(name)
        yield f"{count} of {DRAWN} sets of answers tried get another result for {score_of}: {to} instead of {from_}"


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
    notes = [said.difference(change) for change in changes(was, has, SCORED["calculator"])]
    yield from notes
    if not notes:
        return
    before, now, labels = at_first(was), at_first(has), {output.name: output for output in was.outputs}
    same = 0
    for output in has.outputs:
        if output.name in labels and output.label:
            old, new = before.text(output.name), now.text(output.name)
            same += old == new
            if old != new:
                yield f"with the numbers that stand there at first, {quoted(output.label)} is {new}, and was {old}"
    if same:
        results = counted(same, "result stays", "results stay")
        yield f"with the numbers that stand there at first, {results} the same"
