"""`playbook explain`: all rules, what a diagnostic means, the fields of a kind, or whose the parts of an entry are."""

from __future__ import annotations

import argparse
import json
import textwrap
from collections.abc import Iterator

from generator.commands._calling import OK, add_config, project_of, usage
from generator.config.settings import SiteConfig
from generator.content.located import Located
from generator.content.provenance import FieldProvenance, by_field
from generator.diagnostics.suggest import did_you_mean
from generator.kinds import BUILT_IN
from generator.model.kind import Kinds
from generator.model.provenance import Of


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "word",
        nargs="?",
        metavar="CODE|KIND|ENTRY",
        help="a diagnostic, such as unknown-reference; a kind, such as tell; an entry: whose its parts are; "
        "or nothing: all editorial rules as this playbook applies them",
    )
    parser.add_argument("--json", action="store_true", help="print the rules as JSON")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.checks import ALL_CODES, BY_NAME, explain
    from generator.reporting.explain import as_text
    from generator.schema.reference import kind_text
    from generator.schema.rules import as_applied, rules_data, rules_text

    word: str | None = arguments.word
    if arguments.json:
        if word is not None:
            raise usage("--json is for the list of all rules: leave out the word")
        print(json.dumps(rules_data(_site(arguments)), indent=2, ensure_ascii=False))
        return OK
    if word is None:
        print(rules_text(_site(arguments)))
        return OK
    codes = {code.name: code for code in ALL_CODES}
    if word in codes:
        print(as_text(explain(codes[word])))
        if word in BY_NAME:
            print("\n".join(["", *as_applied(BY_NAME[word], _site(arguments))]))
        return OK
    kinds = _kinds(arguments)
    kind = kinds.called(word)
    if kind:
        print(kind_text(kind, kinds))
        return OK
    entries = _entries(arguments)
    if word not in entries:
        names = "known names:\n  " + "\n  ".join([*kinds.words, *codes])
        hint = did_you_mean(word, [*codes, *kinds.by_word, *entries]) or names
        raise usage(f"no diagnostic, no kind and no entry is called `{word}`; {hint}")
    print("\n".join(_provenance(entries[word])))
    return OK


def _site(arguments: argparse.Namespace) -> SiteConfig | None:
    """The configuration of the playbook in this folder, if there is one."""
    return project_of(arguments).site if arguments.config.exists() else None


def _kinds(arguments: argparse.Namespace) -> Kinds:
    """The kinds of the playbook in this folder; without a playbook, the built-in kinds."""
    return project_of(arguments).kinds if arguments.config.exists() else BUILT_IN


def _entries(arguments: argparse.Namespace) -> dict[str, Located]:
    """The entries of the playbook in this folder, by their ids now and before; without a playbook, none."""
    from generator.pipeline import read

    if not arguments.config.exists():
        return {}
    graph = read(project_of(arguments)).graph
    return {**graph.entries, **{old: graph.entries[now] for old, now in graph.aliases.items()}}


def _provenance(located: Located) -> Iterator[str]:
    entry = located.entry
    origin = entry.stated_origin or "not stated"
    yield f"{located.kind.noun.capitalize()} “{entry.title}” ({located.document.file}), origin: {origin}"
    for citation in entry.sources:
        yield f"  source: {citation.source}, {citation.where}"
    yield ""
    fields = by_field(located)
    width = max((len(field.name) for field in fields), default=0)
    for field in fields:
        yield f"  {field.name:{width}}  {_said(field)}"
        for part in field.parts:
            whose = "ours" if part.mark.of is Of.OWN else "from the sources"
            place = ".".join(str(step + 1) if isinstance(step, int) else step for step in part.route)
            text = f"{whose}, {place}: “{' '.join(part.text.split())}”"
            yield textwrap.fill(text, 100, initial_indent=" " * (width + 4), subsequent_indent=" " * (width + 6))


def _said(field: FieldProvenance) -> str:
    whole, other = ("ours", "the sources'") if field.of is Of.OWN else ("the sources'", "ours")
    return f"{whole}, but for what is {other}:" if field.parts else whole
