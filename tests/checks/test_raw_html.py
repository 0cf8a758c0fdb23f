from generator.checks import raw_html
from tests.checks.small_playbook import report_of


def test_tags_are_marked_with_what_to_write_instead() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
summary: A <b>summary</b>.
do: >-
  Wait.<br>Then <a
  href="https://example.org/">ask</a>. <script>alert(1)</script> <!-- why? -->
""",
    }
    assert (
        report_of(raw_html.RULE, changes)
        == """\
content/practices/slow-down.yml:1:12: error[raw-html]: `<b>` is HTML, which the page shows as plain text
   1 | summary: A <b>summary</b>.
     |            ^^^
   hint: leave it out; this field is plain text

content/practices/slow-down.yml:3:8: error[raw-html]: `<br>` is HTML, which the page shows as plain text
   3 |   Wait.<br>Then <a
     |        ^^^^
   hint: start a new paragraph with a blank line

content/practices/slow-down.yml:3:17: error[raw-html]: `<a href="https://example.org/">` is HTML, which the page shows as plain text
   3 |   Wait.<br>Then <a
     |                 ^^
   hint: write `[words](https://…)`, or `[[id|words]]` for an entry

content/practices/slow-down.yml:4:40: error[raw-html]: `<script>` is HTML, which the page shows as plain text
   4 |   href="https://example.org/">ask</a>. <script>alert(1)</script> <!-- why? -->
     |                                        ^^^^^^^^
   hint: leave it out; if the reader should see it, put it between backticks, as in `` `<tag>` ``

content/practices/slow-down.yml:4:66: error[raw-html]: `<!--` is HTML, which the page shows as plain text
   4 |   href="https://example.org/">ask</a>. <script>alert(1)</script> <!-- why? -->
     |                                                                  ^^^^
   hint: leave it out; if the reader should see it, put it between backticks, as in `` `<tag>` ``
"""
    )


def test_comparisons_addresses_and_code_are_no_html() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: If 3 < 4 and 5 > 4, or a <3, see <https://example.org/> or write `<b>` as it is.
""",
    }
    assert report_of(raw_html.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(raw_html.RULE) == ""
