"""`playbook explain`: what a diagnostic means, and what to do about it."""

from __future__ import annotations

import argparse

from generator.commands.calling import OK, usage
from generator.diagnostics import Code, did_you_mean


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="its name, such as unknown-reference")


def run(arguments: argparse.Namespace) -> int:
    from generator.explain import as_text, explain

    codes = [code.value for code in Code]
    if arguments.code not in codes:
        hint = did_you_mean(arguments.code, codes) or "known are:\n  " + "\n  ".join(codes)
        raise usage(f"no diagnostic is called `{arguments.code}`; {hint}")
    print(as_text(explain(Code(arguments.code))))
    return OK
