"""`playbook serve`: show the site in a browser and rebuild it after each change."""

from __future__ import annotations

import argparse

from generator.commands._calling import OK, add_config, usage


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")


def run(arguments: argparse.Namespace) -> int:
    from generator.commands._preview import preview

    if not arguments.config.is_file():
        raise usage(f"there is no file {arguments.config}")
    preview(arguments.config, arguments.port)
    return OK
