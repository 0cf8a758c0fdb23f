"""Values that are no numbers, or numbers that a field does not take."""

from __future__ import annotations

import re

from generator.content.misfits.beside import fields_beside
from generator.content.misfits.misfit import Misfit
from generator.content.misfits.rewritten import in_digits_only, one_of_two
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import listed
from generator.model import shapes
from generator.model.values import in_digits


def not_whole(misfit: Misfit) -> Diagnostic:
    if re.fullmatch(r"-?[0-9]+", str(misfit.value)):
        message = f"{misfit.name} has {len(str(misfit.value))} digits"
        return misfit.at_value(codes.WRONG_VALUE, message, "write a number of at most nine digits")
    message = f"{misfit.name} must be a whole number, not {misfit.what}"
    hint = (
        _in_minutes(misfit)
        or one_of_two(misfit.value)
        or in_digits_only(misfit.value, f"write digits only, such as `{_sum_of_parts(misfit) or 15}`")
    )
    return misfit.at_value(codes.WRONG_TYPE, message, hint)


def _in_minutes(misfit: Misfit) -> str | None:
    """How to write hours and minutes in a field for minutes."""
    if "minutes" not in str(misfit.loc[-1]):
        return None
    if minutes := _IN_WORDS.get(str(misfit.value).strip().casefold().replace("-", " ")):
        return f"write the minutes: `{minutes}`"
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(?: ?h)?|(\d{1,2}) ?(?:h|hours?)", str(misfit.value).strip())
    if not found:
        return None
    return f"write the minutes: `{60 * int(found[1] or found[3]) + int(found[2] or 0)}`"


_IN_WORDS = {
    "a quarter of an hour": 15,
    "quarter of an hour": 15,
    "half an hour": 30,
    "a half hour": 30,
    "half hour": 30,
    "three quarters of an hour": 45,
    "an hour": 60,
    "one hour": 60,
    "an hour and a half": 90,
    "one and a half hours": 90,
    "two hours": 120,
}
"""How people call numbers of minutes."""


def _sum_of_parts(misfit: Misfit) -> int:
    """What the items of the lists beside the value add up to in its field, such as the minutes of the blocks of a
    plan; 0 if they have none.
    """
    lists = (value for value in fields_beside(misfit).values() if isinstance(value, list))
    items = (item for one in lists for item in one if isinstance(item, dict))
    given = [str(item[misfit.loc[-1]]) for item in items if misfit.loc[-1] in item]
    return sum(map(int, given)) if all(re.fullmatch(r"[0-9]{1,4}", one) for one in given) else 0


def no_number(misfit: Misfit) -> Diagnostic:
    message = f"{misfit.name} must be a number, not {misfit.what}"
    hint = f"write digits only, such as {_numbers_within(misfit)}"
    hint = one_of_two(misfit.value, whole=False) or in_digits_only(misfit.value, hint, with_point=True)
    return misfit.at_value(codes.WRONG_TYPE, message, hint)


def _numbers_within(misfit: Misfit) -> str:
    """Examples of numbers that the field takes: a bound of it where the usual ones may be outside."""
    shape = next((field.shape for field in shapes.fields(misfit.owner) if field.name == misfit.loc[-1]), None)
    least, most = (shape.least, shape.most) if shape else (None, None)
    usual = [one for one in (15, 0.5) if (least is None or least <= one) and (most is None or one <= most)]
    bounds = [bound for bound in (most, least) if bound is not None]
    return listed([in_digits(one) for one in usual or bounds[:1]], last=" or ")


def too_small(misfit: Misfit) -> Diagnostic:
    return misfit.at_value(
        codes.WRONG_VALUE, f"{misfit.name} is too small", f"write at least {in_digits(misfit.context['ge'])}"
    )


def too_large(misfit: Misfit) -> Diagnostic:
    return misfit.at_value(
        codes.WRONG_VALUE, f"{misfit.name} is too large", f"write at most {in_digits(misfit.context['le'])}"
    )


def number_of_item(misfit: Misfit) -> str:
    """The number that a missing field counts for an item that is counted from 0, such as an option of a scale."""
    item = misfit.loc[-2] if len(misfit.loc) > 1 else None
    return f" {item}" if isinstance(item, int) and misfit.loc[-1] == "value" and misfit.loc[-3] == "options" else ""
