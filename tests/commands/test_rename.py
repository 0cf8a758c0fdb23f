"""Renaming an entry: nothing changes but its id, wherever that stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.config.project import read_config
from generator.content.connecting import connect
from generator.editing.edits import Edit, edited_as_written
from generator.editing.rename import rename
from generator.editing.rename_file import file_objection
from generator.kinds import BUILT_IN
from generator.pipeline import Reading, read
from generator.reading.composer import Data
from generator.reading.document import parse
from generator.system.files import NOTHING
from generator.system.locks import lock
from generator.system.refusal import Refused, cannot_write
from tests.checks.small_playbook import CONFIG, clean_files, completed
from tests.conftest import Playbook, Small, example_content, files_under, some_of
from tests.media.made import SVG, attached
from tests.sampling import covering, first_of

PRACTICE = "content/practices/slow-down.yml"


def laid_out_by_hand() -> str:
    """The practice with comments, quotation marks, blank lines and an odd indentation."""
    text = clean_files()[PRACTICE]
    title, rest = text.split("\n", 1)
    return f"# Kept by Ann.\n{title}   # not final\n\n{rest}\n# the end\n\n"


def test_references_in_snippets_change_and_what_contains_them_stays(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    config = CONFIG + "variables:\n  company: Example Ltd\n"
    tell = "content/tells/price-based.yml"
    root = small(
        {
            "site_config.yml": config,
            "content/snippets/pace.md": "At {company}, see [[slow-down|how]].\n",
            tell: completed(tell, "means: Nobody at {company} would argue for you. {pace}\n"),
        }
    )
    before = files_under(root)

    assert main(["rename", "slow-down", "take-your-time"]) == 0
    assert main(["check"]) == 0

    after = files_under(root)
    assert after["content/snippets/pace.md"] == "At {company}, see [[take-your-time|how]].\n"
    assert after[tell] == before[tell].replace("to: slow-down", "to: take-your-time")


def test_the_file_the_references_and_the_alias_change_and_nothing_else(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "\n```\n[[slow-down]]\n```\n"
    page = f"# About\n\nSee [[slow-down]].\n\n## More\n\nOr [[ slow-down | slowly ]], not [[slow-down-talk]].\n{code}"
    root = small({PRACTICE: laid_out_by_hand(), "content/pages/about.md": page.replace(", not [[slow-down-talk]]", "")})
    before = files_under(root)

    assert main(["rename", "slow-down", "take-your-time"]) == 0

    after = files_under(root)
    assert PRACTICE not in after
    old = before.pop(PRACTICE).split("\n")
    new = after.pop("content/practices/take-your-time.yml").split("\n")
    added = new.index("aliases: [slow-down]")
    # Where the skeleton has it: below the words to be found by.
    assert new[added - 1] == "  - I always run out of time before it gets interesting"
    assert new[:added] + new[added + 1 :] == old
    assert after["content/pages/about.md"] == (
        f"# About\n\nSee [[take-your-time]].\n\n## More\n\nOr [[ take-your-time | slowly ]].\n{code}"
    )
    changed = {name for name in before if after[name] != before[name]}
    for name in changed:
        assert after[name].replace("take-your-time", "slow-down") == before[name]
    said = capsys.readouterr().out
    assert said.startswith("`slow-down` is now `take-your-time`, in content/practices/take-your-time.yml\n")
    assert said.endswith("its old address practices/slow-down/ redirects to the new one\n")
    assert main(["check"]) == 0


def test_links_within_marked_parts_are_renamed_too(small: Small) -> None:
    tell = "content/tells/price-based.yml"
    note = "note: So. [[[slow-down]]]{own} [See [[slow-down|it]].]{own}\n"
    root = small({tell: completed(tell, note)})

    assert main(["rename", "slow-down", "take-your-time"]) == 0

    written = (root / tell).read_text("utf-8").split("\n")[0]
    assert written == "note: So. [[[take-your-time]]]{own} [See [[take-your-time|it]].]{own}"


def test_the_changes_that_readers_are_told_of_follow(small: Small) -> None:
    told = """\
# Newest first.
changes:
  - id: second
    date: 2026-03-02
    title: Slower
    what: It says how slow.
    entries: [slow-down-talk, "slow-down"]   # both
  - {id: slow-down, date: 2026-03-01, title: A start, what: slow-down is there., entries: [slow-down]}
