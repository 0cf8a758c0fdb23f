"""Declarations of kinds that are malformed, or meant to do harm, and entries of a kind that is declared soundly."""

from __future__ import annotations

from collections.abc import Mapping

RITUAL = """\
kinds:
  ritual:
    plural: rituals
    label: Ritual
    label_plural: Rituals
    about: Habits.
"""


def _field(declaration: str) -> str:
    return f"{RITUAL}    fields:\n      {declaration}\n"


DECLARATIONS: Mapping[str, str] = {
    "a list": "kinds: [ritual]\n",
    "a word": "kinds: ritual\n",
    "nothing": "kinds:\n",
    "a kind that is nothing": "kinds:\n  ritual:\n",
    "a kind that is a list": "kinds:\n  ritual: [a, b]\n",
    "a name with a path": RITUAL.replace("ritual:", "../../etc/passwd:"),
    "a name of markup": RITUAL.replace("ritual:", '"<script>alert(1)</script>":'),
    "a name that ends a rule of CSS": RITUAL.replace("ritual:", "'x\"] { } body { display: none; } ['" + ":"),
    "an empty name": RITUAL.replace("ritual:", '"":'),
    "a name of 5,000 letters": RITUAL.replace("ritual:", f"? {'a' * 5000}\n  :"),
    "a name that Windows reserves": RITUAL.replace("rituals", "aux"),
    "the name of a built-in kind": RITUAL.replace("ritual:", "tell:"),
    "the folder of a built-in kind": RITUAL.replace("rituals", "tells"),
    "the folder of the pages": RITUAL.replace("rituals", "pages"),
    "the address of the search": RITUAL.replace("rituals", "search"),
    "the name of a template": RITUAL.replace("ritual:", "entry:"),
    "the name of a schema": RITUAL.replace("ritual:", "all-tells:"),
    "the label of a built-in kind": RITUAL.replace("label: Ritual", "label: TELL"),
    "a folder above": RITUAL.replace("rituals", '"../rituals"'),
    "markup in its label": RITUAL.replace("label: Ritual", 'label: "<img src=x onerror=alert(1)>"'),
    "a template in what it is about": RITUAL.replace("Habits.", "'{{ 7 * 7 }}{% include \"/etc/passwd\" %}'"),
    "an icon elsewhere": RITUAL + "    icon: ../../../../etc/passwd\n",
    "an accent that loads something": RITUAL + '    accent: "x); background: url(https://example.org/x"\n',
    "a field of Python": _field("__class__: {type: text, label: X}"),
    "a field of the program": _field("model_config: {type: text, label: X}"),
    "a field with a dot": _field("a.b: {type: text, label: X}"),
    "a field of 5,000 letters": _field(f"? {'a' * 5000}\n      : {{type: text, label: X}}"),
    "a field that every entry has": _field("title: {type: text, label: X}"),
    "a field that is a keyword of Python": _field("class: {type: text, label: X}"),
    "a type that is a list": _field("x: {type: [text], label: X}"),
    "a type that does not exist": _field("x: {type: Text, label: X}"),
    "choices in a list": _field("x: {type: choice, label: X, choices: [a, b]}"),
    "choices with markup": _field('x: {type: choice, label: X, choices: {"<b>": B}}'),
    "a bound that is infinite": _field("x: {type: number, label: X, at_least: .inf}"),
    "a bound of 5,000 digits": _field(f"x: {{type: number, label: X, at_least: {'9' * 5000}}}"),
    "bounds that exclude each other": _field("x: {type: number, label: X, at_least: 2, at_most: 1}"),
    "a link without another side": _field("x: {type: link, label: X, to: [tells]}"),
    "a link to nothing": _field("x: {type: link, label: X, inverse: Y, to: [nothing]}"),
    "a relation that every entry has": f"{RITUAL}    relations: {{mentions: {{label: A, inverse: B}}}}\n",
    "a relation to itself, by its name": f"{RITUAL}    relations: {{x: {{label: A, inverse: B, to: [ritual]}}}}\n",
    "groups by a field that is no choice": _field("x: {type: text, label: X}") + "    groups_by: x\n",
    "a thousand fields, all wrong": RITUAL
    + "    fields:\n"
    + "".join(f"      F{i}: {{type: t{i}}}\n" for i in range(1000)),
    "a thousand kinds without anything": "kinds:\n" + "".join(f"  k{i}: {{}}\n" for i in range(1000)),
    "a thousand sound kinds": "kinds:\n"
    + "".join(
        f"  k{i}: {{plural: k{i}s, label: K{i}, label_plural: K{i}s, about: A., "
        "fields: {x: {type: text, label: X}}}\n"
        for i in range(1000)
    ),
}

SOUND = (
    RITUAL
    + """\
    groups_by: rhythm
    fields:
      rhythm: {type: choice, label: How often, required: true, choices: {daily: Every day, weekly: Every week}}
      how: {type: steps, label: How, required: true}
      people: {type: number, label: People, at_least: 2, at_most: 12}
      place: {type: link, label: Where, inverse: What is there, to: [terms]}
"""
)

ENTRY = "title: X\nsummary: About x.\norigin: own\nrhythm: daily\nhow: [Go.]\nlinks:\n  next: [slow-down]\n"

ENTRIES: Mapping[str, str] = {
    "a field that is not declared": ENTRY + "colour: red\n",
    "nothing that must be there": "title: X\nsummary: About x.\n",
    "a choice that is none": ENTRY.replace("daily", "dayly"),
    "steps that are none": ENTRY.replace("[Go.]", "Go."),
    "no steps": ENTRY.replace("[Go.]", "[]"),
    "a number in words": ENTRY + "people: seven\n",
    "a number that is infinite": ENTRY + "people: .inf\n",
    "too small a number": ENTRY + "people: 1\n",
    "too large a number": ENTRY + "people: 12.5\n",
    "a link to another kind": ENTRY + "place: slow-down\n",
    "a link to nothing": ENTRY + "place: {to: nowhere, why: To see.}\n",
    "a link that is a list": ENTRY + "place: [a]\n",
    "markup in a step": ENTRY.replace("[Go.]", "['<script>alert(1)</script>']"),
}
