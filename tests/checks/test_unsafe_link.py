from generator.checks import unsafe_link
from tests.checks.small_playbook import report_of


def test_addresses_that_no_page_should_open_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: >-
  Do [this](JavaScript:alert(1)), [that](data:text/html,x) or <ftp://example.org/>.

  [1]: file:///etc/passwd
""",
    }
    assert (
        report_of(unsafe_link.RULE, changes)
        == """\
content/practices/slow-down.yml:2:13: error[unsafe-link]: `javascript:` is not allowed as the start of an address
   2 |   Do [this](JavaScript:alert(1)), [that](data:text/html,x) or <ftp://example.org/>.
     |             ^^^^^^^^^^^^^^^^^^^
   hint: link to an address that starts with `https://`, `http://` or `mailto:`

content/practices/slow-down.yml:2:42: error[unsafe-link]: `data:` is not allowed as the start of an address
   2 |   Do [this](JavaScript:alert(1)), [that](data:text/html,x) or <ftp://example.org/>.
     |                                          ^^^^^^^^^^^^^^^^
   hint: link to an address that starts with `https://`, `http://` or `mailto:`

content/practices/slow-down.yml:2:64: error[unsafe-link]: `ftp:` is not allowed as the start of an address
   2 |   Do [this](JavaScript:alert(1)), [that](data:text/html,x) or <ftp://example.org/>.
     |                                                                ^^^^^^^^^^^^^^^^^^
   hint: link to an address that starts with `https://`, `http://` or `mailto:`

content/practices/slow-down.yml:4:8: error[unsafe-link]: `file:` is not allowed as the start of an address
   4 |   [1]: file:///etc/passwd
     |        ^^^^^^^^^^^^^^^^^^
   hint: link to an address that starts with `https://`, `http://` or `mailto:`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unsafe_link.RULE) == ""
