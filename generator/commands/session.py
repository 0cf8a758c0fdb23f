"""`playbook session`: a session with its times and copies, as text, as PDF or as JSON."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

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
from generator.sessions.session import DAY, MOST_PEOPLE

if TYPE_CHECKING:
    from generator.config.project import Project
    from generator.content.graph import Graph
    from generator.sessions.papers import SessionPaper
    from generator.sessions.session import PlannedSession

SUFFIXES = (".pdf", ".docx", ".json")
TITLES = {"tents": "name tents", "attendance": "attendance list", "certificates": "certificates"}

LARGEST_FILE = 1_000_000
"""The most bytes of a file with a session."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "session", metavar="ID", help="a session plan; or a link of the page that plans sessions; or a file with JSON"
    )
    parser.add_argument("--people", type=int, metavar="N", help="for how many people (default: as planned)")
    parser.add_argument("--start", type=_time, metavar="HH:MM", help="when it starts (default: 09:00)")
    parser.add_argument("--minutes", type=int, metavar="M", help="the minutes that there are (default: as planned)")
    parser.add_argument("--day", type=_day, metavar="YYYY-MM-DD", help="the day it is held, for the papers")
    parser.add_argument(
        "--papers",
        type=_papers,
        metavar="LIST",
        help="what is printed besides: tents, attendance, feedback, certificates, with commas between; all; or none",
    )
    parser.add_argument("--names", type=Path, metavar="FILE", help="the names for the papers, one on each line")
    parser.add_argument(
        "--print",
        choices=("agenda", "papers", "pack"),
        default="agenda",
        help="what the file has: agenda and run sheet with the papers, the papers alone, or all sheets as well",
    )
    parser.add_argument("--paper", type=str.lower, choices=("a4", "letter"), default="a4", help="the size of the paper")
    add_out(parser, "the .pdf, .docx or .json (default: print it as text)")
    add_site(parser, "plan with what this one of the `sites` of the configuration has")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.sessions.json_form import schedule_to_json, to_json
    from generator.sessions.schedule import schedule
    from generator.system.files import write_file

    out: Path | None = arguments.out
    if out and (out.suffix.lower() not in SUFFIXES or not out.parent.is_dir()):
        raise usage(f"{out} cannot be written: name a .pdf, .docx or .json in a folder that there is")
    _within("people", arguments.people, 1, MOST_PEOPLE)
    _within("minutes", arguments.minutes, 0, DAY)
    project = project_of(arguments)
    project, graph = _content(project, arguments)
    session = _changed(_found(graph, arguments.session), graph, arguments)
    if out is None:
        print("\n".join(_lines(session)))
        return OK
    if out.suffix.lower() == ".json":
        data = {"session": to_json(session), "schedule": schedule_to_json(schedule(session))}
        write_file(out, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())
    else:
        write_file(out, _printed(project, graph, session, arguments))
    say(arguments, str(out))
    return OK


def _changed(session: PlannedSession, graph: Graph, arguments: argparse.Namespace) -> PlannedSession:
    """The session with what the arguments say. Raises `Stop` if the playbook has no feedback form that is wanted."""
    from generator.sessions.compiled import choice_of, compiled

    names = _names(arguments.names) if arguments.names else None
    papers: tuple[SessionPaper, ...] | None = arguments.papers
    given = {
        "people": arguments.people,
        "start": arguments.start,
        "minutes": arguments.minutes,
        "day": arguments.day,
        "names": names,
    }
    session = replace(session, **{name: value for name, value in given.items() if value is not None})
    if papers is None:
        return session
    found = compiled(replace(choice_of(session, graph), papers=papers), graph).session
    if "feedback" in papers and not found.feedback:
        raise usage("no session plan names a `feedback` form")
    return replace(session, papers=found.papers, feedback=found.feedback)


