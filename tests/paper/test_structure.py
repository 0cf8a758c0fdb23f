"""The structure of PDFs, which screen readers follow: of HTML that PDF/UA does not allow, and of sessions and packs."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import tinyhtml5

from generator.kinds.handouts import rule_of
from generator.paper import pdf, print_jobs
from generator.paper.documents import documents_of
from generator.paper.joining import JoinedPart, joined
from generator.paper.session_documents import HANDED_OUT, session_parts
from generator.paper.sizes import A4
from generator.sessions.compiled import title_of
from generator.sessions.session import PlannedSession, SessionBlock, SessionUse
from tests.paper.pdf_structure import structure_faults
from tests.paper.real import graph, project
from tests.playbooks import EXAMPLE_PLAYBOOK, reading
from tests.playbooks import project as playbook
from tests.sampling import covering, first_of
from tests.small_sheets import PAGE

ODD = {
    "paragraphs": "<h1>A</h1><ol><li><p>One</p><p>Two</p></li><li>Three <b>four</b><p>Five</p></li></ol>",
    "items": "<h1>A</h1><ul><li>One<ul><li><p>Below</p></li></ul></li><li><table><tr><td>1</td></tr></table></li></ul>",
    "names": "<h1>A</h1><dl><div><dt>One</dt><dd><p>Two</p></dd></div><dt>Three</dt><dd>Four</dd></dl>",
    "marks": '<h1>A</h1><ul style="list-style: none"><li><h2>B</h2><p>One</p></li></ul>',
    "levels": "<h1>A</h1><h2>B</h2><h4>C</h4><h4>D</h4><h3>E</h3><h2>F</h2><h5>G</h5><h1>H</h1><h3>I</h3>",
    "no title": "<h3>A</h3><h3>B</h3>",
    "pages": "<h1>A</h1><ol>" + "<li><p>Some words</p><p>and more</p></li>" * 30 + "</ol>",
    "pictures": '<h1>A</h1><ul><li><p><a href="https://a.example">One</a></p>'
    '<img alt="A" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>"></li></ul>',
}


@pytest.mark.parametrize("name", ODD)
def test_what_html_allows_and_paper_does_not_is_put_right(name: str) -> None:
    document = PAGE.format(title=name, body=ODD[name])
    assert structure_faults(pdf.make(document)) == []
    assert structure_faults(joined([JoinedPart(pdf.piece(document), 2)])) == []


def test_faults_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.paper.finishing.put_structure_right", lambda _: None)
    found = {fault for body in ODD.values() for fault in structure_faults(pdf.make(PAGE.format(title="A", body=body)))}
    assert {"/LI holds /P", "/L holds /Div", "/LI in /Div", "/H4 after /H2", "/H3 after nothing"} <= found


@pytest.mark.rehearsal
def test_texts_of_every_kind_are_right_in_a_session() -> None:
    at, entries = playbook(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK).graph
    found = [located for kind in entries.kinds for located in entries.of_kind(kind.name)]
    uses = [SessionUse(one.id, one.kind.name, title_of(one), False, rule_of(one.entry)) for one in found]
    block = SessionBlock("all", found[0].id, "", "All", 20, 0, False, True, tuple(uses))
    session = PlannedSession("All", "", 6, "room", 9 * 60, 0, "sheet", (block,))
    documents = [part.html for part in session_parts(documents_of(entries, at.site, at.theme), at.theme, session, A4)]
    assert len(documents) > len(set(entries.kinds)) - len(HANDED_OUT)
    levels = {document: [int(level) for level in re.findall(r"<h([1-6])", document)] for document in documents}
    assert [
        found for found in levels.values() if any(after > before + 1 for before, after in pairwise((0, *found)))
    ] == []
    tried = covering(documents, _nesting)
    assert structure_faults(joined([JoinedPart(pdf.piece(document)) for document in tried])) == []


def _nesting(document: str) -> set[tuple[str, str]]:
    """Which elements stand in which: of that the structure of a PDF is made."""
    body = tinyhtml5.parse(document, namespace_html_elements=False).find("body")
    return {(str(parent.tag), str(child.tag)) for parent in body.iter() for child in parent}


@pytest.mark.sampled
@pytest.mark.parametrize("copies", first_of([1, 2]))
@pytest.mark.rehearsal
def test_packs_and_sessions_of_plans_are_right(copies: int) -> None:
    plan = graph().entries["half-day-hall-plan"]
    content = print_jobs.print_entries(
        project(),
        graph(),
        (plan,),
        paper=A4,
        variant="participant",
        copies=copies,
        seed=1,
        duplex=True,
        collated="person",
        progress=lambda _: None,
    )
    assert structure_faults(content) == []
