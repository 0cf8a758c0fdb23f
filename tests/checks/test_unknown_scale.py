from generator.checks import unknown_scale
from tests.checks.small_playbook import report_of

CHECK = "content/assessments/patience-check.yml"


def test_a_scale_that_the_configuration_lacks_is_marked() -> None:
    changes = {
        CHECK: """\
scale: inpart
items:
  - id: waited
    text: I waited
    scale: colours
    recommends: [{to: slow-down, why: Learn to wait a little longer.}]
  - id: stayed
    text: I stayed
    recommends: [{to: slow-down, why: Learn to stay a little longer.}]
""",
    }
    assert (
        report_of(unknown_scale.RULE, changes)
        == """\
content/assessments/patience-check.yml:1:8: error[unknown-scale]: no scale is called `inpart`
   1 | scale: inpart
     |        ^^^^^^
   hint: did you mean `in-part`?

content/assessments/patience-check.yml:5:12: error[unknown-scale]: no scale is called `colours`
   5 |     scale: colours
     |            ^^^^^^^
   hint: there are `agreement`, `in-part`; add others to `content/scales.yml`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unknown_scale.RULE) == ""
