"""Lists set against each other: a table of what several share, and a picture of all of it."""

from hypothesis import given
from hypothesis import strategies as st

from generator.site.pictures.matrix import MOST_COLUMNS, ColumnName, MarkRow, MarkTable, MatrixBand, draw, tabulated


def test_what_several_rows_share_is_a_column_and_the_rest_is_named() -> None:
    marks = {"a": ("x", "y"), "b": ("y", "z"), "c": ("z", "y"), "d": ()}

    assert tabulated(marks) == MarkTable(
        ("y", "z"),
        (
            MarkRow("a", frozenset({"y"}), ("x",)),
            MarkRow("b", frozenset({"y", "z"}), ()),
            MarkRow("c", frozenset({"y", "z"}), ()),
            MarkRow("d", frozenset(), ()),
        ),
    )


def test_of_many_columns_those_with_most_marks_stay_and_the_others_are_named() -> None:
    names = [f"x{number}" for number in range(MOST_COLUMNS + 2)]
    table = tabulated({"a": names, "b": names, "c": names[2:]})

    assert table.columns == tuple(names[2:])
    assert [row.alone for row in table.rows] == [("x0", "x1"), ("x0", "x1"), ()]


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("uvwxyz"), max_size=8)))
def test_no_mark_is_lost_or_made_up(marks: dict[str, list[str]]) -> None:
    table = tabulated(marks)

    assert {row.id: set(row.marked) | set(row.alone) for row in table.rows} == {r: set(c) for r, c in marks.items()}
    assert all(sum(column in row.marked for row in table.rows) >= 2 for column in table.columns)
    assert all(not set(row.marked) & set(row.alone) for row in table.rows)


def test_the_picture_has_a_square_for_each_mark_in_the_colour_of_its_column_and_names_rows_and_columns() -> None:
    rows = [MatrixBand("Us & them", ("a", "b"), url="#us")]
    columns = [MatrixBand("Practices", ("x", "y"), "practice"), MatrixBand("Lessons", ("z",), "lesson")]

    names = {one: ColumnName(f"<{one}>", f"../{one}/") for one in "xyz"}

    assert draw(rows, columns, {"a": ("y", "x"), "b": ("z",)}, names) == (
        '<svg class="glance" height="6.8em">'
        '<g data-kind="practice"><text x="0.0%" y="1.15em" text-anchor="start">Practices (2)</text>'
        '<rect class="band-bar" x="0.0%" y="1.5em" width="66.7%" height="0.3em"/></g>'
        '<g data-kind="lesson"><text x="66.7%" y="2.95em" text-anchor="start">Lessons (1)</text>'
        '<rect class="band-bar" x="66.7%" y="3.3em" width="33.3%" height="0.3em"/></g>'
        '<svg y="5.8em" height="1em" viewBox="0 0 3 2" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="100%" height="100%"/><path class="edges" transform="scale(1 2)" d="M2 0V1"/>'
        '<path data-kind="practice" d="M0 0h1v1h-1zM1 0h1v1h-1z"/>'
        '<path data-kind="lesson" d="M2 1h1v1h-1z"/></svg>'
        '<svg class="glance-columns" y="4.1em" height="2.7em" viewBox="0 0 3 1" preserveAspectRatio="none" '
        'aria-hidden="true">'
        '<a href="../x/" tabindex="-1"><title>&lt;x&gt;</title><rect x="0" width="1" height="1"/></a>'
        '<a href="../y/" tabindex="-1"><title>&lt;y&gt;</title><rect x="1" width="1" height="1"/></a>'
        '<a href="../z/" tabindex="-1"><title>&lt;z&gt;</title><rect x="2" width="1" height="1"/></a></svg>'
        '<a href="#us"><text y="5.25em">Us &amp; them (2)</text></a></svg>'
    )


def test_the_name_of_a_narrow_band_at_the_right_ends_where_the_band_ends() -> None:
    columns = [MatrixBand("Practices", tuple(map(str, range(9))), "practice"), MatrixBand("Lessons", ("z",), "lesson")]
    names = {one: ColumnName(one, "") for band in columns for one in band.ids}

    assert '<text x="100.0%" y="2.95em" text-anchor="end">Lessons (1)</text>' in draw([], columns, {}, names)
