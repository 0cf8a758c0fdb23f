"""`playbook completion`: the script with which a shell completes commands, options, kinds and ids."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from generator.commands._calling import OK

SETUP: Mapping[str, str] = {
    "bash": 'eval "$(playbook completion bash)" in ~/.bashrc',
    "zsh": 'eval "$(playbook completion zsh)" in ~/.zshrc, after compinit',
    "fish": "playbook completion fish | source in ~/.config/fish/config.fish",
}
"""The line that sets completion up, for each shell."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=tuple(SETUP), metavar="SHELL", help="; ".join(SETUP.values()))


def run(arguments: argparse.Namespace) -> int:
    from generator.commands._completing import script

    print(script(arguments.shell), end="")
    return OK
