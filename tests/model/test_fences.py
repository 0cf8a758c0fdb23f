import pytest

from generator.model.fences import fences, unclosed, without


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a\n```\nb\n\n# c\n```\nd", ["b\n\n# c"]),
        ("```sh\na\n```", ["a"]),
        ("````\n```\n````\n\n```\nb\n```  ", ["```", "b"]),
        ("- a\n  ```\n  b\n    c\n d\n  ```", ["b\n  c\nd"]),
        ("```\n```", [""]),
        ("```\na", []),
        ("`` ` ``\n```a``` b\n", []),
        ("> ```\na\n```\nb\n```", []),
        ("> ```\n> a\n> ```\n```\nb\n```", ["> a", "b"]),
    ],
)
def test_code_between_lines_of_backticks(text: str, codes: list[str]) -> None:
    assert [one.code(text) for one in fences(text)] == codes


def test_what_nothing_closes_is_told() -> None:
    assert unclosed("a\n  ```\nb") == 4
    assert unclosed("a\n```\nb\n```") is None
    assert unclosed("> ```\na") == 2


def test_what_is_left_without_it_keeps_its_places() -> None:
    text = "a\n```\n[[b]]\n```\nc"
    assert without(text, fences(text)) == "a\n   \n     \n   \nc"
