"""One sheet while it is printed: what its template can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.assessment import Asked, Assessment, Scoring
from generator.kinds.belief_pair import BeliefPair
from generator.kinds.copies import Copies
from generator.kinds.role_play import Round
from generator.kinds.scale import ScaleOption
from generator.kinds.worksheet import Timing, Worksheet
from generator.kinds.worksheet_blocks import AnyBlock
from generator.kinds.worksheet_blocks.bingo import BingoBlock
from generator.kinds.worksheet_blocks.blanks import Blank, BlanksBlock
from generator.kinds.worksheet_blocks.table import PrintedRow, TableBlock
from generator.language.words import Words
from generator.model.entry import Entry, Link
from generator.model.values import clock
from generator.paper.bingo_cards import cards_of
from generator.paper.cards import POCKET, CardSide, in_sides, lay_out
from generator.paper.fitting import FACES, Limits, fitted
from generator.paper.plain_words import plain_words, shortened
from generator.paper.qr import qr_picture
from generator.paper.questions import Questions, questions, weights_of
from generator.paper.sheets import SHARED, Printable
from generator.paper.sizes import DeckSize, Paper
from generator.prose.writer import Writer
from generator.scoring.from_entry import places, range_of
from generator.site.listed import ListedEntry

MOST_LARGE = 44
"""The letters that fit beside each other in a row of blanks in large print."""

WORDS_LARGE = 1.5
"""How much wider a column with printed words is in large print than on the usual sheet."""


MOST_IN_HEAD = 28
"""The letters of an answer that fit in the head of its column, on three lines."""

TYPE = MappingProxyType({"sheet": (10.5, 9), "list": (12, 9), "guide": (11.5, 9.5), "card": (12, 9)})
LARGE_TYPE = MappingProxyType({"card": (18, 14)})
"""The largest and the smallest size of type of each sort of part, in points. Where one reads or ticks rather than
writes, room goes into the letters."""


@dataclass(frozen=True, slots=True)
class SheetContext:
    """One copy of a sheet. `copy` counts from 1."""

    graph: Graph
    """All entries, and how they are linked."""
    site: SiteConfig
    """What `site_config.yml` says."""
    writer: Writer
    """Renders texts of the content; templates call `md`."""
    printable: Printable
    """What is printed: the entry, the variant, the number of copies."""
    paper: Paper
    """The size of paper."""
    copy: int = 1
    """Which copy it is, from 1; `SHARED` for what all copies share."""
    filled: Mapping[str, str] = field(default_factory=dict)
    """What stands in the fields of a specimen, by their names; nothing on other sheets."""

    @property
    def entry(self) -> Entry:
        """The entry of the sheet, with the fields of its kind."""
        return self.printable.located.entry

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.graph.kinds.language.words

    @property
    def large(self) -> bool:
        """Whether it is in large print."""
        return self.printable.variant == "large"

    @property
    def fillable(self) -> bool:
        """Whether it has fields to fill in on a screen."""
        return self.printable.fillable

    @property
    def mark(self) -> str:
        """What tells this copy from the others, where it is not the same; on a specimen, what it is."""
        paper = self.words.paper
        if self.printable.variant == "specimen":
            return str(paper.variant.specimen)
        different = self.printable.differ and self.printable.copies > 1 and self.copy != SHARED
        return paper.card(number=self.copy) if different else ""

    @property
    def address(self) -> str:
        """The address of the page of its entry, with the host."""
        return self.site.url + self.printable.located.url

    @property
    def short_address(self) -> str:
        """The address as one types it."""
        return shortened(self.address)

    @property
    def qr(self) -> str:
        """A picture of that address to be scanned, as a data address."""
        return qr_picture(self.address)

    @property
    def logo(self) -> Markup:
        """The logo of the playbook; empty if it has none."""
        files = self.writer.files
        return Markup((files and files.picture(self.site.logo, self.site.name)) or "")

    def fit(self, wish: str | int, sort: str) -> Markup:
        """The attributes of what is fitted on its pages: the limit, and the sizes of type of this `sort` of part.

        Where they do not suffice, a sheet takes more pages; large print nearly always does.
        """
        largest, smallest = LARGE_TYPE.get(sort, (18, 18)) if self.large else TYPE[sort]
        if isinstance(self.paper, DeckSize):
            largest = self.paper.largest
        limit = 1 if self.large and wish != FACES else wish
        return fitted(Limits(str(limit), largest, smallest))

    def md(self, text: str) -> Markup:
        """The HTML of a text of the content."""
        return self.writer.html(text)

    def key(self, name: str) -> str:
        """The name of a field in the document: words with spaces, as PDF reserves periods.

        It is the sheet, the copy, and the ids under which the page keeps the field, so no other field has it.
        """
        return f"{self.printable.id} {self.copy} {name}".replace(".", " ")

    def stable_key(self, name: str) -> str:
        """What leads from a field of the document back to the page: entry, copy, edition, and the name there."""
        edition = self.entry.edition if isinstance(self.entry, Worksheet | Assessment) else 1
        return f"{self.printable.id} {self.copy} {edition} {name}"

    def shares(self, table: TableBlock) -> tuple[float, ...]:
        """The width of each column, in percent. In large print columns with words get more, so that rows stay low."""
        printed = {column for row in table.printed_rows(self.graph.entries) for column in row.words}
        wide = [c.wide * (WORDS_LARGE if self.large and c.id in printed else 1) for c in table.columns]
        return tuple(round(100 * one / sum(wide), 2) for one in wide)

    def called(self, table: TableBlock, row: PrintedRow) -> str:
        """What a row is called in the description of its fields."""
        if row.source:
            return self.graph.entries[row.source].entry.title
        printed = row.words.get(table.columns[0].id)
        return plain_words(printed) if printed else self.words.common.row(number=row.number)

    def blank_rows(self, block: BlanksBlock) -> tuple[tuple[tuple[Blank, float], ...], ...]:
        """Blanks in rows: each with its share of the width, in percent, after its label and its own width."""
        rows = block.rows(MOST_LARGE if self.large else self._worksheet.letters)
        return tuple(tuple((blank, round(100 * share, 2)) for blank, share in row) for row in rows)

    def sets(self, cards: int, copies: Copies | None = None) -> int:
        """How many sets of so many cards to cut out are printed: what the people of a pack need by the rule `copies`,
        or a set for each copy. Without a pack a sheet of paper is filled with whole sets."""
        if self.deck:
            return 1
        if people := self.printable.people:
            return copies.for_people(people) if copies else self.printable.copies
        return max(self.printable.copies, POCKET.number // cards)

    @property
    def blocks(self) -> Sequence[AnyBlock]:
        """The blocks of this copy that are not cut out. In a pack copies share what is the same in all of them."""
        blocks = [block for block in self._worksheet.blocks if not block.cut_out]
        own = len(blocks) - self.printable.shared_blocks
        return blocks[own:] if self.copy == SHARED else blocks[:own]

    @property
    def pages(self) -> int:
        """How many pages this copy of a worksheet may take."""
        blocks = [block for block in self._worksheet.blocks if not block.cut_out]
        shared = sum(block.new_page for block in blocks[len(blocks) - self.printable.shared_blocks :])
        return shared if self.copy == SHARED else max(1, self._worksheet.pages - shared)

    @property
    def notes_behind(self) -> bool:
        """Whether lines for notes are printed on the back of its last page, so that the cards to cut out begin on
        another sheet of paper. In a pack the copies of a sheet lie together, and their cards follow."""
        alone = self.printable.variant == "participant" and self.printable.copies == 1 and not self.printable.people
        return alone and self.pages % 2 == 1 and any(block.cut_out for block in self._worksheet.blocks)

    def card(self, block: BingoBlock) -> Sequence[Sequence[Any]]:
        """The bingo card of this copy."""
        if self.printable.variant == "specimen":
            return block.card()
        return cards_of(block, self.printable.copies, self.printable.seed)[self.copy - 1]

    @property
    def deck(self) -> bool:
        """Whether it is a deck: cards of one size, each side on a page of its own."""
        return isinstance(self.paper, DeckSize)

    def lay_out(self, faces: Sequence[tuple[Markup, Markup]]) -> tuple[CardSide, ...]:
        """The pages for cards to cut out, each card a pair of front and back as HTML."""
        return lay_out(faces, self.paper)

    def in_sides(self, lines: Sequence[str]) -> Sequence[Sequence[str]]:
        """The lines of a list for the sides of cards. In a deck there is one: its cards divide what does not fit."""
        return [lines] if self.deck else in_sides(lines, lambda line: len(plain_words(line)))

    def questions(self) -> Iterator[Questions]:
        """The questions of a self-check, in parts that are answered on one scale."""
        return questions(self._assessment, self.site.scales)

    def numbered(self) -> tuple[tuple[int, Asked], ...]:
        """The questions with their numbers on the sheet."""
        return tuple(question for part in self.questions() for question in part.items)

    def sides(self, item: Asked) -> BeliefPair | None:
        """The two sides of the pair of beliefs that a question is about."""
        about = self.graph.entries[item.about].entry if item.about else None
        return about if isinstance(about, BeliefPair) else None

    def range_of(self, scoring: Scoring) -> tuple[str, str]:
        """The lowest and the highest score that can come out, as they are printed."""
        low, high = range_of(self._assessment, scoring, self.site.scales)
        return self._exact(low, places(scoring)), self._exact(high, places(scoring))

    def middle_of(self, scoring: Scoring) -> str:
        """The score in the middle between them."""
        return self._exact(sum(range_of(self._assessment, scoring, self.site.scales)) / 2, places(scoring))

    def weights_of(self, scoring: Scoring) -> str:
        """The weights of the questions of a score by their numbers: `1 to 3: 2, 4: 0.5`; empty if none count."""
        return weights_of(scoring, self.numbered(), self.graph.kinds.language)

    def number(self, value: float, places: int) -> str:
        """A number with so many decimal places."""
        return self.graph.kinds.language.numerals.fixed(value, places)

    def _exact(self, value: float, most: int = 6) -> str:
        return self.graph.kinds.language.numerals.exact(value, most)

    def only_number(self, option: ScaleOption) -> bool:
        """Whether an answer has no words beside its number."""
        return option.label in (option.code, self._exact(option.value))

    def heads_fit(self, options: Iterable[ScaleOption]) -> bool:
        """Whether the words of all answers fit in the heads of narrow columns."""
        return all(len(self.words_only(option)) <= MOST_IN_HEAD for option in options)

    def words_only(self, option: ScaleOption) -> str:
        """The words of an answer, without the number above them."""
        return option.label.removeprefix(f"{option.code},").strip()

    def linked(self, entry_id: str) -> Markup:
        """The title of an entry, with a link to its page."""
        target = self.graph.entries[entry_id]
        return Markup('<a href="{}">{}</a>').format(self.site.url + target.url, self.md(target.entry.title))

    def items(self, links: Iterable[Link]) -> tuple[ListedEntry, ...]:
        """The entries that links of the content lead to, with the addresses of their pages."""
        return tuple(self._item(self.graph.entries[link.to], self.md(link.why) if link.why else None) for link in links)

    def _item(self, found: Located, why: Markup | None) -> ListedEntry:
        entry, url = found.entry, self.site.url + found.url
        return ListedEntry(found.id, self.md(entry.title), found.kind, url, self.md(entry.summary), why, entry)

    def about(self, *words: object) -> str:
        """The description of a field, as it is read aloud: what it belongs to, from the heading of its block on."""
        said = [plain_words(str(word)).removesuffix(".") for word in words]
        return " ".join([*(word if word.endswith("?") else f"{word}:" for word in said[:-1]), *said[-1:]])

    @property
    def _worksheet(self) -> Worksheet:
        assert isinstance(self.entry, Worksheet)
        return self.entry

    @property
    def _assessment(self) -> Assessment:
        assert isinstance(self.entry, Assessment)
        return self.entry

    def clock(self, timings: Iterable[Timing | Round]) -> Iterator[tuple[str, Timing | Round]]:
        """Each part of a session with the time at which it starts, counted from its beginning."""
        at = 0
        for timing in timings:
            yield clock(at), timing
            at += timing.minutes