"""
    talk = clean_files()[PRACTICE].replace("title: ", "title: The talk, ", 1)
    root = small({"changes.yml": told, "content/practices/slow-down-talk.yml": talk})
    assert main(["rename", "slow-down", "take-time"]) == 0
    assert (root / "changes.yml").read_text("utf-8") == told.replace('"slow-down"', '"take-time"').replace(
        "entries: [slow-down]}", "entries: [take-time]}"
    )
    assert main(["check"]) == 0


def test_what_was_renamed_can_be_renamed_back(small: Small) -> None:
    root = small({})
    before = files_under(root)
    assert main(["rename", "slow-down", "take-your-time"]) == 0
    assert main(["rename", "take-your-time", "slow-down"]) == 0
    after = files_under(root)
    assert after[PRACTICE].replace("aliases: [take-your-time]\n", "") == before[PRACTICE]
    assert {**after, PRACTICE: ""} == {**before, PRACTICE: ""}


@pytest.mark.parametrize(
    ("aliases", "result"),
    [
        ("aliases: [steady]\n", "aliases: [steady, slow-down]\n"),
        ("aliases: [ 'steady' ,  calm ]  # old\n", "aliases: [ 'steady' ,  calm, slow-down ]  # old\n"),
        ("aliases: []\n", "aliases: [slow-down]\n"),
        ("aliases:\n  - steady  # till May\n", "aliases:\n  - steady  # till May\n  - slow-down\n"),
        ("aliases:\n- steady\n\n", "aliases:\n- steady\n- slow-down\n\n"),
        ("aliases: [take-your-time, steady]\n", "aliases: [slow-down, steady]\n"),
    ],
)
def test_the_old_id_joins_the_aliases(aliases: str, result: str, small: Small) -> None:
    text = clean_files()[PRACTICE] + aliases
    root = small({PRACTICE: text})
    assert main(["rename", "slow-down", "take-your-time"]) == 0
    after = files_under(root)["content/practices/take-your-time.yml"]
    assert after == clean_files()[PRACTICE] + result


@pytest.mark.parametrize(
    "folded", ["summary: >-\n  One thing.\n", "summary: One\n  thing.\n", "summary: 'One\n  thing.'\n"]
)
def test_the_aliases_never_stand_within_a_text(folded: str, small: Small) -> None:
    lines = clean_files()[PRACTICE].split("\n")
    rest = "\n".join(line for line in lines if not line.startswith("summary:"))
    root = small({PRACTICE: rest + folded})
    assert main(["rename", "slow-down", "take-your-time"]) == 0
    after = files_under(root)["content/practices/take-your-time.yml"]
    assert after.replace("aliases: [slow-down]\n", "") == rest + folded
    assert main(["check"]) == 0


def test_line_ends_and_byte_order_mark_stay_as_they_are(small: Small) -> None:
    root = small({})
    path = root / PRACTICE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert main(["rename", "slow-down", "take-your-time"]) == 0
    after = (root / "content/practices/take-your-time.yml").read_bytes()
    assert after.replace(b"aliases: [slow-down]\r\n", b"") == before


def test_the_mode_of_a_file_stays(small: Small) -> None:
    root = small({})
    (root / PRACTICE).chmod(0o640)
    assert main(["rename", "slow-down", "take-your-time"]) == 0
    assert (root / "content/practices/take-your-time.yml").stat().st_mode & 0o777 == 0o640
    assert [path for path in root.rglob(".*") if ".cache" not in path.parts] == []


def test_an_entry_among_others_keeps_its_place(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    root = example_content(playbook({}))
    monkeypatch.chdir(root)
    before = files_under(root)
    assert main(["rename", "no-jargon", "plain-words"]) == 0
    after = files_under(root)
    assert after.keys() == before.keys()
    lines = after["content/practices.yml"].split("\n")
    at = lines.index("plain-words:")
    added = lines.index("  aliases: [no-jargon]")
    assert all(line.startswith(" ") for line in lines[at + 1 : added + 1])
    del lines[added]
    assert "\n".join(lines).replace("plain-words", "no-jargon") == before["content/practices.yml"]
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("slow-dwon", "x", "no entry is called `slow-dwon`; did you mean `slow-down`?"),
        (
            "slow-down",
            "Take Time",
            "`Take Time` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`",
        ),
        ("slow-down", "con", "`con` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`"),
        (
            "slow-down",
            "../x",
            "`../x` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`",
        ),
        (
            "slow-down",
            "slow-down",
            "the id `slow-down` is already used by another entry (content/practices/slow-down.yml)",
        ),
        ("slow-down", "steady", "`steady` is an alias of `rep`, and its old address redirects there"),
        ("steady", "x", "no entry is called `steady`; it is now called `rep`"),
        ("slow-down", "gone", "`gone` is an old address, which content/redirects.yml redirects elsewhere"),
    ],
)
def test_what_cannot_be_is_refused(
    old: str, new: str, said: str, small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    rep = "content/audiences/rep.yml"
    root = small(
        {rep: clean_files()[rep] + "aliases: [steady]\n", "content/redirects.yml": "practices/gone: slow-down\n"}
    )
    before = files_under(root)
    assert main(["rename", old, new]) == 2
    assert capsys.readouterr().err == f"playbook: {said}\n"
    assert files_under(root) == before


def test_nothing_is_renamed_where_some_of_the_content_cannot_be_read(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({"content/tells/broken.yml": "title: [\n"})
    before = files_under(root)
    assert main(["rename", "slow-down", "take-your-time"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("content/tells/broken.yml:")
    assert said.endswith("Nothing was changed: correct these errors first (1 error).\n")
    assert files_under(root) == before


# ---- whatever is renamed ----


def _reading(root: Path) -> Reading:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return read(project)


def _texts(data: Data) -> Iterator[str]:
    match data:
        case str():
            yield data
        case list():
            for item in data:
                yield from _texts(item)
        case dict():
            for key, item in data.items():
                yield key
                yield from _texts(item)


@pytest.mark.sampled
@pytest.mark.parametrize("which", ["files", "maps"])
def test_every_entry_of_every_kind_can_be_renamed(which: str, playbook: Playbook) -> None:
    root = playbook({"site_config.yml": CONFIG, **clean_files()} if which == "files" else {})
    if which == "maps":
        example_content(root)
    reading = _reading(root)
    of_each_kind = covering(reading.graph.entries.items(), lambda found: [found[1].kind.name])
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    after = reading
    for entry_id, _ in of_each_kind if which == "files" else first_of(of_each_kind, 5):
        before = after
        rename(project, before, entry_id, f"{entry_id}-anew")
        after = _reading(root)
        assert after.diagnostics == () or which == "maps"
        assert not [d for d in after.diagnostics if d.severity == "error"]
        assert _edges(after, entry_id) == _edges(before, entry_id)
        assert after.graph.aliases[entry_id] == f"{entry_id}-anew"


def _edges(reading: Reading, entry_id: str) -> set[tuple[Any, ...]]:
    """Every reference, with the entry called as it was before."""
    was = {f"{entry_id}-anew": entry_id}
    edges = (edge for found in reading.graph.outgoing.values() for edge in found)
    return {(was.get(e.source, e.source), e.relation.name, was.get(e.target, e.target), e.route) for e in edges}


LINES = st.lists(st.text(alphabet="aé€𝄞 ", max_size=6), min_size=1, max_size=6)


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.data())
@example(["a", "b"], "\r\n", True, None)
@settings(max_examples=some_of(200))
def test_an_edit_changes_its_characters_alone(lines: list[str], end: str, mark: bool, data: Any) -> None:
    text = "\n".join(lines)
    raw = (("\ufeff" if mark else "") + end.join(lines)).encode()
    at = data.draw(st.integers(0, len(text))) if data else 2
    to = data.draw(st.integers(at, len(text))) if data else 3
    after = edited_as_written(raw, [Edit(at, to, "new\nwords")]).decode()
    assert after.startswith("\ufeff") is mark
    assert after.removeprefix("\ufeff").replace("\r\n", "\n") == text[:at] + "new\nwords" + text[to:]


def test_what_the_files_say_stays_but_for_the_id(small: Small) -> None:
    root = small({})
    before = {name: list(_texts(_data(text, name))) for name, text in files_under(root).items()}
    assert main(["rename", "slow-down", "take-your-time"]) == 0
    for name, text in files_under(root).items():
        old = name.replace("take-your-time", "slow-down")
        now = [each.replace("take-your-time", "slow-down") for each in _texts(_data(text, name))]
        if old == PRACTICE:
            at = now.index("aliases")
            del now[at : at + 2]
        assert now == before[old]


def _data(text: str, name: str) -> Data:
    document, problems = parse(text, name)
    assert document is not None, problems
    return document.data


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (["rename", "slow-down", "go-slow"], "generator.commands.rename.read"),
        (["remove", "slow-down"], "generator.commands.rename.read"),
        (["addresses"], "generator.commands.rename.read"),
        (
            ["new", "practice", "x-y", "--title", "T", "--summary", "S", "--field", "level=team"],
            "generator.pipeline.read",
        ),
        (["schema"], "generator.pipeline.read"),
        (["check", "--fix"], "generator.pipeline.read"),
    ],
)
def test_no_other_command_changes_the_content_while_one_reads_it(
    small: Small, monkeypatch: pytest.MonkeyPatch, words: list[str], where: str
) -> None:
    root = small({})
    tried = list[str]()

    def reading(*_arguments: object, **_named: object) -> None:
        with pytest.raises(BlockingIOError):
            lock(root)
        tried.append(where)
        raise Refused("No more is needed.")

    monkeypatch.setattr(where, reading)
    assert main(words) == 2
    assert tried == [where]


def test_what_is_done_is_said_when_the_schemas_cannot_be_written(
    small: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({"schemas/ids.json": "{}"})

    def refuse(*_: object) -> None:
        raise cannot_write(root / "schemas", PermissionError(13, "Permission denied"), NOTHING)

    monkeypatch.setattr("generator.schema.write.write_files", refuse)
    assert main(["rename", "slow-down", "go-slow"]) == 2
    said = capsys.readouterr()
    assert said.out.startswith("`slow-down` is now `go-slow`")
    assert said.err == (
        f"playbook: {root}/schemas cannot be written: Permission denied. Check who owns it and its folder, and their "
        "permissions. The content is changed, but schemas/ is not up to date: then run `playbook schema`.\n"
    )


@pytest.mark.parametrize(
    "words", [["rename", "slow-down", "go-slow"], ["remove", "slow-down", "--to", "meeting-checklist"]]
)
def test_what_an_editor_saves_meanwhile_is_kept(
    small: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    root = small({"content/redirects.yml": "practices/once: slow-down\n"})
    changed = {"rename": PRACTICE, "remove": "content/redirects.yml"}[words[0]]

    def slow(*arguments: Any, **named: Any) -> Reading:
        found = read(*arguments, **named)
        (root / changed).write_text("# Ann has saved this.\n", "utf-8")
        return found

    monkeypatch.setattr("generator.editing.remove.in_the_way", lambda *_: ())
    monkeypatch.setattr("generator.commands.rename.read", slow)
    assert main(words) == 2
    assert f"{changed} was changed while this command ran. Run the command again." in capsys.readouterr().err
    assert (root / changed).read_text("utf-8") == "# Ann has saved this.\n"
    assert (root / PRACTICE).exists()


def test_a_file_is_renamed_with_every_text_that_names_it(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    page = "# About\r\n\r\nA lead.\r\n\r\n## What\r\n\r\n![A plan](files/plan.svg), not files/plan.svgz\r\n"
    root = small({"content/files/plan.svg": SVG.format("<rect/>"), "content/pages/about.md": ""})
    (root / "content/pages/about.md").write_bytes(page.encode())
    (root / "site_config.yml").write_text(f"{CONFIG}logo: files/plan.svg\n", "utf-8")
    (root / "addresses.txt").write_text("files/plan.svg\n", "utf-8")
    content = (root / "content/files/plan.svg").read_bytes()
    capsys.readouterr()

    assert main(["rename", "files/plan.svg", "files/rooms/counter.svg"]) == 0

    assert capsys.readouterr().out == (
        "`files/plan.svg` is now `files/rooms/counter.svg`\n"
        "changed 2 places that refer to it; files written: 5\n"
        "it is published at its old address, too; wrote addresses.txt\n"
    )
    renamed = page.replace("(files/plan.svg)", "(files/rooms/counter.svg)")
    assert (root / "content/pages/about.md").read_bytes().decode() == renamed
    assert (root / "content/files/rooms/counter.svg").read_bytes() == content
    assert not (root / "content/files/plan.svg").exists()
    assert "files/plan.svg: files/rooms/counter.svg\n" in (root / "content/redirects.yml").read_text("utf-8")
    assert (root / "addresses.txt").read_text("utf-8").endswith("files/plan.svg\nfiles/rooms/counter.svg\n")
    assert main(["check"]) == 0

    assert main(["rename", "files/rooms/counter.svg", "files/plan.svg"]) == 2
    assert "`files/plan.svg`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("files/paln.svg", "files/a.svg", "there is no file `files/paln.svg`; did you mean `files/plan.svg`?"),
        ("files/plan.svg", "a.svg", "write the new name with its folder: `files/a.svg`"),
        ("files/plan.svg", "files/a.png", "`files/a.png` must end in `.svg` as well: the content stays the same"),
        ("files/plan.svg", "files/form.svg", "there is a file `files/form.svg` already"),
        (
            "files/plan.svg",
            "files/old.svg",
            "`files/old.svg` is an old address, at which files/form.svg is published: see",
        ),
        ("files/plan.svg", "files/A B.svg", "rename it to `a-b.svg`"),
    ],
)
def test_a_file_cannot_get_any_name(old: str, new: str, said: str) -> None:
    form = replace(attached("form.svg"), former=("files/old.svg",))
    graph = replace(connect((), BUILT_IN)[0], files={"plan.svg": attached("plan.svg"), "form.svg": form})
    assert said in str(file_objection(Reading(graph, (), ()), old, new))