def _names(path: Path) -> tuple[str, ...]:
    from generator.sessions.papers import names_in

    try:
        if path.stat().st_size > LARGEST_FILE:
            raise usage(f"{path} is too large for a list of names")
        return names_in(path.read_text("utf-8"))
    except OSError as error:
        raise usage(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise usage(f"{path} is no text in UTF-8; save it as such") from None
    except ValueError as fault:
        raise usage(f"{path}: {fault}") from None


def _day(text: str) -> str:
    """A day that an argument says. Raises `ArgumentTypeError` if it is none."""
    from generator.sessions.papers import is_day

    if not is_day(text):
        raise argparse.ArgumentTypeError(f"a day is written as in 2026-03-01, not {text[:20]}")
    return text


def _papers(text: str) -> tuple[SessionPaper, ...]:
    """The papers that an argument names. Raises `ArgumentTypeError` if there is no such paper."""
    from generator.sessions.papers import PAPERS, in_order

    names = list(PAPERS) if text == "all" else [] if text == "none" else text.split(",")
    if wrong := [name for name in names if name not in PAPERS]:
        raise argparse.ArgumentTypeError(f"there is no paper `{wrong[0][:20]}`; there are: {', '.join(PAPERS)}")
    return in_order(names)


def _time(text: str) -> int:
    """The minutes after midnight that an argument says. Raises `ArgumentTypeError` if it is no time."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text, re.ASCII)
    if not found:
        raise argparse.ArgumentTypeError(f"a time is written as in 09:00, not {text[:20]}")
    return int(found[1]) * 60 + int(found[2])


def _within(name: str, value: int | None, least: int, most: int) -> None:
    if value is not None and not least <= value <= most:
        raise usage(f"--{name} takes a number from {least} to {most}")


def _content(project: Project, arguments: argparse.Namespace) -> tuple[Project, Graph]:
    """The entries that readers see. Raises `Stop` if they have errors."""
    from generator import pipeline
    from generator.diagnostics.diagnostic import stops_the_build
    from generator.reading.cache import DocumentCache

    site = site_named(project, arguments.site)
    reading = pipeline.connected(project, read_document=DocumentCache(project.root).read_document)
    if stops_the_build(reading.diagnostics, strict=False):
        raise Stop(CONTENT, as_text(reading.diagnostics, project))
    project, reading = pipeline.of_site(project, reading, site)
    return project, pipeline.published(reading).graph


def _found(graph: Graph, text: str) -> PlannedSession:
    """The session of a plan, a link or a file. Raises `Stop` if it is none."""
    from generator.sessions.chosen import LinkFault, from_fragment
    from generator.sessions.compiled import compiled

    if "session" not in text.partition("#")[2] and not re.match(r"session\d+\.", text):
        return _from_file(text) if text.endswith(".json") else _of_plan(graph, text)
    try:
        found = compiled(from_fragment(text.rpartition("#")[2]), graph)
    except LinkFault as fault:
        newer = "the link is from a newer playbook"
        raise usage(newer if fault.reason == "newer" else "the link is damaged; copy it again from the page") from None
    if found.missing:
        print(f"The playbook no longer has, and the session leaves out: {', '.join(found.missing)}", file=sys.stderr)
    return found.session


def _from_file(name: str) -> PlannedSession:
    from generator.sessions.json_form import Unreadable, from_json

    path = Path(name)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise usage(f"{name} is too large for a session")
        data = json.loads(path.read_text("utf-8"))
        return from_json(data["session"] if isinstance(data, dict) and "session" in data else data)
    except Unreadable as fault:
        raise usage(f"{name} is no session: {fault}") from None
    except OSError as error:
        raise usage(f"{name} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise usage(f"{name} is no JSON") from None


def _of_plan(graph: Graph, text: str) -> PlannedSession:
    from generator.diagnostics.suggest import did_you_mean, with_article
    from generator.sessions.compiled import of_plan

    found = graph.entries.get(graph.aliases.get(text, text))
    if found is None:
        hint = did_you_mean(text, [plan.id for plan in graph.of_kind("session-plan")])
        raise usage(f"no session plan is called `{text}`" + (f"; {hint}" if hint else ""))
    if found.kind.name != "session-plan":
        plans = ", ".join(plan.id for plan in graph.of_kind("session-plan")) or "none"
        raise usage(f"`{text}` is {with_article(found.kind.noun)}, no session plan; there are: {plans}")
    return of_plan(found, graph)


def _lines(session: PlannedSession) -> Iterator[str]:
    """A session as text for a terminal."""
    from generator.sessions.schedule import schedule, time_of_day

    found, uses = schedule(session), session.uses()
    yield f"{session.title}, for {session.people}"
    for block, line in zip(session.blocks, found.lines, strict=True):
        hands = ", ".join(f"{hand.copies} x {hand.entry}" for hand in line.hands if not hand.again)
        yield f"{time_of_day(line.start)}  {block.minutes:>3}  {block.title}" + (f"  ({hands})" if hands else "")
        if line.short:
            yield f"            what is done here takes {block.needs} minutes"
    yield f"{time_of_day(found.end)}  {found.total:>3}  End"
    packed = [f"{copies} x {uses[entry].title}" for entry, copies in found.packing]
    packed += [f"{TITLES[name]} ({pages} {'page' if pages == 1 else 'pages'})" for name, pages in found.papers]
    if packed:
        yield "Pack: " + ", ".join(packed)
    if (spare := session.minutes - found.total) > 0:
        yield f"{spare} {'minute' if spare == 1 else 'minutes'} left"
    if found.over:
        titles = {block.id: block.title for block in session.blocks}
        yield f"{found.over} minutes too much:"
        yield from (f"  leave out: {titles[name]}" for name in found.proposal.leave_out)
        yield from (f"  shorten by {by}: {titles[name]}" for name, by in found.proposal.shorten)
        if found.proposal.left:
            yield f"  still too much: {found.proposal.left}"


def _printed(project: Project, graph: Graph, session: PlannedSession, arguments: argparse.Namespace) -> bytes:
    """The PDF or the DOCX. What is wrong on its pages is told. Raises `Stop` if the program cannot make PDFs."""
    from generator.paper import pdf, print_jobs
    from generator.paper.faults import Findings
    from generator.paper.sizes import PAPERS
    from generator.reporting.progress import Progress
    from generator.stages.printed import diagnostics

    as_word = arguments.out.suffix.lower() == ".docx"
    if not as_word and (lack := pdf.missing()):
        raise usage(lack)
    named = (*session.uses(), *(block.of for block in session.blocks if block.of))
    if gone := [entry_id for entry_id in dict.fromkeys(named) if entry_id not in graph.entries]:
        raise usage(f"the playbook does not have: {', '.join(gone)}")
    if as_word:
        if "tents" in session.papers:
            print("Name tents are printed as PDF only; the DOCX leaves them out.", file=sys.stderr)
        papers = tuple(paper for paper in session.papers if paper != "tents")
        worded = replace(session, papers=papers)
        scope = arguments.print
        return print_jobs.print_session_document(project, graph, worded, paper=PAPERS[arguments.paper], scope=scope)
    findings = Findings()
    with Progress(quiet=arguments.quiet) as progress:
        content = print_jobs.print_session(
            project,
            graph,
            session,
            paper=PAPERS[arguments.paper],
            scope=arguments.print,
            progress=progress,
            report=findings.add,
        )
    if wrong := diagnostics(graph, findings.all):
        show(as_text(wrong, project), sys.stderr)
    return content
