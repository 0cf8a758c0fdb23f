"""Files that are malformed, or meant to do harm. What is said about each stands in expected.txt.

Each case is laid over the small playbook of tests/checks, whose entries are all sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from tests.checks.small_playbook import CONFIG, clean_files
from tests.hostile import kinds

Files: TypeAlias = Mapping[str, bytes]

X = "content/terms/x.yml"
PRACTICE = "content/practices/slow-down.yml"
PAGE = "content/pages/about.md"
SOUND = "title: X\nsummary: About x.\norigin: own\nmeaning: An x.\nlinks:\n  next: [slow-down]\n"


@cache
def cases() -> Mapping[str, Files]:
    """Every case by its name."""
    found: dict[str, Files] = {}
    for name, files in _all():
        assert name not in found, name
        found[name] = files
    return found


def _all() -> Iterator[tuple[str, Files]]:
    yield from (_x(f"syntax: {name}", text) for name, text in SYNTAX.items())
    yield from (_misplaced(f"indentation: {name}", old, new) for name, (old, new) in INDENTATION.items())
    yield from (_x(f"hidden meaning: {name}", text) for name, text in HIDDEN_MEANING.items())
    yield from (_x(f"size: {name}", text) for name, text in SIZE.items())
    yield from ((f"bytes: {name}", {X: raw}) for name, raw in BYTES.items())
    yield from (_x(f"value: {name}", SOUND + text) for name, text in VALUES.items())
    yield from (_x(f"shape: {name}", text) for name, text in SHAPES.items())
    yield from (_practice(f"practice: {name}", old, new) for name, (old, new) in PRACTICES.items())
    yield from ((f"id: {name}", {f"content/terms/{file}": SOUND.encode()}) for name, file in IDS.items())
    yield from (_x(f"reference: {name}", text) for name, text in REFERENCES.items())
    yield from (_x(f"text: {name}", SOUND.replace("An x.", text)) for name, text in TEXTS.items())
    yield from ((f"page: {name}", {PAGE: text.encode()}) for name, text in PAGES.items())
    yield from ((f"redirects: {name}", {"content/redirects.yml": text.encode()}) for name, text in REDIRECTS.items())
    yield from (_spoilt(f"formula: {name}", "calculators", "formula: ", text) for name, text in FORMULAS.items())
    yield from ((f"configuration: {name}", {"site_config.yml": text.encode()}) for name, text in CONFIGURATIONS.items())
    yield from ((f"kinds: {n}", {"site_config.yml": (CONFIG + t).encode()}) for n, t in kinds.DECLARATIONS.items())
    yield from (_ritual(f"an entry of a declared kind: {name}", text) for name, text in kinds.ENTRIES.items())


def _x(name: str, text: str) -> tuple[str, Files]:
    return name, {X: text.encode("utf-8", "surrogatepass")}


def _ritual(name: str, text: str) -> tuple[str, Files]:
    return name, {"site_config.yml": (CONFIG + kinds.SOUND).encode(), "content/rituals/x.yml": text.encode()}


def _misplaced(name: str, old: str, new: str) -> tuple[str, Files]:
    assert old in TIDY, old
    return _x(name, TIDY.replace(old, new, 1))


def _practice(name: str, old: str, new: str) -> tuple[str, Files]:
    text = clean_files()[PRACTICE]
    assert old in text, old
    return name, {PRACTICE: text.replace(old, new, 1).encode()}


def _spoilt(name: str, folder: str, key: str, value: str) -> tuple[str, Files]:
    """The sound entry of the folder with another value in the first line that holds the key."""
    file, text = next((f, t) for f, t in clean_files().items() if f.startswith(f"content/{folder}/"))
    start = text.index(key) + len(key)
    end = text.index("\n", start)
    return name, {file: f"{text[:start]}{value}{text[end:]}".encode()}


SYNTAX = {
    "an open quotation mark": 'title: "X\nsummary: About x.\n',
    "an open single quotation mark": "title: 'X\nsummary: About x.\n",
    "a quotation mark in the middle": "title: 'X' and more\nsummary: About x.\n",
    "an open bracket": "title: X\nkeywords: [a, b\nsummary: About x.\n",
    "an open brace": "title: X\nlinks: {next: [a]\nsummary: About x.\n",
    "a closing bracket too many": "title: X\nkeywords: [a]]\n",
    "a closing brace alone": "}\n",
    "a bracket closed by a brace": "keywords: [a, b}\n",
    "a colon in the text": "title: X: the letter\nsummary: About x.\n",
    "a colon at the end of the text": "title: X:\n",
    "a tab before a key": "title: X\n\tsummary: About x.\n",
    "a tab before an item": "keywords:\n\t- a\n",
    "tabs only": "\t\t\n",
    "a key further in": "title: X\n  summary: About x.\n",
    "a key further out": "links:\n    next: [a]\n  use: [b]\n",
    "an item further out": "keywords:\n    - a\n  - b\n",
    "an item after a key": "title: X\n- a\n",
    "a key after an item": "- a\ntitle: X\n",
    "no space after the colon": "title:X\nsummary:About x.\n",
    "no colon": "title X\nsummary: About x.\n",
    "no space after the hyphen": "keywords:\n  -a\n  -b\n",
    "an at sign": "title: @x\n",
    "a backtick": "title: `x`\n",
    "a percent sign": "title: %x\n",
    "a percent sign at the start of a line": "%x\ntitle: X\n",
    "a directive": "%YAML 1.2\n---\ntitle: X\n",
    "a directive of another version": "%YAML 9.9\n---\ntitle: X\n",
    "a tag directive": "%TAG ! tag:example.org,2000:\n---\ntitle: X\n",
    "text behind a block sign": "meaning: > An x.\n",
    "a block sign with a wrong number": "meaning: >0\n  An x.\n",
    "a block sign with two signs": "meaning: >-+\n  An x.\n",
    "a block that is not indented": "meaning: >-\nAn x.\n",
    "a block with less indentation below": "meaning: |\n    An x.\n  And more.\n",
    "a block indented by tabs": "meaning: >-\n\tAn x.\n",
    "a question mark": "title: ? x\n",
    "a comma": "title: , x\n",
    "a comma twice": "keywords: [a,, b]\n",
    "an exclamation mark": "title: ! x\n",
    "an unknown escape": 'title: "\\x"\n',
    "an escape of a surrogate": 'title: "\\ud800"\n',
    "an escape beyond all letters": 'title: "\\U00110000"\n',
    "a backslash at the end": 'title: "X\\\n',
    "a document end": "title: X\n...\nsummary: About x.\n",
    "an open brace and nothing": "{",
    "an open quotation mark and nothing": '"',
    "a colon alone": ":\n",
    "a colon and a value": ": x\n",
    "a hyphen alone": "-\n",
    "a question mark alone": "?\n",
    "a lone ampersand": "title: &\n",
    "a lone asterisk": "title: *\n",
    "emphasis at the start": "meaning: *An* x.\n",
    "a mention at the start": "meaning: [[slow-down]] is an x.\n",
    "a marker of a merge conflict": "title: X\n<<<<<<< HEAD\nsummary: A.\n=======\nsummary: B.\n>>>>>>> b\n",
    "JSON with a comma at the end": '{"title": "X", "summary": "About x.",}\n',
    "JSON with comments": '{"title": "X" /* x */}\n',
    "a page of HTML": "<!doctype html>\n<title>X: y</title>\n",
    "a page of Markdown": "# X\n\nAn x.\n\n- a\n- b\n",
    "a shell script": "#!/bin/sh\nrm -rf /\n",
    "a table of CSV": "title,summary\nX,About x.\n",
    "TOML": 'title = "X"\n[links]\nnext = []\n',
}

TIDY = """\
title: X
summary: About x.
origin: own
keywords:
  - ex
  - letter
