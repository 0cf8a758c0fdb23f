"""`playbook edit`: the preview of `serve` with forms that change the playbook."""

from __future__ import annotations

import argparse

from generator.commands._calling import OK, usage
from generator.commands.serve import Builder, preview
from generator.commands.serve import arguments as serve_arguments
from generator.diagnostics.codes import UNRECORDED_ADDRESS
from generator.editing.proposing import cannot_propose
from generator.editor.application import Editor
from generator.editor.session import Session
from generator.publishing.preview_state import Preview
from generator.system.files import recovered


def arguments(parser: argparse.ArgumentParser) -> None:
    serve_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    if not arguments.config.is_file():
        raise usage(f"there is no file {arguments.config}")
    recovered(arguments.config.resolve().parent)
    preview(
        arguments.config,
        arguments.port,
        arguments.host,
        arguments.site,
        quiet=arguments.quiet,
        application=_editor,
    )
    return OK


def _editor(builder: Builder, shown: Preview) -> Editor:
    if not cannot_propose(builder.config.parent):
        builder.unsaid = frozenset({UNRECORDED_ADDRESS.name})  # a proposal records new addresses
    return Editor(Session(builder, shown.making))
