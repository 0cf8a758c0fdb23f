from generator.checks import nested_too_deep
from generator.prose.blocks import MOST_NESTED
from tests.checks.small_playbook import report_of

FILE = "content/practices/slow-down.yml"


def test_lists_and_emphasis_that_are_nested_too_deeply_are_marked() -> None:
    changes = {FILE: f"do: |-\n  Wait.\n\n  {'> - ' * 7}a\nwhy: 'So {'*a _b ' * 7}{'c_ d* ' * 7}'\n"}
    assert (
        report_of(nested_too_deep.RULE, changes)
        == """\
content/practices/slow-down.yml:4:3: error[nested-too-deep]: lists and quotations are nested more than 12 levels deep here
   4 |   > - > - > - > - > - > - > - a
     |   ^
   hint: write a list of one or two levels; put a backslash before a sign that starts no item, as in `\\-`

content/practices/slow-down.yml:5:46: error[nested-too-deep]: emphasis is nested more than 12 levels deep here
   5 | why: 'So *a _b *a _b *a _b *a _b *a _b *a _b *a _b c_ d* c_ d* c_ d* c_ d* c_ d* c_ d* c_ d* '
     |                                              ^
   hint: close each `*` and `_` before the next; put a backslash before what is meant as a sign, as in `\\*`
"""
    )


def test_lists_as_deep_as_they_may_be_and_indented_code_are_fine() -> None:
    steps = "".join(f"  {'    ' * level}- a\n" for level in range(MOST_NESTED))
    for text in (f"|-\n{steps}", f"|-\n  {'- ' * MOST_NESTED}a\n", "|-\n  As here:\n\n" + " " * 70 + "a\n"):
        assert report_of(nested_too_deep.RULE, {FILE: f"do: {text}"}) == ""
