"""Problems as a form says them."""

import pytest

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Span
from generator.editor.problems import hint_in_form


@pytest.mark.parametrize(
    ("code", "hint", "said"),
    [
        (codes.UNKNOWN_REFERENCE, "did you mean `embed`? (content/practices/embed.yml)", "did you mean `embed`?"),
        (
            codes.UNKNOWN_REFERENCE,
            "write the id of an entry: the name of its file without `.yml`",
            "search for a word of its title, and choose it from the list",
        ),
        (codes.UNKNOWN_REFERENCE, "it is now called `other`", "it is now called `other`"),
        (codes.WRONG_VALUE, "see it (content/terms.yml)", "see it (content/terms.yml)"),
        (codes.WRONG_VALUE, None, ""),
    ],
)
def test_a_hint_names_no_file_to_those_who_choose_by_title(code: Code, hint: str | None, said: str) -> None:
    assert hint_in_form(Diagnostic(code, "x", Span("content/a.yml"), hint)) == said
