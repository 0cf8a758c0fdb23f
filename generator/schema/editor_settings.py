"""The settings of an editor, which wire the schemas to the files of a playbook."""

from __future__ import annotations

import json

from generator.content.files import SCALES
from generator.model.kind import Kinds
from generator.schema.json_schema import FOLDER, Schema, json_text

SETTINGS = ".vscode/settings.json"


def settings(content: str, kinds: Kinds, before: str | None) -> str:
    """The settings of the editor, which say what each schema is for; `content` is the folder of the entries.

    What else stands in the settings stays. If they hold comments, they stay altogether.
    """
    try:
        kept = json.loads(before) if before else {}
        others = {path: files for path, files in kept.get("yaml.schemas", {}).items() if FOLDER not in path}
    except (ValueError, AttributeError):
        return before or ""
    ours = _settings(content, kinds)
    ours["yaml.schemas"] = {**others, **ours["yaml.schemas"]}
    return json_text({**kept, **ours})


def _settings(content: str, kinds: Kinds) -> Schema:
    wired = {f"./{FOLDER}/site_config.json": "/site_config.yml", f"./{FOLDER}/scales.json": f"/{content}/{SCALES}"}
    for kind in kinds:
        wired[f"./{FOLDER}/{kind.name}.json"] = f"/{content}/{kind.plural}/*.yml"
        wired[f"./{FOLDER}/all-{kind.plural}.json"] = f"/{content}/{kind.plural}.yml"
    return {
        "yaml.schemas": wired,
        # Else the editor asks a server for schemas of files that look like ours.
        "yaml.schemaStore.enable": False,
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.quickSuggestions": {"strings": "on"}},
    }
