"""`playbook explain`: what a diagnostic means and how to correct it, or the fields and relations of a kind."""

from __future__ import annotations

import argparse

from generator.commands._calling import OK, add_config, project_of, usage
from generator.diagnostics.suggest import did_you_mean
from generator.kinds import BUILT_IN
from generator.model.kind import Kinds


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "word", metavar="CODE|KIND", help="a diagnostic, such as unknown-reference, or a kind, such as tell"
    )
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.checks import ALL_CODES, explain
    from generator.reporting.explain import as_text
    from generator.schema.reference import kind_text

    word: str = arguments.word
    codes = {code.name: code for code in ALL_CODES}
    if word in codes:
        print(as_text(explain(codes[word])))
        return OK
    kinds = _kinds(arguments)
    kind = kinds.called(word)
    if kind is None:
        hint = did_you_mean(word, [*codes, *kinds.by_word]) or "known names:\n  " + "\n  ".join([*kinds.words, *codes])
        raise usage(f"no diagnostic and no kind is called `{word}`; {hint}")
    print(kind_text(kind, kinds))
    return OK


def _kinds(arguments: argparse.Namespace) -> Kinds:
    """The kinds of the playbook in this folder; without a playbook, the built-in kinds."""
    return project_of(arguments).kinds if arguments.config.exists() else BUILT_IN
