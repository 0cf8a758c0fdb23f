"""The words that scripts show: a module `words.js` in the folder of each component whose scripts import it.

It is made from the words of the language in the group of the component's name, and holds those that are used:

    import words, { writing } from "../words.js";
    words.title                       // a text
    words.table({ group })            // a text with places
    words.found(5, { text })          // a text that depends on a number

Scripts under `lazy` that use many words may import `./words.js`, a module of their own: then pages load none of these
words before they load the scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import basename, dirname, join, normpath

from generator.language.language import Language
from generator.language.words import NUMBER, PLACE, Counted, Phrase, Words, places
from generator.site.page import Artifact

_IMPORT = re.compile(
    r"""\bimport(?:\s+(?:words\b)?,?\s*(?:\{\s*(writing)\s*\})?\s*from\s*|\()["']([./\w-]*/words\.js)["']"""
)
_USE = re.compile(r"(?<![\w./-])words\.(?!js\b)([a-z_]+)\b")


def uses(scripts: Iterable[Artifact]) -> Mapping[str, tuple[frozenset[str], bool]]:
    """For the path of each module of words that the scripts import, the words that they use, and whether numbers too.

    A module in a component's folder that the theme has itself is none of ours.
    """
    texts = {script.path: script.content.decode() for script in scripts if script.path.endswith(".js")}
    found: dict[str, tuple[frozenset[str], bool]] = {}
    for path, text in texts.items():
        for writing, name in _IMPORT.findall(text):
            module = normpath(join(dirname(path), name))
            if module not in texts:
                names, numbers = found.get(module, (frozenset(), False))
                found[module] = (names | frozenset(_USE.findall(text)), numbers or bool(writing))
    return found


def modules(scripts: Iterable[Artifact], language: Language) -> Iterator[Artifact]:
    """The modules of words that the scripts import."""
    for path, (names, numbers) in sorted(uses(scripts).items()):
        yield Artifact(path, _module(group_of(path), names, numbers, language).encode())


def group_of(path: str) -> str:
    """The group of words of the component in whose folder, or in whose folder `lazy`, a module is: `print_pack`."""
    return basename(dirname(path).removesuffix("/lazy")).replace("-", "_")


def _module(group: str, names: frozenset[str], numbers: bool, language: Language) -> str:
    words: Words = language.words[group]
    lines = {name: _value(words[name]) for name in sorted(names)}
    text = "// Made from the words of the interface; see docs/languages.md.\n"
    if any(isinstance(words[name], Counted) for name in names):
        text += f"const rules = new Intl.PluralRules({_text(language.tag)});\n"
        text += "const form = (n, forms) => forms[rules.select(n)] ?? forms.other;\n"
    if numbers:
        numerals = language.numerals
        said = f"{{ decimal: {_text(numerals.decimal)}, thousands: {_text(numerals.thousands)} }}"
        text += f"export const writing = {said};\n"
    entries = "".join(f"  {name}: {value},\n" for name, value in lines.items())
    return f"{text}export default {{\n{entries}}};\n"


def _value(word: str | Phrase | Counted) -> str:
    if isinstance(word, Counted):
        forms = ", ".join(f"{form}: {_template(text)}" for form, text in word.forms.items())
        others = sorted({name for text in word.forms.values() for name in places(text)} - {NUMBER})
        given = f"{NUMBER}, {{ {', '.join(others)} }}" if others else NUMBER
        return f"({given}) => form({NUMBER}, {{ {forms} }})"
    if isinstance(word, Phrase):
        return f"({{ {', '.join(sorted(places(word.text)))} }}) => {_template(word.text)}"
    return _text(word)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _template(text: str) -> str:
    literal = re.sub(r"[\\`$]", r"\\\g<0>", text)
    return f"`{PLACE.sub(lambda place: f'${{{place[1]}}}', literal)}`"
