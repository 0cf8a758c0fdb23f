"""A synthetic playbook, and the same text as sites of stock Material and of Hugo."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import yaml

from generator.kinds.practice import Practice
from generator.kinds.story import Story
from generator.kinds.tell import Tell
from generator.model.entry import Link, leaves
from generator.model.values import Line

ROOT = Path(__file__).parents[2]

WORDS = [
    "client",
    "asks",
    "hears",
    "waits",
    "tomorrow",
    "meeting",
    "price",
    "letter",
    "answer",
    "trust",
    "silence",
    "order",
    "promise",
    "colleague",
    "phone",
    "week",
    "table",
    "window",
    "question",
    "morning",
    "budget",
    "visit",
    "reason",
    "story",
    "number",
    "project",
    "friend",
    "team",
    "office",
    "train",
    "coffee",
]


def write_playbook(root: Path, entries: int) -> Path:
    """A playbook of practices, tells and stories with about 3 KB of text each, linked with each other."""
    shutil.rmtree(root, ignore_errors=True)
    for name, values in _entries(entries).items():
        path = root / "content" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=110), "utf-8")
    (root / "themes").symlink_to(ROOT / "themes")
    (root / "site_config.yml").write_text(
        "name: Bench\ntagline: For measuring.\nurl: https://bench.example/\nhome:\n  lead: For measuring.\n"
        "nav:\n  - title: All\n    kinds: [practices, tells, stories]\n",
        "utf-8",
    )
    return root


def _entries(count: int) -> dict[str, dict[str, object]]:
    count -= count % 3  # as many of each kind
    rng = random.Random(count)
    ids = {kind: [f"{kind}-{n}" for n in range(count // 3)] for kind in ("practice", "tell", "story")}

    def line(least: int = 8, most: int = 16) -> str:
        return " ".join(rng.choices(WORDS, k=rng.randint(least, most))).capitalize() + "."

    def prose(lines: int = 5) -> str:
        mention, emphasis = rng.choice(ids["practice"]), rng.choice((*[""] * 9, ", and *wait*"))
        return " ".join(line() for _ in range(lines)) + f" See [[{mention}|{rng.choice(WORDS)}]]{emphasis}."

    def links(kind: str, number: int) -> list[dict[str, str]]:
        return [{"to": to, "why": line()} for to in rng.sample(ids[kind], min(number, len(ids[kind])))]

    def common(title: str) -> dict[str, object]:
        asked_as = [line(4, 6), line(4, 6)]
        return {"title": title, "summary": line(), "origin": "own", "keywords": WORDS[:3], "asked_as": asked_as}

    entries: dict[str, dict[str, object]] = {}
    for number in range(count):
        kind = ("practice", "tell", "story")[number % 3]
        entry_id, other = ids[kind][number // 3], {**common(line(3, 5)[:-1])}
        if kind == "practice":
            other |= {"level": "team", "do": prose(), "why": prose(), "badly": prose(), "this_week": prose(2)}
            other |= {"not_when": prose(2), "steps": [{"do": line(), "detail": line()} for _ in range(4)]}
            other |= {"say": [line() for _ in range(3)], "links": {"next": links("story", 2) + links("tell", 2)}}
        elif kind == "tell":
            other |= {"set": "other", "seen_in": "us", "sign": prose(), "means": prose(), "ask": line()}
            other |= {"check": prose(), "helps": prose(8), "links": {"cured_by": links("practice", 3)}}
        else:
            other |= {
                "group": "seen",
                "form": "case",
                "tell_in": "one minute",
                "situation": prose(),
                "happened": prose(8),
            }
            other |= {"takeaway": prose(), "links": {"illustrates": links("practice", 3)}}
        entries[f"{'stories' if kind == 'story' else kind + 's'}/{entry_id}"] = other
    return entries


MODELS = {"practices": Practice, "tells": Tell, "stories": Story}


def write_markdown(playbook: Path, root: Path) -> Path:
    """The texts of `playbook` as plain Markdown pages for stock Material."""
    shutil.rmtree(root, ignore_errors=True)
    for path in sorted((playbook / "content").glob("*/*.yml")):
        entry = MODELS[path.parent.name].model_validate(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader))
        lines, field = [f"# {entry.title}", entry.summary], None
        for route, value, _ in leaves(entry):
            if route[0] != field:
                field = route[0]
                lines.append(f"## {field}")
            text = f"[{value.to}](../practices/practice-0.md)" if isinstance(value, Link) else value
            if isinstance(value, Line | Link):
                lines.append(text.replace("[[", "[").replace("]]", "](../practices/practice-0.md)"))
        page = root / "docs" / path.parent.name / f"{path.stem}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n\n".join(lines) + "\n", "utf-8")
    (root / "docs" / "index.md").write_text("# Bench\n", "utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: https://bench.example/\ntheme:\n  name: material\n"
        "  features: [navigation.sections, navigation.prune]\n",
        "utf-8",
    )
    return root


HUGO = {
    "hugo.yaml": "baseURL: https://bench.example/\ntitle: Bench\ndisableKinds: [taxonomy, term, RSS]\n",
    "layouts/_default/baseof.html": (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
        '<link rel="canonical" href="{{ .Permalink }}"></head><body><header>{{ .Site.Title }}</header><nav>'
        '{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>'
        '<main>{{ block "main" . }}{{ end }}</main></body></html>'
    ),
    "layouts/_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
    "layouts/_default/list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}'
        '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}'
    ),
}
"""A site of Hugo with the least that a page needs: its text, a title, links to the sections."""


def write_hugo(stock: Path, root: Path) -> Path:
    """The pages of the stock site for Hugo, with plain layouts."""
    shutil.rmtree(root, ignore_errors=True)
    for name, text in HUGO.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    for page in sorted((stock / "docs").rglob("*.md")):
        title, _, text = page.read_text("utf-8").partition("\n")
        place = root / "content" / page.relative_to(stock / "docs")
        place = place.with_name("_index.md") if page.name == "index.md" else place
        place.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump({"title": title.removeprefix("# ")}, allow_unicode=True)
        place.write_text(f"---\n{head}---\n{text}", "utf-8")
    return root
