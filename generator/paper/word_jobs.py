"""DOCX files of sheets, made from the same documents as the PDFs, and decks of plans, for office programs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from markupsafe import Markup

from generator.caching.kept import Kept
from generator.caching.program import program
from generator.config.theme import Theme
from generator.kinds.session_plan import SessionPlan
from generator.media.attached import AttachedFile
from generator.media.formats import SVG
from generator.office.looks import OfficeLooks, Sheet
from generator.office.slides import Deck
from generator.paper.brand import LOGO_WIDTH
from generator.paper.documents import Documents
from generator.paper.downloads import FOLDER, Offer, usual_paper
from generator.paper.pdf_cache import GENERATIONS
from generator.paper.plan_deck import deck_of
from generator.paper.sheets import Printable
from generator.paper.sizes import Paper
from generator.prose.attached import found
from generator.site.installable import drawn
from generator.typefaces.packages import parts_in

TEXT, LARGE_TEXT = 10.5, 18.0
"""The size of text, and that in large print, in points."""


@dataclass(frozen=True, slots=True)
class WordJob:
    """A document to be made: its HTML, how it looks, and its paper."""

    html: str
    looks: OfficeLooks
    sheet: Sheet

    @property
    def key(self) -> str:
        """A hash of all that decides the file."""
        decided = f"{program()} {self.looks!r} {self.sheet!r}\n{self.html}"
        return hashlib.sha256(decided.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class DeckJob:
    """A deck to be made, and how it looks."""

    deck: Deck
    looks: OfficeLooks

    @property
    def key(self) -> str:
        """A hash of all that decides the file."""
        return hashlib.sha256(f"{program()} {self!r}".encode("utf-8", "surrogatepass")).hexdigest()


OfficeJob: TypeAlias = WordJob | DeckJob
Writer: TypeAlias = Callable[[Sequence[OfficeJob]], Iterator[bytes]]
"""Makes the file of each job, in their order."""


def written(job: OfficeJob) -> bytes:
    """The DOCX or the PPTX of a job."""
    from generator.office import deck, word  # builds without documents to make need no library

    return deck.made(job.deck, job.looks) if isinstance(job, DeckJob) else word.made(job.html, job.looks, job.sheet)


def job_of(at: Documents, offer: Offer, theme: Theme, html: str = "") -> OfficeJob:
    """The job of a sheet, whose document is this `html` if it has been made already, or of the deck of a plan."""
    located, looks = offer.printable.located, looks_of(at, theme)
    if offer.form == "pptx":
        assert isinstance(located.entry, SessionPlan)
        return DeckJob(deck_of(at, located.entry), looks)
    return WordJob(html or at.document(offer.printable, offer.paper), looks, sheet_of(offer.printable, offer.paper))


def job_of_documents(at: Documents, documents: Iterable[str], paper: Paper, theme: Theme) -> WordJob:
    """The job of several documents in one: of each, the sections count, and they begin on pages of their own."""
    return WordJob("".join(documents), looks_of(at, theme), Sheet(paper.width, paper.height, TEXT))


EMPTY, TITLE = f"{FOLDER}/session.docx", "{title}"
"""The document that a browser puts a session into, and where it writes the title in it."""


def empty_job(at: Documents, theme: Theme) -> WordJob:
    """A document without text, with the brand, on the paper of the language. A browser fills it."""
    paper = usual_paper(at.language)
    content = Markup('<section class="sheet"><p class="foot">{}</p></section>').format(f"{at.site.name} · {TITLE}")
    return job_of_documents(at, (at.page(content, TITLE, "", paper, "pack"),), paper, theme)


def sheet_of(printable: Printable, paper: Paper) -> Sheet:
    """The paper of a sheet, and the size of its text."""
    return Sheet(paper.width, paper.height, LARGE_TEXT if printable.variant == "large" else TEXT)


def looks_of(at: Documents, theme: Theme) -> OfficeLooks:
    """How the documents of a playbook look, with its brand."""
    site, colours, usual = at.site, theme.brand.on_paper, OfficeLooks()
    logo = found(at.graph.files, site.logo)
    return OfficeLooks(
        language=site.language,
        rtl=at.language.direction == "rtl",
        author=site.name,
        text_font=parts_in(site.fonts.text)[0].family if site.fonts.text else usual.text_font,
        heading_font=parts_in(site.fonts.headings)[0].family if site.fonts.headings else usual.heading_font,
        brand=colours.get("brand", usual.brand),
        ink=colours.get("ink", usual.ink),
        notice=site.notice,
        footer=site.footer,
        logo=_picture(logo) if logo and logo.picture else b"",
    )


def _picture(logo: AttachedFile) -> bytes:
    """A logo as a picture of pixels, because office programs do not show drawings alike."""
    if logo.ending == SVG:
        return drawn(logo.published(), LOGO_WIDTH)
    return logo.made(replace(logo.plain, width=min(logo.plain.width, LOGO_WIDTH)))


def write_all(jobs: Mapping[str, OfficeJob], kept: Kept, write: Writer) -> Iterator[tuple[str, bytes]]:
    """The file of each job by its name. Those made before from the same are taken from `kept`."""
    keys = {name: job.key for name, job in jobs.items()}
    there = {key: content for key in set(keys.values()) if (content := kept.get(key)) is not None}
    lacking = {keys[name]: job for name, job in jobs.items() if keys[name] not in there}
    kept.keep_only(keys.values(), GENERATIONS)
    for key, content in zip(lacking, write(tuple(lacking.values())), strict=True):
        kept.put(key, content)
        there[key] = content
    return ((name, there[key]) for name, key in keys.items())
