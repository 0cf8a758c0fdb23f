"""Print jobs: choose the sheets, make their documents, and turn those into PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Literal, TypeAlias

from generator.caching.kept import Kept
from generator.config.project import Project
from generator.content.graph import Graph
from generator.content.located import Located
from generator.paper import pdf
from generator.paper.documents import Documents, documents_of, on_the_back
from generator.paper.downloads import Offer, offers, words_offered
from generator.paper.faults import Report, unreported
from generator.paper.fitting import Wanted
from generator.paper.joining import JoinedPart, joined, starts
from generator.paper.pack import PACKED, Collation, Pack, for_people, pack_of_path, pack_of_plan, pack_of_sheets
from generator.paper.pack_documents import AGENDA, TOTAL, DocumentPart, pack_front, pack_parts, sheet_parts
from generator.paper.pack_pieces import PackPieces
from generator.paper.pack_sources import pack_sources
from generator.paper.pdf_cache import Maker, make_all
from generator.paper.posters import enlarged
from generator.paper.session_documents import session_parts
from generator.paper.session_papers import paper_parts
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, Paper, Variant
from generator.paper.word_jobs import EMPTY, OfficeJob, Writer, empty_job, job_of, job_of_documents, write_all, written
from generator.reporting.steps import Progress
from generator.sessions.compiled import of_plan
from generator.sessions.schedule import schedule
from generator.sessions.session import PlannedSession
from generator.site.page import Artifact

KEPT, FITS, WORDS = ".cache/print", ".cache/fits", ".cache/docx"
"""The cache folders of PDFs, of how they were fitted, and of DOCX, beside the configuration."""

Scope: TypeAlias = Literal["agenda", "papers", "pack"]
"""What is printed of a session: agenda and facilitator's part with the papers, these alone, or all sheets too."""

PACKS = dict(zip(PACKED, (pack_of_path, pack_of_plan), strict=True))


def site_pdfs(
    project: Project,
    graph: Graph,
    make: Maker,
    progress: Progress,
    first: Callable[[int], None] = lambda _: None,
    report: Report = unreported,
    write: Writer = lambda jobs: map(written, jobs),
) -> tuple[Artifact, ...]:
    """Every PDF and every DOCX of the site. `make` and `write` make those that were not kept from before; `first` is
    told before how many PDFs are made."""
    made = documents_of(graph, project.site, project.theme)
    offered = {offer.path: offer for offer in offers(graph)}
    sources = pack_sources(made, graph)
    documents = {path: made.document(offer.printable, offer.paper) for path, offer in offered.items()}
    documents |= {path: source.html for path, source in sources.items()}
    ids = {path: offer.printable.id for path, offer in offered.items()}
    ids |= {path: source.id for path, source in sources.items()}
    kept, fits = Kept(project.root / KEPT), Kept(project.root / FITS)
    pdfs = make_all(documents, kept, fits, make, progress, first, lambda path, found: report(ids[path], found))
    jobs: dict[str, OfficeJob] = {
        offer.path: job_of(made, offer, project.theme, documents[Offer(offer.printable, offer.paper).path])
        for offer in words_offered(graph)
    }
    jobs[EMPTY] = empty_job(made, project.theme)
    found = chain(pdfs, write_all(jobs, Kept(project.root / WORDS), write))
    return tuple(Artifact(path, content) for path, content in found)


def print_poster(
    project: Project, graph: Graph, printable: Printable, *, paper: Paper, progress: Progress, report: Report
) -> bytes:
    """A sheet as a poster of this size."""
    progress(f"Printing {printable.located.entry.title}")
    at = documents_of(graph, project.site, project.theme)
    made = pdf.made(Wanted(at.document(replace(printable, fillable=False), A4)))
    report(printable.id, made.faults)
    return enlarged(made.content, paper)


def print_deck(project: Project, graph: Graph, offer: Offer, *, progress: Progress, report: Report) -> bytes:
    """The cards of an entry as a deck."""
    progress(f"Printing {offer.printable.located.entry.title}")
    at = documents_of(graph, project.site, project.theme)
    made = pdf.made(Wanted(at.document(offer.printable, offer.paper)))
    report(offer.printable.id, made.faults)
    return made.content


def print_document(project: Project, graph: Graph, offer: Offer, *, progress: Progress) -> bytes:
    """The DOCX of one sheet, or the deck of a session plan."""
    progress(f"Writing {offer.printable.located.entry.title}")
    return written(job_of(documents_of(graph, project.site, project.theme), offer, project.theme))


