"""An assessment that is answered on a scale which there is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.files import SCALES
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import did_you_mean
from generator.kinds.assessment import Assessment

CODE = Code("unknown-scale", Severity.ERROR, Topic.ASSESSMENTS)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if not isinstance(located.entry, Assessment):
            continue
        items = located.entry.items
        named: list[tuple[Route, str]] = [(("scale",), located.entry.scale)]
        named += [(("items", i, "scale"), item.scale) for i, item in enumerate(items) if item.scale]
        for route, scale in named:
            if scale not in site.scales:
                known = ", ".join(f"`{one}`" for one in site.scales) or "none"
                hint = did_you_mean(scale, site.scales) or f"there are {known}; add others to `{site.content}/{SCALES}`"
                yield Diagnostic(CODE, f"no scale is called `{scale}`", located.span(route), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A self-check is answered on a scale that does not exist.
why: >-
  There would be nothing to choose from. Scales are defined in `content/scales.yml`, or under `scales:` in
  `site_config.yml`, so that checks share them.
example:
  content/assessments/patience-check.yml: |
    scale: agreeement
message: no scale is called `agreeement`
repair: Correct the name, or add the scale to `content/scales.yml`.
repaired:
  content/assessments/patience-check.yml: |
    scale: agreement
""",
)
