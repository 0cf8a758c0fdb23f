"""`llms.txt`: the playbook in short, for language models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.outputs._made import Made
from generator.outputs._markdown_text import link_target
from generator.site.page import Artifact, LaterArtifact, Page

LLMS = "llms.txt"


def llms(pages: Iterable[Page], graph: Graph, site: SiteConfig) -> Artifact:
    """The playbook in short: what it is, and every entry with the address of its Markdown."""
    by_url = {page.url: page for page in pages}
    written = [page for page in by_url.values() if page.kind == "page"]
    words = graph.kinds.language.words.llms
    lines = [f"# {site.name}", "", f"> {site.tagline}", "", site.home.lead, ""]
    lines += [words.addresses, words.data(address=f"{site.url}api/entries.json"), "", f"## {words.kinds}", ""]
    found = [(kind, graph.of_kind(kind.name)) for kind in graph.kinds]
    lines += [f"- {kind.label_plural} ({len(entries)}): {kind.about}" for kind, entries in found if entries]
    if written:
        lines += ["", f"## {words.about}", "", *(_line(page, site) for page in written)]
    for kind, entries in found:
        if entries:
            listed = (_line(by_url[e.url], site) for e in entries if e.url in by_url)
            lines += ["", f"## {kind.label_plural}", "", *listed]
    return Artifact(LLMS, ("\n".join(lines) + "\n").encode())


def _line(page: Page, site: SiteConfig) -> str:
    title = page.title.replace("[", "(").replace("]", ")")
    return f"- [{title}]({link_target(site.url + page.markdown)}): {page.description}"


def outputs(made: Made) -> Iterator[Artifact]:
    yield LaterArtifact(LLMS, lambda: llms(made.pages, made.graph, made.site).content)
