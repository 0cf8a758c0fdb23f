import pytest

from generator.checks import folded_markup
from tests.checks.small_playbook import report_of

FILE = "content/practices/slow-down.yml"


def _told(line: int, text: str, sign: str) -> str:
    return (
        f"{FILE}:{line}:3: error[folded-markup]: this list would become one line with what is beside it\n"
        f"   {line} |   {text}\n"
        f"     |   {'^' * len(sign)}\n"
        "   hint: write `|-` instead of `>-`\n"
    )


def test_a_list_directly_below_a_line_is_marked_at_its_first_item() -> None:
    text = "do: >-\n  Three things help:\n  - say it back\n  - write it down\n"
    assert report_of(folded_markup.RULE, {FILE: text}) == _told(3, "- say it back", "-")


def test_a_list_below_an_empty_line_is_marked_at_its_second_item() -> None:
    text = "do: >-\n  Three things help:\n\n  - say it back\n  - write it down\n  - wait\n"
    assert report_of(folded_markup.RULE, {FILE: text}) == _told(5, "- write it down", "-")


@pytest.mark.parametrize("head", [">-", ">", ">+", ">- # three things"])
def test_every_way_to_fold_is_one(head: str) -> None:
    text = f"do: {head}\n\n  Three things help:\n  * say it back\n"
    assert report_of(folded_markup.RULE, {FILE: text}) == _told(4, "* say it back", "*")


def test_a_numbered_list_counts_from_one_on() -> None:
    below_line = "do: >-\n  Three things help:\n  1. Say it back.\n"
    assert report_of(folded_markup.RULE, {FILE: below_line}) == _told(3, "1. Say it back.", "1.")
    below_empty_line = "do: >-\n  Three things help:\n\n  1. Say it\n  back.\n  2. Write it down.\n"
    assert report_of(folded_markup.RULE, {FILE: below_empty_line}) == _told(6, "2. Write it down.", "2.")


def test_an_entry_among_others_is_looked_at_as_well() -> None:
    text = "slow:\n  title: Slow\n  summary: S.\n  meaning: M.\n  more: >-\n    Either\n    - calm\n    - late\n"
    assert report_of(folded_markup.RULE, {"content/terms.yml": text}) == (
        "content/terms.yml:7:5: error[folded-markup]: this list would become one line with what is beside it\n"
        "   7 |     - calm\n"
        "     |     ^\n"
        "   hint: write `|-` instead of `>-`\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "do: |-\n  Three things help:\n\n  - say it back\n  - write it down\n",
        "do: >-\n  Three things help:\n\n  - say it back\n\n  - write it down\n",
        "do: >-\n  Three things help:\n    - say it back\n    - write it down\n",
        "do: >-\n  - say it\n    back\n  - write it down\n",
        "do: >-\n  Wait, as in step\n  3. Then ask, in\n  2024. And -\n  -5 is a number, as is\n  1.5 of them.\n",
        "do: Wait.\nsay: ['- a', '- b']\n",
    ],
    ids=["kept", "apart", "indented", "continued", "running", "other"],
)
def test_what_keeps_its_lines_or_is_no_list_is_left_in_peace(text: str) -> None:
    assert report_of(folded_markup.RULE, {FILE: text}) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(folded_markup.RULE) == ""


@pytest.mark.parametrize(
    ("lines", "line", "sign", "what"),
    [
        (["Costs:", "| a | b |", "| - | - |"], 3, "|", "table"),
        (["", "### Before", "Ask them."], 3, "###", "heading"),
        (["", "> [!NOTE]", "> So."], 4, ">", "quotation"),
        (["", "```sh", "playbook", "```"], 3, "```", "block of code"),
    ],
)
def test_whatever_needs_its_lines_is_marked(lines: list[str], line: int, sign: str, what: str) -> None:
    written = "\n".join(["do: >-", *(f"  {one}".rstrip() for one in lines)]) + "\n"
    found = report_of(folded_markup.RULE, {FILE: written})
    assert found.startswith(f"{FILE}:{line}:3: error[folded-markup]: this {what} would become one line")
    assert f"     |   {'^' * len(sign)}\n" in found


@pytest.mark.parametrize(
    "text", ["do: Three things\n  help\n  - say it\n", 'do: "Three things\n\n  - say it\n  - wait"\n']
)
def test_text_behind_the_name_or_in_quotes_is_folded_as_well(text: str) -> None:
    found = report_of(folded_markup.RULE, {FILE: text})
    assert "this list would become one line" in found
    assert "hint: write the text after `|-`, on lines of its own\n" in found
