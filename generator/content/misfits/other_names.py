"""What fields are called in other programs and in German, for hints at fields that nobody knows here."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_CALLED: Mapping[str, str] = {
    "title": "name, heading, headline, label, titel, überschrift, bezeichnung",
    "summary": "description, desc, abstract, excerpt, teaser, subtitle, beschreibung, zusammenfassung, kurzfassung",
    "keywords": "tags, tag, labels, stichworte, stichwörter, schlagworte, schlagwörter",
    "group": "category, categories, section, gruppe, kategorie",
    "minutes": "duration, time, length, dauer, zeit",
    "reviewed": "date, updated, last_updated, lastmod, modified, datum, stand, geprüft",
    "review_by": "expires, due, deadline, valid_until",
    "owner": "maintainer, responsible, contact, verantwortlich, besitzer",
    "links": "see_also, related, siehe_auch, verweise",
    "sources": "references, reference, bibliography, citations, quelle, quellen",
    "audience": "audiences, roles, role, target_group, persona, zielgruppe",
    "asked_as": "searches, queries, search_terms, suchbegriffe",
    "note": "notes, remark, remarks, comment, comments, bemerkung, hinweis",
    "draft": "entwurf, unpublished",
    "origin": "herkunft",
    "at_least": "from, min, minimum, lowest, ab, von",
    "at_most": "to, max, maximum, highest, until, bis",
    "value": "points, score, punkte, wert",
    "label": "name, title, caption, answer, text",
    "text": "question, item, title, label, frage",
    "by": "speaker, who, person, name, sprecher",
    "says": "line, text, say, quote, sagt",
    "why": "reason, because, grund, warum, weil",
    "speaker": "by, who, author, said_by, von",
    "brief": "text, card, briefing, situation",
    "offers": "links, helps, related",
    "to": "id, target, entry, link, href, ziel, zu",
    "do": "step, action, what, text, tun, schritt",
    "detail": "details, description, explanation, einzelheiten",
    "formula": "calculation, expression, formel",
    "instead": "replacement, use, besser",
}


def called_here(name: str, fields: Collection[str]) -> str | None:
    """Which of the `fields` is meant by a name that is used elsewhere."""
    written = name.casefold().replace("-", "_").replace(" ", "_")
    return next((field for field, names in _CALLED.items() if field in fields and written in names.split(", ")), None)
