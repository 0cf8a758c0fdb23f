"""What the browser needs of an assessment, as plain data: how it scores, and the texts of its result."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Protocol

from markupsafe import Markup

from generator.kinds.assessment import Advice, Assessment
from generator.kinds.scale import Scale
from generator.language.language import Language
from generator.language.words import Words
from generator.model.kind import Kind
from generator.scoring.from_entry import questionnaire
from generator.scoring.questionnaire import TOTAL


class Listed(Protocol):
    """An entry as a page lists it."""

    @property
    def title(self) -> Markup: ...
    @property
    def url(self) -> str: ...
    @property
    def kind(self) -> Kind: ...


class PageLike(Protocol):
    """Whoever knows the entries and how their texts are read."""

    @property
    def language(self) -> Language: ...
    @property
    def words(self) -> Words: ...
    def item(self, entry_id: str, why: str | None = None) -> Listed: ...
    def md(self, text: str) -> Markup: ...


def definition(entry: Assessment, entry_id: str, scales: Mapping[str, Scale], page: PageLike) -> str:
    """The assessment as JSON. Everything in it is plain text."""
    data = {
        "id": entry_id,
        "edition": entry.edition,
        "title": entry.title,
        "changes": [
            {
                "edition": change.edition,
                "what": _plain(page, change.what),
                "renamed": change.renamed,
                "removed": list(change.removed),
            }
            for change in sorted(entry.changes, key=lambda change: change.edition)
        ],
        "scoring": asdict(questionnaire(entry, scales)),
        "texts": _texts(entry, scales, page),
    }
    return json.dumps(_whole(data), ensure_ascii=False, separators=(",", ":"))


def _plain(page: PageLike, text: str) -> str:
    return page.md(text).striptags()


def _texts(entry: Assessment, scales: Mapping[str, Scale], page: PageLike) -> dict[str, Any]:
    rules = tuple(_rules(entry))
    targets = {str(link.to): page.item(link.to) for _, _, links in rules for link in links}
    return {
        "items": {
            item.id: {
                "text": _plain(page, item.text),
                "options": [[option.value, option.label] for option in scales[entry.scale_of(item)].options],
            }
            for item in entry.items
        },
        "counted": counted_kind(entry, page),
        "scores": {score_id: {"title": title, "unit": unit} for score_id, title, unit in _scores(entry, page.words)},
        "bands": {
            verdict.id: {"title": verdict.title, "meaning": _plain(page, verdict.meaning)}
            for verdict in entry.verdicts()
        },
        "knockOuts": {rule.item: _plain(page, rule.why) for rule in entry.knock_outs},
        "targets": {
            to: {"title": found.title.striptags(), "url": found.url, "kind": found.kind.name, "label": found.kind.label}
            for to, found in targets.items()
        },
        "whys": {f"{kind}:{by}:{link.to}": _plain(page, link.why) for kind, by, links in rules for link in links},
    }


def counted_kind(entry: Assessment, page: PageLike) -> str | None:
    """`tells` if each question is about one, all on one scale: their source counts them, so the result does, too."""
    if not all(item.about for item in entry.items) or len({entry.scale_of(item) for item in entry.items}) > 1:
        return None
    kinds = {kind.name: kind for item in entry.items if (kind := page.item(str(item.about)).kind)}
    return page.language.in_sentence(kinds["tell"].label_plural) if set(kinds) == {"tell"} else None


def _scores(entry: Assessment, words: Words) -> Iterator[tuple[str, str, str | None]]:
    if entry.total:
        yield TOTAL, words.assessment.together if entry.dimensions else words.assessment.score, entry.total.unit
    yield from ((dimension.id, dimension.title, dimension.unit) for dimension in entry.dimensions)


def _rules(entry: Assessment) -> Iterator[tuple[str, str, Iterable[Advice]]]:
    """Every rule: what kind of thing it belongs to, the id of that thing, and where it leads."""
    yield from (("item", item.id, item.recommends) for item in entry.items)
    yield from (("dimension", dimension.id, dimension.recommends) for dimension in entry.dimensions)
    yield from (("band", verdict.id, verdict.recommends) for verdict in entry.verdicts())


def _whole(value: Any) -> Any:
    """The same with whole numbers written as such."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case dict():
            return {key: _whole(one) for key, one in value.items()}
        case list() | tuple():
            return [_whole(one) for one in value]
    return value
