"""The documents of a planned session: the agenda, the run sheet, and what the facilitator tells and watches for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from generator.config.theme import Theme
from generator.content.located import Located
from generator.kinds.role_play import RolePlay
from generator.kinds.session_plan import PlanBlock, SessionPlan
from generator.kinds.worksheet import Worksheet
from generator.model import addresses
from generator.paper.book import text_parts
from generator.paper.documents import Documents
from generator.paper.pack_documents import FACILITATOR, DocumentPart, marked, notes
from generator.paper.plain_words import shortened
from generator.paper.qr import qr_picture
from generator.paper.sheets import Printable
from generator.paper.sizes import Paper
from generator.sessions.chosen import to_fragment
from generator.sessions.compiled import choice_of, title_of
from generator.sessions.schedule import Schedule, schedule, time_of_day
from generator.sessions.session import PlannedSession, SessionUse
from generator.site.shared_by_pages import shared_by_pages
from generator.site.site_context import SiteContext

HANDED_OUT = ("checklist", "assessment")
"""Kinds that are handed out and that a facilitator needs no notes on."""


def session_parts(
    at: Documents, theme: Theme, session: PlannedSession, paper: Paper, *, in_pack: bool = False
) -> Iterator[DocumentPart]:
    """The agenda for everybody, then the part of the facilitator: run sheet, texts and guides, notes on sheets.
    In a pack a bookmark leads to them."""
    found, template = schedule(session), _template(at)
    foot = f"{at.site.name} · {session.title}"
    agenda = Markup(template.agenda(session, found, time_of_day, foot))
    if in_pack:
        agenda = marked(FACILITATOR, at.language.words.common.facilitator, agenda)
    yield replace(_part(at, session, agenda, paper), id=FACILITATOR if in_pack else "")
    yield _part(at, session, _run(at, session, found, foot), paper)
    shared = shared_by_pages(at.graph, at.site, theme)
    for use in session.uses().values():
        content = _text(at, shared, use, session, paper)
        if content:
            yield _part(at, session, content, paper)


def _part(at: Documents, session: PlannedSession, content: Markup, paper: Paper) -> DocumentPart:
    return DocumentPart("", session.title, at.page(Markup(content), session.title, "", paper, "pack"))


def _run(at: Documents, session: PlannedSession, found: Schedule, foot: str) -> Markup:
    link = f"{at.site.url}{addresses.SESSION}#{to_fragment(choice_of(session, at.graph))}"
    parts = [_block_of_plan(at, block.of, block.part) for block in session.blocks]
    brought = dict.fromkeys(
        text
        for use in session.uses().values()
        if isinstance(sheet := at.graph.entries[use.entry].entry, Worksheet)
        for text in sheet.materials
    )
    md = at.writer("").html

    def address(entry_id: str) -> str:
        return at.site.url + at.graph.entries[entry_id].url

    run = _template(at).run
    return Markup(run(session, found, time_of_day, foot, parts, list(brought), md, address, qr_picture, link))


def _block_of_plan(at: Documents, plan_id: str, part: str) -> PlanBlock | None:
    plan = at.graph.entries[plan_id].entry if part else None
    return next((b for b in plan.blocks if b.id == part), None) if isinstance(plan, SessionPlan) else None


def _text(at: Documents, shared: SiteContext, use: SessionUse, session: PlannedSession, paper: Paper) -> Markup:
    """What the facilitator needs of an entry as text; nothing of what is only handed out."""
    located = at.graph.entries[use.entry]
    printable = Printable(located, "participant", fillable=False)
    if isinstance(located.entry, Worksheet | RolePlay):
        return notes(at, printable, paper, session.people)
    if located.kind.name == "conversation":
        return at.copy(printable, paper, 1)
    if located.kind.name in HANDED_OUT:
        return Markup()
    return _told(at, shared, located)


def _told(at: Documents, shared: SiteContext, located: Located) -> Markup:
    foot = f"{at.site.name} · {title_of(located)} · {shortened(at.site.url + located.url)}"
    md = at.writer(located.id).html
    parts = text_parts(shared, located)
    return Markup(_template(at).text(md(located.entry.title), md(located.entry.summary), parts, foot))


def _template(at: Documents) -> Any:
    return at.templates.get_template("paper/session.html.j2").module
