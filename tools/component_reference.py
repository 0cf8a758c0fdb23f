"""Write the reference of components: `python -m tools.component_reference FOLDER`, which `make components` calls.

It has an index, and for each component a page for the screen and one for paper, with all examples. It is for
contributors and for the tests that open it in a browser; the site has no part of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from markupsafe import Markup

from generator.config.theme import theme_of
from generator.site.theme_files import page_styles, paper_styles
from tools.components import ROOT, Component, Medium, Rendered, components, stage_of

FRAMES = {
    "screen": "{}",
    "paper": '<section class="sheet" data-density="0">{}</section>',
    "large": '<section class="sheet variant-large"><div data-density="0">{}</div></section>',
}
"""The HTML around an example, unless its component says otherwise."""

OWN_CSS = """
/* The frame of the reference. On pages of the site Material sets the sizes of boxes so. */
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 125%; }
body { margin: 0; background: var(--paper); }
main { max-inline-size: 52rem; margin: 0 auto; padding: 1rem; }
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
"""

DOCUMENT = Markup("""<!doctype html>
<html lang="en-GB" class="loaded">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{styles}">
</head>
<body data-md-color-scheme="default">
<main class="body" data-kind="practice">
<h1>{title}</h1>
{content}
</main>
</body>
</html>
""")

PART = Markup("""<section class="part" aria-labelledby="example-{at}">
<h2 id="example-{at}">{name}</h2>
{html}</section>
""")


def pages(component: Component) -> Mapping[str, str]:
    """The pages of a component, by their file names: one for the screen, one for paper, if it has examples there."""
    rendered = tuple(stage_of(component).rendered(component))
    names: Mapping[Medium, str] = {"screen": f"{component.name}.html", "paper": f"{component.name}-paper.html"}
    found = {medium: [one for one in rendered if one.medium == medium] for medium in names}
    return {names[medium]: _page(component, medium, found[medium]) for medium in names if found[medium]}


def _page(component: Component, medium: Medium, rendered: Iterable[Rendered]) -> str:
    parts = [
        PART.format(at=at, name=one.example.name, html=Markup(_frame(component, one).replace("{}", one.html)))
        for at, one in enumerate(rendered, 1)
    ]
    content = Markup("<p>{}</p>\n{}").format(component.about, Markup().join(parts))
    return DOCUMENT.format(title=component.name, styles=f"{medium}.css", content=content)


def _frame(component: Component, rendered: Rendered) -> str:
    if rendered.medium == "paper":
        return FRAMES["large"] if rendered.example.paper.get("variant") == "large" else FRAMES["paper"]
    return rendered.example.frame or component.frame or FRAMES["screen"]


def files(found: Iterable[Component]) -> Iterator[tuple[str, str]]:
    """All files of the reference: their names and contents."""
    theme = theme_of(ROOT, "playbook")
    assert theme is not None
    yield "screen.css", page_styles(theme).decode() + OWN_CSS
    yield "paper.css", paper_styles(theme) + "main { margin: 10mm; }\n"
    rows = []
    for component in found:
        made = pages(component)
        yield from made.items()
        links = Markup(", ").join(Markup('<a href="{0}">{0}</a>').format(name) for name in made)
        rows.append(Markup("<li>{}: {}</li>").format(links, component.about))
    content = Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(rows))
    yield "index.html", DOCUMENT.format(title="Components", styles="screen.css", content=content)


def main(arguments: list[str]) -> None:
    """Write the reference into the folder that is given."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(components()):
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