def print_entries(
    project: Project,
    graph: Graph,
    wanted: tuple[Located, ...],
    *,
    paper: Paper,
    variant: Variant,
    copies: int,
    seed: int,
    duplex: bool,
    collated: Collation = "sheet",
    progress: Progress,
    title: str = "",
    report: Report = unreported,
) -> bytes:
    """One PDF of some entries. A path gives its pack, and so do several entries, and a session plan with `copies`;
    these are the people it is for. A pack may have another `title` on its cover."""
    at = replace(documents_of(graph, project.site, project.theme), duplex=duplex)
    alone = len(wanted) == 1 and (wanted[0].kind.name == "session-plan" and copies == 1)
    sheets = [
        Printable(located, variant, copies, seed) for located in wanted if alone or located.kind.name not in PACKS
    ]
    if len(sheets) == len(wanted) == 1:
        progress(f"Printing {sheets[0].located.entry.title}")
        if copies == 1:
            made = pdf.made(Wanted(at.document(sheets[0], paper)))
            report(sheets[0].id, made.faults)
            return made.content
        parts = [replace(part, starts_leaf=part.starts_leaf or duplex) for part in sheet_parts(at, sheets[0], paper)]
        joint = [_made(part) for part in parts]
        return _joined(at, joint, paper, report, sheets[0].id)
    pack = replace(_pack(graph, wanted, sheets, copies, variant, seed), collated=collated)
    parts = list(pack_parts(at, pack, paper))
    if pack.plan:
        session = of_plan(pack.plan, graph, copies)
        own = session_parts(at, project.theme, session, paper, in_pack=True)
        parts += [replace(part, starts_leaf=duplex and place == 0) for place, part in enumerate(own)]
    return _print_pack(at, replace(pack, title=title or pack.title), parts, paper, progress, report)


def print_session(
    project: Project,
    graph: Graph,
    session: PlannedSession,
    *,
    paper: Paper,
    scope: Scope = "agenda",
    progress: Progress,
    report: Report = unreported,
) -> bytes:
    """What `scope` says of a session, and its papers, as one PDF."""
    at = documents_of(graph, project.site, project.theme)
    parts = list(_parts_of_session(at, project, session, paper, scope))
    progress(f"Laying out {session.title}")
    return _joined(at, [_made(part) for part in parts], paper, report)


def print_session_document(
    project: Project, graph: Graph, session: PlannedSession, *, paper: Paper, scope: Scope = "agenda"
) -> bytes:
    """What `scope` says of a session, and its papers, as DOCX: of copies that are the same there is one."""
    at = documents_of(graph, project.site, project.theme)
    parts = _parts_of_session(at, project, session, paper, scope)
    return written(job_of_documents(at, (part.html for part in parts), paper, project.theme))


def _parts_of_session(
    at: Documents, project: Project, session: PlannedSession, paper: Paper, scope: Scope
) -> Iterator[DocumentPart]:
    """The agenda and what is for the facilitator, the papers, then what is handed out. The feedback form is a paper."""
    if scope != "papers":
        yield from session_parts(at, project.theme, session, paper)
    yield from paper_parts(at, session, paper)
    for entry_id, _ in schedule(session).packing:
        if scope == "pack" or (session.feedback and session.feedback.entry == entry_id):
            sheet = for_people(Printable(at.graph.entries[entry_id], "participant"), session.people)
            yield from sheet_parts(at, sheet, paper)


def _pack(
    graph: Graph, wanted: Sequence[Located], sheets: Sequence[Printable], people: int, variant: Variant, seed: int
) -> Pack:
    """The pack of the path or of the session plan among what is wanted, with the sheets that are wanted besides."""
    chosen = tuple(for_people(sheet, people) for sheet in sheets)
    planned = next((located for located in wanted if located.kind.name in PACKS), None)
    if not planned:
        return pack_of_sheets(chosen, people, graph.kinds.language.words)
    pack = PACKS[planned.kind.name](graph, planned, people, variant, seed)
    known = {sheet.id for sheet in pack.sheets}
    return replace(pack, sheets=(*pack.sheets, *(sheet for sheet in chosen if sheet.id not in known)))


def _print_pack(
    at: Documents, pack: Pack, parts: Sequence[DocumentPart], paper: Paper, progress: Progress, report: Report
) -> bytes:
    """The parts of a pack, each laid out once; then its cover, which names the pages on which they start."""
    made = list(zip(parts, PackPieces(at, progress).all(parts), strict=True))
    progress(f"Printing {pack.title}")
    cover_pages = 1
    while True:
        pages = _pages_of(made, cover_pages)
        front = _made(pack_front(at, pack, paper, pages))
        if len(front.piece.pages) == cover_pages:
            progress(f"Joining {pages[TOTAL]} pages")
            return _joined(at, [front, *(joint for _, joint in made)], paper, report)
        cover_pages = len(front.piece.pages)


def _pages_of(parts: Sequence[tuple[DocumentPart, JoinedPart]], before: int) -> dict[str, int]:
    """The page on which each part starts, from 1, with so many pages before them, and the number of all pages."""
    end = JoinedPart(parts[-1][1].piece)
    *found, total = starts([*(made for _, made in parts), end], before)
    pages = {part.id: page + 1 for (part, _), page in zip(parts, found, strict=True) if part.id}
    return pages | {AGENDA: before, TOTAL: total}


def _made(part: DocumentPart) -> JoinedPart:
    return JoinedPart(pdf.piece(part.html), part.copies, part.starts_leaf, part.numbered)


def _joined(at: Documents, parts: Sequence[JoinedPart], paper: Paper, report: Report, entry_id: str = "") -> bytes:
    for part in parts:
        report(entry_id, part.piece.faults)
    blank = pdf.piece(on_the_back(at.blank(paper))) if any(part.starts_leaf for part in parts) else None
    return joined(parts, blank)