meaning: >-
  An x.
  And more.
links:
  next:
    - to: slow-down
      why: It takes time.
    - to: rep
      why: For them.
"""

INDENTATION = {
    "a number after its sign": ("title: X", "title: X is client #4 of two"),
    "marks of a merge": ("origin: own", "<<<<<<< HEAD\norigin: own\n=======\norigin: source\n>>>>>>> other"),
    "a no-break space in the indentation": ("      why: It", "  \u00a0   why: It"),
    "a no-break space after a colon": ("to: rep", "to:\u00a0rep"),
    "a dash for a hyphen": ("    - to: rep", "    – to: rep"),
    "bullets for hyphens": ("  - ex\n  - letter", "  •\tex\n  •\tletter"),
    "no colon below a text": ("links:", "note It is new.\nlinks:"),
    "no space after the colon below a text": ("links:", "note:It is new.\nlinks:"),
    "an equals sign for a colon": ("links:", "note = It is new.\nlinks:"),
    "no colon before a text": ("meaning: >-", "meaning >-"),
    "no colon before a list": ("keywords:", "keywords"),
    "no colon before links of one relation": ("next:", "next"),
    "no colon in an item": ("why: It", "why It"),
    "no colon at the start of an item": ("to: rep", "to rep"),
    "a text in the first column that starts like a field": ("  An x.\n", "note an x.\n"),
    "a line of a text in the first column that starts like a field given above": ("  And more", "title more"),
    "a field of an item too far left": ("      why: It", "     why: It"),
    "a field of an item under its hyphen": ("      why: It", "    why: It"),
    "a field of an item too far right": ("      why: It", "       why: It"),
    "a field of an item much too far right": ("      why: It", " " * 30 + "why: It"),
    "a hyphen too far left": ("    - to: rep", "   - to: rep"),
    "a hyphen too far right": ("    - to: rep", "     - to: rep"),
    "a hyphen of a text too far left": ("  - letter", " - letter"),
    "a hyphen of a text too far right": ("  - letter", "   - letter"),
    "the first hyphen too far left": ("    - to: slow", "   - to: slow"),
    "the first hyphen too far right": ("    - to: slow", "     - to: slow"),
    "no hyphen before a field": ("    - to: rep", "    to: rep"),
    "no hyphen before a field in its column": ("    - to: rep", "      to: rep"),
    "no hyphen before a field after a text": ("  - letter", "    do: letter"),
    "no hyphen before a text": ("  - letter", "  letter"),
    "no hyphen before the first field": ("    - to: slow", "      to: slow"),
    "no hyphen before the first text": ("  - ex\n  - letter", "  ex\n  - do: letter"),
    "no space after a hyphen": ("  - letter", "  -letter"),
    "no space after the colon of a first field": ("title: X", "title:X"),
    "no space after the colon of a later field": ("origin: own", "origin:own"),
    "no space after the colon in an item": ("to: slow", "to:slow"),
    "an address and no colon": ("origin: own", "https://playbook.example"),
    "a field one space in": ("origin: own", " origin: own"),
    "a field one space in after a list": ("meaning:", " meaning:"),
    "a field one space in after a text below": ("links:", " links:"),
    "the first field one space in": ("title: X", " title: X"),
    "no indentation of a text below": ("  An x.\n  And more.", "An x.\nAnd more."),
    "no indentation of the first line below": ("  An x.", "An x."),
    "no indentation of the last line below": ("  And more.", "And more."),
    "less indentation of the last line below": ("  And more.", " And more."),
    "more indentation of the first line below": ("  An x.", "     An x."),
    "a hyphen in a text below, too far left": ("  And more.", "- And more."),
    "a tab before a line below": ("  And more.", "\tAnd more."),
    "a tab before a field of an item": ("      why: It", "\twhy: It"),
    "a colon in a text": ("summary: About", "summary: About: the"),
    "a colon in a text of an item": ("why: It", "why: It: it"),
    "a colon in a text that goes on": ("summary: About x.", "summary: About x.\n  Namely: y."),
    "a colon in the text of an item": ("- letter", "- Letter: x"),
    "a colon in a line below that is not indented": ("  And more.", "And More: y."),
    "a quotation mark that the next one closes": ("title: X", "title: 'X\nnote: That's it"),
    "a quotation mark in a list that the next one closes": ("- letter", '- "letter\nnote: So "said" he'),
    "a quotation mark in brackets that the next one closes": ("origin: own", 'own: ["a, b]\nnote: So "said" he'),
}

HIDDEN_MEANING = {
    "an anchor": "title: &t X\nsummary: About x.\n",
    "an anchor and an alias": "title: &t X\nsummary: *t\n",
    "an anchor on a key": "&k title: X\n",
    "an alias to nothing": "title: *t\n",
    "an alias as a key": "*t : X\n",
    "an alias that contains itself": "keywords: &k [a, *k]\n",
    "a billion laughs": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "a bomb of merge keys": "a: &a {x: 1}\n"
    + "".join(f"{b}: &{b} {{<<: [{','.join([f'*{a}'] * 9)}]}}\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "a merge key": SOUND + "<<: {note: Merged.}\n",
    "a merge key in quotation marks": SOUND + '"<<": {note: Merged.}\n',
    "a merge key in a link": SOUND.replace("[slow-down]", "\n    - <<: {to: slow-down}"),
    "a tag of Python": "title: !!python/object/apply:os.system ['true']\n",
    "a tag of Python on a name": "title: !!python/name:os.system\n",
    "a tag of Ruby": "title: !ruby/object:Gem::Installer {}\n",
    "a tag of a set": "keywords: !!set {a, b}\n",
    "a tag of bytes": "title: !!binary aGVsbG8=\n",
    "a tag of text": SOUND.replace("title: X", "title: !!str X"),
    "a tag of its own": "title: !env HOME\n",
    "a tag by address": "title: !<tag:example.org,2000:x> X\n",
    "a tag on everything": "!!map\ntitle: X\n",
    "a second document": SOUND + "---\ntitle: Y\n",
    "an empty document first": "---\n---\ntitle: X\n",
    "a hundred documents": "--- x\n" * 100,
    "a key in brackets": "[title]: X\n",
    "a key in braces": "{title: x}: X\n",
    "a template": "title: X\nmeaning: {{ title }}\n",
    "a key behind a question mark": "? title\n: X\n",
    "a list behind a question mark": "? [a, b]\n: X\n",
    "a key of several lines": '? "a\n\n  b"\n: X\n',
    "an empty key": SOUND + '"": x\n',
    "a key twice": SOUND + "title: Y\n",
    "a key twice in quotation marks": SOUND + '"title": Y\n',
    "a key three times": SOUND + "title: Y\ntitle: Z\n",
    "a key twice with a list below": SOUND + "title:\n  - Y\n  - [Z, {z: z}]\nnote: N.\n",
    "a relation twice": SOUND + "  next: [rep]\n",
    "everything in a string": '"title: X\\nsummary: About x."\n',
}

DEEP = 25_000

SIZE = {
    "brackets nested 51 deep": "keywords: " + "[" * 51 + "]" * 51 + "\n",
    "brackets nested 25,000 deep": "keywords: " + "[" * DEEP + "\n",
    "brackets nested 25,000 deep and closed": "keywords: " + "[" * DEEP + "]" * DEEP + "\n",
    "braces nested 25,000 deep": "links: " + "{a: " * DEEP + "\n",
    "lists nested 25,000 deep": "- " * DEEP + "x\n",
    "question marks nested 25,000 deep": "? " * DEEP + "x\n",
    "fields nested 200 deep": "".join(f"{' ' * depth}a:\n" for depth in range(200)),
    "quotation marks by the thousand": "title: " + "'" * 99_999 + "\n",
    "100,000 items": "keywords: [" + "a," * 100_000 + "]\n",
    "60,000 lines of items": "keywords:\n" + "- a\n" * 60_000,
    "20,000 unknown fields": SOUND + "".join(f"field{at}: x\n" for at in range(20_000)),
    "20,000 times the same field": SOUND + "title: X\n" * 20_000,
    "20,000 unknown relations": SOUND + "".join(f"  relation{at}: [slow-down]\n" for at in range(20_000)),
    "20,000 references to nothing": SOUND.replace("slow-down", ", ".join(f"nothing-{at}" for at in range(20_000))),
    "20,000 times the same reference": SOUND.replace("slow-down", ", ".join(["slow-down"] * 20_000)),
    "10,000 aliases": SOUND + "aliases: [" + ", ".join(f"x-{at}" for at in range(10_000)) + "]\n",
    "a key of 500,000 letters": "k" * 500_000 + ": x\n",
    "a title of 500,000 letters": SOUND.replace("title: X", "title: " + "x" * 500_000),
    "a summary of 100,000 words": SOUND.replace("About x.", "word " * 100_000),
    "an id of 500,000 letters": SOUND.replace("slow-down", "s" * 500_000),
    "a number of 500,000 digits": SOUND + "minutes: " + "9" * 500_000 + "\n",
    "comments only": "# x\n" * 200_000,
    "empty lines only": "\n" * 900_000,
    "spaces only": " " * 900_000,
    "a line of 900,000 hyphens": "-" * 900_000 + "\n",
    "more than a mebibyte": "# " + "x" * 1_048_576 + "\n",
}

BYTES = {
    "nothing": b"",
    "one zero": b"\x00",
    "zeros": b"\x00" * 4096,
    "a zero in a text": SOUND.encode().replace(b"An x", b"An\x00 x"),
    "a byte that is no UTF-8": b"title: \xff\n",
    "a letter cut off at the end": b"title: \xe2\x82",
    "a letter that goes on too long": b"title: \x80x\n",
    "a zero in two bytes": b"title: \xc0\x80\n",
    "a slash in three bytes": b"title: \xe0\x80\xaf\n",
    "half of a pair": b"title: \xed\xa0\x80\n",
    "a letter beyond all letters": b"title: \xf4\x90\x80\x80\n",
    "Latin": "title: Café\n".encode("latin-1"),
    "Windows": "title: “X”\n".encode("cp1252"),
    "UTF-16 with its mark": SOUND.encode("utf-16"),
    "UTF-16 without": SOUND.encode("utf-16-be"),
    "UTF-32": SOUND.encode("utf-32"),
    "UTF-7": b"title: +AGA-\n",
    "a mark twice": b"\xef\xbb\xbf\xef\xbb\xbf" + SOUND.encode(),
    "a mark alone": b"\xef\xbb\xbf",
    "a bell": SOUND.encode().replace(b"An x", b"An\x07 x"),
    "a terminal's escape": SOUND.encode().replace(b"An x", b"\x1b[2J\x1b]0;x\x07An x"),
    "a backspace": SOUND.encode().replace(b"title: X", b"title: X\x08Y"),
    "a form feed": SOUND.encode().replace(b"\nmeaning", b"\n\x0cmeaning"),
    "a vertical tab": SOUND.encode().replace(b"An x", b"An\x0bx"),
    "a next line": SOUND.encode().replace(b"An x", "An\x85x".encode()),
    "a line separator": SOUND.encode().replace(b"An x", "An\u2028x".encode()),
    "text turned around": SOUND.encode().replace(b"An x", "\u202ex nA\u202c".encode()),
    "an isolate left open": SOUND.encode().replace(b"title: X", "title: X\u2067".encode()),
    "a space of no width": SOUND.encode().replace(b"An x", "An\u200b x".encode()),
    "a joiner of words": SOUND.encode().replace(b"An x", "An\u2060x".encode()),
    "a mark within a text": SOUND.encode().replace(b"An x", "An\ufeff x".encode()),
    "a bullet of one font": SOUND.encode().replace(b"An x", "\uf0b7 An x".encode()),
    "no character": SOUND.encode().replace(b"An x", "An\ufffe x".encode()),
    "hidden signs by the thousand": SOUND.encode().replace(b"An x", b"\x01" * 5000),
    "carriage returns": SOUND.encode().replace(b"\n", b"\r"),
    "a program": b"\x7fELF\x02\x01\x01" + bytes(range(256)),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "an archive": b"PK\x03\x04" + bytes(range(128)),
    "a compressed file": b"\x1f\x8b\x08" + bytes(range(200)),
}

VALUES = {
    "yes for minutes": "minutes: yes\n",
    "a unit with the minutes": "minutes: 5 min\n",
    "a decimal point": "minutes: 5.5\n",
    "a thousands separator": "minutes: 1,000\n",
    "an octal number": "minutes: 0o17\n",
    "a hexadecimal number": "minutes: 0x1F\n",
    "a number in base sixty": "minutes: 12:30:00\n",
    "infinity": "minutes: .inf\n",
    "no number": "minutes: .nan\n",
    "a number with an exponent": "minutes: 1e3\n",
    "a number too large": "minutes: 99999999999999999999\n",
    "digits of another script": "minutes: ٣\n",
    "a plus sign": "minutes: +5\n",
    "nothing": "minutes:\n",
    "null": "minutes: null\n",
    "a tilde": "note: ~\n",
    "an empty text": 'note: ""\n',
    "spaces": 'note: "   "\n',
    "an empty block": "note: >-\n\n",
    "two paragraphs for one": "note: >-\n  One.\n\n  Two.\n",
    "a line break in plain text": 'forms: ["a\\n\\nb"]\n',
    "a date that is none": "note: 2024-13-45\n",
    "a list for a text": "note: [a, b]\n",
    "fields for a text": "note: {a: b}\n",
    "a text for a list": "keywords: a, b\n",
    "fields for a list": "keywords: {a: b}\n",
    "a list in a list": "keywords: [[a, b]]\n",
    "an empty item": "keywords: [a, '', b]\n",
    "an item that is nothing": "keywords:\n  - a\n  -\n",
    "another word for the origin": "origin_: own\n",
    "a word that is no choice": "own: [meaning]\nsources:\n  - source: nowhere\n",
    "a citation without its place": "sources: [seed]\n",
    "a citation with more": "sources:\n  - source: seed\n    where: there\n    page: 3\n",
}

SHAPES = {
    "no field at all": "{}\n",
    "a list": "- title: X\n",
    "a word": "x\n",
    "a number": "42\n",
    "null": "null\n",
    "only a title": "title: X\n",
    "capital letters": SOUND.replace("title:", "Title:"),
    "another language": SOUND.replace("summary:", "Zusammenfassung:"),
    "a space before the colon": SOUND.replace("title:", "title :"),
    "fields that Python knows": SOUND + "__class__: x\n__dict__: x\nmodel_config: x\nmodel_fields: x\n",
    "fields that JavaScript knows": SOUND + "__proto__: x\nconstructor: x\n",
    "fields that look the same": SOUND + "n\u043ete: in Cyrillic\n",
    "an id among the fields": SOUND + "id: y\nkind: tell\nurl: https://example.org/\n",
    "fields one step too deep": "x:\n" + "".join(f"  {line}\n" for line in SOUND.splitlines()),
    "links that are a list": SOUND.replace("\n  next: [slow-down]", " [slow-down]"),
    "links that are a word": SOUND.replace("\n  next: [slow-down]", " slow-down"),
    "a relation that is a word": SOUND.replace("[slow-down]", "slow-down"),
    "a relation with fields": SOUND.replace("[slow-down]", "{to: slow-down}"),
    "an empty relation": SOUND.replace("[slow-down]", "[]"),
    "a link without its end": SOUND.replace("[slow-down]", "\n    - why: Because it is there to be read."),
    "a link with more": SOUND.replace("[slow-down]", "\n    - to: slow-down\n      url: x"),
    "a link with an empty reason": SOUND.replace("[slow-down]", "\n    - to: slow-down\n      why:"),
}

PRACTICES = {
    "a level of another kind": ("level: personal", "level: department"),
    "two levels": ("level: personal", "level: [personal, team]"),
    "a level in capitals": ("level: personal", "level: Personal"),
    "no steps": ("steps:", "steps: []\nsay_:"),
    "a step that is a number of fields": ("  - do: ", "  - does: "),
    "minutes below nought": ("minutes: 30", "minutes: -30"),
    "a summary of two paragraphs": ("summary: ", 'summary: "One.\\n\\nTwo."  #'),
    "a moment that is an audience": ("moments: [", "moments: [rep, "),
    "a moment twice": ("moments: [before-meeting", "moments: [before-meeting, before-meeting"),
    "an audience of all": ("audience: [", "audience: ['*', "),
    "an alias of another": ("level: personal", "level: personal\naliases: [rep]"),
    "an alias of its own": ("level: personal", "level: personal\naliases: [slow-down]"),
    "an alias twice": ("level: personal", "level: personal\naliases: [steady, steady]"),
    "an alias that is an address": ("level: personal", "level: personal\naliases: [../../etc/passwd]"),
    "an alias with a slash": ("level: personal", "level: personal\naliases: [tells/x]"),
}

IDS = {
    "capital letters": "Slow-X.yml",
    "capitals that collide": "Slow-Down.yml",
    "a space": "slow x.yml",
    "an underscore": "slow_x.yml",
    "a dot": "slow.x.yml",
    "two hyphens": "slow--x.yml",
    "a hyphen at the start": "-slow.yml",
    "a hyphen at the end": "slow-.yml",
    "letters with accents": "café.yml",
    "letters of another script": "sl\u043ew.yml",
    "a smiling face": "x😀.yml",
    "a percent sign": "slow%2f.yml",
    "a backslash": "x\\y.yml",
    "a quotation mark": 'x".yml',
    "a sign of HTML": "<b>.yml",
    "a dollar": "$(true).yml",
    "a line break": "slow\nx.yml",
    "a bell": "slow\x07x.yml",
    "text turned around": "slow\u202ex.yml",
    "a device of Windows": "con.yml",
    "a port of Windows": "com1.yml",
    "65 letters": "x" * 65 + ".yml",
    "the id of another kind": "slow-down.yml",
    "an ending in capitals": "x.YML",
    "another ending": "x.yaml",
    "two endings": "x.yml.yml",
    "a copy of an editor": "x.yml~",
    "a copy of Windows": "x - Copy.yml",
}

REFERENCES = {
    "to nothing": SOUND.replace("slow-down", "slow-dwon"),
    "to itself": SOUND.replace("slow-down", "x"),
    "in capitals": SOUND.replace("slow-down", "Slow-Down"),
    "with its folder": SOUND.replace("slow-down", "practices/slow-down"),
    "with its ending": SOUND.replace("slow-down", "slow-down.yml"),
    "to a place outside": SOUND.replace("slow-down", "../../../etc/passwd"),
    "to an address": SOUND.replace("slow-down", "https://example.org/"),
    "twice": SOUND.replace("slow-down", "slow-down, slow-down"),
    "of an unknown relation": SOUND.replace("next:", "nxt:"),
    "of a relation of another kind": SOUND.replace("next:", "cured_by:"),
    "of a relation with a name of Python": SOUND.replace("next:", "__init__:"),
    "to a wrong kind": SOUND.replace("next:", "use:"),
    "to nothing, in a text": SOUND.replace("An x.", "An [[y]] and a [[y|z]]."),
    "to nobody, in a text": SOUND.replace("An x.", "'[[]] and [[ ]] and [[|z]].'"),
    "with two bars": SOUND.replace("An x.", "'[[slow-down|a|b]].'"),
    "never closed": SOUND.replace("An x.", "'[[slow-down and [[slow-down|a.'"),
    "in capitals, in a text": SOUND.replace("An x.", "An [[Slow-Down]]."),
    "with HTML in it": SOUND.replace("An x.", "An [[slow-down|<img src=x onerror=alert(1)>]]."),
    "with an address in it": SOUND.replace("An x.", "An [[javascript:alert(1)|x]]."),
    "to another place on the page": SOUND.replace("An x.", "An [[slow-down#steps]]."),
    "within a title": SOUND.replace("title: X", "title: '[[slow-down]]'"),
}

HARD_ON_PATTERNS = 60_000

TEXTS = {
    "a link by id without a bracket": "See [slow-down|it] and [[slow-down|it] and [[slow-down",
    "a script": '"<script>alert(1)</script>"',
    "a script in capitals": '"<SCRIPT SRC=//example.org/x.js></SCRIPT>"',
    "a script never closed": '"<script "',
    "an event": '"<img src=x onerror=alert(1)>"',
    "an event of SVG": '"<svg/onload=alert(1)>"',
    "a frame": '"<iframe src=https://example.org/></iframe>"',
    "a style": '"<style>body{display:none}</style>"',
    "a base": '"<base href=https://example.org/>"',
    "a form": '"<form action=https://example.org/><input name=a></form>"',
    "a comment": '"<!-- x --> and <!-- y"',
    "a comment with a condition": '"<!--[if IE]><script>alert(1)</script><![endif]-->"',
    "an address of JavaScript": '"[x](javascript:alert(1))"',
    "an address of JavaScript in capitals": '"[x](JaVaScRiPt:alert(1))"',
    "an address of JavaScript with a break": '"[x](java\\tscript:alert(1))"',
    "an address of JavaScript in signs": '"[x](javascript&#58;alert(1))"',
    "an address of JavaScript behind a space": '"[x]( javascript:alert(1))"',
    "an address of data": '"[x](data:text/html;base64,PHNjcmlwdD4=)"',
    "an address of VBScript": '"[x](vbscript:msgbox(1))"',
    "an address of a file": '"[x](file:///etc/passwd)"',
    "an address without its scheme": '"[x](//example.org/)"',
    "an address within the site": '"[x](../../x/)"',
    "an address in angle brackets": '"<javascript:alert(1)>"',
    "an address defined below": '"[x][1]\\n\\n[1]: javascript:alert(1)"',
    "a picture": '"![x](https://example.org/x.png)"',
    "a picture with an event": '"![x](x\\"onerror=\\"alert(1))"',
    "a picture in a link": '"[![x](javascript:a)](javascript:b)"',
    "a template of ours": "\"{{ 7 * 7 }} {% include '/etc/passwd' %} {# x #}\"",
    "a template that reaches far": '"{{ self.__init__.__globals__ }}"',
    "a template of others": '"${7*7} #{7*7} <%= 7*7 %> [[7*7]]"',
    "an entity": '"&lt;script&gt;alert(1)&lt;/script&gt;"',
    "an entity of XML": '"<!DOCTYPE x [<!ENTITY a \\"b\\">]>&a;"',
    "a list of attributes": '"x {: onclick=alert(1) }"',
    "a block of attributes": '"[x](https://example.org/){: onclick=alert(1) }"',
    "a snippet": '"--8<-- \\"/etc/passwd\\""',
    "an inclusion": '"<!--#include file=\\"/etc/passwd\\" -->"',
    "opening brackets": "'" + "[" * HARD_ON_PATTERNS + "'",
    "opening mentions": "'" + "[[a|" * (HARD_ON_PATTERNS // 4) + "'",
    "opening links": "'" + "[x](" * (HARD_ON_PATTERNS // 4) + "'",
    "opening pictures": "'" + "![" * (HARD_ON_PATTERNS // 2) + "'",
    "opening tags": "'" + "<a " * (HARD_ON_PATTERNS // 3) + "'",
    "angle brackets": "'" + "<" * HARD_ON_PATTERNS + "'",
    "comments never closed": "'" + "<!--" * (HARD_ON_PATTERNS // 4) + "'",
    "asterisks": "'" + "*" * HARD_ON_PATTERNS + "'",
    "asterisks and letters": "'" + "*a **a " * (HARD_ON_PATTERNS // 7) + "'",
    "underscores": "'" + "_a" * (HARD_ON_PATTERNS // 2) + "'",
    "backticks": "'" + "`" * HARD_ON_PATTERNS + "'",
    "backticks of many lengths": "'" + " ".join("`" * n for n in range(1, 340)) + "'",
    "quotation marks": "'" + '"' * HARD_ON_PATTERNS + "'",
    "full stops": "'" + ". " * (HARD_ON_PATTERNS // 2) + "'",
    "line breaks": "|\n" + "  \n" * HARD_ON_PATTERNS + "  x",
    "lists in lists": "|\n" + "".join(f"  {' ' * (2 * n)}- x\n" for n in range(200)),
    "quotations in quotations": "'" + "> " * (HARD_ON_PATTERNS // 2) + "'",
    "backslashes": "'" + "\\" * HARD_ON_PATTERNS + "'",
    "ampersands": "'" + "&#" * (HARD_ON_PATTERNS // 2) + "'",
    "addresses": "'" + "https://" * (HARD_ON_PATTERNS // 8) + "'",
    "accents upon accents": "'x" + "\u0301" * HARD_ON_PATTERNS + "'",
    "notes to oneself": "'" + "TODO " * 5_000 + "'",
    "words of the other spelling": "'" + "color " * 5_000 + "'",
}

PAGES = {
    "nothing": "",
    "spaces": " \n \n",
    "no title": "Text.\n",
    "a title alone": "# About\n",
    "a title of the second level first": "## About\n\nText.\n",
    "two titles": "# About\n\nUs.\n\n# Again\n\nUs.\n",
    "a heading twice": "# About\n\nUs.\n\n## More\n\nText.\n\n## More!\n\nText.\n",
    "a section without text": "# About\n\nUs.\n\n## More\n",
    "a heading without letters": "# About\n\nUs.\n\n## !!!\n\nText.\n\n## ???\n\nText.\n",
    "20,000 headings": "# About\n\nUs.\n" + "".join(f"\n## H{n}\n\nText.\n" for n in range(20_000)),
    "20,000 times the same heading": "# About\n\nUs.\n" + "\n## H\n\nText.\n" * 20_000,
    "a script": "# About\n\nUs.\n\n## More\n\n<script>alert(1)</script>\n",
    "a script in the title": "# <script>alert(1)</script>\n\nUs.\n\n## <b onclick=x>More</b>\n\nText.\n",
    "an address of JavaScript": "# About\n\nUs.\n\n## More\n\n[x](javascript:alert(1)) and [x]: javascript:a\n",
    "a reference to nothing": "# About\n\nUs.\n\n## More\n\n[[nowhere]] and [[]].\n",
    "fields of YAML": "---\ntitle: About\n---\n# About\n\nUs.\n",
    "a zero": "# About\n\nUs.\x00\n",
    "text turned around": "# About\n\nUs \u202esU\n",
    "a template": "# {{ 7*7 }}\n\n{% include 'x' %}\n\n## More\n\n{{ config }}\n",
}

REDIRECTS = {
    "a loop": "terms/a: b\nterms/b: a\n",
    "to itself": "terms/a: a\n",
    "out of the site": "terms/a: https://example.org/\n",
    "out of the folder": "../../etc/a: slow-down\n",
    "of an entry": "practices/slow-down: rep\n",
    "an anchor": "terms/a: &a slow-down\nterms/b: *a\n",
    "twice": "terms/a: slow-down\nterms/a: rep\n",
    "a list": "- terms/a\n",
    "fields": "terms:\n  a: slow-down\n",
}

FORMULAS = {
    "a call of the system": "__import__('os').system('true')",
    "an attribute": "(1).__class__.__bases__",
    "a comprehension": "'[x for x in (1, 2)]'",
    "a lambda": '"(lambda: 1)()"',
    "a string": "\"'a' * 10**9\"",
    "an assignment": '"(x := 1)"',
    "a tower of powers": "9**9**9**9",
    "a power too large": "10**100000",
    "parentheses 1,000 deep": "(" * 1_000 + "1" + ")" * 1_000,
    "minus signs by the thousand": "-" * 5_000 + "1",
    "sums by the thousand": "1" + " + 1" * 20_000,
    "nothing": "''",
    "a name that is unknown": "no_such_name * 2",
    "two formulas": "1; 2",
    "half a formula": "1 +",
    "a line break": '"1\\n+ 1"',
    "a null": '"1\\0"',
}

CONFIGURATIONS = {
    "patterns among the words to avoid": CONFIG + 'avoided_words:\n  "(a+)+$": x\n  "[": x\n  "\\\\": x\n  "": x\n',
    "an address of JavaScript": CONFIG.replace("https://playbook.example/", "javascript:alert(1)//"),
    "an address with a script": CONFIG.replace("https://playbook.example/", 'https://x/"><script>/'),
    "a theme elsewhere": CONFIG + "theme: ../../../etc\n",
    "content elsewhere": CONFIG + "content: /etc\n",
    "content above": CONFIG + "content: ..\n",
    "a language that is none": CONFIG.replace("en-GB", '"en\\"onload=x"'),
    "an anchor": "name: &n X\ntagline: *n\n",
    "no fields": "- x\n",
    "unknown fields": CONFIG + "plugins: [x]\nextra_javascript: [https://example.org/x.js]\n",
}
