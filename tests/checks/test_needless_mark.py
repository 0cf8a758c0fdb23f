from generator.checks import needless_mark
from tests.checks.small_playbook import report_of


def test_a_mark_that_says_what_the_field_says_is_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
own: [steps]
why: Hurry shows. [It is a plain sign.]{source}
steps:
  - do: Book more time than you need.
    detail: A visit is long. [It may end early.]{own}
  - Ask one question. [Stay with the answer.]{source}
""",
    }
    assert (
        report_of(needless_mark.RULE, changes)
        == """\
content/practices/slow-down.yml:2:20: error[needless-mark]: `why` is not listed under `own:`, so all of it is the sources' already
   2 | why: Hurry shows. [It is a plain sign.]{source}
     |                    ^^^^^^^^^^^^^^^^^^^
   hint: remove the mark, or list `why` under `own:` if the rest of it is ours

content/practices/slow-down.yml:5:31: error[needless-mark]: all of `steps` is ours already: it is listed under `own:`
   5 |     detail: A visit is long. [It may end early.]{own}
     |                               ^^^^^^^^^^^^^^^^^
   hint: use one of the two: remove this mark, or take `steps` out of `own:` and mark what is ours in it
"""
    )


def test_in_an_entry_of_ours_each_field_counts_as_ours() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
origin: own
own: []
why: Hurry shows. [It is a plain sign.]{own} [It is the plainest.]{source}
""",
    }
    found = report_of(needless_mark.RULE, changes)

    assert "all of this entry is ours already: it has `origin: own`" in found
    assert found.count("needless-mark") == 1


def test_the_small_playbook_has_none() -> None:
    assert report_of(needless_mark.RULE) == ""
