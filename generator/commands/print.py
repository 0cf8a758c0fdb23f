"""`playbook print`: sheets, packs and the whole playbook as PDF files, and sheets as DOCX."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import get_args

from generator.commands._calling import (
    CONTENT,
    OK,
    Stop,
    add_config,
    add_out,
    add_site,
    as_text,
    project_of,
    say,
    show,
    site_named,
    usage,
)
from generator.config.project import Project
from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.unknown_reference import meant_by
from generator.diagnostics.diagnostic import stops_the_build
from generator.diagnostics.suggest import did_you_mean, with_article
from generator.paper.downloads import Form, Offer
from generator.paper.faults import Findings
from generator.paper.pack import PACKED, Collation
from generator.paper.sheets import PRINTED_AS, Printable, deck_of, sheets_of, variants_of
from generator.paper.sizes import DECKS, PAPERS, POSTERS, VARIANTS
from generator.pipeline import Reading
from generator.reporting.progress import Progress
from generator.system.files import write_file

MOST_COPIES = 500


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help="the entries to print; a path prints as its pack, and so does a session plan with --copies",
    )
    parser.add_argument("--book", action="store_true", help="print the whole playbook as a book")
    parser.add_argument(
        "--paper",
        type=str.lower,
        choices=[*PAPERS, *POSTERS],
        default="a4",
        help="the size of the paper; a3 and a1 print a sheet as a poster (default: a4)",
    )
    parser.add_argument(
        "--variant", type=str.lower, choices=VARIANTS, default="participant", help="the variant (default: participant)"
    )
    parser.add_argument(
        "--deck",
        type=str.lower,
        choices=tuple(DECKS),
        help="print the cards of an entry as a deck: in the size a7 or poker for a print shop, with bleed; for a4 or "
        "letter ten to a sheet, as business cards",
    )
    parser.add_argument(
        "--as",
        dest="form",
        type=str.lower,
        choices=get_args(Form),
        default="pdf",
        help="the form of the file: docx, to adapt one sheet in an office program; pptx, a session plan as a deck "
        "(default: pdf)",
    )
    parser.add_argument(
        "--copies", type=int, default=1, metavar="N", help="copies of one sheet; of a pack, the number of people"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the number from which bingo cards are drawn (default: 1)"
    )
    parser.add_argument(
        "--duplex",
        action="store_true",
        help="for both sides of the paper: start each booklet and each copy of a pack on a new sheet",
    )
    parser.add_argument(
        "--collate",
        choices=get_args(Collation),
        help="what lies together in a pack: the copies of a sheet, or the sheets of a person as a booklet "
        "(default: sheet; with --duplex person)",
    )
    parser.add_argument("--title", default="", metavar="TEXT", help="the title on the cover of a pack")
    add_out(parser, "the file or folder to write to (default: a file named after the ids, in this folder)")
    parser.add_argument("--strict", action="store_true", help="print nothing if something is wrong on the paper")
    add_site(parser, "print what this one of the `sites` of the configuration has")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator import pipeline
    from generator.caching.kept import Kept
    from generator.checks import SilentTexts
    from generator.reading.cache import DocumentCache
    from generator.reporting.report import summary
    from generator.stages.printed import diagnostics
    from generator.stages.select import is_published, select

    _refuse_what_does_not_fit(arguments)
    target = _target(arguments)
    project, findings = project_of(arguments), Findings()
    site = site_named(project, arguments.site)
    documents, silent = DocumentCache(project.root), SilentTexts(Kept(project.root / ".cache" / "silent-texts"))
    with Progress(quiet=arguments.quiet) as progress:
        reading = pipeline.read(project, progress, read_document=documents.read_document, silent=silent)
        documents.save()
        silent.save()
        if stops_the_build(reading.diagnostics, strict=False):
            raise Stop(CONTENT, as_text(reading.diagnostics, project))
        _refuse_unsound_drafts(arguments, project, reading)
        project, reading = pipeline.of_site(project, reading, site)
        with_drafts = any(_is_draft(reading.graph, entry_id) for entry_id in arguments.ids)
        hidden = reading.unsound
        reading = select(reading, lambda one: is_published(one) or (with_drafts and one.id not in hidden))
        content = _printed(arguments, project, reading.graph, progress, findings)
    if wrong := diagnostics(reading.graph, findings.all):
        show(as_text(wrong, project), sys.stderr)
        if stops_the_build(wrong, strict=arguments.strict):
            raise Stop(CONTENT, f"Nothing was printed: {summary(wrong)}.")
    write_file(target, content)
    say(arguments, f"{target}, {len(content) // 1024} KB")
    return OK


def _refuse_what_does_not_fit(arguments: argparse.Namespace) -> None:
    """Raise `Stop` if the arguments exclude each other, or if what they need is missing."""
    from generator.paper import pdf

    if bool(arguments.ids) == arguments.book:
        raise usage("name the entries to print, or use --book")
    if not 1 <= arguments.copies <= MOST_COPIES:
        raise usage(f"--copies takes a number from 1 to {MOST_COPIES}")
    of_sheets = (
        arguments.variant != "participant"
        or arguments.copies > 1
        or arguments.duplex
        or arguments.title
        or arguments.collate
    )
    if arguments.book and of_sheets:
        raise usage("--book allows only --paper and --out")
    if arguments.form != "pdf" and (arguments.book or len(arguments.ids) > 1 or arguments.copies > 1):
        raise usage(f"--as {arguments.form} takes one entry in one copy; packs and the book are printed as PDFs")
    if arguments.paper in POSTERS and (arguments.form != "pdf" or len(arguments.ids) != 1 or arguments.copies > 1):
        raise usage("a poster (--paper a3 or a1) is the PDF of one entry in one copy")
    otherwise = of_sheets or arguments.form != "pdf" or arguments.paper != "a4"
    if arguments.deck and (len(arguments.ids) != 1 or otherwise):
        raise usage("--deck takes one entry, and besides it only --out; print the file as often as decks are wanted")
    if arguments.form == "pdf" and (lack := pdf.missing()):
        raise usage(lack)


def _printed(
    arguments: argparse.Namespace, project: Project, graph: Graph, progress: Progress, findings: Findings
) -> bytes:
    """The file."""
    from generator.paper import book_jobs, print_jobs
    from generator.parallel import spawned

    if arguments.deck:
        deck = _deck(graph, arguments)
        return print_jobs.print_deck(project, graph, deck, progress=progress, report=findings.add)
    paper = PAPERS.get(arguments.paper) or POSTERS[arguments.paper]
    if arguments.paper in POSTERS:
        printable = Printable(_sheet(graph, arguments), arguments.variant, seed=arguments.seed)
        return print_jobs.print_poster(project, graph, printable, paper=paper, progress=progress, report=findings.add)
    if arguments.form != "pdf":
        printable = Printable(_sheet(graph, arguments), arguments.variant, seed=arguments.seed)
        return print_jobs.print_document(project, graph, Offer(printable, paper, arguments.form), progress=progress)
    if arguments.book:
        return book_jobs.print_book(project, graph, paper=paper, progress=progress, spread=spawned, report=findings.add)
    return print_jobs.print_entries(
        project,
        graph,
        _wanted(graph, arguments),
        paper=paper,
        variant=arguments.variant,
        copies=arguments.copies,
        seed=arguments.seed,
        duplex=arguments.duplex,
        collated=arguments.collate or ("person" if arguments.duplex else "sheet"),
        title=arguments.title.strip(),
        progress=progress,
        report=findings.add,
    )


def _refuse_unsound_drafts(arguments: argparse.Namespace, project: Project, reading: Reading) -> None:
    """Raise `Stop` if a draft that is named has errors: its sheet might be wrong, or could not be made."""
    files = {reading.graph.known[one].document.file for one in arguments.ids if one in reading.unsound}
    if files:
        raise Stop(CONTENT, as_text([one for one in reading.diagnostics if one.span.file in files], project))


def _is_draft(graph: Graph, entry_id: str) -> bool:
    """Whether somebody asks for a draft by its id, and so wants to see it."""
    return entry_id in graph.entries and graph.entries[entry_id].entry.draft


def _target(arguments: argparse.Namespace) -> Path:
    """The file to write. Raises `Stop` if its folder is missing, before the PDF is made, which may take minutes."""
    size = f"deck-{arguments.deck}" if arguments.deck else arguments.paper
    usual = Path(f"{_name(arguments)}-{size}.{arguments.form}")
    out: Path = arguments.out or usual
    target = out / usual if os.path.isdir(out) else out
    if not target.parent.is_dir():
        raise usage(f"{target} cannot be written: there is no folder {target.parent}")
    return target


def _wanted(graph: Graph, arguments: argparse.Namespace) -> tuple[Located, ...]:
    """The named entries. Raises `Stop` if one cannot be printed in this variant."""
    wanted = tuple({(found := _found(graph, entry_id)).id: found for entry_id in arguments.ids}.values())
    for located in wanted:
        variants = variants_of(located)
        if arguments.variant not in variants:
            raise usage(
                f"`{located.id}` is a {located.kind.noun}, which has no variant `{arguments.variant}`; "
                f"it has: {', '.join(variants)}"
            )
    plans = [located for located in wanted if located.kind.name in PACKED]
    if len(plans) > 1:
        names = ", ".join(located.id for located in plans)
        raise usage(f"only one path or session plan can be printed at a time; these are {len(plans)}: {names}")
    is_pack = len(wanted) > 1 or (plans and (plans[0].kind.name == "path" or arguments.copies > 1))
    for_packs = (("--title", arguments.title), ("--collate", arguments.collate))
    if not is_pack and (given := [name for name, value in for_packs if value]):
        raise usage(f"{given[0]} is for packs: name a path, several sheets, or a session plan with --copies")
    return wanted


def _sheet(graph: Graph, arguments: argparse.Namespace) -> Located:
    """The one sheet that is named. Raises `Stop` if it is a pack."""
    (found,) = _wanted(graph, arguments)
    if found.kind.name not in PRINTED_AS:
        raise usage(f"`{found.id}` prints as a pack, not as one sheet; name one of its sheets")
    if arguments.form == "pptx" and found.kind.name != "session-plan":
        raise usage(f"`{found.id}` is {with_article(found.kind.noun)}; --as pptx takes a session plan")
    return found


def _deck(graph: Graph, arguments: argparse.Namespace) -> Offer:
    """The deck of the one entry that is named. Raises `Stop` if it has no cards."""
    located = _found(graph, arguments.ids[0])
    if (printable := deck_of(located)) is None:
        kinds = "a conversation, a role play, or a worksheet with cards to cut out"
        raise usage(f"`{located.id}` is {with_article(located.kind.noun)} without cards; --deck takes {kinds}")
    return Offer(printable, DECKS[arguments.deck])


def _found(graph: Graph, entry_id: str) -> Located:
    """The entry. Raises `Stop` if it does not exist or cannot be printed."""
    found = graph.entries.get(graph.aliases.get(entry_id, entry_id))
    printed = (*PRINTED_AS, "path")
    if found is None:
        known = [i for i, located in graph.entries.items() if located.kind.name in printed]
        fitting = [graph.entries[one] for one in known]
        hint = meant_by(entry_id, fitting) or did_you_mean(entry_id, known)
        raise usage(f"no entry is called `{entry_id}`" + (f"; {hint}" if hint else ""))
    if found.kind.name not in printed:
        what = with_article(found.kind.noun)
        sheets = [f"`playbook print {sheet}`" for sheet in sheets_of(graph, found)]
        hint = f"its sheets: {', '.join(sheets)}" if sheets else f"these kinds can be printed: {', '.join(printed)}"
        raise usage(f"`{entry_id}` is {what}, which cannot be printed itself; {hint}")
    return found


def _name(arguments: argparse.Namespace) -> str:
    if arguments.book:
        return "playbook"
    first = arguments.ids[0] + ("-and-more" if len(arguments.ids) > 1 else "")
    return first if arguments.variant == "participant" or arguments.deck else f"{first}-{arguments.variant}"
