"""What a form calls its fields, what it says they are for, and which names of the configuration it offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import BaseModel

from generator.config.project import Project
from generator.config.settings import SiteConfig
from generator.language.field_help import field_help, name_of
from generator.language.words import Phrase
from generator.model.kind import Kind, Kinds
from generator.model.page_field import PageField
from generator.model.shapes import Field
from generator.site.field_headings import field_headings

Json: TypeAlias = dict[str, Any]
"""Data that becomes an object of JSON."""


@dataclass(frozen=True, slots=True)
class FormWords:
    """What a form is made with: the kinds with their language, and what names in entries the configuration has."""

    kinds: Kinds
    site: SiteConfig
    of_entry: type[BaseModel] | None = None
    """The model of the entries that the form is of."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """The headings under which pages show fields of these entries."""

    @classmethod
    def of(cls, project: Project, kind: Kind | None = None) -> FormWords:
        if kind is None:
            return cls(project.kinds, project.site)
        links = {project.kinds.in_words(relation).label for relation in kind.relations}
        found = field_headings(project.theme, project.language, kind.name)
        # A heading that stands over a text and links is what the links are called.
        headings = {name: text for name, text in found.items() if text not in links}
        return cls(project.kinds, project.site, kind.model, headings)

    @property
    def quoted(self) -> Phrase:
        """Puts a text into quotation marks."""
        found: Phrase = self.kinds.language.words.editor.quoted
        return found

    def label(self, model: type[BaseModel], name: str, declared: PageField | None = None) -> str:
        """What a form calls a field: as its declaration, its heading on pages, the language or its own name says."""
        if declared:
            return declared.label
        if model is self.of_entry and name in self.headings:
            return self.headings[name]
        words = self.kinds.language.words
        own = (words.fields_of[known] for one in model.__mro__ if (known := name_of(one)) in words.fields_of)
        found = next((fields[name] for fields in (*own, words.fields) if name in fields), None)
        return str(found) if found else plainly(name)

    def help(self, model: type[BaseModel], field: Field) -> str:
        """What a field is for, in the language of the playbook, or else in English."""
        return field_help(model, field.name, self.kinds.language.tag) or field.purpose

    def type_help(self, part: type[BaseModel], tag: str) -> str:
        """What one of several types is, in the language of the playbook, or else in English; `tag` tells them apart."""
        return field_help(part, tag, self.kinds.language.tag) or (part.__doc__ or "").strip().split("\n")[0]

    def one_of(self, model: type[BaseModel], name: str) -> str:
        """One item of a list, as a button calls it that adds one: `a step`; empty if nobody has said."""
        ones = self.kinds.language.words.one_of
        return next((str(ones[known]) for known in (f"{name_of(model)}_{name}", name) if known in ones), "")

    def choices(self, name: str, values: Iterable[str], given: Mapping[str, str]) -> list[Json]:
        """The values that a field may have, as their declaration or the language calls them."""
        ours = self.kinds.language.words.choice_of
        keys = {value: value.replace("-", "_") for value in values if name in ours}
        words = {value: str(ours[name][key]) for value, key in keys.items() if key in ours[name]}
        return labelled(values, {**words, **given})

    def part(self, tag: str) -> str:
        """What one of several types is called."""
        parts = self.kinds.language.words.part_types
        name = tag.replace("-", "_")
        return str(parts[name]) if name in parts else plainly(tag)

    def configured(self, what: str) -> Mapping[str, str]:
        """The names that the configuration has under `what`, with what people call them."""
        site = self.site
        match what:
            case "owners":
                return {name: owner.name for name, owner in site.owners.items()}
            case "statuses":
                return {name: status.label for name, status in site.statuses.items()}
            case "sites":
                return {name: one.name or site.name for name, one in site.sites.items()}
            case "scales":
                return {name: plainly(name) for name in site.scales}
            case "kinds":
                return {kind.plural: kind.label_plural for kind in self.kinds}
        return {}


def plainly(name: str) -> str:
    """A name of the files in plain words: `first_move` is `First move`."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def labelled(values: Iterable[str], labels: Mapping[str, str]) -> list[Json]:
    """Values to choose from, with what people call them."""
    return [{"value": value, "label": labels.get(value) or plainly(value)} for value in values]
