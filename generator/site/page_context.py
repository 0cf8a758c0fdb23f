"""One page while it is being written: what its template can ask for, and the sections it has so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.content.graph import MENTIONS, Edge
from generator.content.hierarchy import above
from generator.content.located import Located
from generator.language.language import Language
from generator.language.words import Words
from generator.model import addresses
from generator.model.addresses import relative
from generator.model.entry import Link
from generator.model.facets import Facet, chosen
from generator.model.kind import Kind
from generator.model.provenance import Of
from generator.model.relation import OUTSIDE_LINKS
from generator.prose.attached import FilesOnPage, ShownFiles
from generator.prose.finishing import Finishing
from generator.prose.marked_parts import signs_in
from generator.prose.typography import plain
from generator.prose.writer import Writer
from generator.site.heading_ids import HeadingIds
from generator.site.listed import EntryGroup, KindGroup, LinkGroup, ListedEntry
from generator.site.next_steps import next_steps
from generator.site.other_links import other_links
from generator.site.packs import pack_query
from generator.site.page import FOR_DECKS, Download, Section
from generator.site.read_by_sessions import read_by_sessions
from generator.site.sections import section, sections_in
from generator.site.site_context import SiteContext


@dataclass(slots=True)
class PageContext:
    """One page while it is written: what its templates can ask for."""

    shared: SiteContext
    """What all pages are rendered from, such as `graph`."""
    url: str
    """The address of the page within the site."""
    located: Located | None = None
    """The entry of the page with its `id` and `kind`, if it is the page of one."""
    places: list[str] = field(default_factory=list)
    """The ids within sections that readers may link to."""
    heading_ids: HeadingIds = field(default_factory=HeadingIds)
    """The ids of headings in texts, to which readers may link as well."""
    shown: set[str] = field(default_factory=set)
    """The ids of the entries that the page has linked in a list, so that none is listed twice."""
    writer: Writer = field(init=False)
    """Renders texts of the content; templates call `md`."""

    def __post_init__(self) -> None:
        targets = self.shared.targets
        own_id = self.located.id if self.located else ""
        signs, finishing = signs_in(self.words), Finishing(self.words.texts, self.heading_ids.give)
        self.writer = Writer(
            targets,
            lambda found: self.href(targets[found].url),
            self.shared.terms,
            own_id,
            self.files(),
            signs,
            finishing,
        )

    def files(self) -> ShownFiles:
        """How the page shows pictures and files."""
        return FilesOnPage(self.shared.graph.files, self.href, self.language, self.shared.site.video_hosts)

    def sections(self, *templates: str, **context: object) -> tuple[Section, ...]:
        """The sections that the first of these templates that the theme has declares."""
        own = self.located.entry.own if self.located else ()
        return sections_in(self._render(templates, (), context), own)

    def own_sections(self, *templates: str) -> tuple[Section, ...]:
        """The sections of an entry by the first of these templates, and those of fields added to its built-in kind.

        The last of the templates shows declared fields.
        """
        assert self.located is not None
        kind = self.located.kind
        added = self.sections(templates[-1]) if kind.fields and not kind.declared else ()
        return (*self.sections(*templates), *added)

    def body(self, template: str, sections: Iterable[Section] = (), **context: object) -> str:
        """The whole body, by the template that puts the sections together."""
        return self._render((template,), tuple(sections), context).strip() + "\n"

    def _render(self, templates: Sequence[str], sections: tuple[Section, ...], context: Mapping[str, object]) -> str:
        found = self.located
        return self.shared.templates.select_template(templates).render(
            page=self,
            section=section,
            sections=sections,
            md=self.md,
            site=self.shared.site,
            entry=found.entry if found else None,
            kind=found.kind if found else None,
            **context,
        )

    def md(self, text: str) -> Markup:
        """The HTML of a text of the content."""
        return self.writer.html(text)

    @property
    def language(self) -> Language:
        """The language of the playbook."""
        return self.shared.language

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.language.words

    def href(self, target: str) -> str:
        """The address of a page of the site, as seen from this one."""
        return relative(target, self.url)

    def stylesheets(self, templates: Iterable[str], body: str) -> tuple[str, ...]:
        """The paths of the styles of this page beside those of all pages."""
        return self.shared.assets().styles_of(templates, body)

    def asset(self, name: str) -> str:
        """The address of a style or script of the theme, by the name that it has within `components`."""
        return self.href(self.shared.assets().release.path(name))

    def anchor(self, anchor: str) -> str:
        """An id within a section that readers may link to, and that the playbook keeps for good."""
        self.places.append(anchor)
        return anchor

    def item(self, entry_id: str, why: str | None = None) -> ListedEntry:
        """An entry as it is listed here."""
        found = self.shared.graph.entries[entry_id]
        title, summary = self.shared.names[entry_id]
        self.shown.add(entry_id)
        return ListedEntry(
            entry_id, title, found.kind, self.href(found.url), summary, self.md(why) if why else None, found.entry
        )

    def out(self, *relations: str) -> tuple[ListedEntry, ...]:
        """What this entry refers to by these relations."""
        return self._items(self.shared.graph.out(self.entry_id, *relations), lambda edge: edge.target)

    def into(self, *relations: str, kinds: Iterable[str] = ()) -> tuple[ListedEntry, ...]:
        """What refers to this entry by these relations, of these kinds or of all."""
        entries = self.shared.graph.entries
        edges = self.shared.graph.into(self.entry_id, *relations)
        wanted = tuple(e for e in edges if not kinds or entries[e.source].kind.name in kinds)
        return self._items(wanted, lambda edge: edge.source)

    def items(self, links: Iterable[Link]) -> tuple[ListedEntry, ...]:
        """The entries that links of the content lead to."""
        return tuple(self.item(link.to, link.why) for link in links)

    def _items(self, edges: Iterable[Edge], end: Callable[[Edge], str]) -> tuple[ListedEntry, ...]:
        found = {end(edge): edge.why for edge in reversed(tuple(edges))}
        return tuple(self.item(entry_id, why) for entry_id, why in reversed(found.items()))

    @property
    def entry_id(self) -> str:
        """The id of the entry of the page."""
        assert self.located is not None
        return self.located.id

    def next_steps(self) -> tuple[tuple[ListedEntry, ListedEntry | None], ...]:
        """At most three entries to go on with, by the rule in `generator/site/next_steps.py`, without those listed.

        With each the step that leads to it, unless a link of this entry does.
        """
        found = next_steps(self.shared.graph, self.entry_id, self._listed)
        return tuple(
            (self.item(step.id, step.why), self.item(step.through) if step.through else None) for step in found
        )

    @property
    def _listed(self) -> frozenset[str]:
        """What the page lists in its sections, and in the head and the foot that every entry has."""
        in_head = {field.name for field in self.located.kind.head_fields} if self.located else set()
        around = self.shared.graph.out(self.entry_id, *in_head, *(OUTSIDE_LINKS - {MENTIONS.name}))
        parents = (found.id for found in above(self.shared.graph, self.entry_id))
        return frozenset({*self.shown, *parents, *(edge.target for edge in around)})

    def other_links(self) -> tuple[LinkGroup, ...]:
        """Every link that the page has not listed yet, in groups: those of this entry, then those that lead to it."""
        uses = self.shared.term_uses.get(self.entry_id, ())
        found = other_links(self.shared.graph, self.entry_id, self._listed, uses)
        return tuple(
            LinkGroup(label or self.words.entry.mentioned, tuple(self.item(end, why) for end, why in ends), brief)
            for (label, brief), ends in found.items()
        )

    def above(self) -> tuple[ListedEntry, ...]:
        """The entries above this one, the topmost first."""
        return tuple(self.item(found.id) for found in above(self.shared.graph, self.entry_id))

    def of_kind(self, name: str) -> tuple[EntryGroup, ...]:
        """All entries of a kind, in the groups of its index page."""
        return tuple(
            EntryGroup(key, heading, tuple(self.item(found.id) for found in members))
            for key, heading, members in self.shared.graph.grouped(name)
        )

    def choices(self, facet: Facet) -> tuple[tuple[str, Markup], ...]:
        """What readers can choose of a facet: the key and the name of each value by which an entry is found."""
        had = {value for located in self.shared.graph.entries.values() for value in facet.shown(located)}
        found = (one for one in facet.choices(self.shared.graph) if one.key in had)
        return tuple((one.key, self.shared.names[one.key][0] if one.url else plain(one.label)) for one in found)

    def chosen(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the entry has of the facets that are fields of its kind: what each is called, and the chosen values."""
        assert self.located is not None
        return tuple((str(self.words.facets[word]), had) for word, had in chosen(self.located, self.shared.graph))

    def kinds(self) -> tuple[tuple[Kind, int], ...]:
        """Every kind that has entries, and how many."""
        order, kinds = self.shared.order, self.shared.graph.kinds
        return tuple((kind, len(order[kind.name])) for kind in kinds if kind.name in order)

    def kind_groups(self) -> tuple[KindGroup, ...]:
        """The kinds that have entries, in the groups of the navigation; those that are in none come last."""
        counts = {kind.plural: (kind, count) for kind, count in self.kinds()}
        groups = [
            KindGroup(group.title, group.about, tuple(counts.pop(plural) for plural in group.kinds if plural in counts))
            for group in self.shared.site.nav
        ]
        return tuple(group for group in (*groups, KindGroup("", "", tuple(counts.values()))) if group.kinds)

    def badge(self) -> str:
        """The text beside the kind at the top of the page, such as the place in a series."""
        assert self.located is not None
        return self.located.kind.badge(self.located.entry)

    def pdfs(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """The PDFs of this entry: for each variant what it is, and the sizes of paper with their addresses."""
        found: dict[str, list[tuple[str, str]]] = {}
        for offered in self._downloads("pdf"):
            found.setdefault(offered.label, []).append((offered.paper, self.href(offered.path)))
        return tuple((label, tuple(papers)) for label, papers in found.items())

    def decks(self) -> tuple[tuple[ListedEntry, tuple[tuple[str, str], ...]], ...]:
        """Every deck of cards of the site: its entry, and the sizes with their addresses."""
        offered = groupby(self.shared.downloads.get(FOR_DECKS, ()), key=lambda deck: deck.label)
        return tuple(
            (self.item(entry_id), tuple((deck.paper, self.href(deck.path)) for deck in decks))
            for entry_id, decks in offered
        )

    def documents(self) -> tuple[tuple[str, str, str], ...]:
        """The documents of this entry for office programs: what each is, its form, and its address."""
        found = self._downloads("docx", "pptx")
        return tuple((offered.label, offered.form.upper(), self.href(offered.path)) for offered in found)

    def _downloads(self, *forms: str) -> Iterator[Download]:
        return (offered for offered in self.shared.downloads.get(self.entry_id, ()) if offered.form in forms)

    def archive(self) -> str:
        """The address of the archive with the whole site; empty if there is none."""
        return next((self.href(offered.path) for offered in self.shared.downloads.get("", ())), "")

    @property
    def has_packs(self) -> bool:
        """Whether the site has a page on which packs are put together."""
        return self.shared.has_packs

    @property
    def has_pdfs(self) -> bool:
        """Whether the site has PDFs, which packs are joined from."""
        return self.shared.has_pdfs

    def pack(self) -> str:
        """The address at which a sheet is printed for a group, or the sheets of a path or of a session, for the people
        it is planned for; empty if there are none."""
        query = pack_query(self.shared, self.located)
        return f"{self.href('print/')}?{query}" if query else ""

    def planner(self) -> str:
        """The address at which a session plan is planned for other people, or changed."""
        return f"{self.href(addresses.SESSION)}?plan={self.entry_id}"

    def read_by_sessions(self) -> str:
        """The addresses of the pages whose texts run sheets of sessions take, with spaces between them; `*` is any page
        of a folder. The offline edition gives these pages to scripts."""
        return " ".join(self.href(url) for url in read_by_sessions(self.shared))

    @property
    def marked(self) -> tuple[Of, ...]:
        """Whose the parts are that the texts of this entry mark."""
        return self.located.marked if self.located else ()

    @property
    def root(self) -> str:
        """The path of the site on its server, for the page that has no place of its own."""
        return urlsplit(self.shared.site.url).path

    def neighbours(self) -> tuple[ListedEntry | None, ListedEntry | None]:
        """The entries before and after this one in the series of its kind."""
        assert self.located is not None
        before, after = self.shared.beside[self.entry_id]
        return self.item(before) if before else None, self.item(after) if after else None
