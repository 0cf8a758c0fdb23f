from generator.checks import unknown_address
from tests.checks.small_playbook import report_of


def test_addresses_within_the_site_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: >-
  See [the talk](../conversations/mineral-rights/), [the site](www.example.org), [write](me@example.org),
  [above](#steps) and [nothing]().
""",
    }
    assert (
        report_of(unknown_address.RULE, changes)
        == """\
content/practices/slow-down.yml:2:18: error[unknown-address]: `../conversations/mineral-rights/` is not a valid link target
   2 |   See [the talk](../conversations/mineral-rights/), [the site](www.example.org), [write](me@example.org),
     |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: to link to an entry write `[[mineral-rights|the talk]]`; to another site, its whole address with `https://`

content/practices/slow-down.yml:2:64: error[unknown-address]: `www.example.org` is not a valid link target
   2 |   See [the talk](../conversations/mineral-rights/), [the site](www.example.org), [write](me@example.org),
     |                                                                ^^^^^^^^^^^^^^^
   hint: write the whole address: `https://www.example.org`

content/practices/slow-down.yml:2:90: error[unknown-address]: `me@example.org` is not a valid link target
   2 |   See [the talk](../conversations/mineral-rights/), [the site](www.example.org), [write](me@example.org),
     |                                                                                          ^^^^^^^^^^^^^^
   hint: for a mail address write `[write](mailto:me@example.org)`

content/practices/slow-down.yml:3:11: error[unknown-address]: `#steps` is not a valid link target
   3 |   [above](#steps) and [nothing]().
     |           ^^^^^^
   hint: to link to an entry write `[[id|above]]`; to another site, its whole address with `https://`

content/practices/slow-down.yml:3:23: error[unknown-address]: the link has no address
   3 |   [above](#steps) and [nothing]().
     |                       ^^^^^^^^^^^
   hint: to link to an entry write `[[id|nothing]]`; to another site, its whole address with `https://`
"""
    )


def test_links_by_id_that_lack_a_bracket_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: >-
  See [mineral-rights|the talk], [[mineral-rights|the talk], [mineral-rights|the talk]],
  [mineral-rights]], [[mineral-rights], [[mineral-rights and [[mineral-rights|the talk.
""",
    }
    assert (
        report_of(unknown_address.RULE, changes)
        == """\
content/practices/slow-down.yml:2:7: error[unknown-address]: `[mineral-rights|…]` is not a link
   2 |   See [mineral-rights|the talk], [[mineral-rights|the talk], [mineral-rights|the talk]],
     |       ^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: write `[[mineral-rights|the talk]]`

content/practices/slow-down.yml:2:34: error[unknown-address]: `[[mineral-rights|…]` is not a link
   2 |   See [mineral-rights|the talk], [[mineral-rights|the talk], [mineral-rights|the talk]],
     |                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: write `[[mineral-rights|the talk]]`

content/practices/slow-down.yml:2:62: error[unknown-address]: `[mineral-rights|…]]` is not a link
   2 |   See [mineral-rights|the talk], [[mineral-rights|the talk], [mineral-rights|the talk]],
     |                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: write `[[mineral-rights|the talk]]`

content/practices/slow-down.yml:3:3: error[unknown-address]: `[mineral-rights]]` is not a link
   3 |   [mineral-rights]], [[mineral-rights], [[mineral-rights and [[mineral-rights|the talk.
     |   ^^^^^^^^^^^^^^^^^
   hint: write `[[mineral-rights]]`

content/practices/slow-down.yml:3:22: error[unknown-address]: `[[mineral-rights]` is not a link
   3 |   [mineral-rights]], [[mineral-rights], [[mineral-rights and [[mineral-rights|the talk.
     |                      ^^^^^^^^^^^^^^^^^
   hint: write `[[mineral-rights]]`

content/practices/slow-down.yml:3:41: error[unknown-address]: `[[mineral-rights` is not a link
   3 |   [mineral-rights]], [[mineral-rights], [[mineral-rights and [[mineral-rights|the talk.
     |                                         ^^^^^^^^^^^^^^^^
   hint: write `[[mineral-rights]]`

content/practices/slow-down.yml:3:62: error[unknown-address]: `[[mineral-rights|…` is not a link
   3 |   [mineral-rights]], [[mineral-rights], [[mineral-rights and [[mineral-rights|the talk.
     |                                                              ^^^^^^^^^^^^^^^^
   hint: write `[[mineral-rights|words]]`
"""
    )


def test_links_without_an_end_and_addresses_with_spaces_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: |-
  See [x](https://example.org/ for `more)`.

  See [y](https://example.org/ as well (in short).
""",
    }
    assert (
        report_of(unknown_address.RULE, changes)
        == """\
content/practices/slow-down.yml:2:7: error[unknown-address]: `[x](` is not a link: no `)` closes it
   2 |   See [x](https://example.org/ for `more)`.
     |       ^^^^
   hint: write `)` directly behind the address; round brackets within it stand in pairs

content/practices/slow-down.yml:4:7: error[unknown-address]: `[y](` is not a link: no `)` closes it
   4 |   See [y](https://example.org/ as well (in short).
     |       ^^^^
   hint: write `)` directly behind the address; round brackets within it stand in pairs
"""
    )
    changes = {"content/practices/slow-down.yml": "do: See (as in [y](https://example.org/ today) too.\n"}
    assert (
        report_of(unknown_address.RULE, changes)
        == """\
content/practices/slow-down.yml:1:20: error[unknown-address]: the address `https://example.org/ today` contains a space
   1 | do: See (as in [y](https://example.org/ today) too.
     |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: write `%20` for the space; if the address ends before it, put `)` there
"""
    )


def test_other_brackets_are_fine() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: >-
  They said [sic] so, [perhaps|](https://example.org), `[slow-down|so]`, [[mineral-rights | the
  talk]], [either | or, and [1].
""",
    }
    assert report_of(unknown_address.RULE, changes) == ""


def test_whole_addresses_are_fine() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: See [this](https://example.org/a(b)), [that](http://example.org "Title") or [write](mailto:me@example.org).
""",
    }
    assert report_of(unknown_address.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unknown_address.RULE) == ""
